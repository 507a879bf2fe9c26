"""Lists and sparse matrices of few different values, so that values repeat and tie.

Which value stands where is one draw of bytes: much quicker than a draw for each place. Nothing here is drawn inside a
function, so that a strategy is built once and used for every example.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

Strategy = SearchStrategy[Any]
Row = list[list[Any]]

PALETTE = 4
"""The most different values in one list or matrix."""

PRESENT = 192
"""A cell whose byte has one of these bits stands in a sparse row: three of four do."""

EMPTY, DISORDERED, REVERSED, STYLES = 0, 1, 2, 5
"""Styles of a sparse row; any other is in order of column."""


def few(items: Strategy, length: int) -> Strategy:
    """Return lists of exactly that length whose items are among a few."""
    return st.tuples(palettes(items), _cells(length)).map(lambda drawn: _pick(*drawn))


def among(values: Sequence[Any], length: int) -> Strategy:
    """Return lists of exactly that length whose items are any of some values."""
    return _cells(length).map(lambda cells: _pick(values, cells))


def few_about(items: Strategy, length: int) -> Strategy:
    """Return lists whose items are among a few, mostly of that length, else of one more or less."""
    return about(length).flatmap(_by_length(items))


def _by_length(items: Strategy) -> Any:
    return cache(lambda length: few(items, length))


@cache
def about(size: int) -> SearchStrategy[int]:
    """Return the size itself five times in seven, or one less or more."""
    return st.sampled_from([size] * 5 + [max(size - 1, 0), size + 1])


def palettes(items: Strategy) -> Strategy:
    """Return the few values that lists choose among."""
    return st.lists(items, min_size=2, max_size=PALETTE)


def dense_matrix(items: Strategy, rows: int, columns: int) -> Strategy:
    """Return a matrix of few different values: about so many rows of exactly so many columns."""
    cells = _about_rows(_cells(columns), rows)
    return st.tuples(palettes(items), cells).map(lambda drawn: [_pick(drawn[0], row) for row in drawn[1]])


def sparse_matrix(items: Strategy, rows: int, columns: int) -> Strategy:
    """Return about so many rows of entries, some of them in disorder, repeated, or beyond the columns."""
    row = st.tuples(st.integers(0, STYLES - 1), _cells(columns), _cells(columns))
    drawn = st.tuples(palettes(items), _about_rows(row, rows))
    return drawn.map(lambda parts: [_sparse_row(parts[0], columns, *row) for row in parts[1]])


def _about_rows(row: Strategy, rows: int) -> Strategy:
    exactly = st.lists(row, min_size=rows, max_size=rows)
    return st.one_of(exactly, exactly, exactly, st.lists(row, max_size=rows + 2))


@cache
def _cells(length: int) -> SearchStrategy[bytes]:
    return st.binary(min_size=length, max_size=length)


def _pick(palette: Sequence[Any], cells: bytes) -> list[Any]:
    return [palette[cell % len(palette)] for cell in cells]


def _sparse_row(palette: Sequence[Any], columns: int, style: int, cells: bytes, places: bytes) -> Row:
    if style == EMPTY:
        return []
    row = [[column, palette[cell % len(palette)]] for column, cell in enumerate(cells) if cell & PRESENT]
    if style == DISORDERED:
        return [[place % (columns + 2), value] for place, (_, value) in zip(places, row, strict=False)]
    return row[::-1] if style == REVERSED else row
