"""Planned rows of the epoch's functions of sparse matrices."""

from typing import Any

from subtensor_conformance.authoring.plans.notation import dense, number, sparse, vector
from subtensor_conformance.authoring.plans.questions import Planned

_ROWS = {
    "thirds": "0:1 1:1 2:1 | 0:1",
    "explicit-zeros": "0:0 1:0 | 0:1",
    "cancels": "0:1 1:-1 | 0:1",
    "negative-sum": "0:-1 1:1/2 | 0:1",
    "wraps": "0:max 1:bit | 0:1",
    "wraps-to-positive": "0:min 1:-bit | 0:1",
    "empty-row": " | 0:1 | ",
    "unsorted": "2:1 0:3 1:2",
    "repeated": "1:1 1:2 | 0:1",
}

_COLUMNS = {
    "thirds": ("0:1 | 0:1 | 0:1", 1),
    "sum-saturates": ("0:max | 0:max | 1:1", 2),
    "saturates-and-comes-back": ("0:max | 0:max | 0:-max", 1),
    "cancels": ("0:1 | 0:-1", 1),
    "negative-sum": ("0:-1 | 0:1/2", 1),
    "explicit-zeros": ("0:0 | 0:0", 1),
    "repeated": ("0:1 0:2 | 0:1", 1),
    "beyond": ("0:1 3:1 | 5:1 0:1", 2),
    "no-columns": ("0:1", 0),
    "last-column": ("2:1 1:1 | 2:1", 3),
}

_CLIPPED = {
    "at-threshold": ("0:1/2 1:1/2", "1/2 1/2-bit"),
    "threshold-zero": ("0:1/2 1:0 2:-1", "0 0 0"),
    "threshold-negative": ("0:1/2 1:-2", "-1 -1"),
    "threshold-missing": ("0:1/2 2:1/2 3:0", "1/4"),
    "bit-above": ("0:1/2+bit", "1/2"),
    "bit-below": ("0:1/2-bit", "1/2"),
    "repeated": ("0:1 0:1/4", "1/2"),
    "empty-row": (" | 0:1", "1/2"),
}

_SCALED = {
    "saturates": ("0:max | 0:1 1:min", "2 2"),
    "saturates-at-min-times-minus-one": ("0:min | 0:1", "-1 1"),
    "rounds-down": ("0:-bit 1:bit | 0:bit", "1/2 -1/2"),
    "vanishes": ("0:bit 1:1 | 0:1", "1/2 0"),
    "short": ("0:1 1:1 | 0:1 1:1 | 0:1", "1"),
    "long": ("0:1", "1 2 3"),
    "empty-vector": ("0:1 | 1:1", ""),
    "empty-row": (" | 0:1", "1 1"),
    "repeated": ("0:1 0:1 | 1:1", "1/2 1/3"),
}

_DOTS = {
    "saturates-and-comes-back": ("0:max | 0:max | 0:-max", "1 1 1", 1),
    "below-and-back": ("0:min | 0:min | 0:max", "1 1 1", 1),
    "rounds-each-product": ("0:bit 1:bit | 0:bit 1:bit", "1/2 1/2", 2),
    "rounds-each-negative": ("0:-bit 1:-bit | 0:-bit 1:-bit", "1/2 1/2", 2),
    "short": ("0:1 1:1 | 0:1 1:1", "1", 2),
    "beyond": ("0:1 5:1 | 5:1", "1 1", 2),
    "no-columns": ("0:1", "1", 0),
    "repeated": ("0:1 0:1", "1/2 1/2", 1),
    "empty-row": (" | 0:1", "1 1", 1),
}

_MIXED = {
    "half": ("0:1 1:1/2 | 0:1", "0:1/2 2:1 | ", 3, "1/2"),
    "rounds-down": ("0:bit | 0:1", "0:0 | 0:1-bit", 1, "1/2"),
    "rounds-negative-down": ("0:1 | 1:1", "0:1/3 | 1:2/3", 2, "1/3"),
    "falls-to-zero": ("0:bit+bit", "0:0", 1, "1-bit"),
    "ratio-zero-keeps-zeros": ("0:0 5:1", "0:1", 1, "0"),
    "ratio-one-keeps-zeros": ("0:1", "0:0 5:1", 1, "1"),
    "ratio-one-less-bit": ("0:1 1:1", "0:0 1:1/2", 2, "1-bit"),
    "ratio-bit": ("0:1 1:1", "0:0 1:1/2", 2, "bit"),
    "ratio-two": ("0:1", "0:3/2", 1, "2"),
    "ratio-negative": ("0:1", "0:3/2", 1, "-1"),
    "rows-differ": ("0:1 | 0:1", "0:1/2", 1, "1/2"),
    "repeated": ("0:1 0:1/2", "0:1/4", 1, "1/2"),
    "beyond": ("0:1 4:1", "0:1/2 4:1", 2, "1/2"),
    "unsorted": ("1:1 0:1/2", "1:1/2 0:1", 2, "1/2"),
    "difference-saturates": ("0:min 1:max", "0:max 1:min", 2, "1/2"),
}

