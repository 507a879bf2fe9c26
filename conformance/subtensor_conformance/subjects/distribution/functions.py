"""The published functions of distribution."""

from collections.abc import Mapping, Sequence
from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.common.functions import Pairs, of_state, pairs
from subtensor_conformance.subjects.common.state import CoinbaseState, account, number
from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.distribution.dividends import calculate_dividend_distribution
from subtensor_spec.chapters.distribution.epoch import (
    HotkeyEmission,
    calculate_dividend_and_incentive_distribution,
    calculate_dividends_and_incentives,
)
from subtensor_spec.chapters.distribution.parents import get_ck_burn, get_parent_child_dividends_distribution

_INCENTIVES = "list<tuple<u64,u64>>"
_DIVIDENDS = "list<tuple<u64,U96F32>>"
_EMISSION = "hotkey_emission: list<tuple<u64,u64,u64>>"

Rows = Sequence[tuple[int, int, int]]


def _split_dividends(case: CoinbaseState, hotkey: int, netuid: int, dividends: int) -> tuple[Any, ...]:
    split = get_parent_child_dividends_distribution(
        case.on(netuid), account(hotkey), NetUid(netuid), AlphaBalance(dividends)
    )
    return [(number(parent), amount) for parent, amount in split.paid], split.recycled


def _hotkey_emission(rows: Rows) -> list[HotkeyEmission]:
    return [
        HotkeyEmission(account(hotkey), AlphaBalance(incentive), AlphaBalance(dividend))
        for hotkey, incentive, dividend in rows
    ]


def _by_number(amounts: Mapping[AccountId, Any]) -> Pairs:
    return pairs({number(hotkey): amount for hotkey, amount in amounts.items()})


def _dividends_and_incentives(case: CoinbaseState, netuid: int, rows: Rows) -> tuple[Any, ...]:
    epoch = calculate_dividends_and_incentives(case.on(netuid), NetUid(netuid), _hotkey_emission(rows))
    return _by_number(epoch.incentives), _by_number(epoch.dividends), epoch.recycled


def _epoch_distribution(
    case: CoinbaseState, netuid: int, root: int, validators: int, rows: Rows, weight: U96F32
) -> tuple[Any, ...]:
    pending = AlphaBalance(root), AlphaBalance(validators)
    paid = calculate_dividend_and_incentive_distribution(
        case.on(netuid), NetUid(netuid), *pending, _hotkey_emission(rows), weight
    )
    dividends = paid.dividends
    return _by_number(paid.incentives), _by_number(dividends.alpha), _by_number(dividends.root), paid.recycled


def _dividend_distribution(
    _case: CoinbaseState, alpha: int, root: int, weight: U96F32, stakes: Rows, dividends: Pairs
) -> tuple[Pairs, Pairs]:
    stake_map = {account(hotkey): (AlphaBalance(here), AlphaBalance(there)) for hotkey, here, there in stakes}
    parts = {account(hotkey): amount for hotkey, amount in dividends}
    paid = calculate_dividend_distribution(AlphaBalance(alpha), AlphaBalance(root), weight, stake_map, parts)
    return _by_number(paid.alpha), _by_number(paid.root)


FUNCTIONS: list[Function] = [
    of_state("get_ck_burn", "-> U96F32", lambda case: get_ck_burn(case.on()), "DIV-parents/burn-rate"),
    of_state(
        "get_parent_child_dividends_distribution",
        "hotkey: u64, netuid: u16, dividends: u64 -> tuple<list<tuple<u64,u64>>,list<u64>>",
        _split_dividends,
        *(f"DIV-parents/{case}" for case in ("split", "contributions", "portion", "take-rate", "take-and-burn")),
    ),
    of_state(
        "calculate_dividends_and_incentives",
        f"netuid: u16, {_EMISSION} -> tuple<{_INCENTIVES},{_DIVIDENDS},list<u64>>",
        _dividends_and_incentives,
        "DIV-epoch/dividends-and-incentives",
    ),
    of_state(
        "calculate_dividend_distribution",
        "pending_alpha: u64, pending_root_alpha: u64, tao_weight: U96F32, stake_map: list<tuple<u64,u64,u64>>, "
        f"dividends: {_DIVIDENDS} -> tuple<{_DIVIDENDS},{_DIVIDENDS}>",
        _dividend_distribution,
        *(f"DIV-dividends/{case}" for case in ("distribution", "root-part", "share-out")),
    ),
    of_state(
        "calculate_dividend_and_incentive_distribution",
        f"netuid: u16, pending_root_alpha: u64, pending_validator_alpha: u64, {_EMISSION}, tao_weight: U96F32 -> "
        f"tuple<{_INCENTIVES},{_DIVIDENDS},{_DIVIDENDS},list<u64>>",
        _epoch_distribution,
        *("DIV-epoch/distribution", "DIV-dividends/stakes"),
    ),
]
