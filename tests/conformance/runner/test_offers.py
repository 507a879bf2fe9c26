"""What an adapter says of itself is held against what there is, and each fault named."""

from typing import Any

import pytest

from subtensor_conformance.adapters.session import Implementation
from subtensor_conformance.protocol.hello import hello_problem
from subtensor_conformance.runner.offers import doubts

HELLO: dict[str, Any] = {
    "seq": 0,
    "protocol": 1,
    "implementation": {"name": "x", "version": "1"},
    "capabilities": {"kinds": ["arith"], "functions": ["i32f32.*"], "revisions": ["r425"]},
}


def capabilities(**changed: Any) -> dict[str, Any]:
    given = {name: value for name, value in (HELLO["capabilities"] | changed).items() if value is not None}
    return HELLO | {"capabilities": given}


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        (capabilities(functions=None), "capabilities lacks functions"),
        (capabilities(functions=None, function=[]), "capabilities lacks functions; it has function, which is unknown"),
        (capabilities(stage=True), "capabilities has stage, which is unknown; near it are stages"),
        (
            capabilities(kinds=["arit"]),
            'capabilities.kinds has "arit"; there are arith, epoch, op, trace; near it is arith',
        ),
        (capabilities(revisions="r425"), "capabilities.revisions is not a list of text"),
        (HELLO | {"implementation": {"name": "x"}}, "implementation lacks version"),
        ({name: HELLO[name] for name in ("seq", "protocol", "implementation")}, "hello's answer lacks capabilities"),
        (HELLO, ""),
    ],
)
def test_a_fault_in_hello_is_named_by_its_field(message: Any, problem: str) -> None:
    """Which field is missing, unknown or wrong, and what is near it."""
    assert hello_problem(message).startswith(problem)
    assert bool(hello_problem(message)) is bool(problem)


def implementation(**more: Any) -> Implementation:
    return Implementation("x", "1", **({"kinds": ("arith",), "revisions": ("r425",)} | more))


@pytest.mark.parametrize(
    ("offered", "doubt"),
    [
        (
            implementation(functions=frozenset({"i32f32.saturating_mull"})),
            "i32f32.saturating_mull, which is not published; near",
        ),
        (implementation(functions=frozenset({"i32f33.*"})), "function i32f33.*, which is not published"),
        (implementation(functions=frozenset({"*"}), revisions=("r425", "r9999")), "revision r9999, which is unknown"),
        (implementation(functions=frozenset({"*"}), revisions=("r401",)), "hello offers revisions r401; r425 is asked"),
        (implementation(), "hello offers kind arith and no functions"),
        (implementation(kinds=("op",)), "hello offers kind op and no calls"),
        (
            implementation(kinds=("op",), calls=frozenset({"SubtensorModule.add_stakes"})),
            "call SubtensorModule.add_stakes, which is not published; near it are SubtensorModule.add_stake",
        ),
    ],
)
def test_what_nobody_asks_is_told(offered: Implementation, doubt: str) -> None:
    """A misspelt function or a foreign revision would only look like missing support."""
    lines = doubts(offered, "r425")
    assert any(doubt in line for line in lines), lines


def test_nothing_is_said_of_what_is_right() -> None:
    """A pattern, a name and a call that are there raise no doubt."""
    functions = frozenset({"i32f32.*", "emission.block_emission_for_issuance"})
    right = implementation(functions=functions, kinds=("arith", "op"), calls=frozenset({"SubtensorModule.*"}))
    assert doubts(right, "r425") == []
