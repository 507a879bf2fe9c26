"""Storage items that revisions after the current one have: the emission gate, reservoirs, liquid alpha's mode."""

from typing import Any, TypeVar

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.hashers import IDENTITY, TWOX_64_CONCAT
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import U16
from subtensor_spec.chain.storage import Item, Key, Map, Value
from subtensor_spec.chain.types import (
    ALPHA,
    CONSENSUS_MODE,
    NET_UID,
    TAO,
    U64F64_CODEC,
    AlphaBalance,
    ConsensusMode,
    NetUid,
    TaoBalance,
)

I = TypeVar("I", bound=Item[Any])  # noqa: E741 - an item


def _since(revision: str, item: I) -> I:
    item.since = revision
    return item


BalancerTaoReservoir = _since(
    "r432",
    Map[NetUid, TaoBalance](
        "Swap",
        "BalancerTaoReservoir",
        Key(TWOX_64_CONCAT, NET_UID),
        TAO,
        TaoBalance(0),
        "TAO of a subnet's pool that waits, because it would push a weight out of its range, in rao.",
    ),
)
BalancerAlphaReservoir = _since(
    "r432",
    Map[NetUid, AlphaBalance](
        "Swap",
        "BalancerAlphaReservoir",
        Key(TWOX_64_CONCAT, NET_UID),
        ALPHA,
        AlphaBalance(0),
        "Alpha of a subnet's pool that waits, because it would push a weight out of its range, in rao.",
    ),
)
EmissionGateBar = _since(
    "r440",
    Value[U64F64](
        SUBTENSOR_MODULE,
        "EmissionGateBar",
        U64F64_CODEC,
        U64F64.ZERO,
        "The share that the emission gate lets through by half; zero before it was first set.",
    ),
)
EmissionGateExponent = _since(
    "r440",
    Value[U64F64](
        SUBTENSOR_MODULE,
        "EmissionGateExponent",
        U64F64_CODEC,
        U64F64.saturating_from_num(3),
        "How steep the emission gate is.",
    ),
)
EmissionBarQuantile = _since(
    "r440",
    Value[U64F64](
        SUBTENSOR_MODULE,
        "EmissionBarQuantile",
        U64F64_CODEC,
        U64F64.from_bits(0x9C28F5C28F5C2800),
        "The part of all shares that those at or above the gate's bar make up; the default is the 64-bit float 0.61.",
    ),
)
EmissionBarRank = _since(
    "r441",
    Value[int](
        SUBTENSOR_MODULE,
        "EmissionBarRank",
        U16,
        32,
        "How many of the greatest shares stand at or above the gate's bar; at zero the quantile decides.",
    ),
)
LiquidAlphaConsensusMode = _since(
    "r446",
    Map[NetUid, ConsensusMode](
        SUBTENSOR_MODULE,
        "LiquidAlphaConsensusMode",
        Key(IDENTITY, NET_UID),
        CONSENSUS_MODE,
        ConsensusMode.Auto,
        "By which consensus a subnet's liquid alpha goes: the current or the last one, or as the bonds penalty says.",
    ),
)
