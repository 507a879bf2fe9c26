"""Planned rows of decimal floats and ratio powers."""

from subtensor_conformance.authoring.plans.questions import Planned

_GREAT, _LEAST = [str(10**21), "0"], [str(10**20 + 1), "0"]


_NUMBERS = {
    "zero": ["0", "0"],
    "one": [str(10**21), "-21"],
    "rao": [str(10**21), "-30"],
    "least-mantissa": _LEAST,
    "greatest-mantissa": _GREAT,
    "third": ["3" * 21, "-21"],
    "below": [str(10**21 - 1), "-1"],
    "far-below": [str(5 * 10**20), "-22"],
    "farther-below": [str(5 * 10**20), "-23"],
    "not-normalised": ["15", "0"],
    "zero-with-exponent": ["0", "5"],
    "at-least-exponent": [str(10**21), str(-(2**63))],
    "at-greatest-exponent": [str(10**21), str(2**63 - 1)],
}


_RATIO_POWERS: Planned = [
    ("zero-to-zero", ["0", "1", "0", "1", 32, str(10**18)]),
    ("guard-bits-of-one-half", ["2", "1", "1589358089813", str(2**64), 32, "16777215"]),
    ("guard-bits-rounded-off-first", ["23", "1", "2363", "4357", 32, "10397637"]),
    ("series-ends-before-its-terms", ["411", "1", "4229", "2907", 32, "12247496"]),
]
"""Rows that tell a rule from what is nearly the rule."""


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name."""
    pairs = [
        (f"{one}-and-{other}", [left, right]) for one, left in _NUMBERS.items() for other, right in _NUMBERS.items()
    ]
    return {
        "safe_float.add": pairs,
        "safe_float.sub": pairs,
        "safe_float.div": pairs,
        "safe_float.gt": pairs,
        "safe_float.mul_div": [
            (f"{slug}-by-{name}", [*pair, divisor])
            for slug, pair in pairs
            for name, divisor in _NUMBERS.items()
            if len(slug) + len(name) % 5 == 0 or name in ("third", "zero")
        ][::7],
        "safe_float.to_f64": [("power-of-ten-rounded-twice", [[str(3 * 10**20), "-23"]])],
        "safe_float.to_u64": [(slug, [value]) for slug, value in _NUMBERS.items()],
        "bigmath.pow_ratio_scaled": _RATIO_POWERS,
        "perquintill.complement": [
            ("nothing", ["0"]),
            ("whole", [str(10**18)]),
            ("above-the-whole", [str(10**18 + 1)]),
            ("most-parts", [str(2**64 - 1)]),
        ],
    }
