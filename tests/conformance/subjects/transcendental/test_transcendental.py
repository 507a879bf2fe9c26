"""The table of transcendental functions: names, types, and hand-picked edges with the production code's own answers."""

import json
from contextlib import suppress
from pathlib import Path

import pytest

from subtensor_conformance.functions.types import codec
from subtensor_conformance.subjects.transcendental.functions import FUNCTIONS
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.errors import Panic
from subtensor_spec.rules import record

TABLE = {function.raw_name: function for function in FUNCTIONS}
EDGES = json.loads(Path(__file__).with_name("transcendental_edges.json").read_text())


def decoded(function, arguments):
    types = [kind for _, kind in function.parameters]
    return [codec(kind, raw=True).decode(value) for kind, value in zip(types, arguments, strict=True)]


@pytest.mark.parametrize(("raw_name", "arguments", "expected"), EDGES, ids=[f"{f} {a}"[:60] for f, a, _ in EDGES])
def test_edges_answer_as_the_production_code_did(raw_name, arguments, expected):
    function = TABLE[raw_name]
    result = function.exact(*decoded(function, arguments))
    assert {"r": codec(function.result, raw=True).encode(result)} == expected


def test_published_names_are_lower_snake_case_and_unique():
    names = [function.name for function in FUNCTIONS]
    assert len(set(names)) == len(names) == len(TABLE)
    assert all(name == name.lower() for name in names)


def test_every_rule_of_the_arithmetic_is_pinned_by_a_function_and_every_named_rule_exists():
    """The chapter's other rules, on exp and ln made safe, are pinned by the functions of the epoch's mathematics."""
    named = {rule for function in FUNCTIONS for rule in function.rules}
    registry = complete_registry()
    stated_here = {
        identifier
        for identifier, rule in registry.items()
        if identifier.startswith("TF-") and rule.function.__module__.startswith("subtensor_spec.arithmetic")
    }
    assert named == stated_here


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_the_rules_of_a_function_are_rules_that_run(function):
    """Every rule that a function says it pins runs for some of a few arguments: zero, one, two, a half, minus one…"""
    one = 1 << int(function.raw_name.partition("F")[2].partition(".")[0])
    numbers = [0, one, 2 * one, one // 2, 5 * one // 2, 600 * one, -one, -2 * one]
    ran = set()
    for first in numbers:
        for second in (0, 1, -2) if ("n" in dict(function.parameters)) else (0, one, 3 * one):
            arguments = [str(first), str(second)][: len(function.parameters)]
            if first < 0 and ".U" in function.raw_name:
                continue
            with record() as seen, suppress(Panic):
                function.exact(*decoded(function, arguments))
            ran |= seen
    assert set(function.rules) <= ran
