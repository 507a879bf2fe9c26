"""Storage items: takes, children and parents."""

from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, U16, U64, Tuple, Vec
from subtensor_spec.chain.storage import DoubleMap, Key, Map, Value
from subtensor_spec.chain.types import ACCOUNT_ID, NET_UID, RELATION, AccountId, NetUid, Relation

TaoWeight = Value[int](SUBTENSOR_MODULE, "TaoWeight", U64, 971_718_665_099_567_868, "TaoWeight.")
CKBurn = Value[int](SUBTENSOR_MODULE, "CKBurn", U64, 0, "CKBurn.")
MaxDelegateTake = Value[int](SUBTENSOR_MODULE, "MaxDelegateTake", U16, 11_796, "MaxDelegateTake.")
MinDelegateTake = Value[int](SUBTENSOR_MODULE, "MinDelegateTake", U16, 0, "MinDelegateTake.")
MaxChildkeyTake = Value[int](SUBTENSOR_MODULE, "MaxChildkeyTake", U16, 11_796, "MaxChildkeyTake.")
MinChildkeyTake = Value[int](SUBTENSOR_MODULE, "MinChildkeyTake", U16, 0, "MinChildkeyTake.")
MinChildkeyTakePerSubnet = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MinChildkeyTakePerSubnet",
    Key(IDENTITY, NET_UID),
    U16,
    0,
    "MinChildkeyTakePerSubnet.",
)
Delegates = Map[AccountId, int](
    SUBTENSOR_MODULE,
    "Delegates",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    U16,
    11_796,
    "Delegates.",
)
ChildkeyTake = DoubleMap[AccountId, NetUid, int](
    SUBTENSOR_MODULE,
    "ChildkeyTake",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    U16,
    0,
    "ChildkeyTake.",
)
PendingChildKeys = DoubleMap[NetUid, AccountId, tuple[tuple[Relation, ...], int]](
    SUBTENSOR_MODULE,
    "PendingChildKeys",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Tuple(Vec(RELATION), U64),
    ((), 0),
    "PendingChildKeys.",
)
ChildKeys = DoubleMap[AccountId, NetUid, tuple[Relation, ...]](
    SUBTENSOR_MODULE,
    "ChildKeys",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    Vec(RELATION),
    (),
    "ChildKeys.",
)
ParentKeys = DoubleMap[AccountId, NetUid, tuple[Relation, ...]](
    SUBTENSOR_MODULE,
    "ParentKeys",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    Vec(RELATION),
    (),
    "ParentKeys.",
)
TxDelegateTakeRateLimit = Value[int](
    SUBTENSOR_MODULE,
    "TxDelegateTakeRateLimit",
    U64,
    216_000,
    "TxDelegateTakeRateLimit.",
)
TxChildkeyTakeRateLimit = Value[int](
    SUBTENSOR_MODULE,
    "TxChildkeyTakeRateLimit",
    U64,
    216_000,
    "TxChildkeyTakeRateLimit.",
)
AutoParentDelegationEnabled = Map[AccountId, bool](
    SUBTENSOR_MODULE,
    "AutoParentDelegationEnabled",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    BOOL,
    True,
    "AutoParentDelegationEnabled.",
)
PendingChildKeyCooldown = Value[int](
    SUBTENSOR_MODULE,
    "PendingChildKeyCooldown",
    U64,
    7200,
    "PendingChildKeyCooldown.",
)
