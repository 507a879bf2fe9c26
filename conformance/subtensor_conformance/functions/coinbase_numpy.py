"""The numpy path of the published functions of stake weight, emission, schedule and distribution.

A function of one subnet takes a whole batch as one array, a case a lane. A function of many subnets or hotkeys
is asked case by case, since each has its own lists.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from subtensor_conformance.functions.coinbase_state import CoinbaseState, Family, parse_state
from subtensor_conformance.functions.function import BatchKernel, Outcome
from subtensor_spec.chapters.stake_weight.view import ROOT_NETUID
from subtensor_spec.vectorised import revisions as flows
from subtensor_spec.vectorised import schedule
from subtensor_spec.vectorised.distribution import dividends
from subtensor_spec.vectorised.distribution import parents as splits
from subtensor_spec.vectorised.distribution.parents import SplitArrays
from subtensor_spec.vectorised.emission import price as averages
from subtensor_spec.vectorised.emission import shares, terms
from subtensor_spec.vectorised.emission.subnets import SubnetArrays
from subtensor_spec.vectorised.schedule import ScheduleArrays
from subtensor_spec.vectorised.stake_weight import inheritance
from subtensor_spec.vectorised.stake_weight.families import FamilyArrays
from subtensor_spec.vectorised.stake_weight.proportions import proportion_of_u64
from subtensor_spec.vectorised.words.integers import Integers, integers

Rows = Sequence[tuple[Any, ...]]
Pairs = list[tuple[int, int]]


def _each(answer: Callable[..., Outcome]) -> BatchKernel:
    """Ask case by case, the state parsed."""
    return lambda rows: [answer(parse_state(state), *arguments) for state, *arguments in rows]


def _states(rows: Rows) -> list[CoinbaseState]:
    return [parse_state(row[0]) for row in rows]


def _subnets(state: CoinbaseState, netuids: Sequence[int]) -> SubnetArrays:
    return SubnetArrays.from_views([state.subnet(netuid).emission for netuid in netuids])


def _subnet_of_each(states: Sequence[CoinbaseState], rows: Rows) -> SubnetArrays:
    return SubnetArrays.from_views([state.subnet(row[1]).emission for state, row in zip(states, rows, strict=True)])


def _schedule_of_each(rows: Rows) -> ScheduleArrays:
    return ScheduleArrays.from_views([parse_state(row[0]).subnet(row[1]).schedule for row in rows])


def _uint64(rows: Rows, place: int) -> Any:
    return np.array([row[place] for row in rows], dtype=np.uint64)


def _proportions(stored: Sequence[int]) -> list[Outcome]:
    return [*proportion_of_u64(integers(stored))]


# --- one subnet a case ---------------------------------------------------------------------------------------------


def _average_prices(rows: Rows) -> list[Outcome]:
    return [*averages.average_prices(_subnet_of_each(_states(rows), rows))]


def _updated_moving_prices(rows: Rows) -> list[Outcome]:
    states = _states(rows)
    block = integers(state.block for state in states)
    moving_alpha = integers(state.moving_alpha.bits for state in states)
    return [*averages.updated_moving_prices(_subnet_of_each(states, rows), block, moving_alpha)]


def _root_proportions(rows: Rows) -> list[Outcome]:
    states = _states(rows)
    tao = integers(state.root.tao for state in states)
    weight = integers(state.root.tao_weight for state in states)
    return [*terms.root_proportions(_subnet_of_each(states, rows), tao, weight)]


def _flow(kind: str) -> BatchKernel:
    def advance(rows: Rows) -> list[Outcome]:
        states = _states(rows)
        records = [getattr(state.subnet(row[1]), kind) for state, row in zip(states, rows, strict=True)]
        block = integers(state.block for state in states)
        smoothing = integers(state.flow_smoothing for state in states)
        after = flows.advanced_flows(flows.FlowArrays.from_records(records), block, smoothing)
        stored = [
            (moment, average) if exists else None
            for exists, moment, average in zip(after.has_average, after.block, after.average, strict=True)
        ]
        return [*zip(after.average, stored, after.flow, strict=True)]

    return advance


def _power_estimates(rows: Rows) -> list[Outcome]:
    _states(rows)  # not needed, but a state that is none is refused
    return [*flows.power_estimates(integers(value for _state, value in rows))]


def _powers(rows: Rows) -> list[Outcome]:
    _states(rows)
    values = integers(value for _state, value, _exponent in rows)
    return [*flows.safe_powers(values, integers(exponent for _state, _value, exponent in rows))]


def _due(rows: Rows) -> list[Outcome]:
    return [bool(due) for due in schedule.epochs_are_due(_schedule_of_each(rows), _uint64(rows, 2))]


def _blocks_left(rows: Rows) -> list[Outcome]:
    last = _schedule_of_each(rows).last_epoch_block
    return schedule.blocks_until_next_automatic_epochs(last, _uint64(rows, 2), _uint64(rows, 3)).tolist()


def _next_epochs(rows: Rows) -> list[Outcome]:
    blocks, exists = schedule.next_epoch_blocks(_schedule_of_each(rows))
    return [block if some else None for block, some in zip(blocks.tolist(), exists, strict=True)]


# --- many subnets a case -------------------------------------------------------------------------------------------


def _by_netuid(result: tuple[Any, Integers]) -> Pairs:
    netuids, values = result
    return [*zip(netuids.tolist(), values, strict=True)]


def _shares_by_price(state: CoinbaseState, netuids: Sequence[int]) -> Pairs:
    return sorted(dict(zip(netuids, shares.shares_by_price(_subnets(state, netuids)), strict=True)).items())


def _shares(state: CoinbaseState, netuids: Sequence[int]) -> Pairs:
    return _by_netuid(shares.shares(_subnets(state, netuids)))


def _block_emissions(state: CoinbaseState, netuids: Sequence[int], block_emission: int) -> Pairs:
    return _by_netuid(shares.subnet_block_emissions(_subnets(state, netuids), block_emission))


def _root_sell_flag(state: CoinbaseState, netuids: Sequence[int]) -> bool:
    return shares.root_sell_flag(_subnets(state, netuids))


def _terms(state: CoinbaseState, emissions: Pairs) -> tuple[Pairs, ...]:
    given = sorted(dict(emissions).items())
    netuids = [netuid for netuid, _emission in given]
    tao = integers(emission for _netuid, emission in given)
    found = terms.terms(_subnets(state, netuids), tao, integers([state.root.tao]), integers([state.root.tao_weight]))
    columns = (found.tao_in, found.alpha_in, found.alpha_out, found.excess_tao)
    return tuple([*zip(netuids, column, strict=True)] for column in columns)


def _lower_limit(state: CoinbaseState, given: Pairs) -> int:
    return flows.lower_limit(integers(dict(given).values()), state.flow_cutoff.bits)


def _scaled(_state: CoinbaseState, given: Pairs) -> Pairs:
    found = sorted(dict(given).items())
    values = flows.scaled(integers(flow for _netuid, flow in found))
    return [(netuid, value) for (netuid, _flow), value in zip(found, values, strict=True)]


def _power_normalised(_state: CoinbaseState, given: Pairs, exponent: int) -> Pairs:
    found = sorted(dict(given).items())
    values = flows.power_normalised(integers(flow for _netuid, flow in found), exponent)
    return [(netuid, value) for (netuid, _flow), value in zip(found, values, strict=True)]


# --- many hotkeys a case -------------------------------------------------------------------------------------------


def _inherited_alpha(state: CoinbaseState, hotkey: int, netuid: int) -> int:
    if netuid == ROOT_NETUID:
        return state.family.stake(hotkey, ROOT_NETUID)
    return int(inheritance.inherited_alpha(FamilyArrays.from_view(state.family, [hotkey], netuid))[0])


def _inherited_tao(state: CoinbaseState, hotkey: int, netuid: int) -> int:
    return int(inheritance.inherited_tao(FamilyArrays.from_view(state.family, [hotkey], netuid))[0])


def _self_contribution(state: CoinbaseState, hotkey: int, netuid: int) -> int:
    family = FamilyArrays.from_view(state.family, [hotkey], netuid)
    return int(inheritance.self_contributions(family, state.family.tao_weight)[0])


def _split(family: Family, netuid: int, hotkeys: Sequence[int], paid: Sequence[int]) -> tuple[SplitArrays, list[int]]:
    """Return the split of all hotkeys' dividends, and the parent of each tie."""
    arrays = FamilyArrays.from_view(family, hotkeys, netuid)
    parents = [parent for hotkey in hotkeys for _stored, parent in family.parents(hotkey, netuid)]
    row = arrays.parents.row.tolist()
    foreign = [family.owner(hotkeys[place]) != family.owner(parent) for place, parent in zip(row, parents, strict=True)]
    takes = np.array([family.childkey_take(hotkey, netuid) for hotkey in hotkeys], dtype=np.uint64)
    rates = splits.Rates(takes, family.childkey_burn, family.tao_weight)
    found = splits.split_dividends(arrays, np.array(foreign, dtype=np.bool_), integers(paid), rates)
    return found, parents


