"""Storage items: neurons and their registration."""

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY, TWOX_64_CONCAT
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, U16, U64, Tuple
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

MaxRegistrationsPerBlock = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MaxRegistrationsPerBlock",
    Key(IDENTITY, NET_UID),
    U16,
    1,
    "The most registrations in a subnet in one block.",
)
IsNetworkMember = DoubleMap[AccountId, NetUid, bool](
    SUBTENSOR_MODULE,
    "IsNetworkMember",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    BOOL,
    False,
    "Whether a hotkey is a neuron of a subnet.",
)
NetworkRegistrationAllowed = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "NetworkRegistrationAllowed",
    Key(IDENTITY, NET_UID),
    BOOL,
    True,
    "Whether neurons may register in a subnet.",
)
RegistrationsThisInterval = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "RegistrationsThisInterval",
    Key(IDENTITY, NET_UID),
    U16,
    0,
    "Registrations in a subnet in the interval that runs.",
)
BurnRegistrationsThisInterval = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "BurnRegistrationsThisInterval",
    Key(IDENTITY, NET_UID),
    U16,
    0,
    "Registrations by payment in the interval that runs.",
)
MinAllowedUids = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MinAllowedUids",
    Key(IDENTITY, NET_UID),
    U16,
    64,
    "The fewest neurons that a subnet may be limited to.",
)
MaxAllowedUids = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MaxAllowedUids",
    Key(IDENTITY, NET_UID),
    U16,
    256,
    "The most neurons that a subnet may have.",
)
ImmunityPeriod = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "ImmunityPeriod",
    Key(IDENTITY, NET_UID),
    U16,
    4096,
    "Blocks in which a new neuron is not pruned.",
)
AdjustmentInterval = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "AdjustmentInterval",
    Key(IDENTITY, NET_UID),
    U16,
    100,
    "Blocks of an interval in which registrations are counted.",
)
TargetRegistrationsPerInterval = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "TargetRegistrationsPerInterval",
    Key(IDENTITY, NET_UID),
    U16,
    2,
    "The number of registrations in an interval that the price aims at.",
)
AdjustmentAlpha = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "AdjustmentAlpha",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "The weight of the old price in adjustments the older way, of 2⁶⁴ − 1.",
)
Burn = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "Burn",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(100_000_000),
    "The price of a registration in a subnet, in rao of TAO.",
)
MinBurn = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "MinBurn",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(500_000),
    "The least price of a registration in a subnet, in rao of TAO.",
)
MaxBurn = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "MaxBurn",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(100_000_000_000),
    "The greatest price of a registration in a subnet, in rao of TAO.",
)
LastAdjustmentBlock = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "LastAdjustmentBlock",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "The block at which a subnet's price of registration was last adjusted the older way.",
)
RegistrationsThisBlock = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "RegistrationsThisBlock",
    Key(IDENTITY, NET_UID),
    U16,
    0,
    "Registrations in a subnet in this block.",
)
RAORecycledForRegistration = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "RAORecycledForRegistration",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(0),
    "TAO paid for registrations in a subnet so far, in rao.",
)
ImmuneOwnerUidsLimit = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "ImmuneOwnerUidsLimit",
    Key(IDENTITY, NET_UID),
    U16,
    1,
    "How many neurons of a subnet's owner are never pruned.",
)
Uids = OptionalDoubleMap[NetUid, AccountId, Uid](
    SUBTENSOR_MODULE,
    "Uids",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    UID,
    "The uid of a hotkey in a subnet.",
)
Keys = DoubleMap[NetUid, Uid, AccountId](
    SUBTENSOR_MODULE,
    "Keys",
    Key(IDENTITY, NET_UID),
    Key(IDENTITY, UID),
    ACCOUNT_ID,
    ZERO_ACCOUNT,
    "The hotkey of a uid in a subnet.",
)
BlockAtRegistration = DoubleMap[NetUid, Uid, int](
    SUBTENSOR_MODULE,
    "BlockAtRegistration",
    Key(IDENTITY, NET_UID),
    Key(IDENTITY, UID),
    U64,
    0,
    "The block at which the neuron of a uid was registered.",
)
AssociatedEvmAddress = OptionalDoubleMap[NetUid, Uid, tuple[bytes, int]](
    SUBTENSOR_MODULE,
    "AssociatedEvmAddress",
    Key(TWOX_64_CONCAT, NET_UID),
    Key(TWOX_64_CONCAT, UID),
    Tuple(H160, U64),
    "The EVM address of a neuron and the block at which it was given; carried, not specified.",
)
MinNonImmuneUids = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MinNonImmuneUids",
    Key(IDENTITY, NET_UID),
    U16,
    10,
    "The fewest neurons of a subnet that are not immune when one is to be pruned.",
)
BurnHalfLife = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "BurnHalfLife",
    Key(IDENTITY, NET_UID),
    U16,
    360,
    "Blocks in which the price of a registration halves.",
)
BurnIncreaseMult = Map[NetUid, U64F64](
    SUBTENSOR_MODULE,
    "BurnIncreaseMult",
    Key(IDENTITY, NET_UID),
    U64F64_CODEC,
    U64F64.from_bits(23_242_897_532_874_035_200),
    "What a registration multiplies the next one's price by.",
)
