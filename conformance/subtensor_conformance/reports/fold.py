"""Results of which nothing is to be told one by one, folded: a run has tens of thousands of them."""

from collections.abc import Iterable, Iterator
from typing import Any

from subtensor_conformance.reports.model import Entry
from subtensor_conformance.runner.verdict import Verdict


def is_plain(entry: Entry) -> bool:
    """Return whether an entry has nothing of its own beside id and verdict."""
    return not (entry.difference or entry.why or entry.rerun or entry.known or entry.asked or entry.due or entry.log)


def fold(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Return plain entries as JSON, those together that differ in their ids only; ids by what stands before the last /.

    The order of entries is lost between groups and kept within each.
    """
    groups: dict[tuple[str, str, tuple[str, ...], str], dict[str, list[str]]] = {}
    for entry in entries:
        ids = groups.setdefault((entry.verdict.value, entry.kind, entry.rules, entry.detail), {})
        head, _, last = entry.id.rpartition("/")
        ids.setdefault(head, []).append(last)
    return [
        {"verdict": verdict, "kind": kind, "rules": list(rules), **({"detail": detail} if detail else {}), "ids": ids}
        for (verdict, kind, rules, detail), ids in groups.items()
    ]


def unfold(groups: Iterable[dict[str, Any]]) -> Iterator[Entry]:
    """Yield the entries of folded groups."""
    for group in groups:
        rules, verdict = tuple(group["rules"]), Verdict(group["verdict"])
        for head, names in group["ids"].items():
            for name in names:
                identifier = f"{head}/{name}" if head else name
                yield Entry(identifier, group["kind"], rules, verdict, detail=group.get("detail", ""))
