"""The typed form of what a step changes: ``{"Pallet.Item": [[keys, value], [keys], …]}``; without a value, removed.

It is the typed form of a state, with entries that go beside those that come. What no item describes, or what would not
be written back as the same bytes, stands as raw pairs, a value of null for an entry that goes.
"""

from collections.abc import Mapping
from typing import Any

from subtensor_spec.chain.storage import Item
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.plain import bytes_from_hex
from subtensor_spec.wire.state.items import find_item, item_of
from subtensor_spec.wire.state.typed import RAW, keys_form, keys_from
from subtensor_spec.wire.values import from_json, to_json

Changes = dict[bytes, bytes | None]
"""Raw keys with their new raw values, nothing for an entry that is removed."""


def typed_changes(changes: Mapping[bytes, bytes | None]) -> dict[str, Any]:
    """Return changes in the typed form, items by name, entries in order of raw key."""
    form: dict[str, list[Any]] = {}
    rest: list[list[str | None]] = []
    for raw in sorted(changes):
        item, value = item_of(raw), changes[raw]
        row = None if item is None else _row(item, raw, value)
        if item is None or row is None:
            rest.append(["0x" + raw.hex(), None if value is None else "0x" + value.hex()])
        else:
            form.setdefault(item.full_name, []).append(row)
    typed: dict[str, Any] = dict(sorted(form.items()))
    return {**typed, RAW: rest} if rest else typed


def _row(item: Item[Any], raw: bytes, value: bytes | None) -> list[Any] | None:
    """Return an entry's row, nothing if its bytes are not those that its meaning is written as."""
    try:
        keys = item.keys_in(raw)
        if item.raw_key(keys) != raw:
            return None
        if value is None:
            return [keys_form(item, keys)]
        meaning = item.value.decode(value)
    except InvalidInput:
        return None
    return [keys_form(item, keys), to_json(item.value, meaning)] if item.value.encode(meaning) == value else None


def changes_from_typed(form: Any) -> Changes:
    """Return the raw changes that the typed form states; :class:`InvalidInput` says what is wrong and where."""
    if not isinstance(form, dict):
        raise InvalidInput("", "changes are an object of items")
    changes: Changes = {}
    for name, rows in form.items():
        if not isinstance(rows, list):
            raise InvalidInput(name, "is no array of entries")
        for number, row in enumerate(rows):
            try:
                raw, value = _raw_pair(row) if name == RAW else _entry(find_item(name), row)
            except InvalidInput as complaint:
                raise complaint.within(f"{name}[{number}]") from None
            if raw in changes:
                raise InvalidInput(f"{name}[{number}]", "its key stands twice")
            changes[raw] = value
    return changes


def _raw_pair(row: Any) -> tuple[bytes, bytes | None]:
    if not isinstance(row, list) or len(row) != 2:
        raise InvalidInput("", "is no pair of raw key and value")
    return bytes_from_hex(row[0]), None if row[1] is None else bytes_from_hex(row[1])


def _entry(item: Item[Any], row: Any) -> tuple[bytes, bytes | None]:
    if not isinstance(row, list) or len(row) not in (1, 2) or not isinstance(row[0], list):
        raise InvalidInput("", "is neither keys and a value nor keys alone")
    value = item.value.encode(from_json(item.value, row[1])) if len(row) == 2 else None
    return item.raw_key(keys_from(item, row[0])), value
