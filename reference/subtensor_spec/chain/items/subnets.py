"""Storage items: subnets."""

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY, TWOX_64_CONCAT
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, BYTES, U16, U64
from subtensor_spec.chain.storage import DoubleMap, Key, Map, OptionalMap, Value
from subtensor_spec.chain.types import (
    ACCOUNT_ID,
    ALPHA,
    BLOCK_NUMBER,
    LEASE_ID,
    NET_UID,
    SUBNET_IDENTITY,
    SUBNET_LEASE,
    TAO,
    U64F64_CODEC,
    ZERO_ACCOUNT,
    AccountId,
    AlphaBalance,
    BlockNumber,
    LeaseId,
    NetUid,
    SubnetIdentityV3,
    SubnetLease,
    TaoBalance,
)

DissolveNetworkScheduleDuration = Value[BlockNumber](
    SUBTENSOR_MODULE,
    "DissolveNetworkScheduleDuration",
    BLOCK_NUMBER,
    BlockNumber(36_000),
    "DissolveNetworkScheduleDuration.",
)
SubnetLimit = Value[int](SUBTENSOR_MODULE, "SubnetLimit", U16, 128, "SubnetLimit.")
TokenSymbol = Map[NetUid, bytes](
    SUBTENSOR_MODULE,
    "TokenSymbol",
    Key(IDENTITY, NET_UID),
    BYTES,
    b"\xf0\x9d\x9c\x8f",
    "TokenSymbol.",
)
TotalNetworks = Value[int](SUBTENSOR_MODULE, "TotalNetworks", U16, 0, "TotalNetworks.")
NetworkImmunityPeriod = Value[int](
    SUBTENSOR_MODULE,
    "NetworkImmunityPeriod",
    U64,
    1_296_000,
    "NetworkImmunityPeriod.",
)
StartCallDelay = Value[int](SUBTENSOR_MODULE, "StartCallDelay", U64, 0, "StartCallDelay.")
NetworkMinLockCost = Value[TaoBalance](
    SUBTENSOR_MODULE,
    "NetworkMinLockCost",
    TAO,
    TaoBalance(1_000_000_000_000),
    "NetworkMinLockCost.",
)
NetworkLastLockCost = Value[TaoBalance](
    SUBTENSOR_MODULE,
    "NetworkLastLockCost",
    TAO,
    TaoBalance(1_000_000_000_000),
    "NetworkLastLockCost.",
)
NetworkLockReductionInterval = Value[int](
    SUBTENSOR_MODULE,
    "NetworkLockReductionInterval",
    U64,
    100_800,
    "NetworkLockReductionInterval.",
)
NetworkRateLimit = Value[int](SUBTENSOR_MODULE, "NetworkRateLimit", U64, 7200, "NetworkRateLimit.")
SubnetLocked = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "SubnetLocked",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(0),
    "SubnetLocked.",
)
LargestLocked = Map[NetUid, int](SUBTENSOR_MODULE, "LargestLocked", Key(IDENTITY, NET_UID), U64, 0, "LargestLocked.")
SubnetworkN = Map[NetUid, int](SUBTENSOR_MODULE, "SubnetworkN", Key(IDENTITY, NET_UID), U16, 0, "SubnetworkN.")
NetworksAdded = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "NetworksAdded",
    Key(IDENTITY, NET_UID),
    BOOL,
    False,
    "NetworksAdded.",
)
NetworkRegisteredAt = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "NetworkRegisteredAt",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "NetworkRegisteredAt.",
)
RegisteredSubnetCounter = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "RegisteredSubnetCounter",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "RegisteredSubnetCounter.",
)
SubnetOwner = Map[NetUid, AccountId](
    SUBTENSOR_MODULE,
    "SubnetOwner",
    Key(IDENTITY, NET_UID),
    ACCOUNT_ID,
    ZERO_ACCOUNT,
    "SubnetOwner.",
)
SubnetOwnerHotkey = Map[NetUid, AccountId](
    SUBTENSOR_MODULE,
    "SubnetOwnerHotkey",
    Key(IDENTITY, NET_UID),
    ACCOUNT_ID,
    ZERO_ACCOUNT,
    "SubnetOwnerHotkey.",
)
SubnetIdentitiesV3 = OptionalMap[NetUid, SubnetIdentityV3](
    SUBTENSOR_MODULE,
    "SubnetIdentitiesV3",
    Key(BLAKE2_128_CONCAT, NET_UID),
    SUBNET_IDENTITY,
    "SubnetIdentitiesV3.",
)
SubnetLeases = OptionalMap[LeaseId, SubnetLease](
    SUBTENSOR_MODULE,
    "SubnetLeases",
    Key(TWOX_64_CONCAT, LEASE_ID),
    SUBNET_LEASE,
    "SubnetLeases.",
)
SubnetLeaseShares = DoubleMap[LeaseId, AccountId, U64F64](
    SUBTENSOR_MODULE,
    "SubnetLeaseShares",
    Key(TWOX_64_CONCAT, LEASE_ID),
    Key(IDENTITY, ACCOUNT_ID),
    U64F64_CODEC,
    U64F64.ZERO,
    "SubnetLeaseShares.",
)
SubnetUidToLeaseId = OptionalMap[NetUid, LeaseId](
    SUBTENSOR_MODULE,
    "SubnetUidToLeaseId",
    Key(TWOX_64_CONCAT, NET_UID),
    LEASE_ID,
    "SubnetUidToLeaseId.",
)
NextSubnetLeaseId = Value[LeaseId](SUBTENSOR_MODULE, "NextSubnetLeaseId", LEASE_ID, LeaseId(0), "NextSubnetLeaseId.")
AccumulatedLeaseDividends = Map[LeaseId, AlphaBalance](
    SUBTENSOR_MODULE,
    "AccumulatedLeaseDividends",
    Key(TWOX_64_CONCAT, LEASE_ID),
    ALPHA,
    AlphaBalance(0),
    "AccumulatedLeaseDividends.",
)
NetworkRegistrationStartBlock = Value[int](
    SUBTENSOR_MODULE,
    "NetworkRegistrationStartBlock",
    U64,
    0,
    "NetworkRegistrationStartBlock.",
)
