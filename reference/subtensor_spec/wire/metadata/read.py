"""A runtime from a file: SCALE metadata, its hex, JSON metadata, or a table of storage items by pallet."""

import json
from pathlib import Path
from typing import Any

from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.metadata.names import shape_of_name
from subtensor_spec.wire.metadata.registry import TypeRegistry
from subtensor_spec.wire.metadata.runtime import Pallet, Runtime, Signature, StorageEntry
from subtensor_spec.wire.metadata.scale import MAGIC, decode_metadata, hasher_name
from subtensor_spec.wire.plain import bytes_from_hex
from subtensor_spec.wire.state.files import read_bytes


def read_runtime(path: Path) -> Runtime:
    """Return what a file says of a runtime; :class:`InvalidInput` names the file and what is wrong."""
    data = read_bytes(path)
    try:
        return runtime_of(data)
    except InvalidInput as complaint:
        raise complaint.within(str(path)) from None
    except RecursionError:
        raise InvalidInput(str(path), "is nested too deeply") from None
    except (KeyError, TypeError, AttributeError, IndexError) as failure:
        raise InvalidInput(str(path), f"is no metadata that can be read: {failure}") from None


def runtime_of(data: bytes) -> Runtime:
    """Return what metadata in any of the forms says."""
    if data.startswith(MAGIC):
        return _from_scale(data)
    try:
        form = json.loads(data)
    except (UnicodeDecodeError, json.JSONDecodeError):
        text = data.strip()
        if not text.startswith(b"0x"):
            raise InvalidInput("", "is neither SCALE metadata nor JSON") from None
        form = text.decode()
    if isinstance(form, dict) and "result" in form:
        form = form["result"]
    if isinstance(form, str):
        return _from_scale(bytes_from_hex(form))
    if isinstance(form, dict) and isinstance(form.get("pallets"), list):
        return _from_json(form)
    if isinstance(form, dict) and isinstance(form.get("pallets"), dict):
        return _from_table(form)
    raise InvalidInput("", "is JSON, but no metadata: it has no `pallets`")


def _from_scale(data: bytes) -> Runtime:
    types, pallets = decode_metadata(data)
    registry = TypeRegistry({entry["id"]: entry["def"] for entry in types})
    return Runtime(None, {pallet["name"]: _pallet_of_scale(pallet, registry) for pallet in pallets})


def _pallet_of_scale(pallet: dict[str, Any], registry: TypeRegistry) -> Pallet:
    entries = pallet["storage"]["entries"] if pallet["storage"] else ()
    calls, errors, events = (_variants(registry, pallet[part]) for part in ("calls", "errors", "events"))
    return Pallet(
        {entry["name"]: _entry_of_scale(entry, registry) for entry in entries},
        {variant["name"]: _signature(variant, registry) for variant in calls},
        {variant["name"]: variant["index"] for variant in errors},
        {variant["name"]: _signature(variant, registry) for variant in events},
        {constant["name"]: constant["value"] for constant in pallet["constants"]},
    )


def _variants(registry: TypeRegistry, number: int | None) -> list[Any]:
    return [] if number is None else registry.variants(number)


def _entry_of_scale(entry: dict[str, Any], registry: TypeRegistry) -> StorageEntry:
    optional, kind = entry["modifier"] == 0, entry["type"]
    if "plain" in kind:
        return StorageEntry(optional, (), (), registry.shape(kind["plain"]), entry["default"])
    hashers = tuple(hasher_name(index) for index in kind["map"]["hashers"])
    keys = registry.members(kind["map"]["key"], len(hashers))
    return StorageEntry(optional, hashers, keys, registry.shape(kind["map"]["value"]), entry["default"])


def _signature(variant: dict[str, Any], registry: TypeRegistry) -> Signature:
    fields = tuple((field["name"], registry.shape(field["type"])) for field in variant["fields"])
    return Signature(variant["index"], fields)


def _from_json(form: dict[str, Any]) -> Runtime:
    registry = TypeRegistry({entry["id"]: entry["def"] for entry in form["types"]})
    pallets = {pallet["name"]: _pallet_of_json(pallet, registry) for pallet in form["pallets"]}
    return Runtime(form.get("spec_version"), pallets)


def _pallet_of_json(pallet: dict[str, Any], registry: TypeRegistry) -> Pallet:
    return Pallet(
        {entry["name"]: _entry_of_json(entry, registry) for entry in pallet["storage"]},
        {variant["name"]: _numbered(variant, registry) for variant in pallet["calls"]},
        {variant["name"]: variant["index"] for variant in pallet["errors"]},
        {variant["name"]: _numbered(variant, registry) for variant in pallet["events"]},
        {constant["name"]: bytes_from_hex(constant["value"]) for constant in pallet["constants"]},
    )


def _entry_of_json(entry: dict[str, Any], registry: TypeRegistry) -> StorageEntry:
    keys = tuple(registry.shape(key["id"]) for key in entry["keys"])
    value, default = registry.shape(entry["value"]["id"]), bytes_from_hex(entry["default"])
    return StorageEntry(entry["modifier"] == "Optional", tuple(entry["hashers"]), keys, value, default)


def _numbered(variant: dict[str, Any], registry: TypeRegistry) -> Signature:
    fields = tuple((field["name"], registry.shape(field["id"])) for field in variant["fields"])
    return Signature(variant["index"], fields)


def _from_table(form: dict[str, Any]) -> Runtime:
    """Read a table of storage items: types are names, and there are neither calls nor errors nor events."""
    pallets = {
        name: Pallet({item: _entry_of_table(entry) for item, entry in entries.items() if "default" in entry})
        for name, entries in form["pallets"].items()
    }
    version = form.get("spec_version")
    return Runtime(None if version is None else int(version), pallets)


def _entry_of_table(entry: dict[str, Any]) -> StorageEntry:
    hashers = tuple(entry.get("hashers", ()))
    key = entry.get("key", "()")
    names = _members(key) if len(hashers) > 1 else [key] if hashers else []
    keys = tuple(shape_of_name(name) for name in names)
    optional = entry["modifier"] == "Optional"
    return StorageEntry(optional, hashers, keys, shape_of_name(entry["value"]), bytes_from_hex(entry["default"]))


def _members(name: str) -> list[str]:
    from_parentheses = name.removeprefix("(").removesuffix(")")
    return [member.strip() for member in from_parentheses.split(",")]
