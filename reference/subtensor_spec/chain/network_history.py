"""Which runtime the main network ran at which block, as far as is known, and how that is known."""

from dataclasses import dataclass

from subtensor_spec.chain.revisions import KNOWN, Revision
from subtensor_spec.errors import InvalidInput

RECORD = "a third party's record of the network's upgrades"
SEEN = "raw storage of the block, which tells its runtime"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A block of which the runtime is known."""

    block: int
    spec_version: int
    evidence: str


@dataclass(frozen=True, slots=True)
class Upgrade:
    """A block in which the runtime changed: the next one is the first under the new code."""

    block: int
    spec_version: int
    replaced: int | None = None
    """The runtime that made this block, where it is known."""


UPGRADES = (
    Upgrade(8_466_530, 421),
    Upgrade(8_636_190, 432, replaced=424),
    Upgrade(8_713_793, 440, replaced=432),
    Upgrade(8_765_683, 441, replaced=440),
    Upgrade(8_772_666, 443),
    Upgrade(8_831_003, 445),
    Upgrade(8_938_465, 450),
    Upgrade(9_088_597, 464),
    Upgrade(9_233_781, 475),
)
"""The upgrades that are known, oldest first; there were others between them."""

SIGHTINGS = (
    Sighting(6_852_690, 343, SEEN),
    Sighting(7_000_020, 348, SEEN),
    Sighting(7_103_976, 348, RECORD),
    Sighting(8_636_190, 424, RECORD),
    Sighting(8_765_999, 441, SEEN),
    Sighting(8_766_000, 441, SEEN),
    Sighting(9_024_582, 455, SEEN),
    Sighting(9_240_878, 475, SEEN),
)
"""Blocks of which the runtime is known besides."""

LAST_KNOWN = 475
"""The newest runtime of which anything is known, by ``spec_version``."""


@dataclass(frozen=True, slots=True)
class InForce:
    """What is known of the runtime that made a block: the least and the greatest that it can have been."""

    block: int
    least: int
    """Zero before all records."""
    greatest: int | None
    """Nothing where no later runtime is known."""
    evidence: tuple[str, ...]


def in_force(block: int) -> InForce:
    """Return what is known of the runtime that made a block of the main network."""
    starts = [Sighting(upgrade.block + 1, upgrade.spec_version, RECORD) for upgrade in UPGRADES]
    ends = [Sighting(upgrade.block, upgrade.replaced or upgrade.spec_version - 1, RECORD) for upgrade in UPGRADES]
    seen_before = [point for point in (*starts, *SIGHTINGS) if point.block <= block]
    seen_after = [point for point in (*ends, *SIGHTINGS) if point.block >= block]
    least = max(seen_before, key=lambda point: (point.spec_version, -point.block), default=None)
    greatest = min(seen_after, key=lambda point: (point.spec_version, point.block), default=None)
    return InForce(
        block,
        least.spec_version if least else 0,
        greatest.spec_version if greatest else None,
        tuple(dict.fromkeys(f"block {point.block}: {point.evidence}" for point in (least, greatest) if point)),
    )


def revision_of_runtime(spec_version: int) -> Revision:
    """Return the revision whose rules a runtime follows, as far as is known.

    That is the last one up to it. :class:`InvalidInput` before ``r425``, of which no whole block is specified, and
    for a runtime later than any that is known.
    """
    if spec_version > LAST_KNOWN:
        raise InvalidInput("spec_version", f"{spec_version} is unknown; the last that is known is {LAST_KNOWN}")
    found = [entry for entry in KNOWN if 425 <= entry.spec_version <= spec_version]
    if not found:
        raise InvalidInput("spec_version", f"the rules of {spec_version} are not specified; those from 425 on are")
    return found[-1]
