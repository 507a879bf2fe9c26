"""The schemas take what the formats describe, and refuse each way to get it wrong; calls and traces included."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from subtensor_conformance.vectors import documents
from subtensor_conformance.vectors.locations import published
from subtensor_conformance.vectors.schemas import validate
from subtensor_spec.errors import InvalidInput

SCHEMAS = published() / "schema"
DIGEST = "0" * 64

ABOUT = {
    "rules": ["STK-add/checks"],
    "why": "More TAO is staked than the account holds: the call is refused.",
    "catches": "Staking what there is.",
    "evidence": "reference-only",
    "tier": "core",
}
HEAD = {"format": 1, "revisions": {"from": "r425", "until": None}}
ALICE = "0x" + "1" * 64
ADD_STAKE = {"origin": ALICE, "args": {"hotkey": "0x" + "2" * 64, "netuid": 1, "amount_staked": "1000"}}
REFUSED = {"err": {"code": "SubtensorModule.NotEnoughBalanceToStake"}}
LEFT: dict[str, Any] = {"changes": {}, "events": []}

CASE = {"slug": "0123abcd", "pre": "mixed-s1", **ADD_STAKE, "outcome": REFUSED, **LEFT}
GROUP = {"slug": "not-enough-balance-to-stake", **ABOUT, "cases": [CASE]}
OP = {
    "kind": "op",
    "id": "op/subtensor-module/add-stake",
    "call": "SubtensorModule.add_stake",
    **HEAD,
    "groups": [GROUP],
}

CALL = {"call": "SubtensorModule.add_stake", **ADD_STAKE, "ext": True, "outcome": {"invalid": {"custom": 6}}, **LEFT}
BLOCK = {
    "block": {"number": 2, "parent_hash": "0x" + "0" * 64},
    "changes": {"System.Number": [[[], 2]], "SubtensorModule.Keys": [[[1, 0]]]},
    "events": [{"pallet": "Balances", "name": "Issued", "fields": {"amount": "1"}}],
}
STEPS = [{"set": {"raw": [["0x01", None]]}}, BLOCK, CALL, {"checkpoint": {"block": 2, "digest": DIGEST}}]
TRACE = {
    "kind": "trace",
    "id": "trace/mixed/s1",
    **HEAD,
    **ABOUT,
    "pre": "genesis",
    "steps": STEPS,
    "footer": {"steps": 4, "sha256": DIGEST},
}
STATE = {
    "kind": "state",
    "format": 1,
    "id": "states/mixed-s1",
    "block": 2,
    "author": None,
    "digest": DIGEST,
    "storage": {"System.Number": [[[], 2]]},
}


@pytest.mark.parametrize("path", sorted(SCHEMAS.rglob("*.json")), ids=lambda path: path.stem)
def test_every_schema_is_one(path: Any) -> None:
    """Each schema obeys JSON Schema 2020-12, and closes its objects."""
    schema = documents.read(path)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    ("kind", "document"),
    [("op", OP), ("trace", TRACE), ("state", STATE)],
    ids=["op", "trace", "state"],
)
def test_calls_and_traces_have_a_form(kind: str, document: dict[str, Any]) -> None:
    """Calls, traces and states obey their schema; with a further field they do not."""
    validate(document, kind, SCHEMAS, "example")
    with pytest.raises(InvalidInput, match="example: "):
        validate(document | {"surplus": 1}, kind, SCHEMAS, "example")


def _op(**fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda document: document.update(fields)


def _case(**fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda document: document["groups"][0]["cases"][0].update(fields)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (_op(id="op/one-part"), "does not match"),
        (_op(id="arith"), "does not match"),
        (_op(call="add_stake"), "does not match"),
        (_case(pre="Mixed"), "does not match"),
        (_case(outcome={"err": {"code": "not a code"}}), "is not valid under any"),
        (_case(outcome={"ok": True, "panic": True}), "is not valid under any"),
        (_case(outcome={"ok": 1}), "is not valid under any"),
        (_case(changes=[]), "is not of type 'object'"),
        (_case(changes={"A.B": [[]]}), "[] should be non-empty"),
        (_case(events=[{"pallet": "A", "name": "B"}]), "'fields' is a required property"),
        (_case(origin="alice"), "does not match"),
        (_op(revisions={"from": "r425"}), "'until' is a required property"),
        (lambda document: document["groups"][0].pop("rules"), "'rules' is a required property"),
        (lambda document: document["groups"][0].pop("why"), "'why' is a required property"),
        (lambda document: document["groups"][0].pop("evidence"), "'evidence' is a required property"),
        (lambda document: document["groups"][0]["cases"].clear(), "[] should be non-empty"),
    ],
)
def test_a_violation_is_one_clear_line(change: Callable[[dict[str, Any]], Any], complaint: str) -> None:
    """The complaint names the document, the place in it and the schema."""
    document = deepcopy(OP)
    change(document)
    with pytest.raises(InvalidInput) as caught:
        validate(document, "op", SCHEMAS, "example")
    text = str(caught.value)
    assert complaint in text
    assert text.startswith("example: ")
    assert text.endswith("(schema op)")
    assert "\n" not in text


def test_an_unknown_kind_is_one_clear_line() -> None:
    """A kind without a schema."""
    with pytest.raises(InvalidInput, match="nothing of kind novel can be checked"):
        validate({}, "novel", SCHEMAS, "example")
