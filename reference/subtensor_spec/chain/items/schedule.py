"""Storage items: when epochs run."""

from subtensor_spec.chain.hashers import IDENTITY
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import U8, U16, U64
from subtensor_spec.chain.storage import Key, Map, Value
from subtensor_spec.chain.types import NET_UID, NetUid

AdminFreezeWindow = Value[int](
    SUBTENSOR_MODULE, "AdminFreezeWindow", U16, 10, "Blocks before an epoch in which its settings cannot be changed."
)
Tempo = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "Tempo",
    Key(IDENTITY, NET_UID),
    U16,
    360,
    "Blocks between two epochs of a subnet; 0 means that none runs.",
)
LastEpochBlock = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "LastEpochBlock",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "The block whose slot the last epoch of a subnet used.",
)
PendingEpochAt = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "PendingEpochAt",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "The block at which an asked or deferred epoch may run; 0 means that there is none.",
)
SubnetEpochIndex = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "SubnetEpochIndex",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "How many epochs a subnet has had.",
)
BlocksSinceLastStep = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "BlocksSinceLastStep",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "Blocks since an epoch of a subnet last succeeded.",
)
LastMechansimStepBlock = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "LastMechansimStepBlock",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "The block at which an epoch of a subnet last ran.",
)
MaxEpochsPerBlock = Value[int](
    SUBTENSOR_MODULE, "MaxEpochsPerBlock", U8, 2, "The most epochs that run in one block; others wait."
)
