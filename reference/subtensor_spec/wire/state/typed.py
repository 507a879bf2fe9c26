"""The typed form of a state: ``{"Pallet.Item": [[[key, …], value], …]}``, and what is not specified as raw pairs."""

from collections.abc import Mapping
from typing import Any

from subtensor_spec.chain.storage import Item, Keys
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.plain import bytes_from_hex
from subtensor_spec.wire.state.items import decoded, item_of, items_by_name, nearest
from subtensor_spec.wire.values import from_json, to_json

RAW = "raw"
"""The member of the typed form for entries that no item of this specification describes."""


def is_typed(form: dict[str, Any]) -> bool:
    """Return whether a JSON object is a state in the typed form."""
    return bool(form) and all(name == RAW or ("." in name and not name.startswith("0x")) for name in form)


def typed_form(storage: Mapping[bytes, bytes]) -> dict[str, Any]:
    """Return raw entries in the typed form, items by name, entries in order of raw key."""
    form: dict[str, list[Any]] = {}
    rest: list[list[str]] = []
    for raw in sorted(storage):
        item = item_of(raw)
        if item is None:
            rest.append(["0x" + raw.hex(), "0x" + storage[raw].hex()])
            continue
        keys, value = decoded(item, raw, storage[raw])
        form.setdefault(item.full_name, []).append([keys_form(item, keys), to_json(item.value, value)])
    typed: dict[str, Any] = dict(sorted(form.items()))
    return {**typed, RAW: rest} if rest else typed


def keys_form(item: Item[Any], keys: Keys) -> list[Any]:
    """Return an entry's keys in their JSON form."""
    return [to_json(key.codec, value) for key, value in zip(item.keys_of, keys, strict=True)]


def storage_from_typed(form: Mapping[str, Any]) -> dict[bytes, bytes]:
    """Return the raw entries of a state in the typed form; :class:`InvalidInput` says what is wrong and where."""
    storage: dict[bytes, bytes] = {}
    for name, rows in form.items():
        if not isinstance(rows, list):
            raise InvalidInput(name, "is no array of entries")
        for number, row in enumerate(rows):
            try:
                raw, value = _raw_pair(row) if name == RAW else _entry(name, row)
            except InvalidInput as complaint:
                raise complaint.within(f"{name}[{number}]") from None
            if raw in storage:
                raise InvalidInput(f"{name}[{number}]", "its key stands twice")
            storage[raw] = value
    return storage


def _raw_pair(row: Any) -> tuple[bytes, bytes]:
    if not isinstance(row, list) or len(row) != 2:
        raise InvalidInput("", "is no pair of raw key and value")
    return bytes_from_hex(row[0]), bytes_from_hex(row[1])


def _entry(name: str, row: Any) -> tuple[bytes, bytes]:
    item = items_by_name().get(name)
    if item is None:
        raise InvalidInput("", f"there is no item {name}{nearest(name)}")
    if not isinstance(row, list) or len(row) != 2 or not isinstance(row[0], list):
        raise InvalidInput("", "is no pair of keys and value")
    return item.raw_key(keys_from(item, row[0])), item.value.encode(from_json(item.value, row[1]))


def keys_from(item: Item[Any], forms: list[Any]) -> Keys:
    """Return the keys that their JSON forms state."""
    if len(forms) != len(item.keys_of):
        raise InvalidInput("", f"{item.full_name} takes {len(item.keys_of)} keys, not {len(forms)}")
    return tuple(from_json(key.codec, form) for key, form in zip(item.keys_of, forms, strict=True))
