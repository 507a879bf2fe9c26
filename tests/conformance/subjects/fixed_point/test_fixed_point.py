"""The table of fixed-point functions: names, types, and hand-picked edges with the production code's own answers."""

import json
from contextlib import suppress
from pathlib import Path

import pytest

from subtensor_conformance.functions.types import codec
from subtensor_conformance.subjects.fixed_point.functions import FUNCTIONS
from subtensor_spec.errors import InvalidInput, Panic
from subtensor_spec.rules import all_rules, record

TABLE = {function.raw_name: function for function in FUNCTIONS}
EDGES = json.loads(Path(__file__).with_name("fixed_point_edges.json").read_text())


def answer(raw_name, arguments):
    """Decode, call and encode as an adapter does in the dialect of captured answers."""
    function = TABLE[raw_name]
    types = [kind for _, kind in function.parameters]
    decoded = [codec(kind, raw=True).decode(value) for kind, value in zip(types, arguments, strict=True)]
    try:
        return {"r": codec(function.result, raw=True).encode(function.exact(*decoded))}
    except Panic:
        return {"panic": True}


@pytest.mark.parametrize(("raw_name", "arguments", "expected"), EDGES, ids=[f"{f} {a}"[:60] for f, a, _ in EDGES])
def test_edges_answer_as_the_production_code_did(raw_name, arguments, expected):
    assert answer(raw_name, arguments) == expected


def test_published_names_are_lower_snake_case_and_unique():
    names = [function.name for function in FUNCTIONS]
    assert len(set(names)) == len(names) == len(TABLE)
    assert all(name == name.lower() for name in names)
    assert {name.partition(".")[0] for name in names} == {
        "i32f32",
        "i64f64",
        "i96f32",
        "i110f18",
        "u64f64",
        "u96f32",
        "u110f18",
    }


def test_the_two_floors_have_names_that_tell_them_apart():
    by_name = {function.name: function for function in FUNCTIONS}
    assert by_name["i64f64.checked_floor"].raw_name == "fx.I64F64.checked_floor_std"
    assert by_name["i64f64.safe_math_checked_floor"].raw_name == "fx.I64F64.fx_checked_floor"


def test_every_rule_of_the_chapter_is_pinned_by_a_function_and_no_other_is_named():
    named = {rule for function in FUNCTIONS for rule in function.rules}
    assert named == {identifier for identifier in all_rules() if identifier.startswith("FX-")}


SAMPLES = {
    "f64": [0, 4607182418800017408, 2**63 - 2],
    "f32": [0, 2**30],
    "text": ["0.5", "1." + "3" * 40],
}


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_the_rules_of_a_function_are_rules_that_run(function):
    """Every rule that a function says it pins runs for some of a few arguments."""
    ran = set()
    for index in range(8):
        arguments = [sample(kind, index + place) for place, (_, kind) in enumerate(function.parameters)]
        with record() as seen, suppress(Panic):
            function.exact(*arguments)
        ran |= seen
    assert set(function.rules) <= ran


def sample(kind, index):
    """Return one of a few values of a type: zero, small, negative where there are negatives."""
    if kind.startswith("list"):
        return []
    if kind in SAMPLES:
        return SAMPLES[kind][index % len(SAMPLES[kind])]
    text = ["1", "0", "-3", "4294967297", "-4294967295"][index % 5]
    try:
        return codec(kind, raw=True).decode(text)
    except InvalidInput:
        return codec(kind, raw=True).decode("2")
