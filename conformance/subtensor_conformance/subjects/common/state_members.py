"""The members of a case's ``state``: type, what an absent one counts as, and the storage item that it stands for.

All are optional but a subnet's ``netuid``. A hotkey or coldkey is a small integer that stands for 32 bytes, the most
significant first.
"""

from dataclasses import dataclass
from typing import Any

from subtensor_spec.arithmetic import I64F64, I96F32, U64F64, U96F32
from subtensor_spec.chain.items import emission, pools, schedule, stake_weight, staking
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.storage import Item


@dataclass(frozen=True)
class Member:
    """One member; ``parts`` names what stands in its tuples, from the outside in."""

    type: str
    default: Any
    what: str
    item: Item[Any] | None = None
    parts: str = ""


_RELATIONS = "list<tuple<u64,list<tuple<u64,u64>>>>"
_RELATION_PARTS = "[hotkey, [[proportion, other hotkey], …]]"
_FLOW = "option<tuple<u64,I64F64>>"
_FLOW_PARTS = "[block of the last update, average]"

STATE = {
    "tao_weight": Member("u64", 0, "what a TAO counts beside an alpha, a part of 2⁶⁴ - 1", stake_weight.TaoWeight),
    "ck_burn": Member("u64", 0, "what is burnt of childkeys' dividends, a part of 2⁶⁴ - 1", stake_weight.CKBurn),
    "block": Member("u64", 0, "the block that is open", Number),
    "root_tao": Member("u64", 0, "TAO on root, rao", pools.SubnetTAO),
    "moving_alpha": Member("I96F32", I96F32.ZERO, "how fast price averages move", emission.SubnetMovingAlpha),
    "flow_smoothing": Member("u64", 0, "how fast flow averages move, a part of 2⁶³ - 1"),
    "flow_cutoff": Member("I64F64", I64F64.ZERO, "flow average below which a subnet gets nothing"),
    "stake": Member(
        "list<tuple<u64,u16,u64>>", [], "stakes, rao", staking.TotalHotkeyAlpha, "[hotkey, netuid, rao], each pair once"
    ),
    "parents": Member(
        _RELATIONS, [], "the same in every subnet; proportions of 2⁶⁴ - 1", stake_weight.ParentKeys, _RELATION_PARTS
    ),
    "children": Member(
        _RELATIONS, [], "the same in every subnet; proportions of 2⁶⁴ - 1", stake_weight.ChildKeys, _RELATION_PARTS
    ),
    "owner": Member("list<tuple<u64,u64>>", [], "who owns hotkeys", staking.Owner, "[hotkey, coldkey]"),
    "childkey_take": Member(
        "list<tuple<u64,u16>>", [], "in every subnet, parts of 65535", stake_weight.ChildkeyTake, "[hotkey, take]"
    ),
    "subnets": Member("list<json>", [], "subnets; members below, each netuid once"),
}
"""The members of a state."""

SUBNET = {
    "netuid": Member("u16", None, "the subnet's number; it must be there"),
    "mechanism": Member("u16", 1, "1 for a subnet with a pool", pools.SubnetMechanism),
    "moving_price": Member("I96F32", I96F32.ZERO, "average price, TAO for an alpha", emission.SubnetMovingPrice),
    "miner_burned": Member("U96F32", U96F32.ZERO, "share of incentive that was burnt", emission.MinerBurned),
    "emission_enabled": Member("bool", True, "whether it takes part", emission.SubnetEmissionEnabled),
    "alpha_in": Member("u64", 0, "alpha in the pool, rao", pools.SubnetAlphaIn),
    "alpha_out": Member("u64", 0, "alpha outside the pool, rao", pools.SubnetAlphaOut),
    "price": Member("U64F64", U64F64.ZERO, "the pool's price, TAO for an alpha, given instead of its reserves"),
    "first_emission_block": Member(
        "option<u64>", None, "unset, or the block of the first emission", emission.FirstEmissionBlockNumber
    ),
    "ema_price_halving_blocks": Member(
        "u64", 0, "blocks after which a price average has moved by half", emission.EMAPriceHalvingBlocks
    ),
    "tempo": Member("u16", 0, "blocks between epochs", schedule.Tempo),
    "last_epoch_block": Member("u64", 0, "block of the last epoch", schedule.LastEpochBlock),
    "pending_epoch_at": Member("u64", 0, "block of an epoch that was deferred, 0 for none", schedule.PendingEpochAt),
    "blocks_since_last_step": Member("u64", 0, "blocks since the last step", schedule.BlocksSinceLastStep),
    "tao_flow": Member("i64", 0, "net TAO flow since the last update, rao"),
    "protocol_flow": Member("i64", 0, "the protocol's own flow since the last update, rao"),
    "ema_tao_flow": Member(_FLOW, None, "average of the TAO flow", None, _FLOW_PARTS),
    "ema_protocol_flow": Member(_FLOW, None, "average of the protocol's flow", None, _FLOW_PARTS),
}
"""The members of a subnet."""
