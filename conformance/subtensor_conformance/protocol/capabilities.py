"""Which functions an implementation says it has: names, or a prefix and ``.*`` for all below it."""

from collections.abc import Collection, Iterable


def name_patterns(names: Collection[str], universe: Iterable[str]) -> list[str]:
    """Return the shortest list of names and ``prefix.*`` that takes exactly ``names`` out of ``universe``."""
    have = set(names)
    by_prefix: dict[str, list[str]] = {}
    for name in universe:
        by_prefix.setdefault(name.partition(".")[0], []).append(name)
    patterns = []
    for prefix, members in by_prefix.items():
        present = sorted(have.intersection(members))
        patterns += [f"{prefix}.*"] if len(present) == len(members) and f"{prefix}." in present[0] else present
    return sorted(patterns)


def takes(patterns: Iterable[str], name: str) -> bool:
    """Return whether one of the patterns is ``name``, ``*``, or a prefix of it followed by ``.*``."""
    wanted = {"*", name, f"{name.partition('.')[0]}.*"}
    return not wanted.isdisjoint(patterns)
