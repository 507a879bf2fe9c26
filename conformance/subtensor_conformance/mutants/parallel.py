"""A hunt by several processes: each reads the vectors once and takes one mutant after another."""

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

from subtensor_conformance.mutants.catalogue import all_mutants
from subtensor_conformance.mutants.hunt import HUNTED, Hunter, Kill
from subtensor_conformance.mutants.mutant import Mutant
from subtensor_conformance.reports.progress import progress_bar
from subtensor_conformance.vectors import Selection, iter_cases

FEW = 8
"""With fewer mutants than this, further processes cost more than they bring."""


@cache
def published_hunter() -> Hunter:
    """Return the hunter that has all published vectors."""
    return Hunter(iter_cases(Selection(tier="full", kinds=HUNTED)))


def hunt_all(mutants: Sequence[Mutant], workers: int | None = None) -> list[Kill]:
    """Return what became of each mutant, in order, with a progress bar; by default on all cores."""
    names = [mutant.name for mutant in mutants]
    count = workers or (1 if len(names) < FEW else os.cpu_count() or 1)
    kills = []
    with progress_bar("mutants", len(names)) as progress:
        if count == 1:
            for name in names:
                kills.append(_hunt(name))
                progress([name])
        else:
            with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
                for kill in pool.map(_hunt, names):
                    kills.append(kill)
                    progress([kill.mutant.name])
    return kills


def _hunt(name: str) -> Kill:
    return published_hunter().hunt(all_mutants()[name])
