"""Events and outcomes in their JSON form."""

from typing import Any

from subtensor_spec.chain.errors import CallError, InvalidTransaction
from subtensor_spec.chain.events import Event
from subtensor_spec.errors import SpecError
from subtensor_spec.wire.plain import Json
from subtensor_spec.wire.values import to_json


def event_to_json(event: Event) -> dict[str, Json]:
    """Return an event as ``{"pallet", "name", "fields"}``.

    Named fields are an object. Fields that the chain only counts are an array, but one alone stands for itself, and
    none is null.
    """
    pairs = zip(event.kind.fields.items(), event.values, strict=True)
    fields = {name: to_json(codec, value) for (name, codec), value in pairs}
    return {"pallet": event.kind.pallet, "name": event.kind.name, "fields": _fields(event, fields)}


def _fields(event: Event, fields: dict[str, Json]) -> Json:
    if event.kind.named:
        return {name.removesuffix("_"): value for name, value in fields.items()}
    values = list(fields.values())
    if len(values) > 1:
        return values
    return values[0] if values else None


def outcome_to_json(refusal: SpecError | None) -> dict[str, Any]:
    """Return what became of a call: ok, an error's code, or the number of an admission refused."""
    if refusal is None:
        return {"ok": True}
    if isinstance(refusal, InvalidTransaction):
        return {"invalid": {"custom": refusal.custom}}
    if isinstance(refusal, CallError):
        return {"err": {"code": refusal.code}}
    return {"panic": True}


def observed_code(error: dict[str, str]) -> str:
    """Return the code of an error as the observed answers of production spell it."""
    if "pallet" in error:
        return f"{error['pallet']}.{error['code']}"
    kind, _, variant = error["other"].partition("(")
    return f"{kind}.{variant.rstrip(')')}" if variant else kind


