"""The numpy path of emission: a function of one subnet takes a whole batch as one array, a case a lane.

A function of many subnets is asked case by case, since each has its own lists.
"""

from collections.abc import Sequence
from typing import Any

from subtensor_conformance.functions.function import BatchKernel, Outcome
from subtensor_conformance.subjects.common.numpy_functions import Rows, each, states
from subtensor_conformance.subjects.common.state import CoinbaseState
from subtensor_spec.vectorised.emission import price as averages
from subtensor_spec.vectorised.emission import shares, terms
from subtensor_spec.vectorised.emission.subnets import SubnetArrays
from subtensor_spec.vectorised.words.integers import Integers, integers

Pairs = list[tuple[int, int]]


def _subnets(state: CoinbaseState, netuids: Sequence[int]) -> SubnetArrays:
    return SubnetArrays.from_views([state.subnet(netuid).emission for netuid in netuids])


def _subnet_of_each(found: Sequence[CoinbaseState], rows: Rows) -> SubnetArrays:
    return SubnetArrays.from_views([state.subnet(row[1]).emission for state, row in zip(found, rows, strict=True)])


def _average_prices(rows: Rows) -> list[Outcome]:
    return [*averages.average_prices(_subnet_of_each(states(rows), rows))]


def _updated_moving_prices(rows: Rows) -> list[Outcome]:
    found = states(rows)
    block = integers(state.block for state in found)
    moving_alpha = integers(state.moving_alpha.bits for state in found)
    return [*averages.updated_moving_prices(_subnet_of_each(found, rows), block, moving_alpha)]


def _root_proportions(rows: Rows) -> list[Outcome]:
    found = states(rows)
    tao = integers(state.root.tao for state in found)
    weight = integers(state.root.tao_weight for state in found)
    return [*terms.root_proportions(_subnet_of_each(found, rows), tao, weight)]


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


KERNELS: dict[str, BatchKernel] = {
    "coinbase.get_moving_alpha_price": _average_prices,
    "coinbase.update_moving_price": _updated_moving_prices,
    "coinbase.get_shares_price_ema": each(_shares_by_price),
    "coinbase.get_shares": each(_shares),
    "coinbase.get_subnet_block_emissions": each(_block_emissions),
    "coinbase.get_network_root_sell_flag": each(_root_sell_flag),
    "coinbase.root_proportion": _root_proportions,
    "coinbase.get_subnet_terms": each(_terms),
}
