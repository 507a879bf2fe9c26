"""The numpy path of emission: a function of one subnet takes a whole batch as one array, a case a lane.

A function of many subnets is asked case by case, since each has its own lists.
"""

from collections.abc import Sequence
from typing import Any

from subtensor_conformance.functions.function import BatchKernel, Outcome
from subtensor_conformance.subjects.common.numpy_functions import Rows, each, states
from subtensor_conformance.subjects.common.state import CoinbaseState
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.emission import SubnetMovingAlpha
from subtensor_spec.chain.items.pools import SubnetTAO
from subtensor_spec.chain.items.stake_weight import TaoWeight
from subtensor_spec.chain.types import ROOT, NetUid
from subtensor_spec.vectorised.emission import price as averages
from subtensor_spec.vectorised.emission import shares, terms
from subtensor_spec.vectorised.emission.subnets import SubnetArrays
from subtensor_spec.vectorised.words.integers import Integers, integers

Pairs = list[tuple[int, int]]


def _subnets(state: CoinbaseState, netuids: Sequence[int]) -> SubnetArrays:
    found = state.on(*netuids)
    return SubnetArrays.gathered([(found, NetUid(netuid)) for netuid in netuids], map(state.price, netuids))


def _subnet_of_each(found: Sequence[CoinbaseState], rows: Rows) -> SubnetArrays:
    pairs = [(state, row[1]) for state, row in zip(found, rows, strict=True)]
    prices = [state.price(netuid) for state, netuid in pairs]
    return SubnetArrays.gathered([(state.on(netuid), NetUid(netuid)) for state, netuid in pairs], prices)


def _average_prices(rows: Rows) -> list[Outcome]:
    return [*averages.average_prices(_subnet_of_each(states(rows), rows))]


def _updated_moving_prices(rows: Rows) -> list[Outcome]:
    found = states(rows)
    block = integers(current_block(state.on()) for state in found)
    moving_alpha = integers(SubnetMovingAlpha.get(state.on()).bits for state in found)
    return [*averages.updated_moving_prices(_subnet_of_each(found, rows), block, moving_alpha)]


def _root_proportions(rows: Rows) -> list[Outcome]:
    found = states(rows)
    tao = integers(SubnetTAO.get(state.on(), ROOT) for state in found)
    weight = integers(TaoWeight.get(state.on()) for state in found)
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
    root = integers([SubnetTAO.get(state.on(), ROOT)]), integers([TaoWeight.get(state.on())])
    found = terms.terms(_subnets(state, netuids), tao, *root)
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
