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

MinActivityCutoff = Value[int](SUBTENSOR_MODULE, "MinActivityCutoff", U16, 360, "MinActivityCutoff.")
ActivityCutoffFactorMilli = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "ActivityCutoffFactorMilli",
    Key(IDENTITY, NET_UID),
    U32,
    13_889,
    "ActivityCutoffFactorMilli.",
)
Rho = Map[NetUid, int](SUBTENSOR_MODULE, "Rho", Key(IDENTITY, NET_UID), U16, 10, "Rho.")
AlphaSigmoidSteepness = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "AlphaSigmoidSteepness",
    Key(IDENTITY, NET_UID),
    I16,
    1000,
    "AlphaSigmoidSteepness.",
)
Kappa = Map[NetUid, int](SUBTENSOR_MODULE, "Kappa", Key(IDENTITY, NET_UID), U16, 32_767, "Kappa.")
ActivityCutoff = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "ActivityCutoff",
    Key(IDENTITY, NET_UID),
    U16,
    5000,
    "ActivityCutoff.",
)
MaxAllowedValidators = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MaxAllowedValidators",
    Key(IDENTITY, NET_UID),
    U16,
    128,
    "MaxAllowedValidators.",
)
BondsMovingAverage = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "BondsMovingAverage",
    Key(IDENTITY, NET_UID),
    U64,
    900_000,
    "BondsMovingAverage.",
)
BondsPenalty = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "BondsPenalty",
    Key(IDENTITY, NET_UID),
    U16,
    65_535,
    "BondsPenalty.",
)
BondsResetOn = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "BondsResetOn",
    Key(IDENTITY, NET_UID),
    BOOL,
    False,
    "BondsResetOn.",
)
ValidatorPruneLen = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "ValidatorPruneLen",
    Key(IDENTITY, NET_UID),
    U64,
    1,
    "ValidatorPruneLen.",
)
ScalingLawPower = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "ScalingLawPower",
    Key(IDENTITY, NET_UID),
    U16,
    50,
    "ScalingLawPower.",
)
LiquidAlphaOn = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "LiquidAlphaOn",
    Key(BLAKE2_128_CONCAT, NET_UID),
    BOOL,
    False,
    "LiquidAlphaOn.",
)
Yuma3On = Map[NetUid, bool](SUBTENSOR_MODULE, "Yuma3On", Key(BLAKE2_128_CONCAT, NET_UID), BOOL, False, "Yuma3On.")
AlphaValues = Map[NetUid, tuple[int, int]](
    SUBTENSOR_MODULE,
    "AlphaValues",
    Key(IDENTITY, NET_UID),
    Tuple(U16, U16),
    (45875, 58982),
    "AlphaValues.",
)
StakeWeight = Map[NetUid, tuple[int, ...]](
    SUBTENSOR_MODULE,
    "StakeWeight",
    Key(IDENTITY, NET_UID),
    Vec(U16),
    (),
    "StakeWeight.",
)
LoadedEmission = OptionalMap[NetUid, tuple[tuple[AccountId, int, int], ...]](
    SUBTENSOR_MODULE,
    "LoadedEmission",
    Key(IDENTITY, NET_UID),
    Vec(Tuple(ACCOUNT_ID, U64, U64)),
    "LoadedEmission.",
)
Active = Map[NetUid, tuple[bool, ...]](SUBTENSOR_MODULE, "Active", Key(IDENTITY, NET_UID), Vec(BOOL), (), "Active.")
Consensus = Map[NetUid, tuple[int, ...]](
    SUBTENSOR_MODULE,
    "Consensus",
    Key(IDENTITY, NET_UID),
    Vec(U16),
    (),
    "Consensus.",
)
Incentive = Map[NetUidStorageIndex, tuple[int, ...]](
    SUBTENSOR_MODULE,
    "Incentive",
    Key(IDENTITY, NET_UID_STORAGE_INDEX),
    Vec(U16),
    (),
    "Incentive.",
)
Dividends = Map[NetUid, tuple[int, ...]](
    SUBTENSOR_MODULE,
    "Dividends",
    Key(IDENTITY, NET_UID),
    Vec(U16),
    (),
    "Dividends.",
)
Emission = Map[NetUid, tuple[AlphaBalance, ...]](
    SUBTENSOR_MODULE,
    "Emission",
    Key(IDENTITY, NET_UID),
    Vec(ALPHA),
    (),
    "Emission.",
)
LastUpdate = Map[NetUidStorageIndex, tuple[int, ...]](
    SUBTENSOR_MODULE,
    "LastUpdate",
    Key(IDENTITY, NET_UID_STORAGE_INDEX),
    Vec(U64),
    (),
    "LastUpdate.",
)
ValidatorTrust = Map[NetUid, tuple[int, ...]](
    SUBTENSOR_MODULE,
    "ValidatorTrust",
    Key(IDENTITY, NET_UID),
    Vec(U16),
    (),
    "ValidatorTrust.",
)
ValidatorPermit = Map[NetUid, tuple[bool, ...]](
    SUBTENSOR_MODULE,
    "ValidatorPermit",
    Key(IDENTITY, NET_UID),
    Vec(BOOL),
    (),
    "ValidatorPermit.",
)
Weights = DoubleMap[NetUidStorageIndex, Uid, tuple[tuple[int, int], ...]](
    SUBTENSOR_MODULE,
    "Weights",
    Key(IDENTITY, NET_UID_STORAGE_INDEX),
    Key(IDENTITY, UID),
    Vec(WEIGHT),
    (),
    "Weights.",
)
Bonds = DoubleMap[NetUidStorageIndex, Uid, tuple[tuple[int, int], ...]](
    SUBTENSOR_MODULE,
    "Bonds",
    Key(IDENTITY, NET_UID_STORAGE_INDEX),
    Key(IDENTITY, UID),
    Vec(WEIGHT),
    (),
    "Bonds.",
)
MaxMechanismCount = Value[MechId](SUBTENSOR_MODULE, "MaxMechanismCount", MECH_ID, MechId(2), "MaxMechanismCount.")
MechanismCountCurrent = Map[NetUid, MechId](
    SUBTENSOR_MODULE,
    "MechanismCountCurrent",
    Key(TWOX_64_CONCAT, NET_UID),
    MECH_ID,
    MechId(1),
    "MechanismCountCurrent.",
)
MechanismEmissionSplit = OptionalMap[NetUid, tuple[int, ...]](
    SUBTENSOR_MODULE,
    "MechanismEmissionSplit",
    Key(TWOX_64_CONCAT, NET_UID),
    Vec(U16),
    "MechanismEmissionSplit.",
)