def _split_dividends(state: CoinbaseState, hotkey: int, netuid: int, amount: int) -> tuple[Pairs, list[int]]:
    found, parents = _split(state.family, netuid, [hotkey], [amount])
    return [*zip(parents, found.to_parents, strict=True), (hotkey, found.to_self[0])], [*found.recycled]


def _dividends_and_incentives(state: CoinbaseState, netuid: int, rows: Rows) -> tuple[Pairs, Pairs, list[int]]:
    hotkeys = [hotkey for hotkey, _incentive, _dividend in rows]
    found, parents = _split(state.family, netuid, hotkeys, [dividend for _hotkey, _incentive, dividend in rows])
    incentives = _summed(hotkeys, integers(incentive for _hotkey, incentive, _dividend in rows), 2**64 - 1)
    paid = np.concatenate((found.to_parents, found.to_self)) << 32
    return incentives, _summed([*parents, *hotkeys], paid, 2**128 - 1), [*found.recycled]


def _summed(keys: Sequence[int], values: Integers, limit: int) -> Pairs:
    """Return the sums of the values of each key, saturating, in order of key."""
    if not keys:
        return []
    distinct, places = np.unique(np.array(keys, dtype=np.uint64), return_inverse=True)
    sums = splits.sum_by_account(values, places, len(distinct))
    return [*zip(distinct.tolist(), np.minimum(sums, limit), strict=True)]


