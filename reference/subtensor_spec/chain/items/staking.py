"""Storage items: who staked what with whom."""

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY, TWOX_64_CONCAT
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, BYTES, U64, U128, Option, Vec
from subtensor_spec.chain.storage import DoubleMap, Key, Map, OptionalDoubleMap, OptionalMap, TripleMap, Value
from subtensor_spec.chain.types import (
    ACCOUNT_ID,
    ALPHA,
    NET_UID,
    SAFE_FLOAT,
    TAO,
    U64F64_CODEC,
    ZERO_ACCOUNT,
    AccountId,
    AlphaBalance,
    NetUid,
    TaoBalance,
)

NextStakeJobId = Value[int](SUBTENSOR_MODULE, "NextStakeJobId", U64, 0, "NextStakeJobId.")
Owner = Map[AccountId, AccountId](
    SUBTENSOR_MODULE,
    "Owner",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    ACCOUNT_ID,
    ZERO_ACCOUNT,
    "Owner.",
)
AccountFlags = Map[AccountId, int](
    SUBTENSOR_MODULE,
    "AccountFlags",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    U128,
    0,
    "AccountFlags.",
)
TotalIssuance = Value[TaoBalance](SUBTENSOR_MODULE, "TotalIssuance", TAO, TaoBalance(0), "TotalIssuance.")
TotalStake = Value[TaoBalance](SUBTENSOR_MODULE, "TotalStake", TAO, TaoBalance(0), "TotalStake.")
StakingHotkeys = Map[AccountId, tuple[AccountId, ...]](
    SUBTENSOR_MODULE,
    "StakingHotkeys",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Vec(ACCOUNT_ID),
    (),
    "StakingHotkeys.",
)
OwnedHotkeys = Map[AccountId, tuple[AccountId, ...]](
    SUBTENSOR_MODULE,
    "OwnedHotkeys",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Vec(ACCOUNT_ID),
    (),
    "OwnedHotkeys.",
)
AutoStakeDestination = OptionalDoubleMap[AccountId, NetUid, AccountId](
    SUBTENSOR_MODULE,
    "AutoStakeDestination",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    ACCOUNT_ID,
    "AutoStakeDestination.",
)
AutoStakeDestinationColdkeys = DoubleMap[AccountId, NetUid, tuple[AccountId, ...]](
    SUBTENSOR_MODULE,
    "AutoStakeDestinationColdkeys",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    Vec(ACCOUNT_ID),
    (),
    "AutoStakeDestinationColdkeys.",
)
TotalHotkeyAlpha = DoubleMap[AccountId, NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "TotalHotkeyAlpha",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "TotalHotkeyAlpha.",
)
TotalHotkeyAlphaLastEpoch = DoubleMap[AccountId, NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "TotalHotkeyAlphaLastEpoch",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "TotalHotkeyAlphaLastEpoch.",
)
TotalHotkeyShares = DoubleMap[AccountId, NetUid, U64F64](
    SUBTENSOR_MODULE,
    "TotalHotkeyShares",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    U64F64_CODEC,
    U64F64.ZERO,
    "TotalHotkeyShares.",
)
Alpha = TripleMap[AccountId, AccountId, NetUid, U64F64](
    SUBTENSOR_MODULE,
    "Alpha",
    (Key(BLAKE2_128_CONCAT, ACCOUNT_ID), Key(BLAKE2_128_CONCAT, ACCOUNT_ID), Key(IDENTITY, NET_UID)),
    U64F64_CODEC,
    U64F64.ZERO,
    "Alpha.",
)
TotalHotkeySharesV2 = DoubleMap[AccountId, NetUid, SafeFloat](
    SUBTENSOR_MODULE,
    "TotalHotkeySharesV2",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    SAFE_FLOAT,
    SafeFloat(),
    "TotalHotkeySharesV2.",
)
AlphaV2 = TripleMap[AccountId, AccountId, NetUid, SafeFloat](
    SUBTENSOR_MODULE,
    "AlphaV2",
    (Key(BLAKE2_128_CONCAT, ACCOUNT_ID), Key(BLAKE2_128_CONCAT, ACCOUNT_ID), Key(IDENTITY, NET_UID)),
    SAFE_FLOAT,
    SafeFloat(),
    "AlphaV2.",
)
AlphaMapLastKey = Value[bytes | None](SUBTENSOR_MODULE, "AlphaMapLastKey", Option(BYTES), None, "AlphaMapLastKey.")
AlphaV2MapLastKey = Value[bytes | None](
    SUBTENSOR_MODULE,
    "AlphaV2MapLastKey",
    Option(BYTES),
    None,
    "AlphaV2MapLastKey.",
)
NominatorMinRequiredStake = Value[int](
    SUBTENSOR_MODULE,
    "NominatorMinRequiredStake",
    U64,
    0,
    "NominatorMinRequiredStake.",
)
TransferToggle = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "TransferToggle",
    Key(IDENTITY, NET_UID),
    BOOL,
    True,
    "TransferToggle.",
)
StakeThreshold = Value[int](SUBTENSOR_MODULE, "StakeThreshold", U64, 0, "StakeThreshold.")
LastColdkeyHotkeyStakeBlock = OptionalDoubleMap[AccountId, AccountId, int](
    SUBTENSOR_MODULE,
    "LastColdkeyHotkeyStakeBlock",
    Key(TWOX_64_CONCAT, ACCOUNT_ID),
    Key(TWOX_64_CONCAT, ACCOUNT_ID),
    U64,
    "LastColdkeyHotkeyStakeBlock.",
)
StakingColdkeysByIndex = OptionalMap[int, AccountId](
    SUBTENSOR_MODULE,
    "StakingColdkeysByIndex",
    Key(IDENTITY, U64),
    ACCOUNT_ID,
    "StakingColdkeysByIndex.",
)
StakingColdkeys = OptionalMap[AccountId, int](
    SUBTENSOR_MODULE,
    "StakingColdkeys",
    Key(IDENTITY, ACCOUNT_ID),
    U64,
    "StakingColdkeys.",
)
NumStakingColdkeys = Value[int](SUBTENSOR_MODULE, "NumStakingColdkeys", U64, 0, "NumStakingColdkeys.")
