"""The published functions of emission."""

from collections.abc import Sequence

from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.common.functions import SHARES, Pairs, of_state, pairs
from subtensor_conformance.subjects.common.state import CoinbaseState
from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chapters.emission.block_emission import subnet_block_emissions
from subtensor_spec.chapters.emission.price import average_price, updated_moving_price
from subtensor_spec.chapters.emission.price_shares import shares, shares_by_price
from subtensor_spec.chapters.emission.root_proportion import root_proportion
from subtensor_spec.chapters.emission.root_sell import root_sell_flag
from subtensor_spec.chapters.emission.subnet_terms import terms_of_block
from subtensor_spec.chapters.emission.views import SubnetView

_AMOUNTS = "list<tuple<u16,U96F32>>"


def _views(state: CoinbaseState, netuids: Sequence[int]) -> list[SubnetView]:
    return [state.subnet(netuid).emission for netuid in netuids]


def _subnet_terms(state: CoinbaseState, emissions: Sequence[tuple[int, U96F32]]) -> tuple[Pairs, ...]:
    by_netuid = dict(emissions)
    subnets = {netuid: state.subnet(netuid).emission for netuid in by_netuid}
    terms = terms_of_block(by_netuid, subnets, state.root)
    return tuple(
        [(netuid, getattr(term, name)) for netuid, term in terms.items()]
        for name in ("tao_in", "alpha_in", "alpha_out", "excess_tao")
    )


_PRICES = [
    of_state(
        "get_moving_alpha_price",
        "netuid: u16 -> U64F64",
        lambda state, netuid: average_price(state.subnet(netuid).emission),
        "EMI-price/average",
    ),
    of_state(
        "update_moving_price",
        "netuid: u16 -> I96F32",
        lambda state, netuid: updated_moving_price(state.subnet(netuid).emission, state.block, state.moving_alpha),
        *("EMI-price/update", "EMI-price/smoothing"),
    ),
]

_SHARES = [
    of_state(
        "get_shares_price_ema",
        f"subnets: list<u16> -> {SHARES}",
        lambda state, netuids: pairs(shares_by_price(_views(state, netuids))),
        "EMI-shares/by-price",
    ),
    of_state(
        "get_shares",
        f"subnets: list<u16> -> {SHARES}",
        lambda state, netuids: pairs(shares(_views(state, netuids))),
        *("EMI-shares/weighted", "EMI-shares/unburned"),
    ),
    of_state(
        "get_subnet_block_emissions",
        f"subnets: list<u16>, block_emission: U96F32 -> {_AMOUNTS}",
        lambda state, netuids, emission: pairs(subnet_block_emissions(_views(state, netuids), emission)),
        *("EMI-shares/block-emission", "EMI-shares/enabled"),
    ),
    of_state(
        "get_network_root_sell_flag",
        "subnets: list<u16> -> bool",
        lambda state, netuids: root_sell_flag(_views(state, netuids)),
        "EMI-root/sell-flag",
    ),
]

_TERMS = [
    of_state(
        "root_proportion",
        "netuid: u16 -> U96F32",
        lambda state, netuid: root_proportion(state.subnet(netuid).emission.alpha_issuance, state.root),
        "EMI-root/proportion",
    ),
    of_state(
        "get_subnet_terms",
        f"subnet_emissions: {_AMOUNTS} -> tuple<{_AMOUNTS},{_AMOUNTS},{_AMOUNTS},{_AMOUNTS}>",
        _subnet_terms,
        *(f"EMI-terms/{case}" for case in ("block", "subnet", "alpha-emission")),
    ),
]

FUNCTIONS: list[Function] = [*_PRICES, *_SHARES, *_TERMS]
