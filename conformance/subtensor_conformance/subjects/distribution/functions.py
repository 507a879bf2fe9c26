"""The published functions of distribution."""

from collections.abc import Sequence
from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.common.functions import Pairs, of_state, pairs
from subtensor_conformance.subjects.common.state import CoinbaseState
from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chapters.distribution.dividends import distributed_dividends
from subtensor_spec.chapters.distribution.epoch import HotkeyEmission, dividends_and_incentives, epoch_distribution
from subtensor_spec.chapters.distribution.parents import childkey_burn_rate, split_dividends

_INCENTIVES = "list<tuple<u64,u64>>"
_DIVIDENDS = "list<tuple<u64,U96F32>>"
_EMISSION = "hotkey_emission: list<tuple<u64,u64,u64>>"

Rows = Sequence[tuple[int, int, int]]


def _split_dividends(state: CoinbaseState, hotkey: int, netuid: int, dividends: int) -> tuple[Any, ...]:
    split = split_dividends(state.family, hotkey, netuid, dividends)
    return split.paid, split.recycled


def _hotkey_emission(rows: Rows) -> list[HotkeyEmission[int]]:
    return [HotkeyEmission(*row) for row in rows]


def _dividends_and_incentives(state: CoinbaseState, netuid: int, rows: Rows) -> tuple[Any, ...]:
    epoch = dividends_and_incentives(state.family, netuid, _hotkey_emission(rows))
    return pairs(epoch.incentives), pairs(epoch.dividends), epoch.recycled


def _epoch_distribution(
    state: CoinbaseState, netuid: int, root: int, validators: int, rows: Rows, weight: U96F32
) -> tuple[Any, ...]:
    paid = epoch_distribution(state.family, netuid, root, validators, _hotkey_emission(rows), weight)
    return pairs(paid.incentives), pairs(paid.dividends.alpha), pairs(paid.dividends.root), paid.recycled


def _dividend_distribution(
    _state: CoinbaseState, alpha: int, root: int, weight: U96F32, stakes: Rows, dividends: Pairs
) -> tuple[Pairs, Pairs]:
    stake_map = {hotkey: (alpha_stake, root_stake) for hotkey, alpha_stake, root_stake in stakes}
    paid = distributed_dividends(alpha, root, weight, stake_map, dict(dividends))
    return pairs(paid.alpha), pairs(paid.root)


FUNCTIONS: list[Function] = [
    of_state("get_ck_burn", "-> U96F32", lambda state: childkey_burn_rate(state.family), "DIV-parents/burn-rate"),
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
