"""What stands in the tuples of chapter 4."""

_NUMBER = "[mantissa, exponent]: mantissa · 10^exponent"

MEANINGS = {
    "bigmath.pow_ratio_scaled": {
        "precision": "bits behind the point",
        "scale": "parts that make one",
        "result": "an integer of any size in decimal text: parts of scale; null where the power fails",
    },
    "safe_float.*": {"a": _NUMBER, "b": _NUMBER, "c": _NUMBER, "result": f"{_NUMBER}, normalised; null where it fails"},
}
