"""Events: locks."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL
from subtensor_spec.chain.types import ACCOUNT_ID, ALPHA, NET_UID

StakeLocked = EventKind(
    SUBTENSOR_MODULE,
    "StakeLocked",
    "Stake was locked, in rao of alpha.",
    True,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    netuid=NET_UID,
    amount=ALPHA,
)
StakeUnlocked = EventKind(
    SUBTENSOR_MODULE,
    "StakeUnlocked",
    "Stake was unlocked, in rao of alpha.",
    True,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    netuid=NET_UID,
    amount=ALPHA,
)
LockMoved = EventKind(
    SUBTENSOR_MODULE,
    "LockMoved",
    "A lock was moved to another hotkey.",
    True,
    coldkey=ACCOUNT_ID,
    origin_hotkey=ACCOUNT_ID,
    destination_hotkey=ACCOUNT_ID,
    netuid=NET_UID,
)
PerpetualLockUpdated = EventKind(
    SUBTENSOR_MODULE,
    "PerpetualLockUpdated",
    "A coldkey's lock was made perpetual, or let decay.",
    True,
    coldkey=ACCOUNT_ID,
    netuid=NET_UID,
    enabled=BOOL,
)
RejectLockedAlphaUpdated = EventKind(
    SUBTENSOR_MODULE,
    "RejectLockedAlphaUpdated",
    "A coldkey said whether it takes locked alpha.",
    True,
    coldkey=ACCOUNT_ID,
    enabled=BOOL,
)
