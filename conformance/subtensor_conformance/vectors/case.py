"""One vector as the runner sees it, whatever file and kind it came from, and how vectors are selected."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

KINDS = ("arith", "epoch", "op", "trace", "law")
"""What there is to ask: a trace is one case, however many steps it has."""

TIERS = ("smoke", "core", "full", "stress")
"""From the quickest to the slowest; each tier includes those before it."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The types of an ``arith`` function, as :mod:`subtensor_conformance.functions.types` writes them."""

    parameters: tuple[tuple[str, str], ...]
    result: str


@dataclass(frozen=True, slots=True)
class Case:
    """One question and its answer, in the JSON encodings of the file.

    ``revisions`` is the explicit list. ``input`` and ``expected`` depend on ``kind``:

    ``arith``
        The list of arguments; the outcome, ``{"ok": …}``, ``{"none": true}`` or ``{"panic": true}``.
    ``epoch``
        The input; ``{"output": {"terms": …, "persisted": …}}`` (what the epoch returns by uid, and storage
        after it) and, where the file has them, ``"stages": {name: value}``.
    ``op``
        ``{"call", "origin", "args", "ext"}``; ``{"outcome", "changes", "events"}``, changes in the typed form.
    ``trace``
        The steps, ``{}`` for a checkpoint; for each what it leaves behind, in the same way.
    ``law``
        The input that the law takes; nothing is expected. ``laws`` then holds one name. A law that an
        ``epoch`` file lists is loaded as one more case of kind ``law`` with the id ``<id>/law/<name>``.
    """

    kind: str
    id: str
    tier: str
    rules: tuple[str, ...]
    why: str
    catches: str
    evidence: str
    revisions: tuple[str, ...]
    input: Any
    expected: Any = None
    function: str = ""
    signature: Signature | None = None
    laws: tuple[str, ...] = ()
    disputed: bool = False
    state: str = ""
    """Of ``op`` and ``trace`` the file of the state that they begin on."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which vectors to take; empty means all. Patterns are shell globs (``YC-*``, ``arith/i32f32/*``).

    ``listed`` is an explicit list; an entry stands for the vector of that id and for all ids below it.
    """

    tier: str = "full"
    kinds: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    revision: str = "r425"
    """Empty for all revisions."""
    listed: frozenset[str] | None = None

    def takes_tier(self, tier: str) -> bool:
        """Return whether vectors of ``tier`` are wanted; a tier includes the quicker ones."""
        return TIERS.index(tier) <= TIERS.index(self.tier)

    def takes(self, case: Case) -> bool:
        """Return whether one vector is wanted."""
        return (
            self.takes_tier(case.tier)
            and (not self.kinds or case.kind in self.kinds)
            and (not self.revision or self.revision in case.revisions)
            and (self.listed is None or _is_listed(case.id, self.listed))
            and (not self.ids or _matches((case.id,), self.ids))
            and (not self.rules or _matches(case.rules, self.rules))
        )


def _matches(names: tuple[str, ...], patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for name in names for pattern in patterns)


def _is_listed(identifier: str, listed: frozenset[str]) -> bool:
    while identifier not in listed:
        identifier, slash, _ = identifier.rpartition("/")
        if not slash:
            return False
    return True
