"""The messages that the adapter guide shows are messages of the protocol."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from subtensor_conformance.protocol.check import problem

ROOT = Path(__file__).resolve().parents[3]
SCHEMAS = ROOT / "vectors" / "schema"
GUIDE = (ROOT / "docs" / "guides" / "adapter.md").read_text(encoding="utf-8")
PAIRS = [
    tuple(json.loads(line) for line in block.strip().splitlines())
    for block in re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL)
]


def validator(name: str) -> Draft202012Validator:
    registry: Any = Registry()
    for shared in ("common.json", "protocol/definitions.json"):
        registry = registry.with_resource(shared, Resource.from_contents(json.loads((SCHEMAS / shared).read_text())))
    return Draft202012Validator(json.loads((SCHEMAS / "protocol" / f"{name}.json").read_text()), registry=registry)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0]["method"])
def test_an_example_is_a_request_and_its_response(pair: tuple[Any, Any]) -> None:
    """Each block holds a request and the response to it, both as the schemas have them."""
    request, response = pair
    method = request["method"]
    validator(f"{method}.request").validate(request)
    validator(f"{method}.response").validate(response)
    assert problem(method, response) == ""
    assert request["seq"] == response["seq"]


def test_the_guide_shows_the_methods_that_an_adapter_meets() -> None:
    """No method that the runner asks goes untold."""
    told = {request["method"] for request, _ in PAIRS}
    assert told >= {"hello", "arith", "epoch", "open", "op", "step", "close", "raw", "bye"}
