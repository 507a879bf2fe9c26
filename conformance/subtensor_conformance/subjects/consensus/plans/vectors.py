"""Planned rows of the epoch's functions of vectors."""

from subtensor_conformance.authoring.plans.notation import number, vector
from subtensor_conformance.authoring.plans.questions import Planned

_SUMS = {
    "wraps-by-a-bit": "max bit",
    "wraps-below": "min -bit",
    "wraps-twice": "max max max max bit",
    "out-and-back": "max 1 -1",
    "cancels": "1 -1",
    "cancels-by-wrapping": "max max bit bit",
    "wraps-to-negative": "max 1",
    "ascending": "bit 1/3 1/2 1",
}

_NORMALISED = {
    **_SUMS,
    "thirds": "1 1 1",
    "sevenths": "1 2 4",
    "one-and-bit": "1 bit",
    "negative-total": "-1 1/2",
    "negative-entries": "1 -1/2",
    "quotient-overflows": "max -max+bit bit",
    "only-zeros": "0 0 0",
    "only-bits": "bit bit bit",
    "unit-already": "1/2 1/4 1/4",
}

_TOP_K = {
    "tie-of-two-for-one": ("1 1", 1),
    "tie-of-four-for-two": ("1 1 1 1", 2),
    "tie-at-edge-only": ("3 1 1 2 1", 3),
    "tie-not-at-edge": ("3 3 1 2", 2),
    "tie-of-zeros": ("0 1 0 0", 2),
    "negative-beats-nothing": ("-1 -2 0", 2),
    "as-many-as-k": ("1 0 2", 3),
    "one-more-than-k": ("1 0 2 3", 3),
    "none-allowed": ("1 2", 0),
    "all-negative": ("-1 -2 -3", 1),
    "bit-decides": ("1 1+bit 1", 1),
    "descending": ("5 4 3 2 1", 2),
}

_MASKS = {
    "empty-mask": ([], "1 2 3"),
    "short-mask": ([False], "1 2 3"),
    "short-mask-of-one-masked": ([True], "1 2 3"),
    "long-mask": ([True, False, True], "1"),
    "all-masked": ([True, True], "1 -1"),
    "none-masked": ([False, False], "1 -1"),
    "both-empty": ([], ""),
    "empty-vector": ([True], ""),
}

_PRODUCTS = {
    "overflow-is-zero": ("max 1", "2 1"),
    "overflow-below-is-zero": ("min 1", "2 1"),
    "min-times-minus-one": ("min", "-1"),
    "bit-times-minus-bit": ("bit -bit", "-bit -bit"),
    "vanishes": ("bit", "1/2"),
    "shorter-first": ("1", "1 2"),
    "shorter-second": ("1 2", "1"),
    "just-fits": ("max", "1"),
    "one-bit-too-much": ("max", "1+bit"),
}

_UPSCALED = {
    "zeros": "0 0",
    "zero-and-negative": "0 -1",
    "all-negative": "-1 -2",
    "at-threshold": "32768 1",
    "bit-above-threshold": "32768+bit 1",
    "half-rounds-up": "1 1/131070",
    "great": "max 1 1/2",
    "thirds": "1/3 1/7 1/9",
    "bits": "bit+2bit bit bit+bit",
    "product-saturates": "32768 32767 40000",
}

_UPSCALED_U16 = {
    "zeros": [0, 0],
    "at-threshold": [32768, 1, 32767],
    "above-threshold": [32769, 1, 32768],
    "greatest": [65535, 1, 32768],
    "below-greatest": [65534, 65533, 1],
    "one": [1],
    "two": [2, 1],
    "half-way": [2, 1, 1],
    "thirds": [3, 1, 2],
    "half-way-above-threshold": [65534, 32767],
}

_LIMITED = {
    "empty": ([], 0),
    "only-zeros": ([0, 0], 0),
    "half-at-limit": ([1, 1], 32767),
    "half-above-limit": ([1, 1], 32766),
    "half-below-limit": ([1, 1], 32768),
    "third-at-limit": ([1, 1, 1], 21845),
    "third-below-limit": ([1, 1, 1], 21846),
    "third-above-limit": ([1, 1, 1], 21844),
    "all-on-one": ([5], 65535),
    "all-on-one-above": ([5], 65534),
    "sevenths": ([1, 6], 56173),
}

_OF_EACH = {
    "empty": "",
    "edges": "0 bit -bit 1/2 -1/2 1 -1 max min",
    "saturates": "1 2 max",
    "below-zero": "-1 -bit min",
    "in-range": "0 bit 1/2 1-bit 1/65535 1/65536",
}


def rows() -> dict[str, Planned]:
    """Return the planned rows of each function by the last part of its name."""
    sums = [(slug, [vector(text)]) for slug, text in _SUMS.items()]
    normalised = [(slug, [vector(text)]) for slug, text in _NORMALISED.items()]
    return {
        "sum": sums,
        "is_zero": sums,
        "normalize": normalised,
        "inplace_normalize": normalised,
        "inplace_normalize_64": [(slug, [_widened(text)]) for slug, text in _NORMALISED.items()],
        "inplace_normalize_using_sum": [
            (f"{slug}-by-{name}", [vector(text), number(total)])
            for slug, text in (("thirds", "1 1 1"), ("edges", "bit -bit max min"), ("empty", ""))
            for name, total in (("zero", "0"), ("three", "3"), ("bit", "bit"), ("minus-one", "-1"), ("max", "max"))
        ],
        "is_topk_nonzero": [(slug, [vector(text), str(k)]) for slug, (text, k) in _TOP_K.items()],
        "inplace_mask_vector": [(slug, [mask, vector(text)]) for slug, (mask, text) in _MASKS.items()],
        "vec_mul": [(slug, [vector(left), vector(right)]) for slug, (left, right) in _PRODUCTS.items()],
        "vec_max_upscale_to_u16": [(slug, [vector(text)]) for slug, text in _UPSCALED.items()],
        "vec_u16_max_upscale_to_u16": [(slug, [values]) for slug, values in _UPSCALED_U16.items()],
        "check_vec_max_limited": [(slug, [values, limit]) for slug, (values, limit) in _LIMITED.items()],
        "vec_fixed_proportions_to_u16": [(slug, [vector(text)]) for slug, text in _OF_EACH.items()],
        "vec_fixed64_to_u64": [(slug, [_widened(text)]) for slug, text in _OF_EACH.items()],
        "vec_fixed64_to_fixed32": [(slug, [_widened(text)]) for slug, text in _OF_EACH.items()],
    }


def _widened(text: str) -> list[str]:
    """Return a vector of I64F64 whose limits are those of I32F32 moved along."""
    return [str(int(bits) << 64 if abs(int(bits)) > 1 << 62 else int(bits) << 32) for bits in vector(text)]
