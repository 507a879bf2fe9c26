"""What is left of a lock and what it earns, against exact exponentials and as laws."""

from dataclasses import replace
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.types import U64_MAX, AlphaBalance, LockState
from subtensor_spec.chapters.locks.decay import decayed_mass, decaying_part, exp_decay, matured_conviction
from subtensor_spec.chapters.locks.rolling import (
    DECAYING,
    DECAYING_OWNER,
    PERPETUAL,
    PERPETUAL_OWNER,
    Role,
    is_zero,
    merge_lock,
    reduce_lock,
    roll_forward_lock,
)

RATE = 934_866
ROLES = (DECAYING, PERPETUAL, DECAYING_OWNER, PERPETUAL_OWNER)

rates = st.sampled_from([1, 7200, RATE, 2 * RATE, 2**63, U64_MAX]) | st.integers(1, 10 * RATE)
blocks = st.sampled_from([0, 1, RATE, 40 * RATE]) | st.integers(0, 10 * RATE)
masses = st.sampled_from([0, 99, 100, U64_MAX]) | st.integers(0, 21 * 10**15)
locks = st.builds(
    lambda mass, conviction: LockState(AlphaBalance(mass), U64F64.from_bits(conviction), 5),
    masses,
    st.integers(0, 2**64 * 21 * 10**15),
)
roles = st.sampled_from(ROLES)


def number(fixed: U64F64) -> float:
    return fixed.bits / 2**64


@pytest.mark.parametrize(
    ("dt", "tau", "bits"), [(0, 0, 2**64), (0, RATE, 2**64), (1, 0, 0), (40, 1, 78), (10**9, 1, 78)]
)
def test_the_ends_of_the_exponential(dt: int, tau: int, bits: int) -> None:
    assert exp_decay(dt, tau).bits == bits


@given(st.integers(1, 20 * RATE))
def test_the_exponential_is_exact_to_a_millionth(dt: int) -> None:
    assert number(exp_decay(dt, RATE)) == pytest.approx(exp(-dt / RATE), rel=1e-6)


def test_times_too_long_for_the_format_count_as_long() -> None:
    """A time of 2⁶³ blocks or more saturates before it is divided; the quotient is what is left of it."""
    assert exp_decay(U64_MAX, 2**62) == exp_decay(2**63, 2**62) == exp_decay(2, 1)
    assert exp_decay(U64_MAX, U64_MAX) == exp_decay(U64_MAX, 2**63) == exp_decay(1, 1)


@given(masses, blocks, rates)
def test_a_perpetual_mass_stays_and_another_never_grows(mass: int, dt: int, rate: int) -> None:
    amount = AlphaBalance(mass)
    assert decayed_mass(amount, dt, rate, perpetual=True) == mass
    assert decayed_mass(amount, dt, rate, perpetual=False) <= mass


@pytest.mark.parametrize(("unlock", "maturity"), [(RATE, 3 * RATE), (3 * RATE, RATE), (RATE, RATE + 1)])
def test_unequal_rates_mix_two_exponentials(unlock: int, maturity: int) -> None:
    dt = 500_000
    exact = unlock * (exp(-dt / unlock) - exp(-dt / maturity)) / (unlock - maturity)
    assert number(decaying_part(dt, unlock, maturity)) == pytest.approx(exact, rel=1e-6)


@pytest.mark.parametrize(("unlock", "maturity"), [(0, RATE), (RATE, 0)])
def test_a_rate_of_zero_adds_nothing(unlock: int, maturity: int) -> None:
    assert decaying_part(100, unlock, maturity) == U64F64.ZERO


def test_two_rates_of_zero_leave_nothing() -> None:
    conviction = U64F64.saturating_from_num(5)
    assert matured_conviction(AlphaBalance(10**9), conviction, 1, 0, 0, perpetual=False) == U64F64.ZERO
    assert matured_conviction(AlphaBalance(10**9), conviction, 1, 0, 0, perpetual=True).bits >> 64 == 10**9


@given(locks, blocks, rates, rates)
def test_conviction_is_no_more_than_conviction_and_mass_were(
    lock: LockState, dt: int, unlock: int, maturity: int
) -> None:
    for perpetual in (True, False):
        after = matured_conviction(lock.locked_mass, lock.conviction, dt, unlock, maturity, perpetual)
        assert number(after) <= (number(lock.conviction) + lock.locked_mass) * (1 + 1e-6)


@given(locks, st.integers(1, 2 * RATE), st.integers(1, 2 * RATE), st.sampled_from([DECAYING, PERPETUAL]))
def test_two_steps_are_as_good_as_one(lock: LockState, first: int, second: int, role: Role) -> None:
    """But for a rao of mass a step, and for what the exponentials are off by."""
    middle = roll_forward_lock(lock, 5 + first, RATE, RATE, role)
    late = roll_forward_lock(middle, 5 + first + second, RATE, RATE, role)
    once = roll_forward_lock(lock, 5 + first + second, RATE, RATE, role)
    tolerance = 200 + 1e-6 * lock.locked_mass
    assert late.locked_mass == pytest.approx(once.locked_mass, abs=tolerance)
    assert number(late.conviction) == pytest.approx(
        number(once.conviction), abs=tolerance + 1e-6 * number(lock.conviction)
    )


@given(locks, st.integers(0, 5), roles)
def test_a_lock_of_this_block_or_a_later_one_does_not_age(lock: LockState, now: int, role: Role) -> None:
    after = roll_forward_lock(lock, now, RATE, RATE, role)
    assert after.last_update == 5
    if not is_zero(after):
        assert after.locked_mass == lock.locked_mass
        assert (after.conviction == lock.conviction) or role.owner


@given(locks, blocks, roles)
def test_an_owner_has_as_much_conviction_as_mass(lock: LockState, dt: int, role: Role) -> None:
    after = roll_forward_lock(lock, 5 + dt, RATE, RATE, role)
    if role.owner:
        assert after.conviction == U64F64.saturating_from_num(after.locked_mass)
    assert not is_zero(after) or (after.locked_mass == 0 and not after.conviction)


@pytest.mark.parametrize(
    ("mass", "conviction", "none"), [(99, 99, True), (100, 0, False), (0, 100, False), (99, 100, False), (0, 0, True)]
)
def test_less_than_a_hundred_of_both_is_none(mass: int, conviction: int, none: bool) -> None:
    lock = LockState(AlphaBalance(mass), U64F64.saturating_from_num(conviction), 7)
    assert is_zero(lock) is none
    just_below = LockState(AlphaBalance(99), U64F64.from_bits((100 << 64) - 1), 7)
    assert is_zero(just_below)


@given(locks, locks)
def test_what_is_merged_can_be_taken_out_again(left: LockState, right: LockState) -> None:
    together = merge_lock(left, right)
    assert together.last_update == 5
    assert (
        merge_lock(left, replace(right, last_update=4)) == merge_lock(replace(left, last_update=4), right) == together
    )
    if left.locked_mass + right.locked_mass <= U64_MAX:
        assert reduce_lock(together, right.locked_mass, right.conviction) == left
    assert reduce_lock(left, AlphaBalance(U64_MAX), U64F64.MAX) == LockState(AlphaBalance(0), U64F64.ZERO, 5)
