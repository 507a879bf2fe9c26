"""Events of the pallet AdminUtils."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.scale import BOOL, U16
from subtensor_spec.chain.types import NET_UID, U64F64_CODEC

Yuma3EnableToggled = EventKind(
    "AdminUtils",
    "Yuma3EnableToggled",
    "Yuma3 enable toggled.",
    True,
    netuid=NET_UID,
    enabled=BOOL,
)
BondsResetToggled = EventKind(
    "AdminUtils",
    "BondsResetToggled",
    "Bonds reset toggled.",
    True,
    netuid=NET_UID,
    enabled=BOOL,
)
BurnHalfLifeSet = EventKind(
    "AdminUtils",
    "BurnHalfLifeSet",
    "Burn half life set.",
    True,
    netuid=NET_UID,
    burn_half_life=U16,
)
BurnIncreaseMultSet = EventKind(
    "AdminUtils",
    "BurnIncreaseMultSet",
    "Burn increase mult set.",
    True,
    netuid=NET_UID,
    burn_increase_mult=U64F64_CODEC,
)
SubnetEmissionEnabledSet = EventKind(
    "AdminUtils",
    "SubnetEmissionEnabledSet",
    "Subnet emission enabled set.",
    True,
    netuid=NET_UID,
    enabled=BOOL,
)
