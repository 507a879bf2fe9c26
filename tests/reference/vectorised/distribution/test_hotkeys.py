"""All hotkeys at once give the same bits as one by one, for any family whatever."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reference.hand_made import Family, account

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chain.types import AlphaBalance, NetUid
from subtensor_spec.chapters.distribution.dividends import calculate_dividend_distribution
from subtensor_spec.chapters.distribution.parents import get_parent_child_dividends_distribution
from subtensor_spec.chapters.stake_weight.inheritance import proportion_of_u64
from subtensor_spec.chapters.stake_weight.inherited import (
    get_inherited_for_hotkey_on_subnet,
    get_self_contribution,
    get_tao_inherited_for_hotkey_on_subnet,
    get_tao_weight,
)
from subtensor_spec.errors import InvalidInput
from subtensor_spec.vectorised.distribution import dividends as arrays_of_dividends
from subtensor_spec.vectorised.distribution import parents as splits
from subtensor_spec.vectorised.stake_weight import inheritance, proportions
from subtensor_spec.vectorised.stake_weight.families import FamilyArrays
from subtensor_spec.vectorised.words.integers import integers

NETUID = NetUid(3)
ALL = 2**64 - 1
HOTKEYS = range(1, 7)

u64 = st.one_of(
    st.sampled_from([0, 1, 2**32 - 1, 2**32, 2**63, ALL - 2**32, ALL - 1, ALL]),
    st.integers(0, 64).flatmap(lambda size: st.integers(0, min(2**size, ALL))),
)
some = settings(deadline=None, max_examples=80)


ties = st.dictionaries(
    st.sampled_from(HOTKEYS), st.lists(st.tuples(u64, st.sampled_from([*HOTKEYS, 99])), max_size=5), max_size=6
)
family_views = st.builds(
    Family,
    stakes=st.dictionaries(st.tuples(st.sampled_from([*HOTKEYS, 99]), st.sampled_from([0, NETUID])), u64),
    lends=ties,
    borrows=ties,
    owners=st.dictionaries(st.sampled_from(HOTKEYS), st.integers(0, 2)),
    takes=st.dictionaries(st.sampled_from(HOTKEYS), st.integers(0, 65_535)),
    tao_weight=u64,
    childkey_burn=u64,
)
rows = st.lists(st.sampled_from([*HOTKEYS, 55]), max_size=7)


@given(st.lists(u64))
@some
def test_proportions(stored: list[int]) -> None:
    """The shift stands for the division by ``2**64 - 1``, whatever the integers are kept in."""
    expected = [proportion_of_u64(value).bits for value in stored]
    assert proportions.proportion_of_u64(np.array(stored, dtype=np.uint64)).tolist() == expected
    assert [*proportions.proportion_of_u64(integers(stored))] == expected


@given(family_views, rows)
@some
def test_inherited_stake_and_self_contribution(view: Family, hotkeys: list[int]) -> None:
    """Every row has the bits of its hotkey: duplicates, strangers, self-parents and loans beyond all included."""
    state, accounts = view.on(NETUID), [account(hotkey) for hotkey in hotkeys]
    arrays = FamilyArrays.gathered(state, accounts, NETUID)
    for inherited, rule in (
        (inheritance.inherited_alpha, get_inherited_for_hotkey_on_subnet),
        (inheritance.inherited_tao, get_tao_inherited_for_hotkey_on_subnet),
    ):
        assert inherited(arrays).tolist() == [rule(state, hotkey, NETUID) for hotkey in accounts]
    own = inheritance.self_contributions(arrays, view.tao_weight)
    assert own.tolist() == [get_self_contribution(state, hotkey, NETUID) for hotkey in accounts]


def test_columns_hold_for_many_ties() -> None:
    """A thousand parents that lend all of the greatest stake saturate one hotkey and leave its neighbours alone."""
    lent = [(ALL, parent) for parent in range(100, 1_100)]
    view = Family({(parent, NETUID): ALL for _, parent in lent} | {(2, NETUID): 7}, borrows={1: lent})
    arrays = FamilyArrays.gathered(view.on(NETUID), [account(hotkey) for hotkey in (2, 1, 3)], NETUID)
    assert inheritance.inherited_alpha(arrays).tolist() == [7, ALL, 0]


def test_more_ties_than_a_column_can_hold_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound on which the columns rely is checked, for parents and for children."""
    monkeypatch.setattr(inheritance, "MOST_TIES", 2)
    tie = [(ALL, 5), (ALL, 6)]
    for view in (Family(lends={1: tie}), Family(borrows={1: tie})):
        arrays = FamilyArrays.gathered(view.on(NETUID), [account(1)], NETUID)
        with pytest.raises(InvalidInput, match="more than 1 ties"):
            inheritance.inherited_alpha(arrays)


