"""Documents of kind ``epoch``: one epoch each, captured or generated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from subtensor_conformance import subjects
from subtensor_conformance.adapters.epochs import EpochPath
from subtensor_conformance.vectors.canonical import compact
from subtensor_conformance.vectors.documents import SINCE_R425
from subtensor_spec.rules import record
from subtensor_spec.wire.epoch.parsing import parse_epoch_input

WHOLE = "YC-epoch/mechanism"
"""The rule of the whole epoch: what is pinned where an input is too small for anything in particular to happen."""

SHOWN = 160


@dataclass(frozen=True)
class Purpose:
    """Why epochs of a regime exist, what they catch, and the rules that they are there to pin."""

    why: str
    catches: str
    aims: tuple[str, ...]


@dataclass(frozen=True)
class PlannedEpoch:
    """An epoch to be published: its id, what it is for, and its input."""

    identifier: str
    purpose: Purpose
    tier: str
    input: dict[str, Any]


@dataclass(frozen=True)
class Epoch:
    """What is to be published of an epoch."""

    identifier: str
    purpose: Purpose
    evidence: str
    tier: str
    input: dict[str, Any]
    output: dict[str, Any]
    stages: dict[str, Any] | None = None
    laws: Sequence[str] = ()


def epoch_plans() -> ModuleType:
    """Return the part ``epochs`` of the one subject whose cases are epochs."""
    ((_, part),) = subjects.parts("epochs")
    return part


@cache
def epoch_path(name: str) -> EpochPath:
    """Return the epoch of a built-in path."""
    return EpochPath(name)


def output_of(name: str, value: dict[str, Any]) -> dict[str, Any]:
    """Return the output of a built-in path for an epoch's input."""
    output: dict[str, Any] = epoch_path(name).answer(value, stages=False)["output"]
    return output


def epoch_document(epoch: Epoch) -> dict[str, Any]:
    """Return the document of one epoch; of its aims those rules are listed that run."""
    document: dict[str, Any] = {
        "kind": "epoch",
        "format": 1,
        "id": epoch.identifier,
        "revisions": SINCE_R425,
        "rules": _pinned(epoch),
        "why": epoch.purpose.why,
        "catches": epoch.purpose.catches,
        "evidence": epoch.evidence,
        "tier": epoch.tier,
        "input": epoch.input,
    }
    if epoch.stages is not None:
        document["stages"] = epoch.stages
    return document | {"output": epoch.output, "laws": list(epoch.laws)}


def epoch_disagreements(epoch: Epoch) -> Iterator[str]:
    """Yield a line for each value that a built-in path does not give, stages included."""
    for name in ("exact", "numpy"):
        given = output_of(name, epoch.input)
        yield from _differences(f"{epoch.identifier} {name}", epoch.output, given)
    if epoch.stages is not None:
        stages = epoch_path("exact").answer(epoch.input, stages=True)["stages"]
        yield from _differences(f"{epoch.identifier} stages", epoch.stages, stages)


def _differences(where: str, expected: dict[str, Any], given: dict[str, Any]) -> Iterator[str]:
    for name, value in expected.items():
        if isinstance(value, dict):
            yield from _differences(f"{where} {name}", value, given.get(name, {}))
        elif given.get(name) != value:
            yield f"{where} {name}: expected {compact(value)[:SHOWN]}, got {compact(given.get(name))[:SHOWN]}"


def _pinned(epoch: Epoch) -> list[str]:
    ran = rules_of_epoch(epoch.input)
    return [rule for rule in dict.fromkeys(epoch.purpose.aims) if rule in ran] or [WHOLE]


def rules_of_epoch(value: dict[str, Any]) -> set[str]:
    """Return the rules that run in an epoch on the exact path, until its outcome is stored and paid."""
    path = epoch_path("exact")
    with record() as ran:
        path.answer(value, stages=False)
    return ran


def canonical_input(value: dict[str, Any]) -> dict[str, Any]:
    """Return a captured epoch input as vectors write it: uids as integers, fields in their order.

    Raises :class:`InvalidInput` if it is none.
    """
    parse_epoch_input(value)
    commits = [
        [int(uid), [[str(epoch), str(block)] for epoch, block in entries]] for uid, entries in value["weight_commits"]
    ]
    timelocked = [
        [str(epoch), [[int(uid), str(block)] for uid, block in entries]]
        for epoch, entries in value["timelocked_commits"]
    ]
    return value | {"weight_commits": commits, "timelocked_commits": timelocked}
