"""Events: takes, children and parents."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, U16, U64, Tuple, Vec
from subtensor_spec.chain.types import ACCOUNT_ID, NET_UID

DelegateAdded = EventKind(
    SUBTENSOR_MODULE,
    "DelegateAdded",
    "A hotkey became a delegate, with its take in parts of 65 535.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    take=U16,
)
DefaultTakeSet = EventKind(
    SUBTENSOR_MODULE, "DefaultTakeSet", "The take of new delegates was set, in parts of 65 535.", False, take=U16
)
TxDelegateTakeRateLimitSet = EventKind(
    SUBTENSOR_MODULE,
    "TxDelegateTakeRateLimitSet",
    "Root set the blocks between two rises of a delegate take.",
    False,
    blocks=U64,
)
TxChildKeyTakeRateLimitSet = EventKind(
    SUBTENSOR_MODULE,
    "TxChildKeyTakeRateLimitSet",
    "Root set the blocks between two changes of a childkey take.",
    False,
    blocks=U64,
)
MinChildKeyTakeSet = EventKind(
    SUBTENSOR_MODULE, "MinChildKeyTakeSet", "Root set the least childkey take, in parts of 65 535.", False, take=U16
)
MinChildKeyTakePerSubnetSet = EventKind(
    SUBTENSOR_MODULE,
    "MinChildKeyTakePerSubnetSet",
    "The least childkey take of a subnet was set, in parts of 65 535.",
    False,
    netuid=NET_UID,
    take=U16,
)
MaxChildKeyTakeSet = EventKind(
    SUBTENSOR_MODULE, "MaxChildKeyTakeSet", "Root set the greatest childkey take, in parts of 65 535.", False, take=U16
)
ChildKeyTakeSet = EventKind(
    SUBTENSOR_MODULE,
    "ChildKeyTakeSet",
    "A hotkey set its take as a child, in parts of 65 535.",
    False,
    hotkey=ACCOUNT_ID,
    take=U16,
)
TakeDecreased = EventKind(
    SUBTENSOR_MODULE,
    "TakeDecreased",
    "A delegate take was lowered, in parts of 65 535.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    take=U16,
)
TakeIncreased = EventKind(
    SUBTENSOR_MODULE,
    "TakeIncreased",
    "A delegate take was raised, in parts of 65 535.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    take=U16,
)
MaxDelegateTakeSet = EventKind(
    SUBTENSOR_MODULE, "MaxDelegateTakeSet", "Root set the greatest delegate take, in parts of 65 535.", False, take=U16
)
MinDelegateTakeSet = EventKind(
    SUBTENSOR_MODULE, "MinDelegateTakeSet", "Root set the least delegate take, in parts of 65 535.", False, take=U16
)
SetChildrenScheduled = EventKind(
    SUBTENSOR_MODULE,
    "SetChildrenScheduled",
    "A hotkey named children, who count from a block on; proportions of 2⁶⁴ − 1.",
    False,
    hotkey=ACCOUNT_ID,
    netuid=NET_UID,
    cooldown_block=U64,
    children=Vec(Tuple(U64, ACCOUNT_ID)),
)
SetChildren = EventKind(
    SUBTENSOR_MODULE,
    "SetChildren",
    "A hotkey's children count from now on; proportions of 2⁶⁴ − 1.",
    False,
    hotkey=ACCOUNT_ID,
    netuid=NET_UID,
    children=Vec(Tuple(U64, ACCOUNT_ID)),
)
AutoParentDelegationEnabledSet = EventKind(
    SUBTENSOR_MODULE,
    "AutoParentDelegationEnabledSet",
    "A hotkey said whether it lends root stake to new subnets' owners.",
    True,
    hotkey=ACCOUNT_ID,
    enabled=BOOL,
)
