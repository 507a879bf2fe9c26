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

NextStakeJobId = Value[int](
    SUBTENSOR_MODULE, "NextStakeJobId", U64, 0, "The number of the next job of staking; nothing makes one any more."
)
Owner = Map[AccountId, AccountId](
    SUBTENSOR_MODULE,
    "Owner",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    ACCOUNT_ID,
    ZERO_ACCOUNT,
    "The coldkey that owns a hotkey.",
)
AccountFlags = Map[AccountId, int](
    SUBTENSOR_MODULE,
    "AccountFlags",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    U128,
    0,
    "Bits of what an account does not want: the lowest, that locked alpha be transferred to it.",
)
TotalIssuance = Value[TaoBalance](
    SUBTENSOR_MODULE, "TotalIssuance", TAO, TaoBalance(0), "All TAO that there is, in rao, as this pallet counts it."
)
TotalStake = Value[TaoBalance](
    SUBTENSOR_MODULE,
    "TotalStake",
    TAO,
    TaoBalance(0),
    "All TAO in pools and on root, in rao, as this pallet counts it.",
)
StakingHotkeys = Map[AccountId, tuple[AccountId, ...]](
    SUBTENSOR_MODULE,
    "StakingHotkeys",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Vec(ACCOUNT_ID),
    (),
    "The hotkeys that a coldkey has staked with.",
)
OwnedHotkeys = Map[AccountId, tuple[AccountId, ...]](
    SUBTENSOR_MODULE,
    "OwnedHotkeys",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Vec(ACCOUNT_ID),
    (),
    "The hotkeys that a coldkey owns.",
)
AutoStakeDestination = OptionalDoubleMap[AccountId, NetUid, AccountId](
    SUBTENSOR_MODULE,
    "AutoStakeDestination",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    ACCOUNT_ID,
    "The hotkey that a coldkey's miner emission on a subnet is staked with.",
)
AutoStakeDestinationColdkeys = DoubleMap[AccountId, NetUid, tuple[AccountId, ...]](
    SUBTENSOR_MODULE,
    "AutoStakeDestinationColdkeys",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    Vec(ACCOUNT_ID),
    (),
    "The coldkeys whose miner emission on a subnet is staked with a hotkey.",
)
TotalHotkeyAlpha = DoubleMap[AccountId, NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "TotalHotkeyAlpha",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "All stake with a hotkey on a subnet, in rao of alpha: the value of its share pool.",
)
TotalHotkeyAlphaLastEpoch = DoubleMap[AccountId, NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "TotalHotkeyAlphaLastEpoch",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "The stake with a hotkey on a subnet at its last epoch, in rao of alpha.",
)
TotalHotkeyShares = DoubleMap[AccountId, NetUid, U64F64](
    SUBTENSOR_MODULE,
    "TotalHotkeyShares",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    U64F64_CODEC,
    U64F64.ZERO,
    "The denominator of a hotkey's share pool on a subnet, of the first kind.",
)
Alpha = TripleMap[AccountId, AccountId, NetUid, U64F64](
    SUBTENSOR_MODULE,
    "Alpha",
    (Key(BLAKE2_128_CONCAT, ACCOUNT_ID), Key(BLAKE2_128_CONCAT, ACCOUNT_ID), Key(IDENTITY, NET_UID)),
    U64F64_CODEC,
    U64F64.ZERO,
    "A coldkey's share of a hotkey's pool on a subnet, of the first kind.",
)
TotalHotkeySharesV2 = DoubleMap[AccountId, NetUid, SafeFloat](
    SUBTENSOR_MODULE,
    "TotalHotkeySharesV2",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    SAFE_FLOAT,
    SafeFloat(),
    "The denominator of a hotkey's share pool on a subnet.",
)
AlphaV2 = TripleMap[AccountId, AccountId, NetUid, SafeFloat](
    SUBTENSOR_MODULE,
    "AlphaV2",
    (Key(BLAKE2_128_CONCAT, ACCOUNT_ID), Key(BLAKE2_128_CONCAT, ACCOUNT_ID), Key(IDENTITY, NET_UID)),
    SAFE_FLOAT,
    SafeFloat(),
    "A coldkey's share of a hotkey's pool on a subnet.",
)
AlphaMapLastKey = Value[bytes | None](
    SUBTENSOR_MODULE,
    "AlphaMapLastKey",
    Option(BYTES),
    None,
    "Where the index of root's stakers has got to in the shares of the first kind.",
)
AlphaV2MapLastKey = Value[bytes | None](
    SUBTENSOR_MODULE,
    "AlphaV2MapLastKey",
    Option(BYTES),
    None,
    "Where the index of root's stakers has got to in the shares.",
)
NominatorMinRequiredStake = Value[int](
    SUBTENSOR_MODULE,
    "NominatorMinRequiredStake",
    U64,
    0,
    "The least nomination, in millionths of the minimum stake.",
)
TransferToggle = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "TransferToggle",
    Key(IDENTITY, NET_UID),
    BOOL,
    True,
    "Whether stake on a subnet may be transferred to another coldkey.",
)
StakeThreshold = Value[int](
    SUBTENSOR_MODULE, "StakeThreshold", U64, 0, "The stake that a neuron needs to set weights for others, in rao."
)
LastColdkeyHotkeyStakeBlock = OptionalDoubleMap[AccountId, AccountId, int](
    SUBTENSOR_MODULE,
    "LastColdkeyHotkeyStakeBlock",
    Key(TWOX_64_CONCAT, ACCOUNT_ID),
    Key(TWOX_64_CONCAT, ACCOUNT_ID),
    U64,
    "The block at which a coldkey last staked with a hotkey.",
)
StakingColdkeysByIndex = OptionalMap[int, AccountId](
    SUBTENSOR_MODULE,
    "StakingColdkeysByIndex",
    Key(IDENTITY, U64),
    ACCOUNT_ID,
    "The root staker with an index.",
)
StakingColdkeys = OptionalMap[AccountId, int](
    SUBTENSOR_MODULE,
    "StakingColdkeys",
    Key(IDENTITY, ACCOUNT_ID),
    U64,
    "The index of a root staker.",
)
NumStakingColdkeys = Value[int](SUBTENSOR_MODULE, "NumStakingColdkeys", U64, 0, "How many root stakers have an index.")
