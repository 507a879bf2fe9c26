"""Spoilt input, at random: both paths refuse the same, give the same where they do not, and never fail within."""

import copy
import random
from collections.abc import Iterator
from typing import Any

import pytest

from subtensor_conformance.adapters.server import Server
from subtensor_conformance.functions import all_functions
from subtensor_conformance.vectors import Selection, iter_cases

JUNK = [
    *(None, True, False, 0, 1, -1, 65535, 65536, 2**32, 2**63, -(2**63), 2**64, 2**128, 1.5),
    *("", "x", "0", "-1", "65536", "1e5", "lt", str(2**63 - 1), str(2**64), str(-(2**127)), str(2**128)),
    *([], [[]], {}),
]
SPOILT_PER_FUNCTION = 6


@pytest.fixture(scope="module")
def samples() -> dict[str, list[Any]]:
    """A few published arguments of every function, and a few small epochs."""
    found: dict[str, list[Any]] = {name: [] for name in all_functions()}
    for case in iter_cases(Selection(tier="smoke", kinds=("arith", "epoch"))):
        if case.kind == "arith" and len(found[case.function]) < 5:
            found[case.function].append(case.input)
        elif case.kind == "epoch" and case.input["n"] <= 8 and len(found["epoch.sparse"]) < 20:
            found["epoch.sparse"].append([case.input])
            found["epoch.persist"].append([case.input])
    return {name: arguments for name, arguments in found.items() if arguments}


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every container inside a value with every key or index in it."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield value, key
        yield from places(inner)


def spoil(arguments: Any, chance: random.Random) -> Any:
    """Return a copy with one to three values replaced, removed or doubled."""
    holder = [copy.deepcopy(arguments)]
    for _ in range(chance.randint(1, 3)):
        container, key = chance.choice(list(places(holder)))
        action = chance.random()
        if action < 0.6 or container is holder:
            container[key] = copy.deepcopy(chance.choice(JUNK))
        elif action < 0.8:
            del container[key]
        elif isinstance(container, list):
            container.insert(key, copy.deepcopy(container[key]))
    return holder[0]


@pytest.mark.parametrize("seed", [1, 2])
def test_both_paths_meet_spoilt_input_alike(samples: dict[str, list[Any]], seed: int) -> None:
    """An error of the input is told with its place; it is the same input that both paths refuse or answer alike."""
    chance = random.Random(seed)
    cases = [
        {"id": str(number), "f": name, "a": spoil(chance.choice(arguments), chance)}
        for name, arguments in samples.items()
        for number in range(SPOILT_PER_FUNCTION)
    ]
    request = {"seq": 0, "method": "raw", "cases": cases}
    exact, numpy = (Server(name).answer(request)["results"] for name in ("exact", "numpy"))
    refused = 0
    for case, one, other in zip(cases, exact, numpy, strict=True):
        for answer in (one, other):
            assert "internal" not in answer.get("error", {}).get("what", ""), (case, answer)
        refused += "error" in one
        if "unsupported" not in other:
            assert ("error" in one) == ("error" in other), (case, one, other)
            assert "error" in one or one == other, (case, one, other)
    assert len(cases) / 10 < refused < len(cases)
