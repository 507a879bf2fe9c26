"""Showing a vector to a reader: decimals beside bits, matrices as tables, the words of its rules."""

from collections.abc import Iterator
from typing import Any

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from subtensor_conformance.functions.types import codec
from subtensor_conformance.vectors.canonical import compact
from subtensor_conformance.vectors.case import Case
from subtensor_conformance.vectors.render_chains import chain_parts
from subtensor_spec.arithmetic import FORMATS, FixedPoint
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.chapters.consensus import STAGES

WIDEST_MATRIX = 16
"""Columns of a matrix that are shown; of more only the first."""

LONGEST_VECTOR = 40
"""Entries of a vector that are shown in one line."""


def rendered(case: Case) -> RenderableType:
    """Return a case for a terminal."""
    return Lines(*_parts(case))


def _parts(case: Case) -> Iterator[RenderableType]:
    yield Text.from_markup(f"[bold]{escape(case.id)}[/]  {case.kind}, tier {case.tier}, {case.evidence}")
    yield Text(f"why      {case.why}")
    yield Text(f"catches  {case.catches}")
    if case.disputed:
        yield Text("disputed", style="red")
    yield Text("")
    if case.kind == "arith":
        yield _arith(case)
    elif case.kind == "epoch":
        yield from _epoch(case)
    elif case.kind in ("op", "trace"):
        yield from chain_parts(case)
    else:
        yield Text(f"law      {', '.join(case.laws)}")
        yield _members(case.input)
    yield Text("")
    yield from _rules(case)


def _rules(case: Case) -> Iterator[RenderableType]:
    known = complete_registry()
    for identifier in case.rules:
        rule = known.get(identifier)
        yield Text.from_markup(f"[bold]{escape(identifier)}[/]  {escape(rule.summary if rule else 'unknown rule')}")
        for source in rule.sources if rule else ():
            yield Text(f"    {source}", style="dim")


def _arith(case: Case) -> RenderableType:
    table = Table(title=case.function, title_justify="left", box=None, show_header=False)
    assert case.signature is not None
    for (name, kind), value in zip(case.signature.parameters, case.input, strict=True):
        table.add_row(name, Text(kind, style="dim"), _value(kind, value))
    for tag, value in case.expected.items():
        kind = case.signature.result
        table.add_row(tag, Text(kind if tag == "ok" else "", style="dim"), _value(kind, value) if tag == "ok" else "")
    return table


def _epoch(case: Case) -> Iterator[RenderableType]:
    yield _members(case.input, "input")
    for name, value in case.expected.get("stages", {}).items():
        yield Text(f"{name}: {STAGES[name].meaning}", style="bold")
        yield _value(STAGES[name].type, value)
    for part, value in case.expected["output"].items():
        yield _members(value, part)


def _members(value: dict[str, Any], title: str = "") -> RenderableType:
    table = Table(title=title, title_justify="left", box=None, show_header=False)
    for name, member in value.items():
        matrix = name in ("weights", "bonds", "bond")
        table.add_row(name, _matrix(member, _plain) if matrix else _vector(member, _plain))
    return table


def _value(kind: str, value: Any) -> RenderableType:
    """Return a value of the type language; fixed-point numbers as bits and as a decimal."""
    if value is None:
        return Text("none")
    head, _, inner = kind.removesuffix(">").partition("<")
    if head == "option":
        return _value(inner, value)
    if head == "sparse":
        return _matrix(value, lambda entry: _scalar(inner, entry))
    if head == "list" and inner.startswith("list"):
        rows = [[[column, entry] for column, entry in enumerate(row)] for row in value]
        return _matrix(rows, lambda entry: _scalar(inner.removesuffix(">").removeprefix("list<"), entry))
    if head == "list":
        return _vector(value, lambda entry: _scalar(inner, entry))
    return Text(_scalar(kind, value))


def _scalar(kind: str, value: Any) -> str:
    number = FORMATS.get(kind)
    if number is None:
        return _plain(value)
    decoded: FixedPoint = codec(kind).decode(value)
    return f"{value} = {decoded.to_decimal()}"


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else compact(value)


def _vector(value: Any, shown: Any) -> Text:
    if not isinstance(value, list):
        return Text(shown(value))
    words = [shown(entry) for entry in value[:LONGEST_VECTOR]]
    rest = f", … {len(value)} in all" if len(value) > LONGEST_VECTOR else ""
    return Text(f"[{', '.join(words)}{rest}]")


def _matrix(rows: list[list[list[Any]]], shown: Any) -> RenderableType:
    columns = sorted({column for row in rows for column, _ in row})[:WIDEST_MATRIX]
    if not columns:
        return Text(f"{len(rows)} empty rows")
    table = Table(box=None, header_style="dim")
    table.add_column("")
    for column in columns:
        table.add_column(str(column), justify="right")
    for index, row in enumerate(rows):
        entries: dict[int, str] = {}
        for column, value in row:
            entries[column] = f"{entries[column]}; {shown(value)}" if column in entries else shown(value)
        table.add_row(str(index), *(entries.get(column, "·") for column in columns))
    return table
