"""Showing calls and chains to a reader: what is asked, what becomes of it, each entry that changes, each event."""

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from subtensor_conformance.vectors.canonical import compact
from subtensor_conformance.vectors.case import Case
from subtensor_conformance.vectors.states import name_of
from subtensor_spec.wire.plain import Json


def chain_parts(case: Case) -> Iterator[RenderableType]:
    """Yield a call with all that it leaves behind, or the steps of a chain, a line each."""
    yield Text(f"begins on the state {name_of(case.state)}")
    if case.kind == "op":
        yield from _call(case.input, case.expected)
        return
    table = Table(box=None, header_style="dim")
    for name, justify in (
        ("step", "right"),
        ("what", "left"),
        ("becomes", "left"),
        ("entries", "right"),
        ("events", "right"),
    ):
        table.add_column(name, justify=justify)  # type: ignore[arg-type]
    for number, (asked, left) in enumerate(zip(case.input, case.expected, strict=True), start=1):
        table.add_row(str(number), *_step(asked, left))
    yield table


def _call(asked: dict[str, Json], left: dict[str, Json]) -> Iterator[RenderableType]:
    table = Table(title=asked["call"], title_justify="left", box=None, show_header=False)
    table.add_row("origin", Text(asked["origin"]))
    for name, value in asked["args"].items():
        table.add_row(name, Text(_plain(value)))
    table.add_row("outcome", Text(_outcome(left["outcome"]), style="bold"))
    yield table
    for item, rows in left["changes"].items():
        for keys, *value in rows:
            yield Text(f"{item}[{', '.join(map(_plain, keys))}] = {_plain(value[0]) if value else '(gone)'}")
    for event in left["events"]:
        yield Text(f"event {event['pallet']}.{event['name']} {compact(event['fields'])}", style="dim")


def _step(asked: dict[str, Json], left: dict[str, Json]) -> list[str]:
    if "call" in asked:
        return [asked["call"], _outcome(left["outcome"]), _count(left["changes"]), str(len(left["events"]))]
    if "block" in asked:
        return [f"block {asked['block']['number']}", "", _count(left["changes"]), str(len(left["events"]))]
    if "set" in asked:
        return ["written from outside", "", _count(asked["set"]), ""]
    return ["digest", left["checkpoint"]["digest"], "", ""]


def _count(changes: dict[str, Any]) -> str:
    return str(sum(map(len, changes.values())))


def _outcome(outcome: dict[str, Json]) -> str:
    ((tag, payload),) = outcome.items()
    if tag == "err":
        return str(payload["code"])
    return f"not admitted: {payload['custom']}" if tag == "invalid" else tag


def _plain(value: Json) -> str:
    return value if isinstance(value, str) else compact(value)
