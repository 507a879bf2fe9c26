"""Events: the epoch, its settings and its schedule."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, I16, U8, U16, U32, U64
from subtensor_spec.chain.types import ACCOUNT_ID, NET_UID

ActivityCutoffSet = EventKind(
    SUBTENSOR_MODULE,
    "ActivityCutoffSet",
    "The activity cutoff of the older kind was set, in blocks.",
    False,
    netuid=NET_UID,
    blocks=U16,
)
RhoSet = EventKind(SUBTENSOR_MODULE, "RhoSet", "A slope that nothing reads was set.", False, netuid=NET_UID, rho=U16)
AlphaSigmoidSteepnessSet = EventKind(
    SUBTENSOR_MODULE,
    "AlphaSigmoidSteepnessSet",
    "The steepness of liquid alpha was set, in hundredths.",
    False,
    netuid=NET_UID,
    steepness=I16,
)
KappaSet = EventKind(
    SUBTENSOR_MODULE, "KappaSet", "The majority was set, in parts of 65 535.", False, netuid=NET_UID, kappa=U16
)
ValidatorPruneLenSet = EventKind(
    SUBTENSOR_MODULE, "ValidatorPruneLenSet", "A length that nothing reads was set.", False, netuid=NET_UID, length=U64
)
ScalingLawPowerSet = EventKind(
    SUBTENSOR_MODULE, "ScalingLawPowerSet", "A power that nothing reads was set.", False, netuid=NET_UID, power=U16
)
BondsMovingAverageSet = EventKind(
    SUBTENSOR_MODULE,
    "BondsMovingAverageSet",
    "What stays of bonds was set, in millionths.",
    False,
    netuid=NET_UID,
    millionths=U64,
)
BondsPenaltySet = EventKind(
    SUBTENSOR_MODULE,
    "BondsPenaltySet",
    "The penalty of bonds was set, in parts of 65 535.",
    False,
    netuid=NET_UID,
    penalty=U16,
)
BondsResetOnSet = EventKind(
    SUBTENSOR_MODULE,
    "BondsResetOnSet",
    "Resets of bonds by commitments were switched on or off.",
    False,
    netuid=NET_UID,
    enabled=BOOL,
)
MaxEpochsPerBlockSet = EventKind(
    SUBTENSOR_MODULE, "MaxEpochsPerBlockSet", "Root set how many epochs run in a block.", False, epochs=U8
)
AdminFreezeWindowSet = EventKind(
    SUBTENSOR_MODULE,
    "AdminFreezeWindowSet",
    "Root set the blocks before an epoch in which settings are frozen.",
    False,
    blocks=U16,
)
OwnerHyperparamRateLimitSet = EventKind(
    SUBTENSOR_MODULE,
    "OwnerHyperparamRateLimitSet",
    "Root set the tempos between two changes of a setting by an owner.",
    False,
    tempos=U16,
)
TempoSet = EventKind(SUBTENSOR_MODULE, "TempoSet", "The tempo was set, in blocks.", False, netuid=NET_UID, tempo=U16)
SubnetOwnerCutSet = EventKind(
    SUBTENSOR_MODULE, "SubnetOwnerCutSet", "Root set the owners' part, in parts of 65 535.", False, cut=U16
)
ActivityCutoffFactorMilliSet = EventKind(
    SUBTENSOR_MODULE,
    "ActivityCutoffFactorMilliSet",
    "The activity cutoff was set, in thousandths of a tempo.",
    True,
    netuid=NET_UID,
    factor_milli=U32,
)
EpochTriggered = EventKind(
    SUBTENSOR_MODULE,
    "EpochTriggered",
    "The owner asked for an epoch, which runs at a block.",
    True,
    netuid=NET_UID,
    by=ACCOUNT_ID,
    fires_at=U64,
)
EpochDeferred = EventKind(
    SUBTENSOR_MODULE,
    "EpochDeferred",
    "An epoch waits for a later block, because too many were due.",
    True,
    netuid=NET_UID,
    from_block=U64,
    to_block=U64,
)
EpochSkipped = EventKind(
    SUBTENSOR_MODULE,
    "EpochSkipped",
    "An epoch did not run, because the subnet's state is inconsistent.",
    True,
    netuid=NET_UID,
    block=U64,
)
