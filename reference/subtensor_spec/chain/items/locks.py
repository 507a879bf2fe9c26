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
    "What a coldkey has locked on a subnet for a hotkey.",
)
LockingColdkeys = OptionalTripleMap[NetUid, AccountId, AccountId, None](
    SUBTENSOR_MODULE,
    "LockingColdkeys",
    (Key(IDENTITY, NET_UID), Key(BLAKE2_128_CONCAT, ACCOUNT_ID), Key(BLAKE2_128_CONCAT, ACCOUNT_ID)),
    UNIT,
    "Which coldkeys have a lock on a subnet for a hotkey.",
)
HotkeyLock = OptionalDoubleMap[NetUid, AccountId, LockState](
    SUBTENSOR_MODULE,
    "HotkeyLock",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    LOCK_STATE,
    "All perpetual locks on a subnet for a hotkey, as one.",
)
DecayingHotkeyLock = OptionalDoubleMap[NetUid, AccountId, LockState](
    SUBTENSOR_MODULE,
    "DecayingHotkeyLock",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    LOCK_STATE,
    "All decaying locks on a subnet for a hotkey, as one.",
)
OwnerLock = OptionalMap[NetUid, LockState](
    SUBTENSOR_MODULE,
    "OwnerLock",
    Key(IDENTITY, NET_UID),
    LOCK_STATE,
    "All perpetual locks for the hotkey of a subnet's owner, as one.",
)
DecayingOwnerLock = OptionalMap[NetUid, LockState](
    SUBTENSOR_MODULE,
    "DecayingOwnerLock",
    Key(IDENTITY, NET_UID),
    LOCK_STATE,
    "All decaying locks for the hotkey of a subnet's owner, as one.",
)
DecayingLock = OptionalDoubleMap[AccountId, NetUid, bool](
    SUBTENSOR_MODULE,
    "DecayingLock",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    BOOL,
    "Whether a coldkey's lock on a subnet decays; without an entry it does.",
)
OwnerCutAutoLockEnabled = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "OwnerCutAutoLockEnabled",
    Key(IDENTITY, NET_UID),
    BOOL,
    False,
    "Whether what a subnet's owner is paid is locked at once.",
)
MaturityRate = Value[int](
    SUBTENSOR_MODULE, "MaturityRate", U64, 934_866, "Blocks in which conviction grows to all but 1/e of a lock."
)
UnlockRate = Value[int](SUBTENSOR_MODULE, "UnlockRate", U64, 934_866, "Blocks in which a decaying lock falls to 1/e.")
