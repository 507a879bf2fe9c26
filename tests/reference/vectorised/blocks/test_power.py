"""Powers of ratios near one, and decimal floats as pairs, are those of the exact path."""

import random

import pytest

from subtensor_spec.arithmetic.decimals import Perquintill, Ratio, SafeFloat, ratio_power
from subtensor_spec.arithmetic.decimals.perquintill import ACCURACY
from subtensor_spec.chain.types import Balancer
from subtensor_spec.chapters.swap.curve import SWAP_PRECISION, power_of_alpha_sold, power_of_tao_paid
from subtensor_spec.vectorised.blocks import decimals, power


def exact_parts(reserve: int, added: int, over: int, under: int) -> int | None:
    return ratio_power(Ratio(reserve, reserve + added), Ratio(over, under), SWAP_PRECISION, ACCURACY)


def drawn(draw: random.Random) -> tuple[int, int, int]:
    reserve = draw.randrange(4, 1 << draw.randrange(4, 64))
    return reserve, draw.randrange(1, max(2, reserve >> draw.randrange(2, 60))), draw.randrange(10**16, 99 * 10**16)


@pytest.mark.parametrize("seed", range(8))
def test_a_power_that_is_decided_is_the_exact_one(seed: int) -> None:
    draw = random.Random(seed)
    decided = 0
    for _ in range(60):
        reserve, added, quote = drawn(draw)
        if 4 * added <= reserve:
            parts = power.power_near_one(reserve, added, ACCURACY - quote, quote)
            decided += parts is not None
            assert parts in (None, exact_parts(reserve, added, ACCURACY - quote, quote))
    assert decided > 20


def test_the_true_power_lies_within_the_bound() -> None:
    """With 144 bits the error is far below the bound: a hundredth of it would do."""
    draw = random.Random(3)
    for _ in range(40):
        reserve, added, quote = drawn(draw)
        if 4 * added <= reserve:
            over, under = ACCURACY - quote, quote
            exponent = 2 * power._half_logarithm(reserve, added) * over // under
            if exponent <= 1 << power.BITS:
                true = ratio_power(Ratio(reserve, reserve + added), Ratio(over, under), 400, 1 << power.BITS)
                assert true is not None
                assert abs(power._exponential_of_negative(exponent) - true) < power.ERROR // 100


def test_a_power_on_the_edge_of_two_parts_is_left_to_the_exact_path() -> None:
    """With equal weights half of a reserve's fifth is a whole number of parts: no bound decides on which side it is."""
    assert power.power_near_one(4 * 10**9, 10**9, ACCURACY // 2, ACCURACY // 2) is None
    assert power.left_after_sale(ACCURACY // 2, 4 * 10**9, 10**9) == (8 * 10**17 << 64) // ACCURACY


@pytest.mark.parametrize(
    ("reserve", "paid"), [(10**12, 1), (10**12, 10**11), (10**12, 10**12), (3, 2), (10**15, 10**6)]
)
@pytest.mark.parametrize("quote", [10**16, 3 * 10**17, 5 * 10**17, 99 * 10**16])
def test_what_is_left_is_what_the_exact_path_leaves(quote: int, reserve: int, paid: int) -> None:
    weights = Balancer(Perquintill(quote))
    assert power.left_after_sale(quote, reserve, paid) == power_of_alpha_sold(weights, reserve, paid).bits
    assert power.left_after_purchase(quote, reserve, paid) == power_of_tao_paid(weights, reserve, paid).bits


AMOUNTS = sorted(
    {0, 1, 2**64 - 1}
    | {10**k + d for k in range(20) for d in (-1, 0, 1) if 10**k + d < 2**64}
    | {2**k + d for k in range(1, 64) for d in (-1, 0, 1)}
)


def pair(number: SafeFloat | None) -> tuple[int, int]:
    assert number is not None
    return number.mantissa, number.exponent


@pytest.mark.parametrize("amount", AMOUNTS)
def test_an_amount_is_held_exactly(amount: int) -> None:
    assert decimals.from_amount(amount) == pair(SafeFloat.from_u64(amount))
    assert decimals.to_amount(decimals.from_amount(amount)) == amount


@pytest.mark.parametrize("seed", range(4))
def test_pairs_are_added_multiplied_and_rounded_as_decimal_floats(seed: int) -> None:
    draw = random.Random(seed)

    def number() -> SafeFloat:
        made = SafeFloat.normalised(draw.randrange(1 << draw.randrange(1, 70)), draw.randrange(-30, 5))
        assert made is not None
        return made

    for _ in range(300):
        left, right, divisor = number(), number(), SafeFloat.from_u64(draw.randrange(1, 2**64))
        assert decimals.added(pair(left), pair(right)) == pair(left.add(right))
        product = decimals.multiplied_and_divided(pair(left), pair(right), pair(divisor))
        assert product == pair(left.mul_div(right, divisor))
        assert decimals.to_amount(pair(left)) == left.to_u64()
