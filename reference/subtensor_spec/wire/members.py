"""JSON objects whose members all have different names: readers do not agree on what a repeated one means."""

from typing import Any


def distinct_members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of some members; :class:`ValueError` names one that stands twice."""
    members = dict(pairs)
    if len(members) != len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise ValueError(f'an object has the member "{name}" twice')
            seen.add(name)
    return members
