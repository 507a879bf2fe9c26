"""Which published vectors notice which mutant.

A vector kills a mutant if the exact path, with the fault planted, has an answer to it and that answer is wrong. A crash
does not count, since a port with the same mistake need not crash.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from subtensor_conformance.adapters.epochs import EpochPath
from subtensor_conformance.adapters.paths import decode_arguments
from subtensor_conformance.functions import all_functions, find
from subtensor_conformance.functions.types import codec
from subtensor_conformance.mutants.chains import chain_differs
from subtensor_conformance.mutants.mutant import Mutant
from subtensor_conformance.mutants.planting import planted
from subtensor_conformance.runner.compare import same
from subtensor_conformance.vectors.case import Case
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.chain.errors import CallError
from subtensor_spec.errors import InvalidInput, Panic, SpecError

HUNTED = ("arith", "epoch", "op", "trace")
"""The kinds of vectors that kill mutants, the quickest first."""

NAMED = 3
"""The most vectors that are named as killers of a mutant, each of another group."""

LOOKED_FURTHER = 400
"""Vectors of the mutant's own rule that are tried after the first killer, in search of others."""

_CRASHES = (SpecError, ArithmeticError, ValueError, LookupError, AssertionError)
"""How a fault may crash; anything else means that the mutant itself is not well written."""


@dataclass(frozen=True, slots=True)
class Kill:
    """A mutant and the vectors that notice it, none if it survives."""

    mutant: Mutant
    killed_by: tuple[str, ...]


class Hunter:
    """The published vectors, sorted by what they are likely to notice."""

    def __init__(self, cases: Iterable[Case]) -> None:
        _import_everything()
        known = sorted((case for case in cases if case.kind in HUNTED), key=_cost)
        self.functions = [case for case in known if case.kind in ("arith", "epoch")]
        self.chains = [case for case in known if case.kind in ("op", "trace")]

    def hunt(self, mutant: Mutant) -> Kill:
        """Return the vectors that kill a mutant: of its rule first, then of its chapter, then any."""
        with planted(mutant):
            return Kill(mutant, tuple(self._killers(mutant)))

    def _killers(self, mutant: Mutant) -> Iterator[str]:
        groups: set[str] = set()
        further = LOOKED_FURTHER
        for case in self._candidates(mutant):
            further -= bool(groups)
            if groups and (further == 0 or len(groups) == NAMED or case.kind == "trace"):
                return
            group = _group(case)
            if group not in groups and answered_wrongly(case):
                groups.add(group)
                yield case.id

    def _candidates(self, mutant: Mutant) -> Iterator[Case]:
        """Yield functions before chains, which take longer; for a rule that no function shows, chains first."""
        functions, chains = _nearest(mutant, self.functions), _nearest(mutant, self.chains)
        shown = any(mutant.rule in case.rules for case in self.functions)
        return chain(functions, chains) if shown else chain(chains, functions)


def _nearest(mutant: Mutant, cases: Iterable[Case]) -> Iterator[Case]:
    nearest: tuple[list[Case], list[Case], list[Case]] = ([], [], [])
    for case in cases:
        own = mutant.rule in case.rules
        chapter = any(rule.startswith(f"{mutant.chapter}-") for rule in case.rules)
        nearest[0 if own else 1 if chapter else 2].append(case)
    return chain(*nearest)


def _import_everything() -> None:
    """Import what a hunt needs, so that no module works out its constants while a fault is planted."""
    complete_registry()
    all_functions()
    EpochPath("exact")


def answered_wrongly(case: Case) -> bool:
    """Return whether the exact path, as it is now, has an answer to a vector and that answer is wrong."""
    try:
        return _DIFFERS[case.kind](case)
    except _CRASHES:
        return False


def _arith_differs(case: Case) -> bool:
    function = find(case.function)
    if function is None:
        raise InvalidInput(case.id, f"the function {case.function} is unknown")
    arguments = decode_arguments(function, case.input, bits=False)
    try:
        result = function.exact(*arguments)
    except Panic:
        return not same(case.expected, {"panic": True})
    except CallError as error:
        return not same(case.expected, {"err": {"code": error.code}})
    return not same(case.expected, {"none": True} if result is None else {"ok": codec(function.result).encode(result)})


def _epoch_differs(case: Case) -> bool:
    return not same(case.expected["output"], EpochPath("exact").answer(case.input, stages=False)["output"])


_DIFFERS: dict[str, Callable[[Case], bool]] = {
    "arith": _arith_differs,
    "epoch": _epoch_differs,
    "op": chain_differs,
    "trace": chain_differs,
}


def _group(case: Case) -> str:
    """Return what stands for one purpose: a group of rows, or the folder of an epoch."""
    return case.id.rpartition("/")[0]


def _cost(case: Case) -> tuple[int, int]:
    """Return the key that puts quick questions first; equal ones stay in the order of publication."""
    size = case.input["n"] if case.kind == "epoch" else len(case.input) if case.kind == "trace" else 0
    return HUNTED.index(case.kind), size


def score(kills: Sequence[Kill]) -> tuple[int, int]:
    """Return how many mutants are killed, and how many there are."""
    return sum(bool(kill.killed_by) for kill in kills), len(kills)
