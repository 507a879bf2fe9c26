"""Planned epochs about bonds: the penalty, both kinds of moving average, liquid alpha and what is stored."""

from subtensor_conformance.subjects.consensus.epochs.base import Change

_YUMA3 = {"yuma3": True}
_LIQUID = {"yuma3": True, "liquid_alpha": True}
_SIGMOID = ("YC-liquid-alpha/sigmoid", "YC-yuma3/average-liquid")
_ALPHA2 = ("YC-yuma2/alpha", "YC-yuma2/average")
_ALPHA3 = ("YC-yuma3/alpha", "YC-yuma3/average")


def _too_great(kind: dict[str, bool], aims: tuple[str, ...], wraps: str) -> dict[str, Change]:
    """Return epochs with a moving average that a conversion cannot hold."""
    return {
        "greatest": Change(
            {**kind, "bonds_moving_average": str(2**64 - 1)},
            f"The greatest u64 for a moving average: {wraps}.",
            "The other of the two.",
            aims,
        ),
        "half-of-u64": Change(
            {**kind, "bonds_moving_average": str(2**63)},
            f"2**63 for a moving average: {wraps}.",
            "The other of the two.",
            aims,
        ),
        "beyond-i32": Change(
            {**kind, "bonds_moving_average": str((2**31 + 5) * 10**6)},
            f"A moving average whose millionth part does not fit an I32F32: {wraps}.",
            "The other of the two.",
            aims,
        ),
    }


def _averages(kind: dict[str, bool], aims: tuple[str, ...], wraps: str) -> dict[str, Change]:
    """Return epochs with every kind of moving average."""
    return _too_great(kind, aims, wraps) | {
        "no-memory": Change(
            {**kind, "bonds_moving_average": "0"},
            "Nothing stays of old bonds: alpha is exactly one.",
            "Swapping alpha and its complement.",
            aims,
        ),
        "no-news": Change(
            {**kind, "bonds_moving_average": "1000000"},
            "Old bonds stay as they are: alpha is exactly zero.",
            "Swapping alpha and its complement.",
            aims,
        ),
        "above-one": Change(
            {**kind, "bonds_moving_average": "1000001"},
            "More than all of the old bonds stays: alpha is negative, and only averages above zero are kept.",
            "Bringing alpha into 0…1.",
            aims,
        ),
        "odd-millionths": Change(
            {**kind, "bonds_moving_average": "333333"},
            "A moving average that does not divide evenly: it is rounded in I64F64, then to 32 fraction bits.",
            "Dividing in I32F32 at once.",
            aims,
        ),
    }


PENALTY = {
    "none": Change(
        {"bonds_penalty": 0},
        "No penalty: bonds are bought with the full weights.",
        "Using clipped weights.",
        ("YC-bonds/penalty", "YC-sparse/interpolate"),
    ),
    "least": Change(
        {"bonds_penalty": 1},
        "The least penalty: a mixture, in which explicit zeros are dropped.",
        "Taking it for none.",
        ("YC-bonds/penalty", "YC-sparse/interpolate"),
    ),
    "almost-full": Change(
        {"bonds_penalty": 65534},
        "A penalty just below full: a mixture still.",
        "Taking it for full.",
        ("YC-bonds/penalty", "YC-sparse/interpolate"),
    ),
    "half-yuma-3": Change(
        {"bonds_penalty": 32768, "yuma3": True},
        "A penalty under Yuma 3: the mixture is what bonds follow.",
        "Applying it under Yuma 2 only.",
        ("YC-bonds/penalty", "YC-yuma3/average"),
    ),
}

STORED = {
    "old-bonds-of-nobody": Change(
        {"bonds": [[], [], [], [[3, 65535]], [[4, 65535]]]},
        "Old bonds of neurons without a permit count in the average and are lost afterwards.",
        "Ignoring them on reading.",
        ("YC-output/bonds", "YC-yuma2/average"),
    ),
    "bonds-fade-to-nothing": Change(
        {"yuma3": True, "bonds": [[[4, 1]], [[4, 2]], [[4, 65535]], [], []], "weights": [[[3, 65535]]] * 3 + [[], []]},
        "Bonds so small that a tenth less of them is stored as zero, yet they stay in the row.",
        "Dropping entries that are stored as zero.",
        ("YC-output/bonds", "YC-yuma3/average"),
    ),
    "scaled-to-the-greatest": Change(
        {"bonds": [[[3, 1]], [[3, 2]], [[3, 3]], [], []]},
        "Under Yuma 2 bonds are stored so that the greatest in each column is 65535.",
        "Storing the shares themselves.",
        ("YC-yuma2/to-store", "YC-sparse/column-max-upscale"),
    ),
    "stake-in-dividends-only": Change(
        {"yuma3": True, "bonds": [[[3, 30000]], [[3, 30000]], [[3, 30000]], [], []]},
        "Under Yuma 3 equal bonds and unequal stakes: stake counts when dividends are shared.",
        "Weighting the bonds by stake.",
        ("YC-yuma3/dividends", "YC-yuma3/total-bonds"),
    ),
}

