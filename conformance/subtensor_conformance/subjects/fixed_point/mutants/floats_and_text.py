"""Mutants of the conversions from and to floats and text."""

from subtensor_conformance.mutants.mutant import Mutant

_SHIFTED = "subtensor_spec.arithmetic.fixed_point.floats:shifted_half_to_even"

MUTANTS = [
    Mutant(
        "float-ties-away",
        "FX-float/half-to-even",
        "(twice_rest == unit and quotient & 1)",
        "twice_rest == unit",
        "A float half-way between two bits that goes up instead of to the even one.",
        helper=_SHIFTED,
    ),
    Mutant(
        "float-truncated",
        "FX-float/half-to-even",
        "return quotient + (twice_rest > unit or (twice_rest == unit and quotient & 1))",
        "return quotient",
        "A float cut off at the last bit.",
        helper=_SHIFTED,
    ),
    Mutant(
        "float-classes-as-ieee",
        "FX-float/misread-classes",
        "if exponent != float_format.bias:",
        "if exponent != float_format.bias + 1:",
        "Infinity and NaN told apart as IEEE says; production looks one exponent too low.",
    ),
    Mutant(
        "float-infinity-without-sign",
        "FX-float/saturate-by-sign",
        "return cls.MIN if parts.negative else cls.MAX",
        "return cls.MAX",
        "A negative infinity that becomes the greatest number.",
    ),
    Mutant(
        "float-nan-is-zero",
        "FX-float/saturate-by-sign",
        "raise Panic(parts.kind.value)",
        "return cls.ZERO",
        "What production classes as NaN read as zero, as a cast does; production panics.",
    ),
    Mutant(
        "float-nan-wraps-to-zero",
        "FX-float/wrap",
        "raise Panic(parts.kind.value)",
        "return cls.ZERO",
        "A plain conversion of what is classed infinite or NaN that has a result.",
    ),
    Mutant(
        "float-check-forgets-the-range",
        "FX-float/check",
        "return cls.checked(nearest_bits(parts, cls.FRACTION_BITS))",
        "return cls.saturated(nearest_bits(parts, cls.FRACTION_BITS))",
        "A checked conversion that saturates where it should have no result.",
    ),
    Mutant(
        "to-float-without-sign",
        "FX-float/from-fixed",
        "return pattern | (bits < 0) << (float_format.width - 1)",
        "return pattern",
        "A float that has lost its sign.",
    ),
    Mutant(
        "to-float-truncated",
        "FX-float/from-fixed",
        "shifted_half_to_even(magnitude, -drop)",
        "(magnitude >> drop if drop > 0 else magnitude << -drop)",
        "A float cut off at the last bit of its significand.",
    ),
    Mutant(
        "text-written-truncated",
        "FX-text/shortest",
        "if rest * 2 > one or (rest * 2 == one and digits & 1):",
        "if False:",
        "Decimals whose last digit is cut off instead of rounded.",
    ),
    Mutant(
        "text-sign-lost-below-one",
        "FX-text/shortest",
        '("-" if bits < 0 else "")',
        '("-" if bits < 0 and whole else "")',
        "Text that prints the whole part first, and so loses the sign of -0.5.",
    ),
    Mutant(
        "text-needs-digits-before-the-point",
        "FX-text/digits",
        "if before or after else None",
        "if before else None",
        "A reader that refuses .5.",
    ),
    Mutant(
        "text-ties-up",
        "FX-text/nearest",
        "return bits - (tie and bits & 1)",
        "return bits",
        "Decimals half-way between two bits that are read as the upper one.",
    ),
    Mutant(
        "text-long-fraction-compared-exactly",
        "FX-text/long-fraction",
        "half_way = (2 * below + 1) * scale >> (fraction_bits + 1)",
        "half_way = -(-(2 * below + 1) * scale >> (fraction_bits + 1))",
        "Many digits compared with the true half-way point; production cuts that to as many digits.",
    ),
    Mutant(
        "text-too-large-wraps",
        "FX-text/parse",
        "return cls.checked(-magnitude if negative else magnitude)",
        "return cls.wrapped(-magnitude if negative else magnitude)",
        "Text of a number that does not fit, read modulo the range.",
    ),
]