def _distributed(
    alpha: int, root: int, weight: int, stakes: dict[int, tuple[int, int]], amounts: Pairs
) -> tuple[Pairs, Pairs]:
    known = [(hotkey, amount) for hotkey, amount in sorted(dict(amounts).items()) if hotkey in stakes]
    in_subnet = np.array([stakes[hotkey][0] for hotkey, _amount in known], dtype=np.uint64)
    on_root = np.array([stakes[hotkey][1] for hotkey, _amount in known], dtype=np.uint64)
    parts = integers(amount for _hotkey, amount in known)
    paid = dividends.distributed_dividends(alpha, root, weight, in_subnet, on_root, parts)
    by_alpha, by_root = ([(hotkey, value) for (hotkey, _), value in zip(known, column, strict=True)] for column in paid)
    return by_alpha, by_root


def _dividend_distribution(
    _state: CoinbaseState, alpha: int, root: int, weight: int, stakes: Rows, amounts: Pairs
) -> tuple[Pairs, Pairs]:
    stake_map = {hotkey: (in_subnet, on_root) for hotkey, in_subnet, on_root in stakes}
    return _distributed(alpha, root, weight, stake_map, amounts)


def _epoch_distribution(
    state: CoinbaseState, netuid: int, root: int, validators: int, rows: Rows, weight: int
) -> tuple[Any, ...]:
    incentives, amounts, recycled = _dividends_and_incentives(state, netuid, rows)
    family = state.family
    stakes = {hotkey: (family.stake(hotkey, netuid), family.stake(hotkey, ROOT_NETUID)) for hotkey, _amount in amounts}
    return incentives, *_distributed(validators, root, weight, stakes, amounts), recycled


KERNELS: dict[str, BatchKernel] = {
    "coinbase.get_tao_weight": lambda rows: _proportions([state.family.tao_weight for state in _states(rows)]),
    "coinbase.get_ck_burn": lambda rows: _proportions([state.family.childkey_burn for state in _states(rows)]),
    "coinbase.get_inherited_for_hotkey_on_subnet": _each(_inherited_alpha),
    "coinbase.get_tao_inherited_for_hotkey_on_subnet": _each(_inherited_tao),
    "coinbase.get_self_contribution": _each(_self_contribution),
    "coinbase.get_moving_alpha_price": _average_prices,
    "coinbase.update_moving_price": _updated_moving_prices,
    "coinbase.get_shares_price_ema": _each(_shares_by_price),
    "coinbase.get_shares": _each(_shares),
    "coinbase.get_subnet_block_emissions": _each(_block_emissions),
    "coinbase.get_network_root_sell_flag": _each(_root_sell_flag),
    "coinbase.root_proportion": _root_proportions,
    "coinbase.get_subnet_terms": _each(_terms),
    "coinbase.get_ema_flow": _flow("user_flow"),
    "coinbase.update_ema_protocol_flow": _flow("protocol_flow"),
    "coinbase.get_lower_limit": _each(_lower_limit),
    "coinbase.pow_estimate": _power_estimates,
    "coinbase.safe_pow": _powers,
    "coinbase.inplace_scale": _each(_scaled),
    "coinbase.inplace_pow_normalize": _each(_power_normalised),
    "coinbase.should_run_epoch": _due,
    "coinbase.blocks_until_next_auto_epoch": _blocks_left,
    "coinbase.get_next_epoch_start_block": _next_epochs,
    "coinbase.get_parent_child_dividends_distribution": _each(_split_dividends),
    "coinbase.calculate_dividends_and_incentives": _each(_dividends_and_incentives),
    "coinbase.calculate_dividend_distribution": _each(_dividend_distribution),
    "coinbase.calculate_dividend_and_incentive_distribution": _each(_epoch_distribution),
}
"""The batch kernels by published name."""