LIQUID = {
    "plain": Change(
        {**_LIQUID},
        "Liquid alpha with the usual parameters.",
        "One alpha for all bonds.",
        (*_SIGMOID, "YC-liquid-alpha/matrix"),
    ),
    "old-bond-dropped": Change(
        {**_LIQUID, "bonds": [[[1, 65535], [3, 65535]], [[0, 65535]], [[4, 65535]], [], []]},
        "Old bonds where the new row has no entry are lost at once.",
        "Letting them decay, as with one alpha.",
        ("YC-yuma3/average-liquid", "YC-sparse/average-by-entry"),
    ),
    "no-consensus": Change(
        {**_LIQUID, "weights": [[], [], [], [], []]},
        "Consensus is zero everywhere: liquid alpha does not act, and old bonds decay.",
        "Applying it, which would drop all bonds.",
        ("YC-liquid-alpha/acts", "YC-yuma3/average"),
    ),
    "under-yuma-2": Change(
        {"liquid_alpha": True},
        "Liquid alpha without Yuma 3 does not act.",
        "Applying it under Yuma 2.",
        ("YC-yuma2/average",),
    ),
    "limits-cross": Change(
        {**_LIQUID, "alpha_low": 60000, "alpha_high": 10000},
        "The lower limit is above the upper one: every alpha is the lower limit.",
        "Swapping them.",
        (*_SIGMOID, "YC-vector/clamp"),
    ),
    "limits-equal": Change(
        {**_LIQUID, "alpha_low": 30000, "alpha_high": 30000},
        "Both limits are equal: every alpha is that.",
        "Dividing by their difference.",
        _SIGMOID,
    ),
    "steepness-zero": Change(
        {**_LIQUID, "alpha_sigmoid_steepness": 0},
        "A steepness of zero: every alpha lies half way between the limits.",
        "Dividing by it.",
        (*_SIGMOID, "YC-liquid-alpha/steepness"),
    ),
    "steepness-negative": Change(
        {**_LIQUID, "alpha_sigmoid_steepness": -1000},
        "A negative steepness turns the sigmoid round.",
        "Its absolute value.",
        (*_SIGMOID, "YC-liquid-alpha/steepness"),
    ),
    "steepness-greatest": Change(
        {**_LIQUID, "alpha_sigmoid_steepness": 32767},
        "The greatest steepness: the exponent is cut off at 20.",
        "An exp that overflows and turns alpha round: a past bug.",
        (*_SIGMOID, "TF-exp/safe"),
    ),
    "unsorted-rows": Change(
        {
            **_LIQUID,
            "weights": [[[4, 32768], [3, 65535]], [[4, 65535], [3, 40000]], [[4, 20000], [3, 65535]], [], []],
            "bonds": [[[4, 30000], [3, 65535]], [[4, 65535], [3, 20000]], [[3, 10000]], [], []],
        },
        "Rows out of order: the walk along a row never goes back, so that entries behind are not seen.",
        "Looking entries up by column.",
        ("YC-liquid-alpha/walk", "YC-liquid-alpha/matrix"),
    ),
    "selling-everything": Change(
        {**_LIQUID, "bonds": [[[3, 65535], [4, 65535]]] * 3 + [[], []]},
        "Every bond is above its weight: validators are selling.",
        "Measuring against consensus.",
        _SIGMOID,
    ),
}

CHANGES = {
    "penalty": PENALTY,
    "averages-yuma-2": _averages({}, _ALPHA2, "under Yuma 2 every conversion saturates"),
    "averages-yuma-3": _averages(_YUMA3, _ALPHA3, "under Yuma 3 the conversions wrap"),
    "stored-bonds": STORED,
    "liquid-alpha": LIQUID,
}
"""Planned epochs by topic and slug."""
