"""Operations on vectors: sums that wrap, normalisation, masks, products and the choice of the greatest."""

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32, I64F64
from subtensor_spec.chapters.consensus.matrix.vectors import (
    clamp_value,
    get_or,
    is_topk_nonzero,
    is_zero,
    mask_vector,
    normalize,
    normalize_using_sum,
    vec_mul,
    wrapping_sum,
)

ONE = 1 << 32
SHARES = st.lists(st.integers(0, ONE), max_size=12)
ANY = st.lists(st.integers(-(1 << 63), (1 << 63) - 1), max_size=8)


def fixed(bits: list[int]) -> list[I32F32]:
    return [I32F32.from_bits(value) for value in bits]


def bits(vector: list[I32F32]) -> list[int]:
    return [value.bits for value in vector]


def test_a_sum_beyond_the_range_wraps() -> None:
    """The greatest number and one bit make the least number."""
    assert wrapping_sum([I32F32.MAX, I32F32.from_bits(1)]) == I32F32.MIN
    assert wrapping_sum([]) == I32F32.ZERO


def test_a_vector_whose_terms_cancel_counts_as_zero() -> None:
    assert is_zero(fixed([5, -5]))
    assert is_zero([I32F32.MIN, I32F32.MIN])
    assert not is_zero(fixed([5, -4]))


@given(SHARES)
def test_normalised_entries_sum_to_at_most_one(values: list[int]) -> None:
    """Each entry loses less than a bit, so the sum lies within as many bits below one as there are entries."""
    result = bits(normalize(fixed(values)))
    if sum(values):
        assert ONE - len(values) < sum(result) <= ONE
    else:
        assert result == values


@given(SHARES)
def test_normalising_again_only_makes_up_for_what_was_cut_off(values: list[int]) -> None:
    """A second normalisation lowers nothing, and raises nothing by more bits than there are entries."""
    once = normalize(fixed(values))
    again = normalize(once)
    assert all(0 <= b - a <= len(values) for a, b in zip(bits(once), bits(again), strict=True))


def test_a_sum_that_wraps_breaks_normalisation() -> None:
    """Three quarters of the range, twice, sum to minus half of it: both entries become negative and sum to -3."""
    entry = 3 << 61
    assert bits(normalize(fixed([entry, entry]))) == [-(3 * ONE) // 2] * 2


def test_a_sum_of_zero_changes_nothing() -> None:
    assert bits(normalize(fixed([7, -7]))) == [7, -7]
    assert bits(normalize_using_sum(fixed([7, 8]), I32F32.ZERO)) == [7, 8]


def test_a_quotient_that_overflows_becomes_zero() -> None:
    assert bits(normalize_using_sum([I32F32.MAX], I32F32.from_bits(1))) == [0]


def test_negative_shares_round_toward_zero() -> None:
    assert bits(normalize_using_sum(fixed([-1, 1]), I32F32.from_bits(3 * ONE))) == [0, 0]


def test_stakes_are_normalised_in_their_own_format() -> None:
    third = normalize([I64F64.ONE] * 3)
    assert [share.bits for share in third] == [(1 << 64) // 3] * 3


def test_masked_entries_and_those_beyond_the_mask_are_zero() -> None:
    assert bits(mask_vector([True, False], fixed([1, 2, 3]))) == [0, 2, 0]


def test_an_empty_mask_masks_nothing() -> None:
    assert bits(mask_vector([], fixed([1, 2]))) == [1, 2]


def test_a_product_that_overflows_is_zero_not_the_limit() -> None:
    assert bits(vec_mul([I32F32.MAX, I32F32.ONE], fixed([2 * ONE, 3, 4]))) == [0, 3]


def test_products_round_down() -> None:
    assert bits(vec_mul(fixed([-1]), fixed([1]))) == [-1]


def test_limits_that_cross_give_the_lower_one() -> None:
    low, high = I32F32.from_bits(9), I32F32.from_bits(4)
    assert all(clamp_value(I32F32.from_bits(value), low, high) == low for value in (0, 5, 20))


@given(ANY, st.integers(0, 10))
def test_at_most_k_are_chosen_and_none_that_is_zero(values: list[int], k: int) -> None:
    """Whoever is refused, unless zero, is no greater than anyone chosen, and at equal value has the lower uid."""
    chosen = is_topk_nonzero(fixed(values), k)
    ranked = [(value, uid) for uid, value in enumerate(values)]
    inside = [ranked[uid] for uid, taken in enumerate(chosen) if taken]
    outside = [ranked[uid] for uid, taken in enumerate(chosen) if not taken and values[uid]]
    assert len(inside) <= k
    assert all(value for value, _ in inside)
    assert not inside or not outside or max(outside) < min(inside)


def test_the_higher_uid_wins_a_tie() -> None:
    assert is_topk_nonzero(fixed([5, 5, 5]), 2) == [False, True, True]


def test_zeros_take_places_from_nobody_above_zero_but_from_the_negative() -> None:
    """Zeros sort above negative numbers and are then refused, so a place can stay empty."""
    assert is_topk_nonzero(fixed([-1, 0, 3]), 2) == [False, False, True]


def test_reading_beyond_the_end_gives_the_default() -> None:
    assert get_or([4], 0, 9) == 4
    assert get_or([4], 1, 9) == 9
