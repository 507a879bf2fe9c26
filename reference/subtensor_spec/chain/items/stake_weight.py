"""Storage items: takes, children and parents."""

from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, U16, U64, Tuple, Vec
from subtensor_spec.chain.storage import DoubleMap, Key, Map, Value
from subtensor_spec.chain.types import ACCOUNT_ID, NET_UID, RELATION, AccountId, NetUid, Relation

TaoWeight = Value[int](
    SUBTENSOR_MODULE,
    "TaoWeight",
    U64,
    971_718_665_099_567_868,
    "What a TAO on root counts against an alpha, of 2⁶⁴ − 1.",
)
CKBurn = Value[int](
    SUBTENSOR_MODULE, "CKBurn", U64, 0, "The part of a foreign parent's dividends that is recycled, of 2⁶⁴ − 1."
)
MaxDelegateTake = Value[int](
    SUBTENSOR_MODULE, "MaxDelegateTake", U16, 11_796, "The greatest delegate take, in parts of 65 535."
)
MinDelegateTake = Value[int](
    SUBTENSOR_MODULE, "MinDelegateTake", U16, 0, "The least delegate take, in parts of 65 535."
)
MaxChildkeyTake = Value[int](
    SUBTENSOR_MODULE, "MaxChildkeyTake", U16, 11_796, "The greatest childkey take, in parts of 65 535."
)
MinChildkeyTake = Value[int](
    SUBTENSOR_MODULE, "MinChildkeyTake", U16, 0, "The least childkey take, in parts of 65 535."
)
MinChildkeyTakePerSubnet = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MinChildkeyTakePerSubnet",
    Key(IDENTITY, NET_UID),
    U16,
    0,
    "The least childkey take on a subnet, in parts of 65 535.",
)
Delegates = Map[AccountId, int](
    SUBTENSOR_MODULE,
    "Delegates",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    U16,
    11_796,
    "The part of its stakers' dividends that a hotkey takes, in parts of 65 535.",
)
ChildkeyTake = DoubleMap[AccountId, NetUid, int](
    SUBTENSOR_MODULE,
    "ChildkeyTake",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    U16,
    0,
    "The part of its parents' dividends that a hotkey takes on a subnet, in parts of 65 535.",
)
PendingChildKeys = DoubleMap[NetUid, AccountId, tuple[tuple[Relation, ...], int]](
    SUBTENSOR_MODULE,
    "PendingChildKeys",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Tuple(Vec(RELATION), U64),
    ((), 0),
    "Children that a hotkey will have on a subnet, and the block from which.",
)
ChildKeys = DoubleMap[AccountId, NetUid, tuple[Relation, ...]](
    SUBTENSOR_MODULE,
    "ChildKeys",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    Vec(RELATION),
    (),
    "The children of a hotkey on a subnet, each with its part of 2⁶⁴ − 1 of the hotkey's stake.",
)
ParentKeys = DoubleMap[AccountId, NetUid, tuple[Relation, ...]](
    SUBTENSOR_MODULE,
    "ParentKeys",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    Vec(RELATION),
    (),
    "The parents of a hotkey on a subnet, each with the part of 2⁶⁴ − 1 of its stake that it lends.",
)
TxDelegateTakeRateLimit = Value[int](
    SUBTENSOR_MODULE,
    "TxDelegateTakeRateLimit",
    U64,
    216_000,
    "Blocks between two rises of a delegate take.",
)
TxChildkeyTakeRateLimit = Value[int](
    SUBTENSOR_MODULE,
    "TxChildkeyTakeRateLimit",
    U64,
    216_000,
    "Blocks between two changes of a childkey take.",
)
AutoParentDelegationEnabled = Map[AccountId, bool](
    SUBTENSOR_MODULE,
    "AutoParentDelegationEnabled",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    BOOL,
    True,
    "Whether a root validator lends its stake to a new subnet's owner.",
)
PendingChildKeyCooldown = Value[int](
    SUBTENSOR_MODULE,
    "PendingChildKeyCooldown",
    U64,
    7200,
    "Blocks from the setting of children until they count.",
)
