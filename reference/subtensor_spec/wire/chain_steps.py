"""Steps and their results in their JSON form, as traces and the adapter protocol write them."""

from collections.abc import Mapping
from typing import Any

from subtensor_spec.blocks.registry import find_call
from subtensor_spec.blocks.steps import BlockStep, CallStep, Result, SetStep, Step
from subtensor_spec.chain.origins import Nobody, Origin, Root, Signed
from subtensor_spec.chain.types import AccountId, Hash
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.plain import Json, bytes_from_hex
from subtensor_spec.wire.ss58 import parse_account
from subtensor_spec.wire.steps import event_to_json, outcome_to_json
from subtensor_spec.wire.values import from_json

HASH_LENGTH = 32


def step_from_json(form: Json) -> Step:
    """Return the step that a JSON object states; :class:`InvalidInput` says what is wrong with it."""
    if not isinstance(form, dict):
        raise InvalidInput("", "a step is a JSON object")
    if "call" in form:
        return call_from_json(form)
    if "block" in form:
        return BlockStep(_parent_hash(form))
    if "set" in form:
        return SetStep(entries_from_json(form["set"], "set"))
    raise InvalidInput("", "a step has one of the members call, block, set")


def call_from_json(form: Mapping[str, Json]) -> CallStep:
    """Return the call that ``{"call", "origin", "args", "ext"?}`` states."""
    name = _member(form, "call", str)
    arguments = _member(form, "args", dict)
    call = find_call(name)
    _check_names(name, arguments, list(call.arguments))
    values = {argument: _argument(argument, codec, arguments[argument]) for argument, codec in call.arguments.items()}
    return CallStep(name, origin_from_json(_member(form, "origin", str)), values, form.get("ext") is True)


def _check_names(name: str, given: Mapping[str, Json], wanted: list[str]) -> None:
    missing = [argument for argument in wanted if argument not in given]
    foreign = [argument for argument in given if argument not in wanted]
    if missing or foreign:
        words = [f"missing: {', '.join(missing)}"] * bool(missing) + [f"unknown: {', '.join(foreign)}"] * bool(foreign)
        raise InvalidInput("args", f"{name} takes {', '.join(wanted) or 'no arguments'}; {'; '.join(words)}")


def _argument(name: str, codec: Any, form: Json) -> Any:
    try:
        return from_json(codec, form)
    except InvalidInput as complaint:
        raise complaint.within(f"args.{name}") from None


def _member(form: Mapping[str, Json], name: str, kind: type[Any]) -> Any:
    if not isinstance(form.get(name), kind):
        raise InvalidInput(name, "missing or of another type")
    return form[name]


def origin_from_json(form: str) -> Origin:
    """Return the origin that ``root``, ``none`` or an account states."""
    if form == "root":
        return Root()
    if form == "none":
        return Nobody()
    try:
        return Signed(AccountId(parse_account(form)))
    except InvalidInput as complaint:
        raise complaint.within("origin") from None


def _parent_hash(form: Mapping[str, Json]) -> Hash:
    block = form["block"]
    parent = block.get("parent_hash") if isinstance(block, dict) else form.get("parent_hash")
    try:
        raw = bytes_from_hex(parent)
    except InvalidInput as complaint:
        raise complaint.within("block.parent_hash") from None
    if len(raw) != HASH_LENGTH:
        raise InvalidInput("block.parent_hash", f"{len(raw)} bytes, a hash has {HASH_LENGTH}")
    return Hash(raw)


def entries_from_json(form: Json, where: str) -> dict[bytes, bytes | None]:
    """Return raw entries: pairs of key and value, or null for an entry that is removed."""
    if not isinstance(form, list):
        raise InvalidInput(where, "is no array of pairs")
    entries: dict[bytes, bytes | None] = {}
    for number, pair in enumerate(form):
        if not isinstance(pair, list) or len(pair) != 2:
            raise InvalidInput(f"{where}[{number}]", "is no pair of key and value")
        try:
            key = bytes_from_hex(pair[0])
            entries[key] = None if pair[1] is None else bytes_from_hex(pair[1])
        except InvalidInput as complaint:
            raise complaint.within(f"{where}[{number}]") from None
    return entries


def entries_to_json(entries: Mapping[bytes, bytes | None]) -> list[list[str | None]]:
    """Return raw entries as pairs of hex."""
    return [["0x" + key.hex(), None if value is None else "0x" + value.hex()] for key, value in entries.items()]


def result_to_json(step: Step, result: Result) -> dict[str, Json]:
    """Return what a step left behind: of a write from outside nothing, of a block no outcome."""
    if isinstance(step, SetStep):
        return {}
    told = {"changes": entries_to_json(result.changes), "events": [event_to_json(event) for event in result.events]}
    return told if isinstance(step, BlockStep) else {"outcome": outcome_to_json(result.refusal), **told}
