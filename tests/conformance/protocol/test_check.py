"""The hand-written checks of responses say of every message what the published schemas say."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from subtensor_conformance.protocol.check import problem
from subtensor_conformance.protocol.lines import decode_line

SCHEMAS = Path(__file__).resolve().parents[3] / "vectors" / "schema"

ERROR = {"where": "weights[3]", "what": "wider than u16"}
EVENTS = [{"pallet": "A", "name": "B", "fields": None}, {"pallet": "A", "name": "C", "fields": {"x": ["1"]}}]
VALID: dict[str, list[dict[str, Any]]] = {
    "hello": [
        {
            "seq": 0,
            "protocol": 1,
            "implementation": {"name": "x", "version": "1", "language": "go", "source": "https://x", "commit": "abc"},
            "capabilities": {
                "kinds": ["arith", "epoch"],
                "functions": ["i32f32.*"],
                "calls": [],
                "storage": "raw",
                "revisions": ["r425"],
                "stages": True,
                "batch_max": 512,
            },
        },
    ],
    "arith": [
        {"seq": 1, "results": [["a", {"ok": "-2"}], ["b", {"none": True}], ["c", {"panic": True}]]},
        {"seq": 1, "results": [["d", {"skip": "why"}], ["e", {"unsupported": True}], ["f", {"error": ERROR}]]},
        {"seq": 1, "results": [["g", {"ok": [[1, "2"], None, True, {"a": [0]}]}]]},
    ],
    "epoch": [
        {"seq": 2, "results": [{"id": "a", "output": {"terms": {"n": [1]}}, "stages": {"ranks": ["1"]}}]},
        {"seq": 2, "results": [{"id": "a", "panic": True}, {"id": "b", "skip": "no"}, {"id": "c", "error": ERROR}]},
        {"seq": 2, "unsupported": True},
    ],
    "op": [
        {
            "seq": 3,
            "results": [
                {"id": "a", "outcome": {"ok": True}, "changes": [["0x01", "0x02"], ["0x03", None]], "events": EVENTS},
                {"id": "b", "outcome": {"err": {"code": "A.B", "message": "m"}}, "changes": {}, "events": []},
                {"id": "c", "outcome": {"err": {"code": "BadOrigin"}}, "changes": [], "events": []},
                {"id": "d", "outcome": {"invalid": {"custom": 6}}, "changes": {"A.B": [[[]]]}, "events": []},
                {"id": "e", "outcome": {"panic": True}, "changes": [], "events": []},
            ],
        },
        {"seq": 3, "results": [{"id": "a", "unsupported": True}]},
    ],
    "raw": [
        {"seq": 8, "results": [{"id": "a", "r": None}, {"id": 3, "panic": True}, {"id": None, "error": ERROR}]},
        {"seq": None, "error": {"what": "not JSON"}},
    ],
    "open": [{"seq": 4, "digest": "00"}],
    "step": [
        {
            "seq": 5,
            "results": [
                {},
                {"changes": [["0x01", None]], "events": EVENTS},
                {"outcome": {"ok": True}, "changes": {"A.B": [[[1], "2"]]}, "events": []},
            ],
        },
    ],
    "state": [
        {"seq": 6, "storage": [["0x01", "0x02"]], "digest": "00"},
        {"seq": 6, "storage": {"A.B": [[[], 1]]}, "digest": "00"},
    ],
    "close": [{"seq": 7}],
    "bye": [{"seq": 9}],
}

SCALARS = st.sampled_from([None, True, False, 0, -1, 2, 1.5, "", "arith", "A.B", "a.b"])
NAMES = st.sampled_from(
    ["id", "seq", "ok", "none", "panic", "err", "error", "skip", "unsupported", "results", "what", "x", "invalid"]
)
FRAGMENTS = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=2),
    max_leaves=4,
)


def validator(method: str) -> Draft202012Validator:
    registry: Any = Registry()
    for name in ("common.json", "protocol/definitions.json"):
        contents = json.loads((SCHEMAS / name).read_text())
        registry = registry.with_resource(name, Resource.from_contents(contents))
    schema = json.loads((SCHEMAS / "protocol" / f"{method}.response.json").read_text())
    return Draft202012Validator(schema, registry=registry)


VALIDATORS = {method: validator(method) for method in VALID}


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return every container of a value with every key or index in it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, item in inner for place in [(value, key), *places(item)]]


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, Any]:
    """A valid message with up to three changes: a value replaced, removed, or added."""
    method = draw(st.sampled_from(sorted(VALID)))
    message = {"message": copy.deepcopy(draw(st.sampled_from(VALID[method])))}
    for _ in range(draw(st.integers(0, 3))):
        container, key = draw(st.sampled_from(places(message)))
        action = draw(st.sampled_from(["replace", "remove", "add"]))
        if action == "replace" or container is message:
            container[key] = draw(FRAGMENTS)
        elif action == "remove":
            del container[key]
        elif isinstance(container, dict):
            container[draw(NAMES)] = draw(FRAGMENTS)
        else:
            container.insert(key, draw(FRAGMENTS))
    return method, message["message"]


@given(spoilt())
@settings(max_examples=1500, deadline=None)
def test_hand_written_checks_and_schemas_agree(spoilt_message: tuple[str, Any]) -> None:
    """A response passes the hand-written checks exactly if its schema takes it."""
    method, message = spoilt_message
    as_received = decode_line(json.dumps(message).encode())
    assert (problem(method, as_received) == "") == VALIDATORS[method].is_valid(message), problem(method, as_received)


@pytest.mark.parametrize("method", sorted(VALID))
def test_valid_examples_are_taken(method: str) -> None:
    """Every example above is valid both by hand and by schema, so that the agreement is not an empty one."""
    for message in VALID[method]:
        assert problem(method, message) == ""
        assert VALIDATORS[method].is_valid(message)


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("protocol/*.json")), ids=lambda path: path.stem)
def test_schemas_are_schemas(path: Path) -> None:
    """Every schema of the protocol is one, and names itself as it is filed."""
    schema = json.loads(path.read_text())
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"protocol/{path.name}"


@pytest.mark.parametrize("number", ["1.0", "1e3", "-0.5"])
def test_numbers_with_a_fraction_are_no_answers(number: str) -> None:
    """A number written with a fraction or an exponent is no value of the protocol, even if it is whole."""
    response = decode_line(f'{{"seq":1,"results":[["a",{{"ok":{number}}}]]}}'.encode())
    assert "is not an outcome" in problem("arith", response)
