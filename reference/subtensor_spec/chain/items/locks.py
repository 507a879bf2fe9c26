"""Storage items: locks and conviction."""

from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, U64, UNIT
from subtensor_spec.chain.storage import Key, Map, OptionalDoubleMap, OptionalMap, OptionalTripleMap, Value
from subtensor_spec.chain.types import ACCOUNT_ID, LOCK_STATE, NET_UID, AccountId, LockState, NetUid

Lock = OptionalTripleMap[AccountId, NetUid, AccountId, LockState](
    SUBTENSOR_MODULE,
    "Lock",
    (Key(BLAKE2_128_CONCAT, ACCOUNT_ID), Key(IDENTITY, NET_UID), Key(BLAKE2_128_CONCAT, ACCOUNT_ID)),
    LOCK_STATE,
    "Lock.",
)
LockingColdkeys = OptionalTripleMap[NetUid, AccountId, AccountId, None](
    SUBTENSOR_MODULE,
    "LockingColdkeys",
    (Key(IDENTITY, NET_UID), Key(BLAKE2_128_CONCAT, ACCOUNT_ID), Key(BLAKE2_128_CONCAT, ACCOUNT_ID)),
    UNIT,
    "LockingColdkeys.",
)
HotkeyLock = OptionalDoubleMap[NetUid, AccountId, LockState](
    SUBTENSOR_MODULE,
    "HotkeyLock",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    LOCK_STATE,
    "HotkeyLock.",
)
DecayingHotkeyLock = OptionalDoubleMap[NetUid, AccountId, LockState](
    SUBTENSOR_MODULE,
    "DecayingHotkeyLock",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    LOCK_STATE,
    "DecayingHotkeyLock.",
)
OwnerLock = OptionalMap[NetUid, LockState](
    SUBTENSOR_MODULE,
    "OwnerLock",
    Key(IDENTITY, NET_UID),
    LOCK_STATE,
    "OwnerLock.",
)
DecayingOwnerLock = OptionalMap[NetUid, LockState](
    SUBTENSOR_MODULE,
    "DecayingOwnerLock",
    Key(IDENTITY, NET_UID),
    LOCK_STATE,
    "DecayingOwnerLock.",
)
DecayingLock = OptionalDoubleMap[AccountId, NetUid, bool](
    SUBTENSOR_MODULE,
    "DecayingLock",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    BOOL,
    "DecayingLock.",
)
OwnerCutAutoLockEnabled = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "OwnerCutAutoLockEnabled",
    Key(IDENTITY, NET_UID),
    BOOL,
    False,
    "OwnerCutAutoLockEnabled.",
)
MaturityRate = Value[int](SUBTENSOR_MODULE, "MaturityRate", U64, 934_866, "MaturityRate.")
UnlockRate = Value[int](SUBTENSOR_MODULE, "UnlockRate", U64, 934_866, "UnlockRate.")
