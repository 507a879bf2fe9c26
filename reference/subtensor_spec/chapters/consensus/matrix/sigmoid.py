"""The safe exponential and logarithm, and the two sigmoids built on them."""

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.arithmetic.transcendental import exp, ln
from subtensor_spec.chapters.consensus.matrix.shapes import ONE, ZERO
from subtensor_spec.chapters.consensus.matrix.vectors import clamp_value
from subtensor_spec.chapters.consensus.source import in_epoch, in_math
from subtensor_spec.rules import rule

EXP_LIMIT = I32F32.saturating_from_num(20)
"""exp is taken of arguments between -20 and 20 only; it would fail from about 20.89."""

HALF = I32F32.from_bits(1 << 31)
STEEPNESS_UNIT = I32F32.saturating_from_num(-100)
"""A stored steepness of 100 is a steepness of 1; the sign is that of the sigmoid's exponent."""


@rule("TF-exp/safe", in_math("exp_safe"))
def exp_safe(value: I32F32) -> I32F32:
    """The safe exponential first brings its argument into -20…20, where exp always has a result."""
    result = exp(clamp_value(value, -EXP_LIMIT, EXP_LIMIT))
    assert result is not None, "exp has a result from -20 to 20"
    return result


@rule("TF-ln/safe", in_math("safe_ln"))
def safe_ln(value: I32F32) -> I32F32:
    """The safe logarithm is zero where ln has no result: for zero, for anything negative, and for one or two bits."""
    result = ln(value)
    return ZERO if result is None else result


@rule("TF-sigmoid/safe", in_math("sigmoid_safe"))
def sigmoid_safe(value: I32F32, rho: I32F32, kappa: I32F32) -> I32F32:
    """The safe sigmoid is 1 / (1 + exp(-rho · (value - kappa))), each step rounded and saturated in I32F32."""
    negated_rho = rho.saturating_mul(ONE.saturating_neg())
    exponent = negated_rho.saturating_mul(value.saturating_sub(kappa))
    return ONE.safe_div(exp_safe(exponent).saturating_add(ONE))


@rule("YC-liquid-alpha/sigmoid", in_epoch("alpha_sigmoid"))
def alpha_sigmoid(
    consensus: I32F32,
    weight: I32F32,
    bond: I32F32,
    alpha_low: I32F32,
    alpha_high: I32F32,
    steepness: I32F32,
) -> I32F32:
    """Liquid alpha rises from its low to its high limit along a sigmoid of how far a validator is buying or
    selling.

    Buying (weight at least the bond) is measured by weight - consensus, selling by bond - weight, both brought
    into 0…1. The sigmoid is 1 / (1 + exp(-steepness/100 · (difference - 1/2))); the result is brought between
    the limits, and is ``alpha_low`` if they cross.
    """
    buying = clamp_value(weight.saturating_sub(consensus), ZERO, ONE)
    selling = clamp_value(bond.saturating_sub(weight), ZERO, ONE)
    difference = buying if weight >= bond else selling
    exponent = steepness.saturating_div(STEEPNESS_UNIT).saturating_mul(difference.saturating_sub(HALF))
    sigmoid = ONE.saturating_div(ONE.saturating_add(exp_safe(exponent)))
    alpha = alpha_low.saturating_add(sigmoid.saturating_mul(alpha_high.saturating_sub(alpha_low)))
    return clamp_value(alpha, alpha_low, alpha_high)
