"""A runtime against this specification: what is covered, out of scope, new, changed or gone."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from subtensor_spec.blocks.registry import all_calls
from subtensor_spec.chain import errors as _errors
from subtensor_spec.chain.calls import Call
from subtensor_spec.chain.errors import ErrorCode
from subtensor_spec.chain.event_kinds.registry import all_events
from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.scope import SPECIFIED_PALLETS, reason_out_of_scope
from subtensor_spec.chain.storage import Item
from subtensor_spec.chain.unreachable import UNREACHABLE
from subtensor_spec.wire.metadata.runtime import Pallet, Runtime, Signature, StorageEntry
from subtensor_spec.wire.metadata.shapes import ANY, shape_of
from subtensor_spec.wire.state.items import items_by_name

Differs = Callable[[Any, Any], str]
"""Says in words how something of a runtime differs from what is declared; nothing if it does not."""


class Status(Enum):
    """How something of a runtime stands to this specification."""

    COVERED = "covered"
    UNREACHABLE = "unreachable"
    """Declared by both, and produced by nothing."""
    OUT_OF_SCOPE = "out of scope"
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class Finding:
    """One storage item, call, error or event, and how it stands."""

    kind: str
    name: str
    status: Status
    detail: str = ""


def compared(runtime: Runtime) -> list[Finding]:
    """Return a finding for everything in the specified pallets, of the runtime and of the specification."""
    kinds: tuple[tuple[str, Mapping[str, Any], Differs], ...] = (
        ("storage", items_by_name(), _entry_differs),
        ("calls", all_calls(), _call_differs),
        ("errors", declared_errors(), _error_differs),
        ("events", all_events(), _event_differs),
    )
    return [finding for kind, declared, differs in kinds for finding in _findings(runtime, kind, declared, differs)]


def declared_errors() -> dict[str, ErrorCode]:
    """Return every error of the pallets' own by full name."""
    kinds = [kind for kind in vars(_errors).values() if isinstance(kind, type) and issubclass(kind, ErrorCode)]
    return {error.code: error for kind in kinds if kind.__name__ in SPECIFIED_PALLETS for error in kind}


def _part(runtime: Runtime, part: str) -> dict[str, Any] | None:
    """Return one part of all specified pallets by full name; nothing if the metadata does not tell that part."""
    parts = {name: getattr(pallet, part) for name, pallet in _specified(runtime)}
    if all(entries is None for entries in parts.values()):
        return None
    return {f"{pallet}.{name}": entry for pallet, entries in parts.items() for name, entry in (entries or {}).items()}


def _specified(runtime: Runtime) -> Iterator[tuple[str, Pallet]]:
    return ((name, runtime.pallets[name]) for name in SPECIFIED_PALLETS if name in runtime.pallets)


def _findings(runtime: Runtime, kind: str, declared: Mapping[str, Any], differs: Differs) -> Iterator[Finding]:
    found = _part(runtime, kind)
    if found is None:
        return
    for name, entry in found.items():
        if name in declared:
            yield _of_declared(kind, name, differs(declared[name], entry))
        else:
            reason = reason_out_of_scope(kind, name)
            yield Finding(kind, name, Status.OUT_OF_SCOPE if reason else Status.NEW, reason or "")
    for name in declared:
        pallet = name.partition(".")[0]
        later = getattr(declared[name], "since", "")
        if name not in found and not later and pallet in SPECIFIED_PALLETS and pallet in runtime.pallets:
            yield Finding(kind, name, Status.GONE)


def _of_declared(kind: str, name: str, difference: str) -> Finding:
    if difference:
        return Finding(kind, name, Status.CHANGED, difference)
    reason = UNREACHABLE.get(kind, {}).get(name)
    return Finding(kind, name, Status.UNREACHABLE if reason else Status.COVERED, reason or "")


def _entry_differs(item: Item[Any], entry: StorageEntry) -> str:
    keys = tuple(shape_of(key.codec) for key in item.keys_of)
    pairs = {
        "optional": (item.optional, entry.optional),
        "hashers": (tuple(key.hasher.name for key in item.keys_of), entry.hashers),
        "keys": (keys, entry.keys),
        "value": (shape_of(item.value), entry.value),
    }
    if not item.optional:
        pairs["default"] = ("0x" + item.value.encode(item.default).hex(), "0x" + entry.default.hex())
    return _listed(pairs)


def _listed(pairs: Mapping[str, tuple[object, object]]) -> str:
    changes = [f"{name} {_plain(ours)} → {_plain(theirs)}" for name, (ours, theirs) in pairs.items() if ours != theirs]
    return "; ".join(changes)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"({', '.join(map(str, value))})" if isinstance(value, tuple) else str(value)


def _call_differs(call: Call, signature: Signature) -> str:
    ours = tuple(f"{name}: {shape_of(codec)}" for name, codec in call.arguments.items())
    theirs = tuple(f"{name}: {shape}" for name, shape in signature.fields)
    return _listed({"index": (call.index, signature.index), "arguments": (ours, theirs)})


def _error_differs(error: ErrorCode, index: int) -> str:
    return _listed({"index": (error.index, index)})


def _event_differs(kind: EventKind, signature: Signature) -> str:
    names = [name.removesuffix("_") if kind.named else None for name in kind.fields]
    ours = [(name, shape_of(codec)) for name, codec in zip(names, kind.fields.values(), strict=True)]
    theirs = [
        (name, ANY if at < len(ours) and ours[at][1] == ANY else shape)
        for at, (name, shape) in enumerate(signature.fields)
    ]
    return _listed({"fields": (_shown(ours), _shown(theirs))})


def _shown(fields: list[tuple[str | None, str]]) -> tuple[str, ...]:
    return tuple(shape if name is None else f"{name}: {shape}" for name, shape in fields)
