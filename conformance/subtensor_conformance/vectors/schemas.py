"""Validation against the published JSON Schemas, with one line that says what is wrong and where."""

from functools import cache
from pathlib import Path
from typing import Any

from subtensor_conformance.vectors import documents
from subtensor_spec.errors import InvalidInput

LONGEST = 160
"""Characters of a validator's message that are shown."""


def validate(document: Any, kind: str, schemas: Path, name: str) -> None:
    """Raise :class:`InvalidInput` unless a document obeys the schema ``kind`` in the folder ``schemas``."""
    error = _best(list(_validator(schemas, kind).iter_errors(document)))
    if error is not None:
        where = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error.absolute_path)
        raise InvalidInput(name, f"{where.lstrip('.') or 'document'}: {_shortened(error.message)} (schema {kind})")


def _best(errors: list[Any]) -> Any:
    """Return the deepest of several complaints, the one nearest to the fault."""
    return max(errors, key=lambda error: (len(error.absolute_path), error.message), default=None)


def _shortened(message: str) -> str:
    if len(message) <= LONGEST:
        return message
    half = LONGEST // 2
    return f"{message[:half]} … {message[-half:]}"


@cache
def _validator(schemas: Path, kind: str) -> Any:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    path = schemas / f"{kind}.json"
    if not path.is_file():
        raise InvalidInput(str(path), f"is missing, so nothing of kind {kind} can be checked")
    common = Resource.from_contents(documents.read(schemas / "common.json"))
    registry: Any = Registry().with_resource("common.json", common)
    return Draft202012Validator(documents.read(path), registry=registry)
