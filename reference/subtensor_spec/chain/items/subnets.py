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
    "Blocks from the asking for a dissolution until it is done.",
)
SubnetLimit = Value[int](SUBTENSOR_MODULE, "SubnetLimit", U16, 128, "The most subnets that there may be.")
TokenSymbol = Map[NetUid, bytes](
    SUBTENSOR_MODULE,
    "TokenSymbol",
    Key(IDENTITY, NET_UID),
    BYTES,
    b"\xf0\x9d\x9c\x8f",
    "The symbol of a subnet's alpha, in UTF-8.",
)
TotalNetworks = Value[int](SUBTENSOR_MODULE, "TotalNetworks", U16, 0, "How many subnets there are, root included.")
NetworkImmunityPeriod = Value[int](
    SUBTENSOR_MODULE,
    "NetworkImmunityPeriod",
    U64,
    1_296_000,
    "Blocks in which a new subnet is not pruned.",
)
StartCallDelay = Value[int](
    SUBTENSOR_MODULE, "StartCallDelay", U64, 0, "Blocks from a subnet's registration until it may be started."
)
NetworkMinLockCost = Value[TaoBalance](
    SUBTENSOR_MODULE,
    "NetworkMinLockCost",
    TAO,
    TaoBalance(1_000_000_000_000),
    "The least cost of a new subnet, in rao of TAO.",
)
NetworkLastLockCost = Value[TaoBalance](
    SUBTENSOR_MODULE,
    "NetworkLastLockCost",
    TAO,
    TaoBalance(1_000_000_000_000),
    "What the last new subnet cost, in rao of TAO.",
)
NetworkLockReductionInterval = Value[int](
    SUBTENSOR_MODULE,
    "NetworkLockReductionInterval",
    U64,
    100_800,
    "Blocks in which the cost of a new subnet falls from twice the last cost to the least.",
)
NetworkRateLimit = Value[int](
    SUBTENSOR_MODULE, "NetworkRateLimit", U64, 7200, "Blocks between two registrations of subnets."
)
SubnetLocked = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "SubnetLocked",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(0),
    "TAO that a subnet's owner paid for it, in rao.",
)
LargestLocked = Map[NetUid, int](
    SUBTENSOR_MODULE, "LargestLocked", Key(IDENTITY, NET_UID), U64, 0, "An amount that nothing reads any more."
)
SubnetworkN = Map[NetUid, int](
    SUBTENSOR_MODULE, "SubnetworkN", Key(IDENTITY, NET_UID), U16, 0, "How many neurons a subnet has."
)
NetworksAdded = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "NetworksAdded",
    Key(IDENTITY, NET_UID),
    BOOL,
    False,
    "Whether a subnet exists.",
)
NetworkRegisteredAt = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "NetworkRegisteredAt",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "The block at which a subnet was registered.",
)
RegisteredSubnetCounter = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "RegisteredSubnetCounter",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "How often a netuid has been registered.",
)
SubnetOwner = Map[NetUid, AccountId](
    SUBTENSOR_MODULE,
    "SubnetOwner",
    Key(IDENTITY, NET_UID),
    ACCOUNT_ID,
    ZERO_ACCOUNT,
    "The coldkey that owns a subnet.",
)
SubnetOwnerHotkey = Map[NetUid, AccountId](
    SUBTENSOR_MODULE,
    "SubnetOwnerHotkey",
    Key(IDENTITY, NET_UID),
    ACCOUNT_ID,
    ZERO_ACCOUNT,
    "The hotkey of a subnet's owner.",
)
SubnetIdentitiesV3 = OptionalMap[NetUid, SubnetIdentityV3](
    SUBTENSOR_MODULE,
    "SubnetIdentitiesV3",
    Key(BLAKE2_128_CONCAT, NET_UID),
    SUBNET_IDENTITY,
    "What a subnet says of itself.",
)
SubnetLeases = OptionalMap[LeaseId, SubnetLease](
    SUBTENSOR_MODULE,
    "SubnetLeases",
    Key(TWOX_64_CONCAT, LEASE_ID),
    SUBNET_LEASE,
    "Leases of subnets; carried, not specified.",
)
SubnetLeaseShares = DoubleMap[LeaseId, AccountId, U64F64](
    SUBTENSOR_MODULE,
    "SubnetLeaseShares",
    Key(TWOX_64_CONCAT, LEASE_ID),
    Key(IDENTITY, ACCOUNT_ID),
    U64F64_CODEC,
    U64F64.ZERO,
    "Shares of a lease; carried, not specified.",
)
SubnetUidToLeaseId = OptionalMap[NetUid, LeaseId](
    SUBTENSOR_MODULE,
    "SubnetUidToLeaseId",
    Key(TWOX_64_CONCAT, NET_UID),
    LEASE_ID,
    "The lease of a subnet; carried, not specified.",
)
NextSubnetLeaseId = Value[LeaseId](
    SUBTENSOR_MODULE, "NextSubnetLeaseId", LEASE_ID, LeaseId(0), "The number of the next lease; carried, not specified."
)
AccumulatedLeaseDividends = Map[LeaseId, AlphaBalance](
    SUBTENSOR_MODULE,
    "AccumulatedLeaseDividends",
    Key(TWOX_64_CONCAT, LEASE_ID),
    ALPHA,
    AlphaBalance(0),
    "Dividends of a lease not yet paid, in rao of alpha; carried, not specified.",
)
NetworkRegistrationStartBlock = Value[int](
    SUBTENSOR_MODULE,
    "NetworkRegistrationStartBlock",
    U64,
    0,
    "The block from which subnets may be registered.",
)
