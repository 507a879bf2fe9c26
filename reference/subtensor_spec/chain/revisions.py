"""The revisions of the production code that this specification knows by name.

A revision is data: its commit, its date, and what it was first to have. A rule holds in an interval of revisions; where
a step of the chain was taken differently at different times, a switch names the candidates at the place of the step
(:mod:`subtensor_spec.chain.switches`), and the state's revision says which one is taken.
"""

from dataclasses import dataclass
from datetime import date

from subtensor_spec.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of the chain's code as it went live or nearly so."""

    name: str
    commit: str
    date: date
    spec_version: int
    first_to_have: str
    repository: str = "opentensor/subtensor"
    chapters: frozenset[str] | None = None
    """The chapters, by word, of which this revision is specified; nothing where it is specified as a whole."""
    unspecified: str = ""
    """What is known to differ from the revision before and is not specified."""


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

_EMISSION_AND_POOLS = frozenset({"emission", "swap", "issuance", "revisions"})

LATER = (
    Revision(
        "r432",
        "9d8075b356a553261e0c6be0c318ae35b5b2a3fd",
        date(2026, 7, 16),
        432,
        "pool reservoirs, purchase before liquidity, refunded purchase, issuance that counts the reservoir",
        chapters=_EMISSION_AND_POOLS,
        unspecified="a subnet's owner no longer changes by conviction; the rest was not read",
    ),
    Revision(
        "r440",
        "f8ff769a45395d2de7ec26110d0001aa1ff2e9ec",
        date(2026, 7, 27),
        440,
        "emission gate, its bar where the greatest shares together reach a part of the whole",
        repository="RaoFoundation/subtensor",
        chapters=_EMISSION_AND_POOLS,
        unspecified="only the file with the gate was read",
    ),
    Revision(
        "r441",
        "f8ff769a45395d2de7ec26110d0001aa1ff2e9ec",
        date(2026, 8, 3),
        441,
        "emission gate with the bar at a rank",
        repository="RaoFoundation/subtensor",
        chapters=_EMISSION_AND_POOLS,
        unspecified="root's dividends go into baskets that stakers redeem, without an automatic claim",
    ),
    Revision(
        "r446",
        "76671f67957dad028697cce9e735c1b56fbd14a5",
        date(2026, 8, 12),
        446,
        "liquid alpha by the consensus of the epoch before, where a subnet's mode says so",
        repository="RaoFoundation/subtensor",
        chapters=_EMISSION_AND_POOLS,
        unspecified="of consensus only liquid alpha's choice was read; records of burnt and issued alpha were mended",
    ),
)
"""Revisions after the current one, oldest first, of which parts are specified; the date is when they came into force.

``r432`` has the commit of one of the two proposals that made it. They were written on a tree in which shares still had
root's proportion as a factor; real blocks show that the network's had not. ``r440`` and ``r441`` have the commit of the
file with the gate, which holds the bar of both. ``r446`` has the commit of the file with the epoch, and the date of its
release's proposal: in which block it came into force is not known.
"""

KNOWN = (*REVISIONS, *LATER)
"""Every revision, oldest first."""


def revision(name: str) -> Revision:
    """Return the revision of that name; :class:`InvalidInput` if there is none."""
    for candidate in KNOWN:
        if candidate.name == name:
            return candidate
    known = ", ".join(candidate.name for candidate in KNOWN)
    raise InvalidInput("revision", f"{name!r} is unknown; known are {known}")
