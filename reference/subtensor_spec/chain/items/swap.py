"""Storage items: the swap and alpha-assets pallets."""

from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.hashers import TWOX_64_CONCAT
from subtensor_spec.chain.scale import BOOL, U16
from subtensor_spec.chain.storage import Key, Map
from subtensor_spec.chain.types import ALPHA, BALANCER, NET_UID, AlphaBalance, Balancer, NetUid

FeeRate = Map[NetUid, int](
    "Swap", "FeeRate", Key(TWOX_64_CONCAT, NET_UID), U16, 33, "What a swap takes, in parts of 65 535."
)
SwapBalancer = Map[NetUid, Balancer](
    "Swap",
    "SwapBalancer",
    Key(TWOX_64_CONCAT, NET_UID),
    BALANCER,
    Balancer(Perquintill(500_000_000_000_000_000)),
    "The weights of a subnet's pool.",
)
PalSwapInitialized = Map[NetUid, bool](
    "Swap",
    "PalSwapInitialized",
    Key(TWOX_64_CONCAT, NET_UID),
    BOOL,
    False,
    "Whether a subnet's pool has weights.",
)
ScrapReservoirAlpha = Map[NetUid, AlphaBalance](
    "Swap",
    "ScrapReservoirAlpha",
    Key(TWOX_64_CONCAT, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "Alpha that did not fit into a subnet's pool, in rao.",
)
TotalAlphaIssuance = Map[NetUid, AlphaBalance](
    "AlphaAssets",
    "TotalAlphaIssuance",
    Key(TWOX_64_CONCAT, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "Alpha of a subnet minted less burned or recycled, in rao, as this pallet counts it.",
)
AlphaBurned = Map[NetUid, AlphaBalance](
    "AlphaAssets",
    "AlphaBurned",
    Key(TWOX_64_CONCAT, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "Alpha of a subnet burned so far, in rao.",
)
AlphaRecycled = Map[NetUid, AlphaBalance](
    "AlphaAssets",
    "AlphaRecycled",
    Key(TWOX_64_CONCAT, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "Alpha of a subnet recycled so far, in rao.",
)
