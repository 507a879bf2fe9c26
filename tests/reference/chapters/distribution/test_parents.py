"""The split of one hotkey's dividends: nothing is paid that was not there, and where that law ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chapters.distribution.parents import (
    after_take_and_burn,
    childkey_burn_rate,
    childkey_take_rate,
    portion_of_contribution,
    split_dividends,
)

NETUID = 7
ALL = 2**64 - 1
HALF = 2**63
SUPPLY = 21 * 10**15
CHILD = 1


@dataclass(frozen=True)
class Family:
    """One childkey, its parents, and who owns them."""

    stakes: Mapping[tuple[int, int], int]
    borrows: Sequence[tuple[int, int]] = ()
    lends: Sequence[tuple[int, int]] = ()
    owners: Mapping[int, int] = field(default_factory=dict)
    take: int = 0
    childkey_burn: int = 0
    tao_weight: int = ALL

    def stake(self, hotkey: int, netuid: int) -> int:
        return self.stakes.get((hotkey, netuid), 0)

    def parents(self, hotkey: int, netuid: int) -> Sequence[tuple[int, int]]:
        return self.borrows if hotkey == CHILD else ()

    def children(self, hotkey: int, netuid: int) -> Sequence[tuple[int, int]]:
        return self.lends if hotkey == CHILD else ()

    def owner(self, hotkey: int) -> int:
        return self.owners.get(hotkey, 0)

    def childkey_take(self, hotkey: int, netuid: int) -> int:
        return self.take


rao = st.one_of(st.sampled_from([0, 1, SUPPLY]), st.integers(0, SUPPLY), st.integers(0, ALL))
proportions = st.one_of(st.sampled_from([0, 1, HALF, ALL]), st.integers(0, ALL))


@st.composite
def families(draw: st.DrawFn) -> Family:
    hotkeys = range(1, 6)
    return Family(
        stakes={(hotkey, netuid): draw(rao) for hotkey in hotkeys for netuid in (0, NETUID)},
        borrows=draw(st.lists(st.tuples(proportions, st.sampled_from(hotkeys)), max_size=5)),
        lends=draw(st.lists(st.tuples(proportions, st.sampled_from(hotkeys)), max_size=2)),
        owners={hotkey: draw(st.integers(0, 2)) for hotkey in hotkeys},
        take=draw(st.sampled_from([0, 1, 11_796, 65_535]) | st.integers(0, 65_535)),
        childkey_burn=draw(proportions),
        tao_weight=draw(proportions),
    )


@given(families(), rao)
@settings(deadline=None, max_examples=150)
def test_no_more_is_paid_than_there_was(family: Family, dividends: int) -> None:
    """Parents and hotkey together are never paid more than the dividends, whatever take and burn are."""
    split = split_dividends(family, CHILD, NETUID, dividends)
    assert sum(amount for _account, amount in split.paid) <= dividends
    assert [account for account, _amount in split.paid] == [parent for _stored, parent in family.borrows] + [CHILD]


@given(families(), rao)
@settings(deadline=None, max_examples=150)
def test_paid_and_recycled_are_the_dividends_if_take_and_burn_are_at_most_one(family: Family, dividends: int) -> None:
    """Only fractions of a rao are lost: less than one for each entry."""
    rates = childkey_take_rate(family, CHILD, NETUID).bits + childkey_burn_rate(family).bits
    if rates <= U96F32.ONE.bits:
        split = split_dividends(family, CHILD, NETUID, dividends)
        total = sum(amount for _account, amount in split.paid) + sum(split.recycled)
        assert dividends - len(split.paid) - len(split.recycled) < total <= dividends


def test_take_and_burn_above_one_recycle_alpha_that_was_paid_out() -> None:
    """The divergence: all is taken by the child and half is recycled besides, so 150 go where 100 were.

    What is recycled lowers the issuance, while the child holds the whole: stakes then exceed the issued alpha.
    """
    family = Family({(2, NETUID): 1_000}, [(ALL, 2)], owners={1: 10, 2: 20}, take=65_535, childkey_burn=HALF)
    split = split_dividends(family, CHILD, NETUID, 100)
    assert split.paid == ((2, 0), (CHILD, 100))
    assert split.recycled == (50,)
    portion = U96F32.saturating_from_num(100)
    charged = after_take_and_burn(portion, U96F32.ONE, U96F32.from_bits(2**31))
    assert (charged.kept, charged.take, charged.burned) == (U96F32.ZERO, portion, U96F32.saturating_from_num(50))


def test_the_take_is_charged_on_foreign_parents_portions_alone() -> None:
    """A hotkey without parents keeps everything at any take; so it does beside a parent of the same owner.

    A take of a fifth, rounded down, takes just under a fifth of a foreign parent's half, and nothing of its own.
    """
    alone = Family({(1, NETUID): 500}, take=65_535, childkey_burn=HALF)
    assert split_dividends(alone, CHILD, NETUID, 1_000).paid == ((CHILD, 1_000),)
    kin = replace(alone, stakes={(1, NETUID): 500, (2, NETUID): 500}, borrows=[(ALL, 2)])
    assert split_dividends(kin, CHILD, NETUID, 1_000).paid == ((2, 500), (CHILD, 500))
    assert split_dividends(kin, CHILD, NETUID, 1_000).recycled == ()
    foreign = replace(kin, owners={2: 9}, take=13_107, childkey_burn=0)
    assert split_dividends(foreign, CHILD, NETUID, 1_000).paid == ((2, 400), (CHILD, 599))


def test_the_quotient_is_formed_before_the_product() -> None:
    """Contribution times dividends would exceed a U96F32 for amounts that the chain can hold."""
    amount = U96F32.saturating_from_num(SUPPLY)
    assert amount.checked_mul(amount) is None
    assert portion_of_contribution(amount, amount, amount) == amount
    family = Family({(1, NETUID): SUPPLY, (2, NETUID): SUPPLY}, [(ALL, 2)])
    assert split_dividends(family, CHILD, NETUID, SUPPLY).paid == ((2, SUPPLY // 2), (CHILD, SUPPLY // 2))


def test_a_parents_contribution_counts_fractions_the_own_one_does_not() -> None:
    """The hotkey's own contribution is whole rao: half a rao of its own is nothing, half a parent's rao is all."""
    family = Family({(1, NETUID): 1, (2, NETUID): 1}, [(HALF, 2)], [(HALF, 3)])
    assert split_dividends(family, CHILD, NETUID, 1_000).paid == ((2, 1_000), (CHILD, 0))


def test_without_any_stake_the_hotkey_keeps_the_dividends() -> None:
    """A total contribution of zero gives parents nothing."""
    family = Family({}, [(ALL, 2)], owners={2: 9}, take=65_535)
    split = split_dividends(family, CHILD, NETUID, 77)
    assert (split.paid, split.recycled) == (((2, 0), (CHILD, 77)), (0,))


def test_a_take_of_65535_is_all() -> None:
    """Takes count in parts of 65 535, so the greatest take is exactly one."""
    assert childkey_take_rate(Family({}, take=65_535), CHILD, NETUID) == U96F32.ONE
    assert childkey_take_rate(Family({}, take=11_796), CHILD, NETUID).bits == (11_796 << 32) // 65_535


def test_rename_of_accounts_renames_the_payments() -> None:
    """No rule looks at an account but to tell it from others and to sort: payments follow the names."""
    stakes = {(1, NETUID): 10, (2, NETUID): 20, (3, NETUID): 30}
    family = Family(stakes, [(HALF, 2), (ALL, 3)], owners={1: 5, 2: 6, 3: 5}, take=9_999)
    swapped = replace(
        family,
        stakes={(1, NETUID): 10, (3, NETUID): 20, (2, NETUID): 30},
        borrows=[(HALF, 3), (ALL, 2)],
        owners={1: 5, 3: 6, 2: 5},
    )
    renamed = {1: 1, 2: 3, 3: 2}
    paid = split_dividends(family, CHILD, NETUID, 10**9).paid
    assert split_dividends(swapped, CHILD, NETUID, 10**9).paid == tuple((renamed[who], what) for who, what in paid)
