"""Planned rows of the weighted median."""

from typing import Any

from subtensor_conformance.authoring.plans.notation import number, sparse, vector
from subtensor_conformance.authoring.plans.questions import Planned

KAPPA = "32767/65535"

_MEDIANS = {
    "even-split-below-kappa": ("1 1", "0:1 | 1:1", 2, "1/2-bit"),
    "even-split-at-half": ("1 1", "0:1 | 1:1", 2, "1/2"),
    "even-split-above-half": ("1 1", "0:1 | 1:1", 2, "1/2+bit"),
    "even-split-at-kappa": ("1 1", "0:1/2 | 0:1", 1, KAPPA),
    "thirds-at-third": ("1 1 1", "0:1/4 | 0:1/2 | 0:1", 1, "1/3"),
    "thirds-above-third": ("1 1 1", "0:1/4 | 0:1/2 | 0:1", 1, "1/3+bit"),
    "thirds-at-two-thirds": ("1 1 1", "0:1/4 | 0:1/2 | 0:1", 1, "2/3"),
    "thirds-above-two-thirds": ("1 1 1", "0:1/4 | 0:1/2 | 0:1", 1, "2/3+bit"),
    "quarters-at-half": ("1 1 1 1", "0:1 | 0:1/2 | 0:1/4 | 0:1/8", 1, "1/2"),
    "quarters-at-quarter": ("1 1 1 1", "0:1 | 0:1/2 | 0:1/4 | 0:1/8", 1, "1/4"),
    "quarters-at-three-quarters": ("1 1 1 1", "0:1 | 0:1/2 | 0:1/4 | 0:1/8", 1, "3/4"),
    "majority-zero": ("1 2", "0:1 1:1/2 | 0:1/2", 2, "0"),
    "majority-one": ("1 2", "0:1 1:1/2 | 0:1/2", 2, "1"),
    "majority-above-one": ("1 2", "0:1 1:1/2 | 0:1/2", 2, "2"),
    "majority-negative": ("1 2", "0:1 1:1/2 | 0:1/2", 2, "-1"),
    "nobody": ("0 -1", "0:1 | 0:1", 1, "1/2"),
    "negative-stake-left-out": ("-1 1 1", "0:1 | 0:1/2 | 0:1/2", 1, "1/2"),
    "stake-without-row": ("1 1 1", "0:1", 1, "1/2"),
    "row-without-stake": ("1", "0:1 | 0:1/2", 1, "1/2"),
    "missing-scores-are-zero": ("1 1 1", "0:1 | | 1:1", 2, "1/2"),
    "repeated-takes-last": ("1", "0:1 0:1/2", 1, "1/2"),
    "beyond": ("1 1", "0:1 7:1 | 7:1", 1, "1/2"),
    "explicit-zero": ("1 1", "0:0 | 0:1", 1, "1/2-bit"),
    "all-tied": ("1 2 3", "0:1/2 | 0:1/2 | 0:1/2", 1, "1/2"),
    "minority-tie-below": ("3 1 1 1", "0:1/4 | 0:1/2 | 0:1/2 | 0:1", 1, "1/2"),
    "dust": ("bit bit bit", "0:1 | 0:1/2 | 0:1/4", 1, "1/2"),
    "stake-sum-wraps": ("max max 1", "0:1 | 0:1/2 | 0:1/4", 1, "1/2"),
    "no-columns": ("1", "0:1", 0, "1/2"),
}

_MEDIAN = {
    "minority-at-lower-edge": ("1/2 1/2", "1 2", "1/2", "0", "1"),
    "minority-above-lower-edge": ("1/2 1/2", "1 2", "1/2-bit", "0", "1"),
    "minority-zero": ("1/4 1/4 1/2", "3 1 2", "0", "0", "1"),
    "minority-negative": ("1/4 1/4 1/2", "3 1 2", "-1", "0", "1"),
    "minority-one": ("1/4 1/4 1/2", "3 1 2", "1", "0", "1"),
    "tied-pivot": ("1/4 1/4 1/4 1/4", "1 2 2 3", "1/2", "0", "1"),
    "tied-pivot-below": ("1/4 1/4 1/4 1/4", "1 2 2 3", "1/4", "0", "1"),
    "tied-pivot-at-top": ("1/4 1/4 1/4 1/4", "1 2 2 3", "3/4", "0", "1"),
    "low-edge-above-zero": ("1/2 1/2", "1 2", "1/2", "1/4", "1"),
    "high-edge-below-sum": ("1/2 1/2", "1 2", "1/2", "0", "3/4"),
    "lengths-differ": ("1 1", "1", "1/2", "0", "1"),
    "stake-saturates": ("max max max", "3 1 2", "1", "0", "max"),
    "zero-stake": ("0 0 0", "3 1 2", "0", "0", "0"),
}


def rows() -> dict[str, Planned]:
    """Return the planned rows of each function by the last part of its name."""
    return {
        "weighted_median_col_sparse": [
            (slug, [vector(stake), sparse(scores), columns, number(majority)])
            for slug, (stake, scores, columns, majority) in _MEDIANS.items()
        ],
        "weighted_median": [(slug, _median(*arguments)) for slug, arguments in _MEDIAN.items()],
    }


def _median(stake: str, score: str, minority: str, low: str, high: str) -> list[Any]:
    indices = [str(index) for index in range(len(stake.split()))]
    return [vector(stake), vector(score), indices, number(minority), number(low), number(high)]
