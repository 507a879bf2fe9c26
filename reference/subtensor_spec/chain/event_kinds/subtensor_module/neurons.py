"""Events: neurons and their registration."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, U16, U64
from subtensor_spec.chain.types import ACCOUNT_ID, NET_UID, TAO, U64F64_CODEC

NeuronRegistered = EventKind(
    SUBTENSOR_MODULE, "NeuronRegistered", "A neuron was registered.", False, netuid=NET_UID, uid=U16, hotkey=ACCOUNT_ID
)
BulkNeuronsRegistered = EventKind(
    SUBTENSOR_MODULE, "BulkNeuronsRegistered", "Neurons were registered together.", False, netuid=U16, count=U16
)
BulkBalancesSet = EventKind(
    SUBTENSOR_MODULE, "BulkBalancesSet", "Balances were set together.", False, first=U16, second=U16
)
MaxAllowedUidsSet = EventKind(
    SUBTENSOR_MODULE, "MaxAllowedUidsSet", "The most neurons of a subnet were set.", False, netuid=NET_UID, uids=U16
)
DifficultySet = EventKind(
    SUBTENSOR_MODULE, "DifficultySet", "A difficulty was set.", False, netuid=NET_UID, difficulty=U64
)
AdjustmentIntervalSet = EventKind(
    SUBTENSOR_MODULE,
    "AdjustmentIntervalSet",
    "The blocks of an interval of registrations were set.",
    False,
    netuid=NET_UID,
    blocks=U16,
)
RegistrationPerIntervalSet = EventKind(
    SUBTENSOR_MODULE,
    "RegistrationPerIntervalSet",
    "The registrations that an interval aims at were set.",
    False,
    netuid=NET_UID,
    registrations=U16,
)
MaxRegistrationsPerBlockSet = EventKind(
    SUBTENSOR_MODULE,
    "MaxRegistrationsPerBlockSet",
    "The most registrations of a block were set.",
    False,
    netuid=NET_UID,
    registrations=U16,
)
ImmunityPeriodSet = EventKind(
    SUBTENSOR_MODULE,
    "ImmunityPeriodSet",
    "The blocks in which a new neuron is not pruned were set.",
    False,
    netuid=NET_UID,
    blocks=U16,
)
MaxAllowedValidatorsSet = EventKind(
    SUBTENSOR_MODULE,
    "MaxAllowedValidatorsSet",
    "The number of validator permits was set.",
    False,
    netuid=NET_UID,
    validators=U16,
)
MinDifficultySet = EventKind(
    SUBTENSOR_MODULE, "MinDifficultySet", "The least difficulty was set.", False, netuid=NET_UID, difficulty=U64
)
MaxDifficultySet = EventKind(
    SUBTENSOR_MODULE, "MaxDifficultySet", "The greatest difficulty was set.", False, netuid=NET_UID, difficulty=U64
)
BurnSet = EventKind(
    SUBTENSOR_MODULE, "BurnSet", "The price of a registration was set, in rao of TAO.", False, netuid=NET_UID, price=TAO
)
MaxBurnSet = EventKind(
    SUBTENSOR_MODULE,
    "MaxBurnSet",
    "The greatest price of a registration was set, in rao of TAO.",
    False,
    netuid=NET_UID,
    price=TAO,
)
MinBurnSet = EventKind(
    SUBTENSOR_MODULE,
    "MinBurnSet",
    "The least price of a registration was set, in rao of TAO.",
    False,
    netuid=NET_UID,
    price=TAO,
)
RegistrationAllowed = EventKind(
    SUBTENSOR_MODULE, "RegistrationAllowed", "Registration was switched on or off.", False, netuid=NET_UID, enabled=BOOL
)
PowRegistrationAllowed = EventKind(
    SUBTENSOR_MODULE,
    "PowRegistrationAllowed",
    "Registration by proof of work was switched on or off.",
    False,
    netuid=NET_UID,
    enabled=BOOL,
)
RAORecycledForRegistrationSet = EventKind(
    SUBTENSOR_MODULE,
    "RAORecycledForRegistrationSet",
    "The TAO paid for registrations so far, in rao.",
    False,
    netuid=NET_UID,
    tao=TAO,
)
AdjustmentAlphaSet = EventKind(
    SUBTENSOR_MODULE,
    "AdjustmentAlphaSet",
    "The weight of the old price was set, of 2⁶⁴ − 1.",
    False,
    netuid=NET_UID,
    weight=U64,
)
MinAllowedUidsSet = EventKind(
    SUBTENSOR_MODULE,
    "MinAllowedUidsSet",
    "The least limit of neurons of a subnet was set.",
    False,
    netuid=NET_UID,
    uids=U16,
)
MinNonImmuneUidsSet = EventKind(
    SUBTENSOR_MODULE,
    "MinNonImmuneUidsSet",
    "The fewest neurons that are not immune were set.",
    False,
    netuid=NET_UID,
    uids=U16,
)
BurnHalfLifeSet = EventKind(
    SUBTENSOR_MODULE,
    "BurnHalfLifeSet",
    "The blocks in which the price of a registration halves were set.",
    True,
    netuid=NET_UID,
    burn_half_life=U16,
)
BurnIncreaseMultSet = EventKind(
    SUBTENSOR_MODULE,
    "BurnIncreaseMultSet",
    "What a registration multiplies the price by was set.",
    True,
    netuid=NET_UID,
    burn_increase_mult=U64F64_CODEC,
)
