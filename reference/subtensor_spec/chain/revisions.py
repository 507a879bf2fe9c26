"""The revisions of the production code that this specification knows by name.

A revision is data: its commit, its date, and what it was first to have. Rules name the revisions that they were held
against; a rule that changed has variants side by side, and a revision says which one it uses.
"""

from dataclasses import dataclass
from datetime import date

from subtensor_spec.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of ``opentensor/subtensor`` as it went live or nearly so."""

    name: str
    commit: str
    date: date
    spec_version: int
    first_to_have: str


REVISIONS = (
    Revision(
        "r257",
        "8de0d23ca7dc94f5d4c595626f126ec6eb63dbb6",
        date(2025, 3, 28),
        257,
        "self-consistent dynamic TAO: constant-product pool, emission by price average, Yuma 2 with bonds penalty",
    ),
    Revision(
        "r273",
        "1b0c63a71251e2ba68cc6fdd8ff40566c952b802",
        date(2025, 5, 28),
        273,
        "Yuma 3, liquid alpha per bond, stake threshold, bonds reset",
    ),
    Revision(
        "r362",
        "8834a7c737583c8ab8d6c3abdbd4865e039e24a9",
        date(2025, 12, 12),
        362,
        "emission by TAO flow, root claims, injection cap; the code in force at the first halving",
    ),
    Revision(
        "r401",
        "40a451f366900d00ec0b3781e4c5a4a92ba9a6b6",
        date(2026, 4, 23),
        401,
        "continuous burn price, owner's permit, share pool with decimal float",
    ),
    Revision(
        "r425",
        "14bc6f9f964b9cc362e9635dd110a487fa5d15a0",
        date(2026, 6, 30),
        425,
        "weighted pool, dynamic tempo, conviction, emission by price average and miner burn",
    ),
)
"""Every revision, oldest first."""

CURRENT = REVISIONS[-1]
"""The revision that this specification specifies unless it says otherwise."""


def revision(name: str) -> Revision:
    """Return the revision of that name; :class:`InvalidInput` if there is none."""
    for candidate in REVISIONS:
        if candidate.name == name:
            return candidate
    known = ", ".join(candidate.name for candidate in REVISIONS)
    raise InvalidInput("revision", f"{name!r} is unknown; known are {known}")
