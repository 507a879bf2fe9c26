"""Mutants of powers and roots."""

from subtensor_conformance.mutants.mutant import Mutant

_POWER = "subtensor_spec.arithmetic.transcendental.power:pow"

MUTANTS = [
    Mutant(
        "pow-zero-to-zero-is-one",
        "TF-pow/zero-to-zero",
        "return number.ZERO",
        "return number.ONE if exponent.bits == 0 else number.ZERO",
        "Zero to the power zero as mathematics has it; production looks at the base first.",
    ),
    Mutant(
        "pow-one-by-exp-of-ln",
        "TF-pow/zero-to-zero",
        "exponent.bits in (0, exponent.ONE.bits)",
        "exponent.bits in (0,)",
        "An exponent of exactly one that goes through exp and ln and loses bits.",
        helper=_POWER,
    ),
    Mutant(
        "powi-zero-to-zero-is-one",
        "TF-powi/cases",
        "return number.ZERO",
        "return number.ONE if exponent == 0 else number.ZERO",
        "Zero to the integer power zero as mathematics has it.",
    ),
    Mutant(
        "powi-least-exponent",
        "TF-powi/repeated",
        "steps = 0 if exponent == -(2**31) else abs(exponent) - 1",
        "steps = abs(exponent) - 1",
        "The least i32 with an absolute value; production's wraps and takes no step.",
    ),
    Mutant(
        "powi-one-step-more",
        "TF-powi/repeated",
        "else abs(exponent) - 1",
        "else abs(exponent)",
        "One multiplication too many.",
    ),
    Mutant(
        "sqrt-one-step-less",
        "TF-sqrt/newton",
        "for _ in range(argument.FRACTION_BITS):",
        "for _ in range(argument.FRACTION_BITS - 1):",
        "One step of Newton's iteration too few, which shows where it has not converged.",
    ),
    Mutant(
        "sqrt-exact",
        "TF-sqrt/newton",
        "    return guess\n",
        '    return argument.wrapped(__import__("math").isqrt(argument.bits << argument.FRACTION_BITS))\n',
        "The true root rounded down instead of the iteration's.",
    ),
    Mutant(
        "sqrt-start-at-half",
        "TF-sqrt/newton",
        "guess = argument / two + argument.ONE",
        "guess = argument / two",
        "An iteration that starts at half the number.",
    ),
    Mutant(
        "sqrt-below-one-directly",
        "TF-sqrt/cases",
        "return root_below_one(wide) if wide < number.ONE else newton(wide)",
        "return newton(wide)",
        "The root of a number below one without the reciprocals.",
    ),
    Mutant(
        "safe-sqrt-stops-later",
        "TF-safe-sqrt/bisection",
        "abs_diff(guess) > epsilon",
        "abs_diff(guess) >= epsilon",
        "A bisection that goes on where the difference is exactly epsilon.",
    ),
    Mutant(
        "safe-sqrt-fewer-halvings",
        "TF-safe-sqrt/bisection",
        "range(MOST_BISECTIONS)",
        "range(64)",
        "A bisection that ends after 64 halvings.",
    ),
    Mutant(
        "safe-pow-zero-to-zero-is-zero",
        "TF-safe-pow/cases",
        "        return base.ONE\n",
        "        return base.ONE if base else base.ZERO\n",
        "Safe-math's power confused with substrate-fixed's, where zero to the power zero is zero.",
    ),
    Mutant(
        "safe-pow-exponent-wraps",
        "TF-safe-pow/cases",
        "exponent = I32.saturated(exponent)",
        "exponent = I32.wrapped(exponent)",
        "A large exponent cut to 32 bits instead of limited.",
    ),
    Mutant(
        "safe-pow-wraps",
        "TF-safe-pow/squaring",
        "power = power.saturating_mul(base)",
        "power = power * base",
        "A power that wraps where production's saturates.",
    ),
    Mutant(
        "sqrt-below-one-multiplied",
        "TF-sqrt/below-one",
        "argument.ONE.checked_div(newton(reciprocal))",
        "argument.checked_mul(newton(reciprocal))",
        "The number times the root of its reciprocal, instead of one over that root.",
    ),
    Mutant(
        "pow-wraps",
        "TF-pow/exp-of-ln",
        "logarithm.checked_mul(widened(exponent, number))",
        "logarithm * widened(exponent, number)",
        "A product of exponent and logarithm that wraps instead of there being no power.",
    ),
]
