"""The published functions of stake weight, emission, schedule and distribution.

Each takes the state of its case first, then production's own arguments. A map is a list of ``[key, value]``,
written in order of key; where it is read, a key given twice has its last value. A function that changes storage
answers what it returns or stores, and what it recycles.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from subtensor_conformance.functions.coinbase_state import CoinbaseState, parse_state
from subtensor_conformance.functions.function import Function
from subtensor_spec.arithmetic import I64F64, I96F32, U96F32
from subtensor_spec.chapters.distribution.dividends import distributed_dividends
from subtensor_spec.chapters.distribution.epoch import HotkeyEmission, dividends_and_incentives, epoch_distribution
from subtensor_spec.chapters.distribution.parents import childkey_burn_rate, split_dividends
from subtensor_spec.chapters.emission.block_emission import subnet_block_emissions
from subtensor_spec.chapters.emission.price import average_price, updated_moving_price
from subtensor_spec.chapters.emission.price_shares import shares, shares_by_price
from subtensor_spec.chapters.emission.root_proportion import root_proportion
from subtensor_spec.chapters.emission.root_sell import root_sell_flag
from subtensor_spec.chapters.emission.subnet_terms import terms_of_block
from subtensor_spec.chapters.emission.views import SubnetView
from subtensor_spec.chapters.revisions.flow_averages import FlowRecord, advanced_flow
from subtensor_spec.chapters.revisions.flow_normalisation import (
    lower_limit,
    power_estimate,
    power_normalised,
    safe_power,
    scaled,
)
from subtensor_spec.chapters.schedule.epochs import blocks_until_next_automatic_epoch, epoch_is_due, next_epoch_block
from subtensor_spec.chapters.stake_weight.inheritance import (
    inherited_alpha,
    inherited_tao,
    self_contribution,
    tao_weight,
)

Pairs = list[tuple[Any, Any]]

_STATE = ("state", "json")
_HOTKEY = ("hotkey", "u64")
_NETUID = ("netuid", "u16")
_NETUIDS = ("subnets", "list<u16>")
_HOTKEY_EMISSION = ("hotkey_emission", "list<tuple<u64,u64,u64>>")
_SHARES = "list<tuple<u16,U64F64>>"
_AMOUNTS = "list<tuple<u16,U96F32>>"
_DIVIDENDS = "list<tuple<u64,U96F32>>"
_INCENTIVES = "list<tuple<u64,u64>>"
_FLOW = "tuple<I64F64,option<tuple<u64,I64F64>>,i64>"


def _pairs(mapping: Mapping[Any, Any]) -> Pairs:
    return sorted(mapping.items())


def _views(state: CoinbaseState, netuids: Sequence[int]) -> list[SubnetView]:
    return [state.subnet(netuid).emission for netuid in netuids]


def _split_dividends(state: CoinbaseState, hotkey: int, netuid: int, dividends: int) -> tuple[Any, ...]:
    split = split_dividends(state.family, hotkey, netuid, dividends)
    return split.paid, split.recycled


def _hotkey_emission(rows: Sequence[tuple[int, int, int]]) -> list[HotkeyEmission[int]]:
    return [HotkeyEmission(*row) for row in rows]


def _dividends_and_incentives(
    state: CoinbaseState, netuid: int, rows: Sequence[tuple[int, int, int]]
) -> tuple[Any, ...]:
    epoch = dividends_and_incentives(state.family, netuid, _hotkey_emission(rows))
    return _pairs(epoch.incentives), _pairs(epoch.dividends), epoch.recycled


def _epoch_distribution(
    state: CoinbaseState, netuid: int, root: int, validators: int, rows: Sequence[tuple[int, int, int]], weight: U96F32
) -> tuple[Any, ...]:
    paid = epoch_distribution(state.family, netuid, root, validators, _hotkey_emission(rows), weight)
    return _pairs(paid.incentives), _pairs(paid.dividends.alpha), _pairs(paid.dividends.root), paid.recycled


def _dividend_distribution(
    _state: CoinbaseState,
    alpha: int,
    root: int,
    weight: U96F32,
    stakes: Sequence[tuple[int, int, int]],
    dividends: Pairs,
) -> tuple[Pairs, Pairs]:
    stake_map = {hotkey: (alpha_stake, root_stake) for hotkey, alpha_stake, root_stake in stakes}
    paid = distributed_dividends(alpha, root, weight, stake_map, dict(dividends))
    return _pairs(paid.alpha), _pairs(paid.root)


def _subnet_terms(state: CoinbaseState, emissions: Sequence[tuple[int, U96F32]]) -> tuple[Pairs, ...]:
    by_netuid = dict(emissions)
    subnets = {netuid: state.subnet(netuid).emission for netuid in by_netuid}
    terms = terms_of_block(by_netuid, subnets, state.root)
    return tuple(
        [(netuid, getattr(term, name)) for netuid, term in terms.items()]
        for name in ("tao_in", "alpha_in", "alpha_out", "excess_tao")
    )


def _updated_moving_price(state: CoinbaseState, netuid: int) -> I96F32:
    return updated_moving_price(state.subnet(netuid).emission, state.block, state.moving_alpha)


def _flow(
    before: FlowRecord, state: CoinbaseState, advance: Callable[[FlowRecord, int, int], FlowRecord]
) -> tuple[Any, ...]:
    after = advance(before, state.block, state.flow_smoothing)
    return after.last[1], after.average, after.flow


def _limit(state: CoinbaseState, averages: Sequence[tuple[int, I64F64]]) -> I64F64:
    return lower_limit(dict(averages).values(), state.flow_cutoff)


def _function(
    name: str,
    parameters: tuple[tuple[str, str], ...],
    result: str,
    exact: Callable[..., Any],
    *rules: str,
) -> Function:
    def from_state(state: Any, *arguments: Any) -> Any:
        return exact(parse_state(state), *arguments)

    return Function(f"coinbase.{name}", f"coin.{name}", (_STATE, *parameters), result, from_state, rules)


_STAKE_WEIGHT = [
    _function(
        "get_tao_weight",
        (),
        "U96F32",
        lambda state: tao_weight(state.family),
        "STW-tao-weight/normalise",
        "STW-proportion/of-u64",
    ),
    _function(
        "get_inherited_for_hotkey_on_subnet",
        (_HOTKEY, _NETUID),
        "u64",
        lambda state, hotkey, netuid: inherited_alpha(state.family, hotkey, netuid),
        "STW-inheritance/alpha",
        "STW-inheritance/balance",
    ),
    _function(
        "get_tao_inherited_for_hotkey_on_subnet",
        (_HOTKEY, _NETUID),
        "u64",
        lambda state, hotkey, netuid: inherited_tao(state.family, hotkey, netuid),
        "STW-inheritance/tao",
        "STW-inheritance/balance",
    ),
    _function(
        "get_self_contribution",
        (_HOTKEY, _NETUID),
        "u64",
        lambda state, hotkey, netuid: self_contribution(state.family, hotkey, netuid),
        "STW-contribution/self",
        "STW-contribution/weighted",
    ),
]

_EMISSION = [
    _function(
        "get_moving_alpha_price",
        (_NETUID,),
        "U64F64",
        lambda state, netuid: average_price(state.subnet(netuid).emission),
        "EMI-price/average",
    ),
    _function(
        "update_moving_price", (_NETUID,), "I96F32", _updated_moving_price, "EMI-price/update", "EMI-price/smoothing"
    ),
    _function(
        "get_shares_price_ema",
        (_NETUIDS,),
        _SHARES,
        lambda state, netuids: _pairs(shares_by_price(_views(state, netuids))),
        "EMI-shares/by-price",
    ),
    _function(
        "get_shares",
        (_NETUIDS,),
        _SHARES,
        lambda state, netuids: _pairs(shares(_views(state, netuids))),
        "EMI-shares/weighted",
        "EMI-shares/unburned",
    ),
    _function(
        "get_subnet_block_emissions",
        (_NETUIDS, ("block_emission", "U96F32")),
        _AMOUNTS,
        lambda state, netuids, emission: _pairs(subnet_block_emissions(_views(state, netuids), emission)),
        "EMI-shares/block-emission",
        "EMI-shares/enabled",
    ),
    _function(
        "get_network_root_sell_flag",
        (_NETUIDS,),
        "bool",
        lambda state, netuids: root_sell_flag(_views(state, netuids)),
        "EMI-root/sell-flag",
    ),
    _function(
        "root_proportion",
        (_NETUID,),
        "U96F32",
        lambda state, netuid: root_proportion(state.subnet(netuid).emission.alpha_issuance, state.root),
        "EMI-root/proportion",
    ),
    _function(
        "get_subnet_terms",
        (("subnet_emissions", _AMOUNTS),),
        f"tuple<{_AMOUNTS},{_AMOUNTS},{_AMOUNTS},{_AMOUNTS}>",
        _subnet_terms,
        "EMI-terms/block",
        "EMI-terms/subnet",
        "EMI-terms/alpha-emission",
    ),
]

_FLOW_PATH = [
    _function(
        "get_ema_flow",
        (_NETUID,),
        _FLOW,
        lambda state, netuid: _flow(state.subnet(netuid).user_flow, state, advanced_flow),
        "EMI-flow/average",
    ),
    _function(
        "update_ema_protocol_flow",
        (_NETUID,),
        _FLOW,
        lambda state, netuid: _flow(state.subnet(netuid).protocol_flow, state, advanced_flow),
        "EMI-flow/protocol-average",
    ),
    _function("get_lower_limit", (("ema_flows", "list<tuple<u16,I64F64>>"),), "I64F64", _limit, "EMI-flow/lower-limit"),
    _function(
        "pow_estimate",
        (("val", "U64F64"),),
        "U64F64",
        lambda _state, value: power_estimate(value),
        "EMI-flow/power-estimate",
    ),
    _function(
        "safe_pow",
        (("val", "U64F64"), ("p", "U64F64")),
        "U64F64",
        lambda _state, value, exponent: safe_power(value, exponent),
        "EMI-flow/power",
    ),
    _function(
        "inplace_scale",
        (("offset_flows", _SHARES),),
        _SHARES,
        lambda _state, flows: _pairs(scaled(dict(flows))),
        "EMI-flow/scale",
    ),
    _function(
        "inplace_pow_normalize",
        (("offset_flows", _SHARES), ("p", "U64F64")),
        _SHARES,
        lambda _state, flows, exponent: _pairs(power_normalised(dict(flows), exponent)),
        "EMI-flow/normalise",
    ),
]

_SCHEDULE = [
    _function(
        "should_run_epoch",
        (_NETUID, ("current_block", "u64")),
        "bool",
        lambda state, netuid, block: epoch_is_due(state.subnet(netuid).schedule, block),
        "SCH-epoch/due",
    ),
    _function(
        "blocks_until_next_auto_epoch",
        (_NETUID, ("tempo", "u16"), ("block_number", "u64")),
        "u64",
        lambda state, netuid, tempo, block: blocks_until_next_automatic_epoch(
            state.subnet(netuid).schedule.last_epoch_block, tempo, block
        ),
        "SCH-epoch/blocks-left",
    ),
    _function(
        "get_next_epoch_start_block",
        (_NETUID,),
        "option<u64>",
        lambda state, netuid: next_epoch_block(state.subnet(netuid).schedule),
        "SCH-epoch/next",
    ),
]

_DISTRIBUTION = [
    _function("get_ck_burn", (), "U96F32", lambda state: childkey_burn_rate(state.family), "DIV-parents/burn-rate"),
    _function(
        "get_parent_child_dividends_distribution",
        (_HOTKEY, _NETUID, ("dividends", "u64")),
        "tuple<list<tuple<u64,u64>>,list<u64>>",
        _split_dividends,
        "DIV-parents/split",
        "DIV-parents/contributions",
        "DIV-parents/portion",
        "DIV-parents/take-rate",
        "DIV-parents/take-and-burn",
    ),
    _function(
        "calculate_dividends_and_incentives",
        (_NETUID, _HOTKEY_EMISSION),
        f"tuple<{_INCENTIVES},{_DIVIDENDS},list<u64>>",
        _dividends_and_incentives,
        "DIV-epoch/dividends-and-incentives",
    ),
    _function(
        "calculate_dividend_distribution",
        (
            ("pending_alpha", "u64"),
            ("pending_root_alpha", "u64"),
            ("tao_weight", "U96F32"),
            ("stake_map", "list<tuple<u64,u64,u64>>"),
            ("dividends", _DIVIDENDS),
        ),
        f"tuple<{_DIVIDENDS},{_DIVIDENDS}>",
        _dividend_distribution,
        "DIV-dividends/distribution",
        "DIV-dividends/root-part",
        "DIV-dividends/share-out",
    ),
    _function(
        "calculate_dividend_and_incentive_distribution",
        (
            _NETUID,
            ("pending_root_alpha", "u64"),
            ("pending_validator_alpha", "u64"),
            _HOTKEY_EMISSION,
            ("tao_weight", "U96F32"),
        ),
        f"tuple<{_INCENTIVES},{_DIVIDENDS},{_DIVIDENDS},list<u64>>",
        _epoch_distribution,
        "DIV-epoch/distribution",
        "DIV-dividends/stakes",
    ),
]

FUNCTIONS = [*_STAKE_WEIGHT, *_EMISSION, *_FLOW_PATH, *_SCHEDULE, *_DISTRIBUTION]
"""Every published function of these chapters."""
