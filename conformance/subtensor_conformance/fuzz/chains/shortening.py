"""A chain that differs, cut down to the steps that it takes, amounts as small as they get."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from subtensor_conformance.fuzz.chains.worlds import NAMES

Step = dict[str, Any]


@dataclass(frozen=True)
class Chain:
    """A world and steps on it."""

    world: str
    steps: tuple[Step, ...]


def shortened(chain: Chain, differs: Callable[[Chain], bool]) -> Chain:
    """Return a chain that still differs, and of which no step can be left out.

    First what comes after the step that differs goes, then each other step that can, from the last to the first; then
    the earliest world is taken that will do, and amounts are made smaller.
    """
    chain = _cut(chain, differs)
    chain = _thinned(chain, differs)
    for name in NAMES[: NAMES.index(chain.world)]:
        if differs(Chain(name, chain.steps)):
            chain = _thinned(Chain(name, chain.steps), differs)
            break
    for place, step in enumerate(chain.steps):
        for name, value in step.get("args", {}).items():
            if isinstance(value, str) and value.isdigit():
                chain = _lowered(chain, place, name, differs)
    return chain


def _lowered(chain: Chain, place: int, name: str, differs: Callable[[Chain], bool]) -> Chain:
    """Return a chain in which an amount of a call is as small as halving finds, if what differs rises with it."""

    def with_amount(amount: int) -> Chain:
        step = chain.steps[place]
        changed = {**step, "args": {**step["args"], name: str(amount)}}
        return Chain(chain.world, (*chain.steps[:place], changed, *chain.steps[place + 1 :]))

    low, high = -1, int(chain.steps[place]["args"][name])
    while high - low > 1:
        middle = max((low + high) // 2, 0)
        if differs(with_amount(middle)):
            high = middle
        else:
            low = middle
    return with_amount(high)


def _cut(chain: Chain, differs: Callable[[Chain], bool]) -> Chain:
    """Return the shortest beginning that differs: whatever contains it does too."""
    low, high = 0, len(chain.steps)
    while high - low > 1:
        middle = (low + high) // 2
        if differs(Chain(chain.world, chain.steps[:middle])):
            high = middle
        else:
            low = middle
    return Chain(chain.world, chain.steps[:high])


def _thinned(chain: Chain, differs: Callable[[Chain], bool]) -> Chain:
    """Leave out runs of steps, half of all at first, then single ones, as long as it still differs."""
    steps, length = chain.steps, max(len(chain.steps) // 2, 1)
    while length:
        for start in range(len(steps) - length, -1, -length):
            fewer = steps[:start] + steps[start + length :]
            if fewer and differs(Chain(chain.world, fewer)):
                steps = fewer
        length //= 2
    return Chain(chain.world, steps)
