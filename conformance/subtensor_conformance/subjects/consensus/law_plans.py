"""Inputs of the laws of the epoch and of its mathematics."""

from collections.abc import Iterator

from subtensor_conformance.authoring.plans.laws import PlannedLaw
from subtensor_conformance.authoring.plans.notation import sparse, vector
from subtensor_conformance.subjects.consensus.epochs.base import BASE

_SHARES = ["1 1 1", "1 2 4", "1", "0 1 0", "bit bit bit", "1/3 1/7 1/11 1/13", "1000000 1 bit", "max"]


_MEDIANS = [
    [vector("1 2 3"), sparse("0:1 1:1/2 | 0:1/3 | 1:1/4 2:1"), 3, "2147450879"],
    [vector("1 1 1 1"), sparse("0:1 | 0:1/2 | 0:1/4 | 0:1/8"), 1, "2147483648"],
    [vector("5 1 1"), sparse("0:1/9 | 0:1 | 0:1"), 2, "858993459"],
]


_CLIPPED = [
    [sparse("0:1 1:1/2 | 0:1/3 2:0"), vector("1/2 1/3 1")],
    [sparse("0:-1 1:1 | 1:0"), vector("0 0")],
    [sparse("0:bit 1:max"), vector("bit -1")],
]


def _of_vectors() -> Iterator[PlannedLaw]:
    vectors = [vector(text) for text in _SHARES]
    functions = ("math.normalize", "math.inplace_normalize")
    for slug, law, why, catches in (
        (
            "shares",
            "shares-sum-to-one",
            "Shares of vectors that divide evenly, unevenly and hardly at all.",
            "Rounding to nearest, which makes shares sum to more than one.",
        ),
        (
            "shares-twice",
            "normalised-twice",
            "Shares of the same vectors, normalised a second time as production does in several places.",
            "A second normalisation that takes back what the first gave.",
        ),
    ):
        inputs = [
            (name.rpartition(".")[2].replace("_", "-"), {"function": name, "vectors": vectors}) for name in functions
        ]
        yield PlannedLaw(slug, law, why, catches, "core", inputs)
    yield PlannedLaw(
        "median",
        "median-is-a-score",
        "Weighted medians of scores that differ, tie and are missing.",
        "An interpolated median.",
        "core",
        [("scores", {"rows": _MEDIANS})],
    )
    yield PlannedLaw(
        "clipping",
        "clipping-only-lowers",
        "Weights above, at and below their column's threshold, and thresholds of zero and below.",
        "Raising an entry to its threshold.",
        "core",
        [("thresholds", {"rows": _CLIPPED})],
    )


def _of_epochs() -> Iterator[PlannedLaw]:
    kinds = {"yuma-2": {}, "yuma-3": {"yuma3": True}, "liquid-alpha": {"yuma3": True, "liquid_alpha": True}}
    yield PlannedLaw(
        "epoch-repeated",
        "epoch-repeatable",
        "One epoch asked twice with a different one in between, under each kind of bonds.",
        "State that leaks from one question to the next.",
        "smoke",
        [(slug, {"epoch": BASE | settings}) for slug, settings in kinds.items()],
    )
    orders = {"reversed": [4, 3, 2, 1, 0], "rotated": [1, 2, 3, 4, 0], "shuffled": [3, 0, 4, 1, 2]}
    yield PlannedLaw(
        "epoch-renamed",
        "epoch-uids-permuted",
        "One epoch with its neurons renamed in three ways, under each kind of bonds.",
        "An order of neurons that decides anything but ties of the permits.",
        "core",
        [
            (f"{slug}-{name}", {"epoch": BASE | settings, "permutation": order})
            for slug, settings in kinds.items()
            for name, order in orders.items()
        ],
    )


def planned_laws() -> Iterator[PlannedLaw]:
    """Yield the planned inputs of the laws."""
    yield from _of_vectors()
    yield from _of_epochs()
