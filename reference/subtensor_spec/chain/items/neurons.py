"""Storage items: neurons and their registration."""

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY, TWOX_64_CONCAT
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, BYTES, U16, U64, Tuple
from subtensor_spec.chain.storage import DoubleMap, Key, Map, OptionalDoubleMap
from subtensor_spec.chain.types import (
    ACCOUNT_ID,
    H160,
    NET_UID,
    TAO,
    U64F64_CODEC,
    UID,
    ZERO_ACCOUNT,
    AccountId,
    NetUid,
    TaoBalance,
    Uid,
)

UsedWork = Map[bytes, int](SUBTENSOR_MODULE, "UsedWork", Key(IDENTITY, BYTES), U64, 0, "UsedWork.")
MaxRegistrationsPerBlock = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MaxRegistrationsPerBlock",
    Key(IDENTITY, NET_UID),
    U16,
    1,
    "MaxRegistrationsPerBlock.",
)
IsNetworkMember = DoubleMap[AccountId, NetUid, bool](
    SUBTENSOR_MODULE,
    "IsNetworkMember",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    BOOL,
    False,
    "IsNetworkMember.",
)
NetworkRegistrationAllowed = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "NetworkRegistrationAllowed",
    Key(IDENTITY, NET_UID),
    BOOL,
    True,
    "NetworkRegistrationAllowed.",
)
NetworkPowRegistrationAllowed = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "NetworkPowRegistrationAllowed",
    Key(IDENTITY, NET_UID),
    BOOL,
    True,
    "NetworkPowRegistrationAllowed.",
)
RegistrationsThisInterval = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "RegistrationsThisInterval",
    Key(IDENTITY, NET_UID),
    U16,
    0,
    "RegistrationsThisInterval.",
)
POWRegistrationsThisInterval = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "POWRegistrationsThisInterval",
    Key(IDENTITY, NET_UID),
    U16,
    0,
    "POWRegistrationsThisInterval.",
)
BurnRegistrationsThisInterval = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "BurnRegistrationsThisInterval",
    Key(IDENTITY, NET_UID),
    U16,
    0,
    "BurnRegistrationsThisInterval.",
)
MinAllowedUids = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MinAllowedUids",
    Key(IDENTITY, NET_UID),
    U16,
    64,
    "MinAllowedUids.",
)
MaxAllowedUids = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MaxAllowedUids",
    Key(IDENTITY, NET_UID),
    U16,
    256,
    "MaxAllowedUids.",
)
ImmunityPeriod = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "ImmunityPeriod",
    Key(IDENTITY, NET_UID),
    U16,
    4096,
    "ImmunityPeriod.",
)
AdjustmentInterval = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "AdjustmentInterval",
    Key(IDENTITY, NET_UID),
    U16,
    100,
    "AdjustmentInterval.",
)
TargetRegistrationsPerInterval = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "TargetRegistrationsPerInterval",
    Key(IDENTITY, NET_UID),
    U16,
    2,
    "TargetRegistrationsPerInterval.",
)
AdjustmentAlpha = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "AdjustmentAlpha",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "AdjustmentAlpha.",
)
Burn = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "Burn",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(100_000_000),
    "Burn.",
)
Difficulty = Map[NetUid, int](SUBTENSOR_MODULE, "Difficulty", Key(IDENTITY, NET_UID), U64, 10_000_000, "Difficulty.")
MinBurn = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "MinBurn",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(500_000),
    "MinBurn.",
)
MaxBurn = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "MaxBurn",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(100_000_000_000),
    "MaxBurn.",
)
MinDifficulty = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MinDifficulty",
    Key(IDENTITY, NET_UID),
    U64,
    10_000_000,
    "MinDifficulty.",
)
MaxDifficulty = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MaxDifficulty",
    Key(IDENTITY, NET_UID),
    U64,
    4_611_686_018_427_387_903,
    "MaxDifficulty.",
)
LastAdjustmentBlock = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "LastAdjustmentBlock",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "LastAdjustmentBlock.",
)
RegistrationsThisBlock = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "RegistrationsThisBlock",
    Key(IDENTITY, NET_UID),
    U16,
    0,
    "RegistrationsThisBlock.",
)
RAORecycledForRegistration = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "RAORecycledForRegistration",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(0),
    "RAORecycledForRegistration.",
)
ImmuneOwnerUidsLimit = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "ImmuneOwnerUidsLimit",
    Key(IDENTITY, NET_UID),
    U16,
    1,
    "ImmuneOwnerUidsLimit.",
)
Uids = OptionalDoubleMap[NetUid, AccountId, Uid](
    SUBTENSOR_MODULE,
    "Uids",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    UID,
    "Uids.",
)
Keys = DoubleMap[NetUid, Uid, AccountId](
    SUBTENSOR_MODULE,
    "Keys",
    Key(IDENTITY, NET_UID),
    Key(IDENTITY, UID),
    ACCOUNT_ID,
    ZERO_ACCOUNT,
    "Keys.",
)
BlockAtRegistration = DoubleMap[NetUid, Uid, int](
    SUBTENSOR_MODULE,
    "BlockAtRegistration",
    Key(IDENTITY, NET_UID),
    Key(IDENTITY, UID),
    U64,
    0,
    "BlockAtRegistration.",
)
AssociatedEvmAddress = OptionalDoubleMap[NetUid, Uid, tuple[bytes, int]](
    SUBTENSOR_MODULE,
    "AssociatedEvmAddress",
    Key(TWOX_64_CONCAT, NET_UID),
    Key(TWOX_64_CONCAT, UID),
    Tuple(H160, U64),
    "AssociatedEvmAddress.",
)
MinNonImmuneUids = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MinNonImmuneUids",
    Key(IDENTITY, NET_UID),
    U16,
    10,
    "MinNonImmuneUids.",
)
BurnHalfLife = Map[NetUid, int](SUBTENSOR_MODULE, "BurnHalfLife", Key(IDENTITY, NET_UID), U16, 360, "BurnHalfLife.")
BurnIncreaseMult = Map[NetUid, U64F64](
    SUBTENSOR_MODULE,
    "BurnIncreaseMult",
    Key(IDENTITY, NET_UID),
    U64F64_CODEC,
    U64F64.from_bits(23_242_897_532_874_035_200),
    "BurnIncreaseMult.",
)
