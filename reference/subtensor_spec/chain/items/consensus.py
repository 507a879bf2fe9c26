"""Storage items: the epoch and its results."""

from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY, TWOX_64_CONCAT
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, I16, U16, U32, U64, Tuple, Vec
from subtensor_spec.chain.storage import DoubleMap, Key, Map, OptionalMap, Value
from subtensor_spec.chain.types import (
    ACCOUNT_ID,
    ALPHA,
    MECH_ID,
    NET_UID,
    NET_UID_STORAGE_INDEX,
    UID,
    WEIGHT,
    AccountId,
    AlphaBalance,
    MechId,
    NetUid,
    NetUidStorageIndex,
    Uid,
)

MinActivityCutoff = Value[int](
    SUBTENSOR_MODULE, "MinActivityCutoff", U16, 360, "The least activity cutoff that may be set, in blocks."
)
ActivityCutoffFactorMilli = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "ActivityCutoffFactorMilli",
    Key(IDENTITY, NET_UID),
    U32,
    13_889,
    "Tempos after which a neuron without new weights is inactive, in thousandths.",
)
Rho = Map[NetUid, int](
    SUBTENSOR_MODULE, "Rho", Key(IDENTITY, NET_UID), U16, 10, "A slope that the epoch no longer uses."
)
AlphaSigmoidSteepness = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "AlphaSigmoidSteepness",
    Key(IDENTITY, NET_UID),
    I16,
    1000,
    "Steepness of liquid alpha's sigmoid, in hundredths; may be negative.",
)
Kappa = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "Kappa",
    Key(IDENTITY, NET_UID),
    U16,
    32_767,
    "The majority of stake that consensus needs, in parts of 65 535.",
)
ActivityCutoff = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "ActivityCutoff",
    Key(IDENTITY, NET_UID),
    U16,
    5000,
    "Blocks after which a neuron without new weights was inactive; replaced by the factor.",
)
MaxAllowedValidators = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MaxAllowedValidators",
    Key(IDENTITY, NET_UID),
    U16,
    128,
    "The number of validator permits of a subnet.",
)
BondsMovingAverage = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "BondsMovingAverage",
    Key(IDENTITY, NET_UID),
    U64,
    900_000,
    "What of a bond stays in an epoch, in millionths.",
)
BondsPenalty = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "BondsPenalty",
    Key(IDENTITY, NET_UID),
    U16,
    65_535,
    "How far weights above consensus are cut for bonds, in parts of 65 535.",
)
BondsResetOn = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "BondsResetOn",
    Key(IDENTITY, NET_UID),
    BOOL,
    False,
    "Whether a commitment resets its author's bonds.",
)
ValidatorPruneLen = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "ValidatorPruneLen",
    Key(IDENTITY, NET_UID),
    U64,
    1,
    "A length that nothing reads any more.",
)
ScalingLawPower = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "ScalingLawPower",
    Key(IDENTITY, NET_UID),
    U16,
    50,
    "A power that nothing reads any more.",
)
LiquidAlphaOn = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "LiquidAlphaOn",
    Key(BLAKE2_128_CONCAT, NET_UID),
    BOOL,
    False,
    "Whether the rate of bonds follows consensus, bond by bond.",
)
Yuma3On = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "Yuma3On",
    Key(BLAKE2_128_CONCAT, NET_UID),
    BOOL,
    False,
    "Whether a subnet's bonds are those of Yuma 3.",
)
AlphaValues = Map[NetUid, tuple[int, int]](
    SUBTENSOR_MODULE,
    "AlphaValues",
    Key(IDENTITY, NET_UID),
    Tuple(U16, U16),
    (45875, 58982),
    "The least and the greatest rate of new bonds under liquid alpha, in parts of 65 535.",
)
StakeWeight = Map[NetUid, tuple[int, ...]](
    SUBTENSOR_MODULE,
    "StakeWeight",
    Key(IDENTITY, NET_UID),
    Vec(U16),
    (),
    "The stake weight of each neuron at the last epoch, by uid, as a part of 65 535 of the greatest.",
)
LoadedEmission = OptionalMap[NetUid, tuple[tuple[AccountId, int, int], ...]](
    SUBTENSOR_MODULE,
    "LoadedEmission",
    Key(IDENTITY, NET_UID),
    Vec(Tuple(ACCOUNT_ID, U64, U64)),
    "Emission waiting for hotkeys of a subnet, in rao; no longer written.",
)
Active = Map[NetUid, tuple[bool, ...]](
    SUBTENSOR_MODULE,
    "Active",
    Key(IDENTITY, NET_UID),
    Vec(BOOL),
    (),
    "Whether each neuron set weights recently enough to count, by uid.",
)
Consensus = Map[NetUid, tuple[int, ...]](
    SUBTENSOR_MODULE,
    "Consensus",
    Key(IDENTITY, NET_UID),
    Vec(U16),
    (),
    "The consensus weight of each neuron, by uid, in parts of 65 535.",
)
Incentive = Map[NetUidStorageIndex, tuple[int, ...]](
    SUBTENSOR_MODULE,
    "Incentive",
    Key(IDENTITY, NET_UID_STORAGE_INDEX),
    Vec(U16),
    (),
    "The incentive of each neuron of a mechanism, by uid, in parts of 65 535.",
)
Dividends = Map[NetUid, tuple[int, ...]](
    SUBTENSOR_MODULE,
    "Dividends",
    Key(IDENTITY, NET_UID),
    Vec(U16),
    (),
    "The dividends of each neuron, by uid, in parts of 65 535.",
)
Emission = Map[NetUid, tuple[AlphaBalance, ...]](
    SUBTENSOR_MODULE,
    "Emission",
    Key(IDENTITY, NET_UID),
    Vec(ALPHA),
    (),
    "What the last epoch gave each neuron, by uid, in rao of alpha.",
)
LastUpdate = Map[NetUidStorageIndex, tuple[int, ...]](
    SUBTENSOR_MODULE,
    "LastUpdate",
    Key(IDENTITY, NET_UID_STORAGE_INDEX),
    Vec(U64),
    (),
    "The block at which each neuron of a mechanism last set or committed weights, by uid.",
)
ValidatorTrust = Map[NetUid, tuple[int, ...]](
    SUBTENSOR_MODULE,
    "ValidatorTrust",
    Key(IDENTITY, NET_UID),
    Vec(U16),
    (),
    "The part of each validator's weights that survived clipping, by uid, in parts of 65 535.",
)
ValidatorPermit = Map[NetUid, tuple[bool, ...]](
    SUBTENSOR_MODULE,
    "ValidatorPermit",
    Key(IDENTITY, NET_UID),
    Vec(BOOL),
    (),
    "Whether each neuron may set weights for others, by uid.",
)
Weights = DoubleMap[NetUidStorageIndex, Uid, tuple[tuple[int, int], ...]](
    SUBTENSOR_MODULE,
    "Weights",
    Key(IDENTITY, NET_UID_STORAGE_INDEX),
    Key(IDENTITY, UID),
    Vec(WEIGHT),
    (),
    "The weights that a neuron set in a mechanism: pairs of uid and weight.",
)
Bonds = DoubleMap[NetUidStorageIndex, Uid, tuple[tuple[int, int], ...]](
    SUBTENSOR_MODULE,
    "Bonds",
    Key(IDENTITY, NET_UID_STORAGE_INDEX),
    Key(IDENTITY, UID),
    Vec(WEIGHT),
    (),
    "The bonds of a validator in a mechanism after the last epoch: pairs of uid and bond in parts of 65 535.",
)
MaxMechanismCount = Value[MechId](
    SUBTENSOR_MODULE, "MaxMechanismCount", MECH_ID, MechId(2), "The most mechanisms that a subnet may have."
)
MechanismCountCurrent = Map[NetUid, MechId](
    SUBTENSOR_MODULE,
    "MechanismCountCurrent",
    Key(TWOX_64_CONCAT, NET_UID),
    MECH_ID,
    MechId(1),
    "The number of mechanisms of a subnet.",
)
MechanismEmissionSplit = OptionalMap[NetUid, tuple[int, ...]](
    SUBTENSOR_MODULE,
    "MechanismEmissionSplit",
    Key(TWOX_64_CONCAT, NET_UID),
    Vec(U16),
    "How mechanisms share a subnet's emission, in parts of 65 535; none means evenly.",
)
