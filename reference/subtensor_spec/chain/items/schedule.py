"""Storage items: when epochs run."""

from subtensor_spec.chain.hashers import IDENTITY
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import U8, U16, U64
from subtensor_spec.chain.storage import Key, Map, Value
from subtensor_spec.chain.types import NET_UID, NetUid

AdminFreezeWindow = Value[int](SUBTENSOR_MODULE, "AdminFreezeWindow", U16, 10, "AdminFreezeWindow.")
Tempo = Map[NetUid, int](SUBTENSOR_MODULE, "Tempo", Key(IDENTITY, NET_UID), U16, 360, "Tempo.")
LastEpochBlock = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "LastEpochBlock",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "LastEpochBlock.",
)
PendingEpochAt = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "PendingEpochAt",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "PendingEpochAt.",
)
SubnetEpochIndex = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "SubnetEpochIndex",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "SubnetEpochIndex.",
)
BlocksSinceLastStep = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "BlocksSinceLastStep",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "BlocksSinceLastStep.",
)
LastMechansimStepBlock = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "LastMechansimStepBlock",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "LastMechansimStepBlock.",
)
MaxEpochsPerBlock = Value[int](SUBTENSOR_MODULE, "MaxEpochsPerBlock", U8, 2, "MaxEpochsPerBlock.")
