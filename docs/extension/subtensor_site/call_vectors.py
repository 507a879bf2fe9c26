"""Vectors of calls for readers: what is asked, what becomes of it, and the entries and events a page is about."""

from collections.abc import Iterator, Sequence
from typing import Any

from subtensor_conformance.vectors import Case
from subtensor_site.values import plain

LONGEST_HEX = 20
"""Characters of hexadecimal that are shown whole; of more only the first :data:`SHORT_HEX` are."""
SHORT_HEX = 10


def is_of_calls(case: Case) -> bool:
    """Return whether a vector is a call, or a chain of calls and blocks."""
    return case.kind in ("op", "trace")


def rows_of(case: Case, names: Sequence[str], step: int | None = None) -> Iterator[list[str]]:
    """Yield name and value of a call's question and of its outcome, then of the items and events that ``names`` lists.

    An item that the call leaves alone is shown as unchanged. Of a chain ``step``, counted from one, is the call.
    :class:`ValueError` if there is no such call.
    """
    asked, left = _call(case, step)
    yield ["call", asked["call"]]
    yield ["origin", shown(asked["origin"])]
    for name, value in asked["args"].items():
        yield [name, shown(value)]
    yield ["outcome", _outcome(left["outcome"])]
    for name in names:
        yield from _found(left, name)


def _call(case: Case, step: int | None) -> tuple[Any, Any]:
    asked, left = case.input, case.expected
    if case.kind == "trace":
        if step is None or not 0 < step <= len(asked) or "call" not in asked[step - 1]:
            raise ValueError(f"{case.id} has no call at step {step}")
        asked, left = asked[step - 1], left[step - 1]
    return asked, left


def _outcome(outcome: dict[str, Any]) -> str:
    ((tag, payload),) = outcome.items()
    return f"error {payload['code']}" if tag == "err" else str(tag)


def _found(left: dict[str, Any], name: str) -> Iterator[list[str]]:
    events = [event for event in left["events"] if event["name"] == name]
    for event in events:
        yield [f"event {name}", shown(event["fields"])]
    entries = [entry for item, rows in left["changes"].items() if item.partition(".")[2] == name for entry in rows]
    for keys, *value in entries:
        yield [f"{name}[{shown(keys)[1:-1]}]" if keys else name, shown(value[0]) if value else "gone"]
    if not events and not entries:
        yield [name, "unchanged"]


def shown(value: Any) -> str:
    """Return a JSON value as :func:`plain` writes it, with long hexadecimal cut short."""
    return plain(_cut(value))


def _cut(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _cut(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_cut(item) for item in value]
    if isinstance(value, str) and value.startswith("0x") and len(value) > LONGEST_HEX:
        return f"{value[:SHORT_HEX]}…"
    return value