_AVERAGED = {
    "tenth": ("0:1 1:1/2 | 1:1", "0:1/2 | 0:1/3 1:1", "1/10"),
    "alpha-zero": ("0:1 | 1:1", "0:1/2 | 0:1/3", "0"),
    "alpha-one": ("0:1 | 1:1", "0:1/2 | 0:1/3", "1"),
    "alpha-above-one": ("0:1 | 1:1", "0:1/2 | 0:1/3", "3/2"),
    "alpha-negative": ("0:1 | 1:1", "0:1/2 | 0:1/3", "-1/2"),
    "old-without-new": (" | ", "0:1 1:1/2 | 1:1", "1/10"),
    "new-without-old": ("0:1 1:1/2 | 1:1", " | ", "1/10"),
    "vanishes": ("0:bit | ", "1:bit | ", "1/2"),
    "repeated": ("0:1/4 0:1/4 | ", "0:1/8 0:1/8 | ", "1/2"),
    "unsorted": ("1:1 0:1/2 | ", "1:1/2 0:1 | ", "1/2"),
    "beyond": ("0:1 2:1 | ", "5:1 | 0:1", "1/2"),
    "old-shorter": ("0:1 | 1:1", "0:1/2", "1/2"),
    "old-longer": ("0:1", "0:1/2 | 0:1", "1/2"),
    "no-new-rows": ("", "0:1", "1/2"),
    "negative": ("0:-1 | 1:1", "0:1/2 | 1:-1", "1/2"),
    "saturates": ("0:max | ", "0:max | ", "2"),
}

_BY_ENTRY = {
    "old-dropped": ("0:1/2 | 1:1", "1:1 | 0:1 1:1/2", "1/10 1/10 | 1/10 1/10"),
    "alpha-differs": ("0:1/2 1:1/2 | 0:1/2", "0:1 1:1 | 0:1", "1/10 9/10 | 1 0"),
    "clamped-at-one": ("0:1 | ", "0:1 | ", "1/2 1/2 | 1/2 1/2"),
    "above-one": ("0:3 | ", "0:3 | ", "1/2 1/2 | 1/2 1/2"),
    "negative-new": ("0:-1 | ", "0:1/2 | ", "1/2 1/2 | 1/2 1/2"),
    "negative-old": ("0:1/4 | ", "0:-1 | ", "1/2 1/2 | 1/2 1/2"),
    "alpha-zero-and-zero-old": ("0:1 | ", " | ", "0 0 | 0 0"),
    "repeated-old": ("0:1/2 | ", "0:1/4 0:1 | ", "1/2 1/2 | 1/2 1/2"),
    "repeated-new": ("0:1/2 0:1/4 | ", "0:1 | ", "1/2 1/2 | 1/2 1/2"),
    "column-without-alpha": ("0:1/2 3:1/2 | ", "3:1 | ", "1/2 | 1/2"),
    "rows-differ": ("0:1/2 | 1:1", "0:1", "1/2 1/2 | 1/2 1/2"),
    "alpha-rows-differ": ("0:1/2 | 1:1", "0:1 | 0:1", "1/2 1/2"),
    "unsorted": ("1:1/2 0:1/4 | ", "1:1 0:1/2 | ", "1/2 1/3 | 1/2 1/2"),
}

_MASK_DIAGONALS = {
    "diagonal": "0:1 1:2 | 0:1 1:0 | 1:1",
    "repeated-diagonal": "0:1 0:2 | 1:1",
    "no-diagonal": "1:1 | 0:1",
    "more-rows": "0:1 | 1:1 | 2:1 | 7:1",
    "empty-rows": " | | ",
}


