"""Stake weight: what children borrow is what parents lose, and nothing is made on the way."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reference.hand_made import Family, Ties, account, borrowed

from subtensor_spec.arithmetic import U64, U96F32
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.stake_weight.inheritance import inherited, proportion_of_u64
from subtensor_spec.chapters.stake_weight.inherited import (
    get_inherited_for_hotkey_on_subnet,
    get_self_contribution,
    get_tao_inherited_for_hotkey_on_subnet,
    get_tao_weight,
    weighted_contribution,
)

NETUID = 7
ALL = U64.MAX
HALF = 2**63
SUPPLY = 21 * 10**15


def inherited_alpha(family: Family, hotkey: int, netuid: int) -> int:
    return get_inherited_for_hotkey_on_subnet(family.on(netuid), account(hotkey), NetUid(netuid))


def inherited_tao(family: Family, hotkey: int, netuid: int) -> int:
    return get_tao_inherited_for_hotkey_on_subnet(family.on(netuid), account(hotkey), NetUid(netuid))


def self_contribution(family: Family, hotkey: int) -> int:
    return get_self_contribution(family.on(NETUID), account(hotkey), NetUid(NETUID))


def lending(stakes: Mapping[tuple[int, int], int], lends: Mapping[int, Ties]) -> Family:
    """A family by what its parents lend."""
    return Family(stakes, lends, borrowed(lends))


stakes = st.one_of(st.integers(0, 10), st.integers(0, SUPPLY), st.integers(0, ALL))
proportions = st.one_of(st.sampled_from([0, 1, 2**32 - 1, 2**32, HALF, ALL - 1, ALL]), st.integers(0, ALL))


@st.composite
def families(draw: st.DrawFn) -> Family:
    """Hotkeys of which none lends more than all it has."""
    count = draw(st.integers(1, 6))
    held = {(hotkey, netuid): draw(st.integers(0, SUPPLY)) for hotkey in range(count) for netuid in (0, NETUID)}
    lends = {}
    for hotkey in range(count):
        cuts = sorted(draw(st.lists(proportions, max_size=4)))
        children = [child for child in range(count) if child != hotkey]
        parts = [upper - lower for lower, upper in zip([0, *cuts], cuts, strict=False)]
        lends[hotkey] = [(part, draw(st.sampled_from(children))) for part in parts] if children else []
    return replace(lending(held, lends), tao_weight=draw(proportions))


@given(proportions)
@settings(deadline=None)
def test_a_proportion_is_the_upper_half_of_its_bits_unless_all_are_set(stored: int) -> None:
    """The quotient by ``2**64 - 1`` is never more than ``2**-32`` above that by ``2**64``."""
    assert proportion_of_u64(stored).bits == (2**32 if stored == ALL else stored >> 32)


@given(families())
@settings(deadline=None, max_examples=60)
def test_inheriting_only_moves_stake(family: Family) -> None:
    """Where nobody lends more than all, inherited stake sums to no more than the stake itself.

    It sums to less only by the fraction of a rao that each hotkey loses at the end.
    """
    hotkeys = {hotkey for hotkey, _netuid in family.stakes}
    for inherit, netuid in ((inherited_alpha, NETUID), (inherited_tao, 0)):
        own = sum(family.stakes[hotkey, netuid] for hotkey in hotkeys)
        moved = sum(inherit(family, hotkey, NETUID) for hotkey in hotkeys)
        assert own - len(hotkeys) < moved <= own


def test_lending_more_than_all_makes_stake() -> None:
    """The true law has a premise: two children with all of it each leave the parent nothing and double the sum."""
    family = lending({(1, NETUID): 100}, {1: [(ALL, 2), (ALL, 3)]})
    assert [inherited_alpha(family, hotkey, NETUID) for hotkey in (1, 2, 3)] == [0, 100, 100]


def test_what_a_parent_borrowed_is_not_passed_on() -> None:
    """Inheritance goes one step: a grandchild has nothing of what its grandparent lent."""
    family = lending({(1, NETUID): 100}, {1: [(ALL, 2)], 2: [(ALL, 3)]})
    assert [inherited_alpha(family, hotkey, NETUID) for hotkey in (1, 2, 3)] == [0, 100, 0]


def test_only_the_balance_is_rounded_to_whole_rao() -> None:
    """Three thirds of a rao, each short by a fraction, are two rao and not none."""
    third = ALL // 3
    assert inherited(0, [], [(third, 3)]) == 0
    assert inherited(0, [], [(third, 3)] * 3) == 2


def test_root_keeps_its_alpha_but_not_its_tao() -> None:
    """On root alpha is the plain stake, while TAO goes through the family there too."""
    family = lending({(1, 0): 100}, {1: [(HALF, 2)]})
    assert (inherited_alpha(family, 1, 0), inherited_alpha(family, 2, 0)) == (100, 0)
    assert (inherited_tao(family, 1, 0), inherited_tao(family, 2, 0)) == (50, 50)


def test_the_sum_saturates_at_64_bits() -> None:
    """A hotkey that inherits more than fits holds the greatest amount."""
    assert inherited(ALL, [], [(ALL, ALL)]) == ALL


@given(stakes, stakes, proportions, proportions)
@settings(deadline=None)
def test_a_hotkey_contributes_no_more_than_it_has(alpha: int, root: int, lent: int, weight: int) -> None:
    """With weights of at most one, self contribution is at most alpha plus TAO, and less if it lends."""
    alone = Family({(1, NETUID): alpha, (1, 0): root}, tao_weight=weight)
    lender = replace(alone, lends={1: [(lent, 2)]})
    assert self_contribution(lender, 1) <= self_contribution(alone, 1)
    assert self_contribution(alone, 1) <= min(alpha + root, ALL)


def test_weighted_tao_is_rounded_once() -> None:
    """The proportion of a whole stake is exact, so that only the weight rounds: a third of a third of 3 rao."""
    family = Family({(1, 0): 3}, tao_weight=ALL // 3)
    third = proportion_of_u64(ALL // 3)
    expected = U96F32.saturating_from_num(3).saturating_mul(third).saturating_mul(third)
    assert weighted_contribution(family.on(NETUID), account(1), NetUid(NETUID), third) == expected
    assert expected.bits == 3 * third.bits * third.bits >> 32


def test_lending_more_than_all_leaves_no_contribution() -> None:
    """Proportions are taken from one, but not below zero."""
    family = lending({(1, NETUID): 100}, {1: [(HALF, 2), (ALL, 3)]})
    assert self_contribution(family, 1) == 0


@pytest.mark.parametrize(("stored", "bits"), [(0, 0), (ALL, 2**32), (971718665099567868, 226245882)])
def test_the_weight_of_tao(stored: int, bits: int) -> None:
    """None, one, and the runtime's default of 5.27 %."""
    assert get_tao_weight(Family(tao_weight=stored).on()).bits == bits
