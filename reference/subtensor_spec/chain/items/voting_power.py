"""Storage items: voting power."""

from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, U64
from subtensor_spec.chain.storage import DoubleMap, Key, Map
from subtensor_spec.chain.types import ACCOUNT_ID, NET_UID, AccountId, NetUid

VotingPower = DoubleMap[NetUid, AccountId, int](
    SUBTENSOR_MODULE,
    "VotingPower",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    U64,
    0,
    "The averaged stake of a hotkey on a subnet, in rao.",
)
VotingPowerTrackingEnabled = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "VotingPowerTrackingEnabled",
    Key(IDENTITY, NET_UID),
    BOOL,
    False,
    "Whether a subnet tracks voting power.",
)
VotingPowerDisableAtBlock = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "VotingPowerDisableAtBlock",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "The block at which tracking ends; 0 means that it does not.",
)
VotingPowerEmaAlpha = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "VotingPowerEmaAlpha",
    Key(IDENTITY, NET_UID),
    U64,
    3_570_000_000_000_000,
    "How fast voting power follows stake, in parts of 10¹⁸.",
)
