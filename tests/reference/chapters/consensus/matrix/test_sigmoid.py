"""The safe exponential and logarithm, and the sigmoids built on them."""

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.arithmetic.transcendental import exp
from subtensor_spec.chapters.consensus.matrix.sigmoid import EXP_LIMIT, alpha_sigmoid, exp_safe, safe_ln, sigmoid_safe

ONE = 1 << 32
ANY = st.integers(-(1 << 63), (1 << 63) - 1)
SHARE = st.integers(0, ONE)


def number(bits: int) -> I32F32:
    return I32F32.from_bits(bits)


def decimal(text: str) -> I32F32:
    value = I32F32.from_decimal(text)
    assert value is not None
    return value


@given(ANY)
def test_the_safe_exponential_always_has_a_result_between_its_limits(bits: int) -> None:
    assert exp_safe(-EXP_LIMIT) <= exp_safe(number(bits)) <= exp_safe(EXP_LIMIT)


@given(st.integers(-20 * ONE, 20 * ONE))
def test_within_its_limits_the_safe_exponential_is_the_plain_one(bits: int) -> None:
    assert exp_safe(number(bits)) == exp(number(bits))


def test_beyond_its_limits_the_safe_exponential_stays() -> None:
    assert exp_safe(I32F32.MIN) == exp_safe(-EXP_LIMIT) == number(8)
    assert exp_safe(I32F32.MAX) == exp_safe(EXP_LIMIT)


def test_the_safe_logarithm_is_zero_where_there_is_none() -> None:
    """For zero, below it, and for one and two bits."""
    assert all(safe_ln(number(bits)) == I32F32.ZERO for bits in (-ONE, -1, 0, 1, 2))
    assert safe_ln(number(3)) < I32F32.ZERO


@given(ANY, ANY, ANY)
def test_the_safe_sigmoid_lies_between_zero_and_one(value: int, rho: int, kappa: int) -> None:
    assert I32F32.ZERO <= sigmoid_safe(number(value), number(rho), number(kappa)) <= I32F32.ONE


def test_the_safe_sigmoid_is_a_half_at_its_offset() -> None:
    assert sigmoid_safe(decimal("0.3"), decimal("10"), decimal("0.3")) == decimal("0.5")


STEEPNESS = I32F32.saturating_from_num(1000)
LOW, HIGH = decimal("0.7"), decimal("0.9")


@given(SHARE, SHARE, SHARE, st.integers(-32768, 32767))
def test_alpha_lies_between_its_limits(consensus: int, weight: int, bond: int, steepness: int) -> None:
    stored = I32F32.saturating_from_num(steepness)
    assert LOW <= alpha_sigmoid(number(consensus), number(weight), number(bond), LOW, HIGH, stored) <= HIGH


@given(SHARE, SHARE, SHARE)
def test_limits_that_cross_give_the_low_one(consensus: int, weight: int, bond: int) -> None:
    assert alpha_sigmoid(number(consensus), number(weight), number(bond), HIGH, LOW, STEEPNESS) == HIGH


def test_a_steepness_of_zero_gives_the_middle() -> None:
    alpha = alpha_sigmoid(I32F32.ZERO, I32F32.ONE, I32F32.ZERO, I32F32.ZERO, I32F32.ONE, I32F32.ZERO)
    assert alpha == decimal("0.5")


def test_buying_is_measured_from_consensus_and_selling_from_the_bond() -> None:
    """A weight at consensus buys nothing, however far above the bond; a weight below the bond sells by the distance."""

    def alpha(consensus: str, weight: str, bond: str) -> I32F32:
        return alpha_sigmoid(decimal(consensus), decimal(weight), decimal(bond), LOW, HIGH, STEEPNESS)

    assert alpha("0.8", "0.8", "0.1") == alpha("0", "0", "0")
    assert alpha("0.2", "0.8", "0.8") == alpha("0", "0.6", "0.5")
    assert alpha("0.9", "0.2", "0.8") == alpha("0.1", "0.2", "0.8")
    assert alpha("0", "0.1", "0.9") > alpha("0", "0.4", "0.9")


def test_the_default_steepness_moves_alpha_from_limit_to_limit() -> None:
    """At a steepness of 10 the sigmoid reaches 0.0067 and 0.9933 at its ends."""
    nothing = alpha_sigmoid(I32F32.ONE, I32F32.ZERO, I32F32.ZERO, I32F32.ZERO, I32F32.ONE, STEEPNESS)
    everything = alpha_sigmoid(I32F32.ZERO, I32F32.ONE, I32F32.ZERO, I32F32.ZERO, I32F32.ONE, STEEPNESS)
    assert decimal("0.0066") < nothing < decimal("0.0067")
    assert decimal("0.9933") < everything < decimal("0.9934")
