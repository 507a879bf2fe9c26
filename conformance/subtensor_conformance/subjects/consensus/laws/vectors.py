"""Laws of the epoch's vector and matrix functions."""

from subtensor_conformance.laws.law import Input, Law, Round, ask, integers, require
from subtensor_spec.arithmetic import I32F32

ONE = I32F32.ONE.bits


def _shares_sum_to_one(value: Input) -> Round:
    vectors = value["vectors"]
    results = yield from ask(value["function"], *([vector] for vector in vectors))
    for vector, result in zip(vectors, results, strict=True):
        total, lost = sum(integers(result)), ONE - sum(integers(result))
        require(lost >= 0, f"the shares of {vector} sum to {total} bits, more than one")
        require(lost < len(vector), f"the shares of {vector} lose {lost} bits, a bit or more each")


def _normalised_twice(value: Input) -> Round:
    function, vectors = value["function"], value["vectors"]
    once = yield from ask(function, *([vector] for vector in vectors))
    twice = yield from ask(function, *([vector] for vector in once))
    for vector, first, second in zip(vectors, once, twice, strict=True):
        for share, again in zip(integers(first), integers(second), strict=True):
            highest = share * ONE // (ONE - len(vector))
            require(share <= again <= highest, f"a share of {vector} goes from {share} to {again} bits")


def _median_is_a_score(value: Input) -> Round:
    rows = value["rows"]
    results = yield from ask("math.weighted_median_col_sparse", *rows)
    for (_, scores, _, _), medians in zip(rows, results, strict=True):
        for column, median in enumerate(medians):
            given = {entry for row in scores for where, entry in row if where == column} | {"0"}
            require(median in given, f"the median {median} of column {column} is none of its scores {sorted(given)}")


def _clipping_only_lowers(value: Input) -> Round:
    rows = value["rows"]
    results = yield from ask("math.col_clip_sparse", *rows)
    for (matrix, thresholds), clipped in zip(rows, results, strict=True):
        for before, after in zip(matrix, clipped, strict=True):
            entries = {column: int(entry) for column, entry in before}
            for column, entry in after:
                limit = max(int(thresholds[column]), 0)
                require(
                    int(entry) <= min(entries[column], limit),
                    f"column {column} is clipped from {entries[column]} to {entry}, its threshold is {limit}",
                )


LAWS = (
    Law(
        "shares-sum-to-one",
        "The shares of a vector without negative entries sum to at most one, and fall short by less than a bit each.",
        "a normalising function and vectors",
        ("YC-vector/normalise",),
        _shares_sum_to_one,
    ),
    Law(
        "normalised-twice",
        "Normalising shares again raises each by no more than what they fell short of one, and lowers none.",
        "a normalising function and vectors",
        ("YC-vector/normalise",),
        _normalised_twice,
    ),
    Law(
        "median-is-a-score",
        "A weighted median is one of the scores given, or zero: it is never interpolated.",
        "rows of arguments of math.weighted_median_col_sparse",
        ("YC-consensus/weighted-median",),
        _median_is_a_score,
    ),
    Law(
        "clipping-only-lowers",
        "Clipping raises no entry, and leaves none above its column's threshold.",
        "rows of arguments of math.col_clip_sparse, each column once a row",
        ("YC-sparse/column-clip",),
        _clipping_only_lowers,
    ),
)
