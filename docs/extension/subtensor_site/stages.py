"""The ``{stage}`` directive: one value of the worked example, in bits and decimals, computed at build time."""

from dataclasses import replace
from functools import cache
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_site.tables import table
from subtensor_site.values import spaced
from subtensor_spec.arithmetic import FixedPoint
from subtensor_spec.chapters.consensus import STAGES, EpochResult, run_epoch
from subtensor_spec.wire.epoch.example import worked_example


@cache
def _result(yuma3: bool) -> EpochResult:
    return run_epoch(replace(worked_example(), yuma3=yuma3))


class StageDirective(SphinxDirective):
    """``:::{stage} NAME`` shows the stage of that name, and what it is; with ``:yuma: 2`` that under Yuma 2."""

    required_arguments = 1
    option_spec = {"yuma": directives.positive_int}  # noqa: RUF012 - docutils' own form

    def run(self) -> list[nodes.Node]:
        name = self.arguments[0]
        stages = _result(self.options.get("yuma", 3) == 3).stages.by_name()
        if name not in stages:
            raise self.error(f"the worked example has no stage {name}; it has {', '.join(stages)}")
        title = nodes.paragraph(classes=["stage-title"])
        example = "Worked example, Yuma 2: " if "yuma" in self.options else "Worked example: "
        title += [nodes.Text(example), nodes.literal(text=name), nodes.Text(f", {STAGES[name].meaning}")]
        box = nodes.container(classes=["stage"])
        box += title
        headings, *rows = _without_empty_column(_rows(stages[name]))
        box += table(headings, rows, "numbers")
        return [box]


def _without_empty_column(rows: list[list[str]]) -> list[list[str]]:
    """Leave out the column of bits where no value has any."""
    return rows if any(row[-1] for row in rows[1:]) else [row[:-1] for row in rows]


def _rows(value: Any) -> list[list[str]]:
    """Return header and rows of a scalar, a vector by uid, or a sparse matrix by row and column."""
    if not isinstance(value, (list, tuple)):
        return [["value", "bits"], _shown(value)]
    if value and isinstance(value[0], (list, tuple)):
        return [["validator", "server", "value", "bits"], *_matrix_rows(value)]
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
    return [spaced(item) if isinstance(item, int) else str(item), ""]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("stage", StageDirective)
