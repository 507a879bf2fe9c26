"""How the terms of several mechanisms become one."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reference.hand_made import account

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chapters.consensus.output import EpochTerms
from subtensor_spec.chapters.mechanisms.combination import (
    combine,
    combined_terms,
    mechanism_weight,
    weighted_acc_alpha,
    weighted_acc_u16,
)

HALF = U64F64.from_bits(2**63)
TERMS = EpochTerms(
    uid=4, active=True, new_validator_permit=False, stake=1_000, stake_weight=101, consensus=201, validator_trust=301,
    incentive=401, dividend=501, server_emission=60, validator_emission=70, emission=131, bond=[(1, 2)],
)  # fmt: skip
u16 = st.integers(0, 65_535)


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
@settings(deadline=None)
def test_a_mechanism_with_all_the_emission_changes_nothing(whole: int, alpha: int) -> None:
    """One mechanism weighs exactly one, with and without emission."""
    weight = mechanism_weight(whole, whole, is_first=True)
    assert weight == U64F64.ONE
    assert weighted_acc_alpha(0, alpha, weight) == alpha


@given(u16, u16, st.integers(0, 2**64))
@settings(deadline=None)
def test_a_weighted_sum_is_never_more_than_the_plain_one(so_far: int, added: int, bits: int) -> None:
    """It is at least what there was, and at most 65535."""
    total = weighted_acc_u16(so_far, added, U64F64.from_bits(bits))
    assert so_far <= total <= min(so_far + added, 65_535)


def test_without_emission_only_the_first_counts() -> None:
    """Its weight is one, that of the others zero."""
    assert [mechanism_weight(0, 0, first).bits for first in (True, False)] == [2**64, 0]


def test_two_equal_halves_are_one_less_than_the_whole() -> None:
    """Each sum is rounded down before the next is added."""
    assert weighted_acc_u16(weighted_acc_u16(0, 401, HALF), 401, HALF) == 400
    assert weighted_acc_alpha(weighted_acc_alpha(0, 131, HALF), 131, HALF) == 130


def test_what_is_earned_adds_up_and_the_rest_is_weighed() -> None:
    """The incentive is the first mechanism's alone; bonds are left out."""
    both = combined_terms(combined_terms(None, TERMS, HALF), replace(TERMS, uid=9, incentive=65_535), HALF)
    assert (both.server_emission, both.validator_emission, both.stake) == (120, 140, 2_000)
    assert (both.dividend, both.consensus, both.validator_trust, both.stake_weight) == (500, 200, 300, 100)
    assert (both.emission, both.incentive, both.uid, both.bond) == (130, 200, 4, [])


def test_any_mechanism_makes_active_and_permits() -> None:
    """Truths are joined by or."""
    idle, busy = replace(TERMS, active=False), replace(TERMS, new_validator_permit=True)
    for first, second in ((idle, busy), (busy, idle)):
        both = combined_terms(combined_terms(None, first, HALF), second, HALF)
        assert (both.active, both.new_validator_permit) == (True, True)
    none = combined_terms(combined_terms(None, idle, HALF), idle, HALF)
    assert (none.active, none.new_validator_permit) == (False, False)


def test_a_hotkey_that_comes_later_begins_there() -> None:
    """Terms belong to hotkeys, and a mechanism that says nothing of one leaves it as it is."""
    first, second = account(1), account(2)
    found = combine(combine({}, {first: TERMS}, HALF), {second: TERMS}, HALF)
    assert found[first] == found[second] == combined_terms(None, TERMS, HALF)