@given(family_views, rows, st.lists(u64, min_size=7, max_size=7))
@some
def test_split_dividends(view: Family, hotkeys: list[int], amounts: list[int]) -> None:
    """Payments to parents and self, and what is recycled, have the same bits on both paths."""
    state, accounts = view.on(NETUID), [account(hotkey) for hotkey in hotkeys]
    arrays = FamilyArrays.gathered(state, accounts, NETUID)
    exact = [
        get_parent_child_dividends_distribution(state, hotkey, NETUID, AlphaBalance(amount))
        for hotkey, amount in zip(accounts, amounts, strict=False)
    ]
    foreign = [
        view.owners.get(parent, 0) != view.owners.get(hotkey, 0)
        for hotkey in hotkeys
        for _part, parent in view.borrows.get(hotkey, ())
    ]
    takes = np.array([view.takes.get(hotkey, 0) for hotkey in hotkeys], dtype=np.uint64)
    found = splits.split_dividends(
        arrays,
        np.array(foreign, dtype=np.bool_),
        integers(amounts[: len(hotkeys)]),
        splits.Rates(takes, view.childkey_burn, view.tao_weight),
    )
    assert [*found.to_self] == [split.paid[-1][1] for split in exact]
    assert [*found.to_parents] == [amount for split in exact for _account, amount in split.paid[:-1]]
    assert [*found.recycled] == [amount for split in exact for amount in split.recycled]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2**70)), max_size=12))
@some
def test_sums_by_account(entries: list[tuple[int, int]]) -> None:
    """Every account's sum is that of its entries, in whatever order they come."""
    accounts = np.array([account for account, _value in entries], dtype=np.intp)
    sums = splits.sum_by_account(integers(value for _account, value in entries), accounts, 6)
    assert [*sums] == [sum(value for other, value in entries if other == account) for account in range(6)]


@given(
    u64,
    u64,
    st.one_of(st.integers(0, 2**32), st.integers(0, 2**128 - 1)),
    st.lists(st.tuples(u64, u64, st.one_of(st.integers(0, 2**96), st.integers(0, 2**128 - 1))), max_size=6),
)
@some
def test_distributed_dividends(alpha: int, root: int, weight: int, lanes: list[tuple[int, int, int]]) -> None:
    """Payments for alpha and for root have the same bits on both paths, beyond what a chain can hold too."""
    exact = calculate_dividend_distribution(
        AlphaBalance(alpha),
        AlphaBalance(root),
        U96F32.from_bits(weight),
        {account(place): (AlphaBalance(here), AlphaBalance(there)) for place, (here, there, _) in enumerate(lanes)},
        {account(place): U96F32.from_bits(amount) for place, (_here, _there, amount) in enumerate(lanes)},
    )
    by_alpha, by_root = arrays_of_dividends.distributed_dividends(
        alpha,
        root,
        weight,
        np.array([in_subnet for in_subnet, _on_root, _amount in lanes], dtype=np.uint64),
        np.array([on_root for _in_subnet, on_root, _amount in lanes], dtype=np.uint64),
        integers(amount for _in_subnet, _on_root, amount in lanes),
    )
    assert [*by_alpha] == [amount.bits for amount in exact.alpha.values()]
    assert [*by_root] == [amount.bits for amount in exact.root.values()]


def test_the_weight_of_tao_is_a_proportion() -> None:
    """Both paths scale the stored weight alike."""
    view = Family(tao_weight=971_718_665_099_567_868)
    assert [get_tao_weight(view.on()).bits] == [*proportions.proportion_of_u64(integers([view.tao_weight]))]
    assert FamilyArrays.gathered(view.on(NETUID), [], NETUID).rows.tolist() == []