def rows() -> dict[str, Planned]:
    """Return the planned rows of each function by the last part of its name."""
    return {
        "inplace_row_normalize_sparse": [(slug, [sparse(text)]) for slug, text in _ROWS.items()],
        "row_sum_sparse": [(slug, [sparse(text)]) for slug, text in _ROWS.items()],
        "inplace_col_normalize_sparse": [(slug, [sparse(text), columns]) for slug, (text, columns) in _COLUMNS.items()],
        "inplace_col_max_upscale_sparse": [
            (slug, [sparse(text), columns]) for slug, (text, columns) in _COLUMNS.items()
        ],
        "col_clip_sparse": [(slug, [sparse(text), vector(limits)]) for slug, (text, limits) in _CLIPPED.items()],
        "row_hadamard_sparse": [(slug, [sparse(text), vector(scale)]) for slug, (text, scale) in _SCALED.items()],
        "mat_vec_mul_sparse": [(slug, [sparse(text), vector(scale)]) for slug, (text, scale) in _SCALED.items()],
        "matmul_sparse": [
            (slug, [sparse(text), vector(scale), columns]) for slug, (text, scale, columns) in _DOTS.items()
        ],
        "matmul_transpose_sparse": [(slug, [_turned(text), vector(scale)]) for slug, (text, scale, _) in _DOTS.items()],
        "interpolate_sparse": [
            (slug, [sparse(first), sparse(second), columns, number(ratio)])
            for slug, (first, second, columns, ratio) in _MIXED.items()
        ],
        "mat_ema_sparse": [
            (slug, [sparse(new), sparse(old), number(alpha)]) for slug, (new, old, alpha) in _AVERAGED.items()
        ],
        "mat_ema_alpha_sparse": [
            (slug, [sparse(new), sparse(old), dense(alphas)]) for slug, (new, old, alphas) in _BY_ENTRY.items()
        ],
        **_masks(),
    }


def _masks() -> dict[str, Planned]:
    return {
        "mask_diag_sparse": [(slug, [sparse(text)]) for slug, text in _MASK_DIAGONALS.items()],
        "mask_diag_sparse_except_index": [
            (f"{slug}-except-{exempt}", [sparse(text), exempt])
            for slug, text in _MASK_DIAGONALS.items()
            for exempt in (0, 1, 9)
        ],
        "mask_rows_sparse": [
            ("short-mask", [[False], sparse("0:1 | 0:1")]),
            ("empty-mask", [[], sparse("0:1 | 0:1")]),
            ("long-mask", [[True, False, True], sparse("0:1")]),
            ("keeps-places", [[True, False, True], sparse("0:1 | 1:0 | 2:1")]),
        ],
        "vec_mask_sparse_matrix": list(_masked_by_vectors()),
        "scalar_vec_mask_sparse_matrix": list(_masked_by_scalar()),
    }


def _turned(text: str) -> list[list[list[Any]]]:
    """Return a matrix with all entries of a notation in one row, by their row's number as column."""
    return [[[index, value] for index, row in enumerate(sparse(text)) for _, value in row]]


_CONDITIONS = ("le", "lt", "eq", "ge", "gt")
_MASKED = "0:1 1:1 2:1 | 0:1 1:0"
_GREATEST = str(2**64 - 1)


def _masked_by_vectors() -> Any:
    for condition in _CONDITIONS:
        yield f"{condition}-of-neighbours", [sparse(_MASKED), ["10", "11"], ["9", "10", "11"], condition]
        yield f"{condition}-with-short-lists", [sparse(_MASKED), ["10"], ["0"], condition]
        yield f"{condition}-at-limits", [sparse(_MASKED), [_GREATEST, "0"], [_GREATEST, "0", "1"], condition]
        yield f"{condition}-without-equals", [sparse(_MASKED), ["5", "7"], ["4", "6", "8"], condition]


def _masked_by_scalar() -> Any:
    for condition in _CONDITIONS:
        yield f"{condition}-of-neighbours", [sparse(_MASKED), "10", ["9", "10", "11"], condition]
        yield f"{condition}-with-short-list", [sparse(_MASKED), "0", ["0"], condition]
        yield f"{condition}-at-limits", [sparse(_MASKED), _GREATEST, [_GREATEST, "0", "1"], condition]
        yield f"{condition}-without-equals", [sparse(_MASKED), "5", ["4", "6", "8"], condition]
