"""Mutants of rounding, conversions and formats."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "convert-toward-zero",
        "FX-convert/floor",
        "else bits >> -shift",
        "else (abs(bits) >> -shift) * (1 if bits >= 0 else -1)",
        "A conversion that truncates toward zero.",
    ),
    Mutant(
        "convert-nearest",
        "FX-convert/floor",
        "else bits >> -shift",
        "else bits + (1 << -shift - 1) >> -shift",
        "A conversion that rounds to the nearest bit.",
    ),
    Mutant(
        "to-integer-toward-zero",
        "FX-convert/to-integer",
        "return rescaled(number.bits, number.FRACTION_BITS, 0)",
        "return rescaled(abs(number.bits), number.FRACTION_BITS, 0) * (1 if number.bits >= 0 else -1)",
        "An integer made by truncation: -0.5 becomes 0 instead of -1.",
    ),
    Mutant(
        "floor-toward-zero",
        "FX-round/floor",
        "return bits >> fraction_bits << fraction_bits",
        "return (abs(bits) >> fraction_bits << fraction_bits) * (1 if bits >= 0 else -1)",
        "A whole part that is truncated: production's int() is the floor.",
    ),
    Mutant(
        "fraction-signed",
        "FX-round/fraction",
        "return bits - whole_part(bits, fraction_bits)",
        "return abs(bits) % (1 << fraction_bits) * (1 if bits >= 0 else -1)",
        "A fraction with the number's sign, as fmod gives.",
    ),
    Mutant(
        "ceiling-of-whole-plus-one",
        "FX-round/ceiling",
        "return -whole_part(-bits, fraction_bits)",
        "return whole_part(bits, fraction_bits) + (1 << fraction_bits)",
        "A ceiling that is the floor plus one even for whole numbers.",
    ),
    Mutant(
        "round-half-up",
        "FX-round/half-away-from-zero",
        "return nearest if bits >= 0 else -nearest",
        "return whole_part(bits + half, fraction_bits)",
        "A rounding that takes -2.5 to -2.",
    ),
    Mutant(
        "round-half-to-even",
        "FX-round/half-away-from-zero",
        "return nearest if bits >= 0 else -nearest",
        "return round(bits / (1 << fraction_bits)) << fraction_bits",
        "A rounding that takes 2.5 to 2, as IEEE and Python do.",
    ),
    Mutant(
        "safe-math-floor-corrected",
        "FX-round/floor-off-by-one",
        "return whole.checked_sub(number.ONE)",
        "return whole",
        "Safe-math's floor as its name promises; production takes one more off a negative number.",
    ),
    Mutant(
        "bits-as-sign-and-magnitude",
        "FX-format/range",
        "return cls._of(bits)",
        "return cls._of(bits if bits >= 0 else cls.MIN_BITS - bits)",
        "A negative number read as sign and magnitude instead of two's complement.",
    ),
]
