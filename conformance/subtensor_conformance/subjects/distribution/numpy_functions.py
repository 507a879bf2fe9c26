"""The numpy path of distribution, asked case by case: each has its own hotkeys."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from subtensor_conformance.functions.function import BatchKernel
from subtensor_conformance.subjects.common.numpy_functions import Rows, each, proportions, states
from subtensor_conformance.subjects.common.state import CoinbaseState, account, number
from subtensor_spec.chain.items.stake_weight import CKBurn, ParentKeys, TaoWeight
from subtensor_spec.chain.items.staking import Owner, TotalHotkeyAlpha
from subtensor_spec.chain.types import ROOT, NetUid
from subtensor_spec.chapters.stake_weight.takes import get_childkey_take
from subtensor_spec.vectorised.distribution import dividends
from subtensor_spec.vectorised.distribution import parents as splits
from subtensor_spec.vectorised.distribution.parents import SplitArrays
from subtensor_spec.vectorised.stake_weight.families import FamilyArrays
from subtensor_spec.vectorised.words.integers import Integers, integers

Pairs = list[tuple[int, int]]


def _split(case: CoinbaseState, on: int, numbers: Sequence[int], paid: Sequence[int]) -> tuple[SplitArrays, list[int]]:
    """Return the split of all hotkeys' dividends, and the parent of each tie."""
    state, netuid, hotkeys = case.on(on), NetUid(on), [account(hotkey) for hotkey in numbers]
    arrays = FamilyArrays.gathered(state, hotkeys, netuid)
    ties = [(hotkey, parent) for hotkey in hotkeys for _stored, parent in ParentKeys.get(state, hotkey, netuid)]
    foreign = [Owner.get(state, hotkey) != Owner.get(state, parent) for hotkey, parent in ties]
    takes = np.array([get_childkey_take(state, hotkey, netuid) for hotkey in hotkeys], dtype=np.uint64)
    rates = splits.Rates(takes, CKBurn.get(state), TaoWeight.get(state))
    found = splits.split_dividends(arrays, np.array(foreign, dtype=np.bool_), integers(paid), rates)
    return found, [number(parent) for _hotkey, parent in ties]


def _split_dividends(state: CoinbaseState, hotkey: int, netuid: int, amount: int) -> tuple[Pairs, list[int]]:
    found, parents = _split(state, netuid, [hotkey], [amount])
    return [*zip(parents, found.to_parents, strict=True), (hotkey, found.to_self[0])], [*found.recycled]


def _dividends_and_incentives(state: CoinbaseState, netuid: int, rows: Rows) -> tuple[Pairs, Pairs, list[int]]:
    hotkeys = [hotkey for hotkey, _incentive, _dividend in rows]
    found, parents = _split(state, netuid, hotkeys, [dividend for _hotkey, _incentive, dividend in rows])
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
    found = state.on(netuid)
    stakes = {}
    for hotkey, _amount in amounts:
        in_subnet = TotalHotkeyAlpha.get(found, account(hotkey), NetUid(netuid))
        stakes[hotkey] = int(in_subnet), int(TotalHotkeyAlpha.get(found, account(hotkey), ROOT))
    return incentives, *_distributed(validators, root, weight, stakes, amounts), recycled


KERNELS: dict[str, BatchKernel] = {
    "coinbase.get_ck_burn": lambda rows: proportions([CKBurn.get(state.on()) for state in states(rows)]),
    "coinbase.get_parent_child_dividends_distribution": each(_split_dividends),
    "coinbase.calculate_dividends_and_incentives": each(_dividends_and_incentives),
    "coinbase.calculate_dividend_distribution": each(_dividend_distribution),
    "coinbase.calculate_dividend_and_incentive_distribution": each(_epoch_distribution),
}
