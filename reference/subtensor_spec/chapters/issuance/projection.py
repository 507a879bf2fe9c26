"""When the next halvings fall, if a stated amount of TAO is recycled every day.

A projection, not a rule: it lets blocks of twelve seconds follow each other, each emitting what the curve says and each
losing the same part of a day's recycling. Blocks are counted exactly; a date is as good as the start and the rate.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from math import ceil

from subtensor_spec.chapters.issuance.schedule import BLOCKS_PER_DAY, Step, step_at, steps

BLOCK_TIME = timedelta(seconds=12)
"""The time from one block to the next."""


@dataclass(frozen=True, slots=True)
class Start:
    """An issuance in rao at a moment (UTC)."""

    moment: datetime
    issuance: int


FIRST_HALVING = Start(datetime(2025, 12, 14), 10_500_000_000_000_000)
"""The first halving, about 14 December 2025: where a projection starts unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Halving:
    """One halving of a projection.

    ``blocks`` counts from the start and is nothing for a halving that is never reached; ``moment`` is nothing too
    beyond the year 9999. ``lasts`` is false where recycling takes all of what is emitted from there on.
    """

    step: Step
    blocks: int | None
    moment: datetime | None
    lasts: bool


def project(start: Start, recycled_per_day: int) -> Iterator[Halving]:
    """Yield every halving after the start in order, with ``recycled_per_day`` rao recycled a day.

    Recycling that takes all of a step's emission ends the count: the issuance stays about the last threshold reached,
    where halvings are undone and happen again, and the further ones are never reached.
    """
    recycled = Fraction(recycled_per_day, BLOCKS_PER_DAY)
    issuance, blocks, current = Fraction(start.issuance), 0, step_at(start.issuance)
    for step in steps()[current.halvings + 1 :]:
        gain = current.emission - recycled
        if gain <= 0:
            yield Halving(step, None, None, lasts=False)
            continue
        passed = ceil((step.first_issuance - issuance) / gain)
        issuance, blocks, current = issuance + passed * gain, blocks + passed, step
        yield Halving(step, blocks, _moment(start, blocks), lasts=step.emission > recycled or step.emission == 0)


def _moment(start: Start, blocks: int) -> datetime | None:
    try:
        return start.moment + blocks * BLOCK_TIME
    except OverflowError:
        return None


@dataclass(frozen=True, slots=True)
class Corner:
    """A corner of the curve of issuance over time: rao at a number of blocks from the start.

    ``emission`` is what a block emits from there on; where a halving is undone and happens again without end, the mean.
    """

    blocks: Fraction
    issuance: Fraction
    emission: Fraction


def trajectory(start: Start, recycled_per_day: int) -> list[Corner]:
    """Return the corners of the issuance over time, as if blocks were short; from the last one on it is level."""
    recycled = Fraction(recycled_per_day, BLOCKS_PER_DAY)
    blocks, issuance, step = Fraction(0), Fraction(start.issuance), step_at(start.issuance)
    corners = [Corner(blocks, issuance, Fraction(step.emission))]
    while (goal := _next_corner(step, recycled)) is not None:
        blocks += (goal - issuance) / (step.emission - recycled)
        rising, issuance = goal > issuance, Fraction(goal)
        beyond = _neighbour(step, rising)
        if beyond is None:
            return [*corners, Corner(blocks, issuance, Fraction(step.emission))]
        if (beyond.emission < recycled) == rising and beyond.emission != recycled:
            return [*corners, Corner(blocks, issuance, recycled)]
        corners.append(Corner(blocks, issuance, Fraction(beyond.emission)))
        step = beyond
    return corners


def _next_corner(step: Step, recycled: Fraction) -> int | None:
    """Return the issuance that a step runs towards: the next threshold, its own, or none if it stands still."""
    if step.emission == recycled:
        return None
    if step.emission < recycled:
        return step.first_issuance
    return steps()[step.halvings + 1].first_issuance


def _neighbour(step: Step, rising: bool) -> Step | None:
    number = step.halvings + (1 if rising else -1)
    return steps()[number] if 0 <= number < len(steps()) else None
