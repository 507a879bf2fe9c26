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
    "What a hotkey was paid in dividends on a subnet at its last epoch, in rao of alpha.",
)
RootAlphaDividendsPerSubnet = DoubleMap[NetUid, AccountId, AlphaBalance](
    SUBTENSOR_MODULE,
    "RootAlphaDividendsPerSubnet",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    ALPHA,
    AlphaBalance(0),
    "What a hotkey was given for root's stakers of a subnet at its last epoch, in rao of alpha.",
)
BlockEmission = Value[int](
    SUBTENSOR_MODULE,
    "BlockEmission",
    U64,
    1_000_000_000,
    "The emission that was last worked out for any issuance, in rao: of TAO or of some subnet's alpha.",
)
LastHotkeyEmissionOnNetuid = DoubleMap[AccountId, NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "LastHotkeyEmissionOnNetuid",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "A hotkey's last emission on a subnet, in rao of alpha; nothing writes it any more.",
)
SubnetMovingAlpha = Value[I96F32](
    SUBTENSOR_MODULE,
    "SubnetMovingAlpha",
    I96F32_CODEC,
    I96F32.from_bits(12_885),
    "How fast price averages follow the price.",
)
SubnetMovingPrice = Map[NetUid, I96F32](
    SUBTENSOR_MODULE,
    "SubnetMovingPrice",
    Key(IDENTITY, NET_UID),
    I96F32_CODEC,
    I96F32.ZERO,
    "The moving average of a subnet's price, in TAO for an alpha.",
)
RootProp = Map[NetUid, U96F32](
    SUBTENSOR_MODULE,
    "RootProp",
    Key(IDENTITY, NET_UID),
    U96F32_CODEC,
    U96F32.ZERO,
    "Root's part of a subnet's dividends as of the last block.",
)
SubnetAlphaInEmission = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "SubnetAlphaInEmission",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "Alpha put into a subnet's pool in the last block, in rao.",
)
SubnetEmissionEnabled = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "SubnetEmissionEnabled",
    Key(IDENTITY, NET_UID),
    BOOL,
    True,
    "Whether a subnet takes part in the emission of TAO.",
)
SubnetAlphaOutEmission = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "SubnetAlphaOutEmission",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "Alpha emitted to a subnet's participants in the last block, in rao.",
)
SubnetTaoInEmission = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "SubnetTaoInEmission",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(0),
    "TAO put into a subnet's pool in the last block, in rao.",
)
SubnetExcessTao = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "SubnetExcessTao",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(0),
    "TAO that bought alpha of a subnet for the chain in the last block, in rao.",
)
SubnetRootSellTao = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "SubnetRootSellTao",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(0),
    "TAO that the sale of root's alpha of a subnet brought in the last block, in rao.",
)
SubnetOwnerCut = Value[int](
    SUBTENSOR_MODULE, "SubnetOwnerCut", U16, 11_796, "The owners' part of alpha emission, in parts of 65 535."
)
OwnerCutEnabled = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "OwnerCutEnabled",
    Key(IDENTITY, NET_UID),
    BOOL,
    True,
    "Whether a subnet's owner takes the cut.",
)
FirstEmissionBlockNumber = OptionalMap[NetUid, int](
    SUBTENSOR_MODULE,
    "FirstEmissionBlockNumber",
    Key(IDENTITY, NET_UID),
    U64,
    "The block from which a subnet may receive emission; none before its start.",
)
PendingServerEmission = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "PendingServerEmission",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "Alpha waiting for a subnet's miners until its epoch, in rao.",
)
PendingValidatorEmission = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "PendingValidatorEmission",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "Alpha waiting for a subnet's validators until its epoch, in rao.",
)
PendingRootAlphaDivs = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "PendingRootAlphaDivs",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "Alpha waiting for root's stakers of a subnet until its epoch, in rao.",
)
PendingOwnerCut = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "PendingOwnerCut",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "Alpha waiting for a subnet's owner until its epoch, in rao.",
)
MinerBurned = Map[NetUid, U96F32](
    SUBTENSOR_MODULE,
    "MinerBurned",
    Key(IDENTITY, NET_UID),
    U96F32_CODEC,
    U96F32.ZERO,
    "The part of miners' emission that went to the owner's neurons at the last epoch.",
)
RecycleOrBurn = Map[NetUid, RecycleOrBurnEnum](
    SUBTENSOR_MODULE,
    "RecycleOrBurn",
    Key(IDENTITY, NET_UID),
    RECYCLE_OR_BURN,
    RecycleOrBurnEnum.Burn,
    "What becomes of the emission of the owner's neurons.",
)
EMAPriceHalvingBlocks = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "EMAPriceHalvingBlocks",
    Key(IDENTITY, NET_UID),
    U64,
    201_600,
    "Blocks after which a subnet's price average has learned half as much as it ever will.",
)
TaoInRefundDeploymentBlock = Value[int](
    SUBTENSOR_MODULE,
    "TaoInRefundDeploymentBlock",
    U64,
    0,
    "The block from which subnets were refunded for TAO put in.",
)
