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
ADD_STAKE = {
    "call": "SubtensorModule.add_stake",
    "origin": "alice",
    "args": {"hotkey": "hotkey", "netuid": 1, "amount_staked": "1000"},
}
REFUSED = {"err": {"code": "SubtensorModule.NotEnoughBalanceToStake"}}

OP = {
    "kind": "op",
    "id": "op/add-stake/more-than-there-is",
    **HEAD,
    **ABOUT,
    "accounts": {"alice": "0x" + "1" * 64, "hotkey": "0x" + "2" * 64},
    "pre": {"System.Account": [[["alice"], "999"]]},
    "op": ADD_STAKE,
    "outcome": REFUSED,
    "repair": {"pre": {"System.Account": [[["alice"], "1500"]]}},
    "faults": 1,
    "changes": {},
    "events": [],
    "digest": DIGEST,
}

HEADER = {"line": "header", "kind": "trace", "id": "trace/two-blocks/first", **HEAD, **ABOUT, "genesis": {}}
BLOCK = {
    "line": "block",
    "block": "1",
    "calls": [
        {"op": ADD_STAKE, "outcome": {"ok": None}, "events": [{"event": "SubtensorModule.StakeAdded", "fields": {}}]}
    ],
    "digest": DIGEST,
}
CHECKPOINT = {"line": "checkpoint", "block": "100", "state": {}, "digest": DIGEST}
FOOTER = {"line": "footer", "blocks": 100, "sha256": DIGEST}


@pytest.mark.parametrize("path", sorted(SCHEMAS.rglob("*.json")), ids=lambda path: path.stem)
def test_every_schema_is_one(path: Any) -> None:
    """Each schema obeys JSON Schema 2020-12, and closes its objects."""
    schema = documents.read(path)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    ("kind", "document"),
    [("op", OP), ("trace", HEADER), ("trace", BLOCK), ("trace", CHECKPOINT), ("trace", FOOTER)],
    ids=["op", "header", "block", "checkpoint", "footer"],
)
def test_calls_and_traces_have_a_form(kind: str, document: dict[str, Any]) -> None:
    """A call on a state, and each line of a trace, obey their schema; a further field does not."""
    validate(document, kind, SCHEMAS, "example")
    with pytest.raises(InvalidInput, match="example: "):
        validate(document | {"surplus": 1}, kind, SCHEMAS, "example")


def _op(**fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda document: document.update(fields)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (_op(id="op/one-part"), "does not match"),
        (_op(id="arith"), "does not match"),
        (_op(digest="0"), "does not match"),
        (_op(faults=3), "3 is not one of"),
        (_op(outcome={"err": {"code": "not a code"}}), "is not valid under any"),
        (_op(outcome={"ok": 1, "none": True}), "is not valid under any"),
        (_op(revisions={"from": "r425"}), "'until' is a required property"),
        (lambda document: document.pop("rules"), "'rules' is a required property"),
        (lambda document: document.pop("why"), "'why' is a required property"),
        (lambda document: document.pop("evidence"), "'evidence' is a required property"),
        (lambda document: document["accounts"].update(bob="0x1"), "does not match"),
        (lambda document: document["op"].pop("origin"), "'origin' is a required property"),
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
