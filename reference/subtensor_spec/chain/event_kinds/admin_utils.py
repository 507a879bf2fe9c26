"""Events of the pallet AdminUtils."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.scale import BOOL, U16
from subtensor_spec.chain.types import NET_UID, U64F64_CODEC

Yuma3EnableToggled = EventKind(
    "AdminUtils",
    "Yuma3EnableToggled",
    "Yuma 3 was switched on or off.",
    True,
    netuid=NET_UID,
    enabled=BOOL,
)
BondsResetToggled = EventKind(
    "AdminUtils",
    "BondsResetToggled",
    "Resets of bonds by commitments were switched on or off.",
    True,
    netuid=NET_UID,
    enabled=BOOL,
)
BurnHalfLifeSet = EventKind(
    "AdminUtils",
    "BurnHalfLifeSet",
    "The blocks in which the price of a registration halves were set.",
    True,
    netuid=NET_UID,
    burn_half_life=U16,
)
BurnIncreaseMultSet = EventKind(
    "AdminUtils",
    "BurnIncreaseMultSet",
    "What a registration multiplies the price by was set.",
    True,
    netuid=NET_UID,
    burn_increase_mult=U64F64_CODEC,
)
SubnetEmissionEnabledSet = EventKind(
    "AdminUtils",
    "SubnetEmissionEnabledSet",
    "A subnet takes part in the emission of TAO, or does not.",
    True,
    netuid=NET_UID,
    enabled=BOOL,
)
