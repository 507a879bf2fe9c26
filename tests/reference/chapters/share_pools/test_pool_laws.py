"""Laws of share pools under deposits, payments, and withdrawals of no more than a key is worth.

The law one would want, that all keys together are never worth more than the pool holds, does not hold in
production. What holds is weaker: shares and denominator are rounded each on their own, so they drift apart by
about a part of 10²⁰ of the greatest denominator with every operation. While a pool keeps its size that is far below
a rao. Where nearly all of a pool is withdrawn, the same drift is a large part of what is left.
"""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chapters.share_pools.pool import (
    SharesInMemory,
    update_value_for_all,
    update_value_for_one,
    value_of,
)

KEYS = range(4)
AMOUNTS = st.integers(1, 1000) | st.integers(1, 10**12) | st.integers(1, 10**16)
MOVES = st.lists(
    st.tuples(st.sampled_from(["pay", "deposit", "withdraw"]), st.sampled_from(KEYS), AMOUNTS), max_size=25
)
ORDINARY = st.lists(
    st.tuples(st.sampled_from(["pay", "deposit", "withdraw"]), st.sampled_from(KEYS), st.integers(10**9, 10**15)),
    max_size=25,
)

Pool = SharesInMemory[int]
Move = tuple[str, int, int]


def exact(number: SafeFloat) -> Fraction:
    return Fraction(number.mantissa) * Fraction(10) ** number.exponent


def perform(pool: Pool, move: Move) -> int:
    """Perform a move as a careful caller would; return the rao that the key moved."""
    kind, key, amount = move
    if pool.shared_value + amount > 2**62:
        return 0
    if kind == "pay":
        update_value_for_all(pool, amount)
        return 0
    update = amount if kind == "deposit" else -min(amount, value_of(pool, key))
    if update:
        update_value_for_one(pool, key, update)
    return update


def shares_over_denominator(pool: Pool) -> Fraction:
    shares = sum((exact(share) for share in pool.shares.values()), Fraction(0))
    return shares / exact(pool.denominator) if pool.denominator.mantissa else Fraction(0)


@given(MOVES)
@settings(deadline=None, max_examples=150)
def test_all_keys_together_are_worth_at_most_the_pool_times_shares_over_denominator(moves: list[Move]) -> None:
    """What a pool pays in all is bounded by its value and by nothing but the drift of its shares."""
    pool = Pool()
    for move in moves:
        perform(pool, move)
        paid = sum(value_of(pool, key) for key in KEYS)
        assert paid <= pool.shared_value * shares_over_denominator(pool)


@given(MOVES)
@settings(deadline=None, max_examples=150)
def test_shares_and_denominator_drift_by_a_part_of_the_greatest_denominator(moves: list[Move]) -> None:
    """Each operation adds at most a few parts of 10²⁰ of the greatest denominator so far to the difference.

    A withdrawal of all that a key is worth may leave a share of less than a rao, or take a little more than the
    share; that is the second term.
    """
    pool, greatest, allowed = Pool(), Fraction(0), Fraction(0)
    for move in moves:
        greatest = max(greatest, exact(pool.denominator))
        rao = exact(pool.denominator) / pool.shared_value if pool.shared_value else Fraction(0)
        perform(pool, move)
        if pool.denominator.is_zero:
            return  # the next deposit starts a new pool, whatever the old shares say
        greatest = max(greatest, exact(pool.denominator))
        allowed += 4 * greatest / 10**20 + rao / 10**15
        difference = abs(shares_over_denominator(pool) - 1) * exact(pool.denominator)
        assert difference <= allowed


@given(ORDINARY)
@settings(deadline=None, max_examples=150)
def test_a_pool_of_ordinary_size_pays_at_most_what_it_holds_to_the_rao(moves: list[Move]) -> None:
    """Amounts between one and a million TAO, and no key leaves with nearly everything."""
    pool = Pool()
    update_value_for_one(pool, len(KEYS), 10**15)
    for move in moves:
        perform(pool, move)
        assert sum(value_of(pool, key) for key in [*KEYS, len(KEYS)]) <= pool.shared_value


@given(ORDINARY, st.sampled_from(KEYS), st.integers(10**9, 10**15))
@settings(deadline=None, max_examples=150)
def test_a_deposit_is_worth_what_was_paid_and_costs_nobody_more_than_a_rao(
    moves: list[Move], key: int, amount: int
) -> None:
    pool = Pool()
    update_value_for_one(pool, len(KEYS), 10**15)
    for move in moves:
        perform(pool, move)
    before = [value_of(pool, other) for other in KEYS]
    update_value_for_one(pool, key, amount)
    after = [value_of(pool, other) for other in KEYS]
    for other in KEYS:
        expected = before[other] + (amount if other == key else 0)
        assert abs(after[other] - expected) <= 1


@given(st.lists(st.integers(1, 10**15), min_size=1, max_size=6), st.integers(0, 10**15))
@settings(deadline=None)
def test_a_payment_is_shared_in_proportion_to_stake(stakes: list[int], payment: int) -> None:
    pool = Pool()
    for key, stake in enumerate(stakes):
        update_value_for_one(pool, key, stake)
    update_value_for_all(pool, payment)
    for key, stake in enumerate(stakes):
        exact_value = Fraction(stake) * (sum(stakes) + payment) / sum(stakes)
        assert abs(value_of(pool, key) - exact_value) <= 1


def test_a_pool_that_was_nearly_emptied_pays_more_than_it_holds() -> None:
    """The counterexample to the law one would want, as production computes it.

    Seven rao earn ten million alpha, another rao joins, the first key leaves with all but the last rao, and the pool
    earns as much again: its two keys are then worth 71 alpha more than the pool holds.
    """
    pool = Pool()
    update_value_for_one(pool, 0, 7)
    update_value_for_all(pool, 10**16)
    update_value_for_one(pool, 1, 1)
    update_value_for_one(pool, 0, -(10**16 + 6))
    update_value_for_all(pool, 10**16)
    assert [value_of(pool, key) for key in (0, 1)] == [5000071428571429, 4999999999999997]
    assert pool.shared_value == 10**16 + 2
