"""Entries of a chain's storage on the wire: in the form that an adapter speaks, and back to bytes for comparing."""

from collections.abc import Mapping
from typing import Any

from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.chain_steps import entries_from_json, entries_to_json
from subtensor_spec.wire.state.changes import Changes, changes_from_typed
from subtensor_spec.wire.state.compare import difference
from subtensor_spec.wire.state.typed import typed_form

RAW, TYPED = "raw", "typed"

Entries = Mapping[bytes, bytes | None]
"""Raw keys with their values, nothing for an entry that is gone."""


def storage_for(form: str, storage: Mapping[bytes, bytes]) -> Any:
    """Return a state as an adapter of that form takes it."""
    return typed_form(storage) if form == TYPED else entries_to_json(storage)


def changes_for(form: str, typed: Any) -> Any:
    """Return changes, typed as vectors have them, as an adapter of that form takes them."""
    return typed if form == TYPED else entries_to_json(changes_from_typed(typed))


def read_changes(form: Any) -> Changes:
    """Return the bytes that changes or a state of either form state. Raises :class:`InvalidInput`."""
    if isinstance(form, dict):
        return changes_from_typed(form)
    entries = entries_from_json(form, "changes")
    if len(entries) != len(form):
        raise InvalidInput("changes", "a key stands twice")
    return entries


def first_entry(expected: Entries, given: Entries) -> tuple[str, Any, Any] | None:
    """Return the first entry in order of raw key that differs: its item with the keys, and both values decoded."""
    for raw in sorted(expected.keys() | given.keys()):
        if raw not in expected or raw not in given or expected[raw] != given[raw]:
            return _shown(raw, expected, given)
    return None


def _shown(raw: bytes, expected: Entries, given: Entries) -> tuple[str, Any, Any]:
    found = difference(raw, expected.get(raw), given.get(raw))
    keys = f"[{', '.join(map(str, found.keys))}]" if found.keys else ""
    values = ((expected, found.there_before, found.before), (given, found.there_after, found.after))
    words = [value if there else _absent(raw, side) for side, there, value in values]
    return f"{found.item}{keys}", words[0], words[1]


def _absent(raw: bytes, side: Entries) -> str:
    return "(no entry)" if raw in side else "(unchanged)"
