"""Share pools operation by operation: what each does, also where production surprises."""

import pytest

from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chapters.share_pools.pool import (
    SharesInMemory,
    shares_for_update,
    update_value_for_all,
    update_value_for_one,
    update_would_count,
    value_of,
    value_of_known,
)
from subtensor_spec.errors import InvalidInput

Pool = SharesInMemory[str]


def integer(value: int) -> SafeFloat:
    return SafeFloat.from_u64(value)


def test_three_and_seven_tenths_of_a_hundred() -> None:
    pool = Pool(100, integer(10), {"a": integer(3), "b": integer(7)})
    assert (value_of(pool, "a"), value_of(pool, "b")) == (30, 70)


def test_a_pool_without_a_denominator_is_worth_nothing_to_anybody() -> None:
    pool = Pool(100, SafeFloat(), {"a": integer(3)})
    assert value_of(pool, "a") == 0


def test_an_unknown_key_has_no_value_and_a_key_of_share_zero_has_the_value_zero() -> None:
    pool = Pool(100, integer(10), {"a": SafeFloat()})
    assert value_of_known(pool, "a") == 0
    assert value_of_known(pool, "b") is None
    assert value_of(pool, "b") == 0


def test_the_first_key_takes_whatever_the_pool_already_holds() -> None:
    pool = Pool()
    update_value_for_all(pool, 10**15)
    update_value_for_one(pool, "a", 1)
    assert value_of(pool, "a") == 10**15 + 1


def test_a_first_update_below_zero_stores_its_size_as_a_share() -> None:
    """A behaviour: |−5| becomes share and denominator, and the value saturates at zero."""
    pool = Pool()
    update_value_for_one(pool, "a", -5)
    assert (pool.shared_value, pool.denominator, pool.shares) == (0, integer(5), {"a": integer(5)})
    update_value_for_all(pool, 7)
    assert value_of(pool, "a") == 7


def test_a_first_update_of_zero_leaves_the_pool_unused_but_the_key_known() -> None:
    pool = Pool()
    update_value_for_one(pool, "a", 0)
    assert pool.denominator.is_zero
    assert value_of_known(pool, "a") == 0


def test_deposits_after_a_payment_buy_fewer_shares() -> None:
    pool = Pool()
    update_value_for_one(pool, "a", 100)
    update_value_for_all(pool, 100)
    update_value_for_one(pool, "b", 100)
    assert (value_of(pool, "a"), value_of(pool, "b")) == (200, 100)
    assert pool.shares["b"] == integer(50)


def test_a_withdrawal_above_a_keys_worth_takes_from_the_others() -> None:
    """A behaviour: the share stops at zero while denominator and value fall by the whole amount."""
    pool = Pool()
    update_value_for_one(pool, "a", 100)
    update_value_for_one(pool, "b", 100)
    update_value_for_one(pool, "a", -150)
    assert pool.shared_value == 50
    assert pool.denominator == integer(50)
    assert (value_of(pool, "a"), value_of(pool, "b")) == (0, 100)


def test_a_withdrawal_of_a_key_without_a_share_leaves_the_share_at_zero() -> None:
    """Zero minus something is nothing, and then the share stays as it was."""
    pool = Pool()
    update_value_for_one(pool, "a", 100)
    update_value_for_one(pool, "b", -40)
    assert pool.shares["b"] == SafeFloat()
    assert pool.denominator == integer(60)
    assert value_of(pool, "a") == 100


def test_a_deposit_into_a_pool_that_lost_all_value_buys_no_share() -> None:
    """A behaviour: shares for the amount cannot be computed, so what is paid in belongs to the old shares."""
    pool = Pool()
    update_value_for_one(pool, "a", 100)
    update_value_for_all(pool, -100)
    assert not update_would_count(pool, 50)
    update_value_for_one(pool, "b", 50)
    assert (value_of(pool, "a"), value_of(pool, "b")) == (50, 0)


def test_simulating_tells_whether_shares_would_move() -> None:
    pool = Pool()
    assert update_would_count(pool, 0)
    update_value_for_one(pool, "a", 100)
    assert update_would_count(pool, 1)
    assert update_would_count(pool, -1)
    assert not update_would_count(pool, 0)


def test_values_and_updates_stay_within_their_integers() -> None:
    pool = Pool(2**64 - 10, integer(1), {"a": integer(1)})
    update_value_for_all(pool, 100)
    assert value_of(pool, "a") == 2**64 - 1
    update_value_for_all(pool, -(2**63))
    assert pool.shared_value == 2**63 - 1
    with pytest.raises(InvalidInput, match="range of i64"):
        update_value_for_all(pool, 2**63)
    with pytest.raises(InvalidInput, match="range of i64"):
        update_value_for_one(pool, "a", -(2**63) - 1)


def test_an_exponent_that_leaves_its_range_changes_nothing_but_the_value() -> None:
    far = SafeFloat(10**21, 2**63 - 1)
    pool = Pool(1, far, {"a": far})
    update_value_for_one(pool, "a", 1)
    assert (pool.denominator, pool.shares["a"], pool.shared_value) == (far, far, 2)
    assert shares_for_update(pool, 1) == SafeFloat(5 * 10**20, 2**63 - 1)
