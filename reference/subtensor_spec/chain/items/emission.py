"""Storage items: emission: shares, terms, pending amounts."""

from subtensor_spec.arithmetic import I96F32, U96F32
from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, U16, U64
from subtensor_spec.chain.storage import DoubleMap, Key, Map, OptionalMap, Value
from subtensor_spec.chain.types import (
    ACCOUNT_ID,
    ALPHA,
    I96F32_CODEC,
    NET_UID,
    RECYCLE_OR_BURN,
    TAO,
    U96F32_CODEC,
    AccountId,
    AlphaBalance,
    NetUid,
    RecycleOrBurnEnum,
    TaoBalance,
)

AlphaDividendsPerSubnet = DoubleMap[NetUid, AccountId, AlphaBalance](
    SUBTENSOR_MODULE,
    "AlphaDividendsPerSubnet",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    ALPHA,
    AlphaBalance(0),
    "AlphaDividendsPerSubnet.",
)
RootAlphaDividendsPerSubnet = DoubleMap[NetUid, AccountId, AlphaBalance](
    SUBTENSOR_MODULE,
    "RootAlphaDividendsPerSubnet",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    ALPHA,
    AlphaBalance(0),
    "RootAlphaDividendsPerSubnet.",
)
BlockEmission = Value[int](SUBTENSOR_MODULE, "BlockEmission", U64, 1_000_000_000, "BlockEmission.")
LastHotkeyEmissionOnNetuid = DoubleMap[AccountId, NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "LastHotkeyEmissionOnNetuid",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "LastHotkeyEmissionOnNetuid.",
)
SubnetMovingAlpha = Value[I96F32](
    SUBTENSOR_MODULE,
    "SubnetMovingAlpha",
    I96F32_CODEC,
    I96F32.from_bits(12_885),
    "SubnetMovingAlpha.",
)
SubnetMovingPrice = Map[NetUid, I96F32](
    SUBTENSOR_MODULE,
    "SubnetMovingPrice",
    Key(IDENTITY, NET_UID),
    I96F32_CODEC,
    I96F32.ZERO,
    "SubnetMovingPrice.",
)
RootProp = Map[NetUid, U96F32](
    SUBTENSOR_MODULE,
    "RootProp",
    Key(IDENTITY, NET_UID),
    U96F32_CODEC,
    U96F32.ZERO,
    "RootProp.",
)
SubnetAlphaInEmission = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "SubnetAlphaInEmission",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "SubnetAlphaInEmission.",
)
SubnetEmissionEnabled = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "SubnetEmissionEnabled",
    Key(IDENTITY, NET_UID),
    BOOL,
    True,
    "SubnetEmissionEnabled.",
)
SubnetAlphaOutEmission = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "SubnetAlphaOutEmission",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "SubnetAlphaOutEmission.",
)
SubnetTaoInEmission = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "SubnetTaoInEmission",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(0),
    "SubnetTaoInEmission.",
)
SubnetExcessTao = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "SubnetExcessTao",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(0),
    "SubnetExcessTao.",
)
SubnetRootSellTao = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "SubnetRootSellTao",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(0),
    "SubnetRootSellTao.",
)
SubnetOwnerCut = Value[int](SUBTENSOR_MODULE, "SubnetOwnerCut", U16, 11_796, "SubnetOwnerCut.")
OwnerCutEnabled = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "OwnerCutEnabled",
    Key(IDENTITY, NET_UID),
    BOOL,
    True,
    "OwnerCutEnabled.",
)
FirstEmissionBlockNumber = OptionalMap[NetUid, int](
    SUBTENSOR_MODULE,
    "FirstEmissionBlockNumber",
    Key(IDENTITY, NET_UID),
    U64,
    "FirstEmissionBlockNumber.",
)
PendingServerEmission = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "PendingServerEmission",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "PendingServerEmission.",
)
PendingValidatorEmission = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "PendingValidatorEmission",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "PendingValidatorEmission.",
)
PendingRootAlphaDivs = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "PendingRootAlphaDivs",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "PendingRootAlphaDivs.",
)
PendingOwnerCut = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "PendingOwnerCut",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "PendingOwnerCut.",
)
MinerBurned = Map[NetUid, U96F32](
    SUBTENSOR_MODULE,
    "MinerBurned",
    Key(IDENTITY, NET_UID),
    U96F32_CODEC,
    U96F32.ZERO,
    "MinerBurned.",
)
RecycleOrBurn = Map[NetUid, RecycleOrBurnEnum](
    SUBTENSOR_MODULE,
    "RecycleOrBurn",
    Key(IDENTITY, NET_UID),
    RECYCLE_OR_BURN,
    RecycleOrBurnEnum.Burn,
    "RecycleOrBurn.",
)
EMAPriceHalvingBlocks = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "EMAPriceHalvingBlocks",
    Key(IDENTITY, NET_UID),
    U64,
    201_600,
    "EMAPriceHalvingBlocks.",
)
TaoInRefundDeploymentBlock = Value[int](
    SUBTENSOR_MODULE,
    "TaoInRefundDeploymentBlock",
    U64,
    0,
    "TaoInRefundDeploymentBlock.",
)
