"""The split of one hotkey's dividends: nothing is paid that was not there, and where that law ends."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reference.hand_made import Family, account, number

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chain.types import AlphaBalance, NetUid
from subtensor_spec.chapters.distribution.parents import (
    DividendSplit,
    after_take_and_burn,
    childkey_take_rate,
    get_ck_burn,
    get_parent_child_dividends_distribution,
    portion_of_contribution,
)

NETUID = NetUid(7)
ALL = 2**64 - 1
HALF = 2**63
SUPPLY = 21 * 10**15
CHILD = 1


def split_dividends(family: Family, dividends: int) -> DividendSplit:
    state = family.on(NETUID)
    return get_parent_child_dividends_distribution(state, account(CHILD), NETUID, AlphaBalance(dividends))


def paid(family: Family, dividends: int) -> list[tuple[int, int]]:
    return [(number(who), amount) for who, amount in split_dividends(family, dividends).paid]


def take_rate(family: Family) -> U96F32:
    return childkey_take_rate(family.on(NETUID), account(CHILD), NETUID)


rao = st.one_of(st.sampled_from([0, 1, SUPPLY]), st.integers(0, SUPPLY), st.integers(0, ALL))
proportions = st.one_of(st.sampled_from([0, 1, HALF, ALL]), st.integers(0, ALL))


@st.composite
def families(draw: st.DrawFn) -> Family:
    hotkeys = range(1, 6)
    return Family(
        stakes={(hotkey, netuid): draw(rao) for hotkey in hotkeys for netuid in (0, NETUID)},
        borrows={CHILD: draw(st.lists(st.tuples(proportions, st.sampled_from(hotkeys)), max_size=5))},
        lends={CHILD: draw(st.lists(st.tuples(proportions, st.sampled_from(hotkeys)), max_size=2))},
        owners={hotkey: draw(st.integers(0, 2)) for hotkey in hotkeys},
        takes={CHILD: draw(st.sampled_from([0, 1, 11_796, 65_535]) | st.integers(0, 65_535))},
        childkey_burn=draw(proportions),
        tao_weight=draw(proportions),
    )


@given(families(), rao)
@settings(deadline=None, max_examples=150)
def test_no_more_is_paid_than_there_was(family: Family, dividends: int) -> None:
    """Parents and hotkey together are never paid more than the dividends, whatever take and burn are."""
    payments = paid(family, dividends)
    assert sum(amount for _who, amount in payments) <= dividends
    assert [who for who, _amount in payments] == [parent for _stored, parent in family.borrows[CHILD]] + [CHILD]


@given(families(), rao)
@settings(deadline=None, max_examples=150)
def test_paid_and_recycled_are_the_dividends_if_take_and_burn_are_at_most_one(family: Family, dividends: int) -> None:
    """Only fractions of a rao are lost: less than one for each entry."""
    rates = take_rate(family).bits + get_ck_burn(family.on()).bits
    if rates <= U96F32.ONE.bits:
        split = split_dividends(family, dividends)
        total = sum(amount for _who, amount in split.paid) + sum(split.recycled)
        assert dividends - len(split.paid) - len(split.recycled) < total <= dividends


def test_take_and_burn_above_one_recycle_alpha_that_was_paid_out() -> None:
    """The divergence: all is taken by the child and half is recycled besides, so 150 go where 100 were.

    What is recycled lowers the issuance, while the child holds the whole: stakes then exceed the issued alpha.
    """
    family = Family(
        {(2, NETUID): 1_000}, borrows={CHILD: [(ALL, 2)]}, owners={1: 10, 2: 20}, takes={1: 65_535}, childkey_burn=HALF
    )
    assert paid(family, 100) == [(2, 0), (CHILD, 100)]
    assert split_dividends(family, 100).recycled == (50,)
    portion = U96F32.saturating_from_num(100)
    charged = after_take_and_burn(portion, U96F32.ONE, U96F32.from_bits(2**31))
    assert (charged.kept, charged.take, charged.burned) == (U96F32.ZERO, portion, U96F32.saturating_from_num(50))


def test_the_take_is_charged_on_foreign_parents_portions_alone() -> None:
    """A hotkey without parents keeps everything at any take; so it does beside a parent of the same owner.

    A take of a fifth, rounded down, takes just under a fifth of a foreign parent's half, and nothing of its own.
    """
    alone = Family({(1, NETUID): 500}, takes={1: 65_535}, childkey_burn=HALF)
    assert paid(alone, 1_000) == [(CHILD, 1_000)]
    kin = replace(alone, stakes={(1, NETUID): 500, (2, NETUID): 500}, borrows={CHILD: [(ALL, 2)]})
    assert paid(kin, 1_000) == [(2, 500), (CHILD, 500)]
    assert split_dividends(kin, 1_000).recycled == ()
    foreign = replace(kin, owners={2: 9}, takes={1: 13_107}, childkey_burn=0)
    assert paid(foreign, 1_000) == [(2, 400), (CHILD, 599)]


def test_the_quotient_is_formed_before_the_product() -> None:
    """Contribution times dividends would exceed a U96F32 for amounts that the chain can hold."""
    amount = U96F32.saturating_from_num(SUPPLY)
    assert amount.checked_mul(amount) is None
    assert portion_of_contribution(amount, amount, amount) == amount
    family = Family({(1, NETUID): SUPPLY, (2, NETUID): SUPPLY}, borrows={CHILD: [(ALL, 2)]})
    assert paid(family, SUPPLY) == [(2, SUPPLY // 2), (CHILD, SUPPLY // 2)]


def test_a_parents_contribution_counts_fractions_the_own_one_does_not() -> None:
    """The hotkey's own contribution is whole rao: half a rao of its own is nothing, half a parent's rao is all."""
    family = Family({(1, NETUID): 1, (2, NETUID): 1}, {CHILD: [(HALF, 3)]}, {CHILD: [(HALF, 2)]})
    assert paid(family, 1_000) == [(2, 1_000), (CHILD, 0)]


def test_without_any_stake_the_hotkey_keeps_the_dividends() -> None:
    """A total contribution of zero gives parents nothing."""
    family = Family(borrows={CHILD: [(ALL, 2)]}, owners={2: 9}, takes={1: 65_535})
    assert paid(family, 77) == [(2, 0), (CHILD, 77)]
    assert split_dividends(family, 77).recycled == (0,)


def test_a_take_of_65535_is_all() -> None:
    """Takes count in parts of 65 535, so the greatest take is exactly one."""
    assert take_rate(Family(takes={1: 65_535})) == U96F32.ONE
    assert take_rate(Family(takes={1: 11_796})).bits == (11_796 << 32) // 65_535


def test_rename_of_accounts_renames_the_payments() -> None:
    """No rule looks at an account but to tell it from others and to sort: payments follow the names."""
    stakes = {(1, NETUID): 10, (2, NETUID): 20, (3, NETUID): 30}
    family = Family(stakes, {}, {CHILD: [(HALF, 2), (ALL, 3)]}, {1: 5, 2: 6, 3: 5}, {1: 9_999})
    swapped = replace(
        family,
        stakes={(1, NETUID): 10, (3, NETUID): 20, (2, NETUID): 30},
        borrows={CHILD: [(HALF, 3), (ALL, 2)]},
        owners={1: 5, 3: 6, 2: 5},
    )
    renamed = {1: 1, 2: 3, 3: 2}
    assert paid(swapped, 10**9) == [(renamed[who], what) for who, what in paid(family, 10**9)]
