"""Taking up files of observed steps: states, calls and chains, and what provenance says of each file."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from subtensor_conformance.authoring.chains.choice import Choice
from subtensor_conformance.authoring.chains.documents import Chains, ObservedTrace
from subtensor_conformance.authoring.chains.observed import CALLS, SEQUENCES, TRACE, ObservedFile, read_observed
from subtensor_conformance.authoring.chains.words import kebab

Document = dict[str, Any]


@dataclass
class Captured:
    """What was taken up of each file, by its name."""

    origins: dict[str, Document] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=dict)


def capture(paths: Iterable[Path], chains: Chains) -> Captured:
    """Add what is wanted of some files: chains and sequences whole, of calls those that show something new.

    Raises :class:`InvalidInput` for a file of another form, or a call that the exact path answers otherwise.
    """
    choice, captured = Choice(chains), Captured()
    readers = {TRACE: _trace, SEQUENCES: _sequences}
    for path in paths:
        seen = read_observed(path)
        cases = _calls(seen, chains, choice) if seen.form == CALLS else readers[seen.form](seen, chains)
        captured.taken[seen.name] = captured.taken.get(seen.name, 0) + cases
        captured.origins[f"{seen.name}.{seen.form}"] = {
            "title": f"{seen.form} of steps that production took",
            "cases": cases,
            "sha256": seen.sha256,
            "upstream": {"subtensor": "14bc6f9f964b9cc362e9635dd110a487fa5d15a0"},
        }
    return captured


def _calls(seen: ObservedFile, chains: Chains, choice: Choice) -> int:
    chains.states[seen.state["id"]] = seen.state
    taken = choice.offer(seen.name, seen.steps())
    if not taken:
        del chains.states[seen.state["id"]]
    return taken


def _trace(seen: ObservedFile, chains: Chains) -> int:
    flavour, _, seed = seen.name.rpartition("-")
    steps = seen.steps()
    chains.traces[f"trace/{flavour}/{seed}"] = ObservedTrace(_genesis(seen, flavour, chains), steps)
    return len(steps)


def _genesis(seen: ObservedFile, flavour: str, chains: Chains) -> str:
    """Return the name of the state that a chain begins on; chains that begin on the same share one."""
    same = ("author", "digest", "block")
    for known in chains.states.values():
        if all(known[name] == seen.state[name] for name in same):
            return str(known["id"].rpartition("/")[2])
    name = f"genesis-{flavour}"
    if f"states/{name}" in chains.states:
        name = f"genesis-{seen.name}"
    chains.states[f"states/{name}"] = seen.state | {"id": f"states/{name}"}
    return name


def _sequences(seen: ObservedFile, chains: Chains) -> int:
    chains.states[seen.state["id"]] = seen.state
    seed = seen.name.rpartition("-")[2]
    count = 0
    for name, steps in seen.sequences():
        chains.traces[f"trace/{kebab(name)}/{seed}"] = ObservedTrace(seen.name, steps)
        count += len(steps)
    return count
