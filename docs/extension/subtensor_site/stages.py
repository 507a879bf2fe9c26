"""The ``{stage}`` directive: one value of the worked example, in bits and decimals, computed at build time."""

from functools import cache
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from subtensor_spec.consensus.example import worked_example

from subtensor_spec.arithmetic import FixedPoint
from subtensor_spec.consensus import EpochResult, run_epoch


@cache
def _result() -> EpochResult:
    return run_epoch(worked_example())


class StageDirective(SphinxDirective):
    """``:::{stage} NAME``; the option ``title`` replaces the name above the table."""

    required_arguments = 1
    option_spec = {"title": directives.unchanged}  # noqa: RUF012 - docutils' own form

    def run(self) -> list[nodes.Node]:
        name = self.arguments[0]
        stages = _result().stages
        if name not in stages:
            raise self.error(f"the worked example has no stage {name}; it has {', '.join(stages)}")
        title = nodes.paragraph(classes=["stage-title"])
        title += nodes.Text("Worked example: ")
        title += nodes.literal(text=self.options.get("title", name))
        box = nodes.container(classes=["stage"])
        box += title
        box += _table(_rows(stages[name]))
        return [box]


def _rows(value: Any) -> list[list[str]]:
    """Return header and rows of a scalar, a vector by uid, or a sparse matrix by row and column."""
    if not isinstance(value, (list, tuple)):
        return [["value", "bits"], _shown(value)]
    if value and isinstance(value[0], (list, tuple)):
        return [["validator", "miner", "value", "bits"], *_matrix_rows(value)]
    return [["uid", "value", "bits"], *([str(uid), *_shown(item)] for uid, item in enumerate(value))]


def _matrix_rows(matrix: Any) -> list[list[str]]:
    rows = []
    for row, entries in enumerate(matrix):
        for position, entry in enumerate(entries):
            column, item = entry if isinstance(entry, tuple) else (position, entry)
            rows.append([str(row), str(column), *_shown(item)])
    return rows


def _shown(item: Any) -> list[str]:
    if isinstance(item, FixedPoint):
        return [item.to_decimal(), str(item.bits)]
    if isinstance(item, bool):
        return ["yes" if item else "no", ""]
    return [f"{item:,}" if isinstance(item, int) else str(item), ""]


def _table(rows: list[list[str]]) -> nodes.table:
    if not any(row[-1] for row in rows[1:]):
        rows = [row[:-1] for row in rows]
    group = nodes.tgroup(cols=len(rows[0]))
    group += [nodes.colspec(colwidth=1) for _ in rows[0]]
    group += nodes.thead("", _row(rows[0]))
    group += nodes.tbody("", *(_row(row) for row in rows[1:]))
    return nodes.table("", group, classes=["numbers"])


def _row(cells: list[str]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph(text=cell)) for cell in cells))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("stage", StageDirective)
