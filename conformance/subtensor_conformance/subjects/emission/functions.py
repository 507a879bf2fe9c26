"""The published functions of emission."""

from collections.abc import Sequence

from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.common.functions import SHARES, Pairs, of_state, pairs
from subtensor_conformance.subjects.common.state import CoinbaseState
from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.emission.block_emission import get_subnet_block_emissions
from subtensor_spec.chapters.emission.price import get_moving_alpha_price, moving_price_after
from subtensor_spec.chapters.emission.price_shares import get_shares, get_shares_price_ema
from subtensor_spec.chapters.emission.root_proportion import root_proportion
from subtensor_spec.chapters.emission.root_sell import get_network_root_sell_flag
from subtensor_spec.chapters.emission.subnet_terms import get_subnet_terms

_AMOUNTS = "list<tuple<u16,U96F32>>"


def _subnet_terms(case: CoinbaseState, emissions: Sequence[tuple[int, U96F32]]) -> tuple[Pairs, ...]:
    by_netuid = {NetUid(netuid): emission for netuid, emission in emissions}
    terms = get_subnet_terms(case.on(*by_netuid), by_netuid, lambda _state, netuid: case.price(netuid))
    return tuple(
        [(netuid, getattr(term, name)) for netuid, term in terms.items()]
        for name in ("tao_in", "alpha_in", "alpha_out", "excess_tao")
    )


_PRICES = [
    of_state(
        "get_moving_alpha_price",
        "netuid: u16 -> U64F64",
        lambda case, netuid: get_moving_alpha_price(case.on(netuid), netuid),
        "EMI-price/average",
    ),
    of_state(
        "update_moving_price",
        "netuid: u16 -> I96F32",
        lambda case, netuid: moving_price_after(case.on(netuid), netuid, case.price(netuid)),
        *("EMI-price/update", "EMI-price/smoothing"),
    ),
]

_SHARES = [
    of_state(
        "get_shares_price_ema",
        f"subnets: list<u16> -> {SHARES}",
        lambda case, netuids: pairs(get_shares_price_ema(case.on(*netuids), netuids)),
        "EMI-shares/by-price",
    ),
    of_state(
        "get_shares",
        f"subnets: list<u16> -> {SHARES}",
        lambda case, netuids: pairs(get_shares(case.on(*netuids), netuids)),
        *("EMI-shares/weighted", "EMI-shares/unburned"),
    ),
    of_state(
        "get_subnet_block_emissions",
        f"subnets: list<u16>, block_emission: U96F32 -> {_AMOUNTS}",
        lambda case, netuids, emission: pairs(get_subnet_block_emissions(case.on(*netuids), netuids, emission)),
        *("EMI-shares/block-emission", "EMI-shares/enabled"),
    ),
    of_state(
        "get_network_root_sell_flag",
        "subnets: list<u16> -> bool",
        lambda case, netuids: get_network_root_sell_flag(case.on(*netuids), netuids),
        "EMI-root/sell-flag",
    ),
]

_TERMS = [
    of_state(
        "root_proportion",
        "netuid: u16 -> U96F32",
        lambda case, netuid: root_proportion(case.on(netuid), netuid),
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
