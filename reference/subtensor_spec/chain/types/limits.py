"""What is limited in rate."""

from dataclasses import dataclass
from enum import Enum

from subtensor_spec.chain.scale import Codec, PlainEnum, Struct, TaggedEnum
from subtensor_spec.chain.types.amounts import ACCOUNT_ID, NET_UID, AccountId, NetUid


class Hyperparameter(Enum):
    """A setting whose changes by a subnet's owner are limited in rate."""

    Unknown = 0
    ServingRateLimit = 1
    MaxDifficulty = 2
    AdjustmentAlpha = 3
    MaxWeightLimit = 4
    ImmunityPeriod = 5
    MinAllowedWeights = 6
    Kappa = 7
    Rho = 8
    ActivityCutoff = 9
    PowRegistrationAllowed = 10
    MinBurn = 11
    MaxBurn = 12
    BondsMovingAverage = 13
    BondsPenalty = 14
    CommitRevealEnabled = 15
    LiquidAlphaEnabled = 16
    AlphaValues = 17
    WeightCommitInterval = 18
    TransferEnabled = 19
    AlphaSigmoidSteepness = 20
    Yuma3Enabled = 21
    BondsResetEnabled = 22
    ImmuneNeuronLimit = 23
    RecycleOrBurn = 24
    MaxAllowedUids = 25
    BurnHalfLife = 26
    BurnIncreaseMult = 27
    SubnetEmissionEnabled = 28
    MinChildkeyTake = 29
    ActivityCutoffFactorMilli = 30
    TriggerEpoch = 31


HYPERPARAMETER = PlainEnum(Hyperparameter)


@dataclass(frozen=True, slots=True)
class SetSNOwnerHotkey:
    """The owner's hotkey of a subnet was set."""

    netuid: NetUid


@dataclass(frozen=True, slots=True)
class OwnerHyperparamUpdate:
    """An owner changed a setting of a subnet."""

    netuid: NetUid
    hyperparameter: Hyperparameter


@dataclass(frozen=True, slots=True)
class NetworkLastRegistered:
    """A subnet was created."""


@dataclass(frozen=True, slots=True)
class LastTxBlock:
    """A key was swapped by this coldkey."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class LastTxBlockChildKeyTake:
    """A childkey take was set for this hotkey."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class LastTxBlockDelegateTake:
    """A delegate take was raised for this hotkey."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class AddStakeBurn:
    """Stake was bought and burned on a subnet."""

    netuid: NetUid


RateLimitKey = (
    SetSNOwnerHotkey
    | OwnerHyperparamUpdate
    | NetworkLastRegistered
    | LastTxBlock
    | LastTxBlockChildKeyTake
    | LastTxBlockDelegateTake
    | AddStakeBurn
)
RATE_LIMIT_KEY: Codec[RateLimitKey] = TaggedEnum(
    "RateLimitKey",
    {
        0: Struct(SetSNOwnerHotkey, netuid=NET_UID),
        1: Struct(OwnerHyperparamUpdate, netuid=NET_UID, hyperparameter=HYPERPARAMETER),
        2: Struct(NetworkLastRegistered),
        3: Struct(LastTxBlock, account=ACCOUNT_ID),
        4: Struct(LastTxBlockChildKeyTake, account=ACCOUNT_ID),
        5: Struct(LastTxBlockDelegateTake, account=ACCOUNT_ID),
        6: Struct(AddStakeBurn, netuid=NET_UID),
    },
)
