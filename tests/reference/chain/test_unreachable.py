"""Every error and every event is produced somewhere in the reference, or is listed as one that nothing produces."""

import re
from pathlib import Path

import subtensor_spec
from subtensor_spec.chain.event_kinds.registry import all_events
from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.unreachable import UNREACHABLE_ERRORS, UNREACHABLE_EVENTS
from subtensor_spec.wire.metadata.compare import declared_errors

ROOT = Path(subtensor_spec.__file__).parent
SOURCE = "\n".join(file.read_text() for room in ("chapters", "blocks") for file in (ROOT / room).rglob("*.py"))


def test_every_error_is_raised_or_listed_and_never_both() -> None:
    raised = {code for code in declared_errors() if re.search(rf"\b{re.escape(code)}\b", SOURCE)}
    assert raised | set(UNREACHABLE_ERRORS) == set(declared_errors())
    assert not raised & set(UNREACHABLE_ERRORS)


def emission(kind: EventKind) -> str:
    """Return the pattern of an event of the pallet that is made, or handed on as data."""
    module = kind.pallet if kind.pallet.isupper() else re.sub(r"(?<!^)([A-Z])", r"_\1", kind.pallet).lower()
    alias = {"admin_utils": "admin", "subtensor_module": "module"}.get(module, module)
    imported = rf"from subtensor_spec\.chain\.event_kinds\.{module}[a-z_.]* import (?:\([^)]*|[^\n(]*)\b{kind.name}\b"
    return rf"{imported}|\b{alias}\.{kind.name}\b|\bevents\.{kind.name}\("


def test_every_event_is_emitted_or_listed_and_never_both() -> None:
    emitted = {name for name, kind in all_events().items() if re.search(emission(kind), SOURCE)}
    assert emitted | set(UNREACHABLE_EVENTS) == set(all_events())
    assert not emitted & set(UNREACHABLE_EVENTS)
