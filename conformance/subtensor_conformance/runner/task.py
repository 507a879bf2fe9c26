"""The work of a run, cut into pieces that one adapter process does in one go."""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from subtensor_conformance.vectors.case import Case

LARGEST = {"arith": 512, "epoch": 16, "op": 64, "trace": 1, "law": 16}
"""The most cases of a kind in a task; an adapter that wants smaller batches gets them."""

NEURONS = 1024
"""The most neurons, added up over its epochs, in a task of epochs: it bounds how long a batch may take."""


@dataclass(frozen=True, slots=True)
class Task:
    """Cases of one kind and, for ``arith``, of one function, for ``op`` on one state."""

    kind: str
    function: str
    cases: Sequence[Case]


def plan(cases: Iterable[Case], shuffle: int | None = None) -> list[Task]:
    """Return the tasks of a run; a ``shuffle`` seed puts the cases, and then the tasks, in another order."""
    ordered = list(cases)
    generator = random.Random(shuffle)
    if shuffle is not None:
        generator.shuffle(ordered)
    groups: dict[tuple[str, str, str], list[Case]] = defaultdict(list)
    for case in ordered:
        groups[case.kind, case.function if case.kind == "arith" else "", case.state].append(case)
    tasks = [
        Task(kind, function, part) for (kind, function, _), group in groups.items() for part in _parts(kind, group)
    ]
    if shuffle is not None:
        generator.shuffle(tasks)
    return tasks


def _parts(kind: str, cases: Sequence[Case]) -> Iterable[Sequence[Case]]:
    part: list[Case] = []
    weight = 0
    for case in cases:
        neurons = _neurons(case.input)
        if part and (len(part) == LARGEST[kind] or weight + neurons > NEURONS):
            yield part
            part, weight = [], 0
        part.append(case)
        weight += neurons
    if part:
        yield part


def _neurons(value: Any) -> int:
    """Return the number of neurons in an epoch's input, 0 for anything else."""
    if not isinstance(value, dict):
        return 0
    inner = value.get("epoch", value)
    count = inner.get("n", 0) if isinstance(inner, dict) else 0
    return count if isinstance(count, int) else 0
