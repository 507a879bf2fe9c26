"""Failures by what they may have in common, the likeliest cause first.

A rule that fails where it is asked by itself is the likelier cause than a rule that needs many others, and what breaks
in an early chapter breaks what is built on it. So causes are ordered by the simplest kind of vector that fails, then by
chapter, then by how many of the rule's vectors fail. Of the rules that a vector names the one with most failures for
its vectors is blamed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from subtensor_conformance.reports.model import Entry
from subtensor_conformance.runner.asker import NOT_ASKED
from subtensor_conformance.runner.verdict import NOT_RUN, Verdict
from subtensor_conformance.vectors.case import KINDS
from subtensor_spec.contents import CHAPTERS

FAULTS = frozenset({Verdict.CRASH, Verdict.TIMEOUT, Verdict.PROTOCOL, Verdict.ERROR})
"""Verdicts whose words, where several cases share them, say more than a rule does."""

NO_RULE = "(no rule)"

_CHAPTER_ORDER = {chapter.id: place for place, chapter in enumerate(CHAPTERS)}


@dataclass(frozen=True)
class Cause:
    """What some failures have in common: a rule, or the words of a fault; ``of`` counts the rule's vectors that ran."""

    title: str
    entries: Sequence[Entry]
    of: int

    def __str__(self) -> str:
        return f"{self.title}: {len(self.entries)} of {self.of} vectors"


def causes(entries: Iterable[Entry]) -> list[Cause]:
    """Return the causes of all failures that count against a run, each failure under one of them."""
    entries = list(entries)
    failed = [entry for entry in entries if entry.fails]
    if not failed:
        return []
    run = Counter(rule for entry in entries if entry.verdict not in NOT_RUN for rule in entry.rules or (NO_RULE,))
    wrong = Counter(rule for entry in failed for rule in entry.rules or (NO_RULE,))
    told = Counter(entry.detail for entry in failed if entry.verdict in FAULTS)
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in failed:
        shared = entry.verdict in FAULTS and entry.detail and told[entry.detail] > 1
        groups[entry.detail if shared else _blamed(entry, wrong, run)].append(entry)
    found = [Cause(title, group, run.get(title, len(group))) for title, group in groups.items()]
    return sorted(found, key=_likelihood)


def _blamed(entry: Entry, wrong: Counter[str], run: Counter[str]) -> str:
    """Return the rule of an entry of whose vectors the largest part fails; of equals the one named first."""
    return max(entry.rules or (NO_RULE,), key=lambda rule: wrong[rule] / run[rule])


def _likelihood(cause: Cause) -> tuple[bool, int, int, float, str]:
    kind = min(KINDS.index(entry.kind) if entry.kind in KINDS else len(KINDS) for entry in cause.entries)
    chapter = _CHAPTER_ORDER.get(cause.title.partition("-")[0], -1)
    return cause.title.startswith(NOT_ASKED), kind, chapter, -len(cause.entries) / cause.of, cause.title


def told_first(found: Sequence[Cause], most: int) -> list[Entry]:
    """Return the failures to tell where not all can be: one of each cause in turn, in order of cause."""
    chosen: dict[int, list[Entry]] = defaultdict(list)
    left, depth = most, 0
    while left > 0 and any(len(cause.entries) > depth for cause in found):
        for place, cause in enumerate(found):
            if left > 0 and len(cause.entries) > depth:
                chosen[place].append(cause.entries[depth])
                left -= 1
        depth += 1
    return [entry for place in sorted(chosen) for entry in chosen[place]]
