"""Tables as docutils nodes."""

from collections.abc import Iterable, Sequence

from docutils import nodes

Cell = str | nodes.Node | Sequence[nodes.Node]
"""What stands in a cell: text, or inline nodes."""


def table(headings: Sequence[Cell], rows: Iterable[Sequence[Cell]], *classes: str) -> nodes.table:
    """Return a table with one line of headings; without headings it has none."""
    body = [_row(row) for row in rows]
    columns = len(headings) or max((len(row) for row in body), default=1)
    group = nodes.tgroup(cols=columns)
    group += [nodes.colspec(colwidth=1) for _ in range(columns)]
    if headings:
        group += nodes.thead("", _row(headings))
    group += nodes.tbody("", *body)
    return nodes.table("", group, classes=list(classes))


def _row(cells: Sequence[Cell]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", _paragraph(cell)) for cell in cells))


def _paragraph(cell: Cell) -> nodes.paragraph:
    paragraph = nodes.paragraph()
    if isinstance(cell, str):
        cell = nodes.Text(cell)
    paragraph += [cell] if isinstance(cell, nodes.Node) else list(cell)
    return paragraph
