"""The ``{vector}`` directive: a published vector's question and answer, in decimals and in bits."""

from collections.abc import Iterator, Sequence
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_conformance.vectors import Case
from subtensor_site import call_vectors, registry, values
from subtensor_site.tables import table

COMMITS = ("weight_commits", "timelocked_commits")
"""Items of an epoch that are lists of entries and not by uid."""

PROPORTION = 65_535
PROPORTIONS = ("consensus", "incentive", "dividends", "validator_trust", "stake_weight")
"""Items of an epoch that are parts of 65 535."""


class VectorDirective(SphinxDirective):
    """``:::{vector} ID``; of an epoch it shows the items that the option ``show`` names.

    Of a call it shows what is asked and its outcome, and the items and events that ``show`` names; of a chain the call
    that is its step number ``step``.
    """

    required_arguments = 1
    option_spec = {"show": directives.unchanged_required, "step": directives.positive_int}  # noqa: RUF012

    def run(self) -> list[nodes.Node]:
        identifier = self.arguments[0]
        case = registry.case(identifier)
        if case is None:
            raise self.error(f"there is no vector {identifier}")
        names = self.options.get("show", "").split()
        if case.kind == "epoch" and not names:
            raise self.error(f"{identifier} is an epoch: name what to show")
        step = self.options.get("step")
        box = nodes.container(classes=["vector"])
        box += _caption(case, step)
        try:
            box += list(_tables(case, names, step))
        except KeyError as error:
            raise self.error(f"{identifier} has no item {error}") from None
        except ValueError as error:
            raise self.error(str(error)) from None
        return [box]


def _caption(case: Case, step: int | None) -> nodes.paragraph:
    caption = nodes.paragraph(classes=["vector-id"])
    place = "" if step is None else f" step {step}"
    caption += [nodes.Text("Vector "), nodes.literal(text=case.id), nodes.Text(f"{place}, {case.evidence}")]
    return caption


def _tables(case: Case, names: Sequence[str], step: int | None) -> Iterator[nodes.table]:
    if case.kind == "epoch":
        yield from _tables_of_epoch(case, names)
    elif call_vectors.is_of_calls(case):
        yield table(["", "value"], call_vectors.rows_of(case, names, step), "numbers")
    else:
        yield _table_of_row(case)


def _table_of_row(case: Case) -> nodes.table:
    rows = [["", "value", "bits"], *_question(case), *_answer(case)]
    if not any(row[2] for row in rows[1:]):
        rows = [row[:2] for row in rows]
    headings = [f"{case.function}", *rows[0][1:]]
    return table(headings, rows[1:], "numbers")


def _question(case: Case) -> Iterator[list[str]]:
    assert case.signature is not None
    for (name, type_text), value in zip(case.signature.parameters, case.input, strict=True):
        yield from values.rows_of(name, type_text, value)


def _answer(case: Case) -> Iterator[list[str]]:
    assert case.signature is not None
    if "ok" in case.expected:
        yield from values.rows_of("answer", case.signature.result, case.expected["ok"])
    elif "err" in case.expected:
        yield ["answer", f"error {case.expected['err']['code']}", ""]
    else:
        yield ["answer", "panic" if "panic" in case.expected else "nothing", ""]


def _tables_of_epoch(case: Case, names: Sequence[str]) -> Iterator[nodes.table]:
    """Yield a table of single values, and one of lists with a line for each uid."""
    found = {name: _item(case, name) for name in names}
    lists = {name: value for name, value in found.items() if isinstance(value, list) and name not in COMMITS}
    single = [[name, values.plain(value)] for name, value in found.items() if name not in lists]
    if single:
        yield table(["", "value"], single, "numbers")
    if lists:
        count = max(len(value) for value in lists.values())
        rows = ([str(uid), *(_at(name, value, uid) for name, value in lists.items())] for uid in range(count))
        yield table(["uid", *lists], rows, "numbers")


def _item(case: Case, name: str) -> Any:
    output = case.expected["output"]
    for part in (case.input, output["terms"], output["persisted"]):
        if name in part:
            return part[name]
    raise KeyError(name)


def _at(name: str, items: Sequence[Any], uid: int) -> str:
    """Return the item of a uid: a row of ``[column, value]`` reads ``column: value``, a proportion has its decimal."""
    if uid >= len(items):
        return "–"
    if isinstance(items[uid], list):
        return ", ".join(f"{column}: {values.plain(value)}" for column, value in items[uid]) or "empty"
    share = f" = {items[uid] / PROPORTION:.5f}" if name in PROPORTIONS else ""
    return values.plain(items[uid]) + share


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("vector", VectorDirective)
