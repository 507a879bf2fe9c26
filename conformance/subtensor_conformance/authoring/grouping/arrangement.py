"""Groups: why a set of rows exists, and which rows belong to it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from subtensor_conformance.authoring.rows import Row
from subtensor_spec.errors import InvalidInput

GENERATED = "-generated"
"""Ends the slug of a group whose rows were chosen for it, where those without it were captured from production."""


@dataclass(frozen=True)
class Group:
    """A kind of input to one function: its slug, the test that a row belongs to it, and what it is for.

    ``rules`` are pinned beside those that the function itself is there to pin.
    """

    slug: str
    takes: Callable[[Row], bool]
    why: str
    catches: str
    tier: str = "core"
    rules: tuple[str, ...] = ()

    def generated(self) -> "Group":
        """Return the twin of this group for rows that were generated."""
        return replace(self, slug=self.slug + GENERATED)


def anything(_row: Row) -> bool:
    """Belongs to every row: the test of a last group."""
    return True


def arrange(rows: Iterable[Row], groups: Sequence[Group]) -> list[tuple[Group, list[Row]]]:
    """Put each row into the first group that takes it; groups without rows are left out."""
    members: dict[str, list[Row]] = {group.slug: [] for group in groups}
    if len(members) < len(groups):
        raise ValueError(f"two groups share a slug: {[group.slug for group in groups]}")
    for row in rows:
        group = next((group for group in groups if group.takes(row)), None)
        if group is None:
            raise InvalidInput(row.function.name, f"no group takes {row.key[:200]} → {row.outcome}")
        members[group.slug].append(row)
    return [(group, members[group.slug]) for group in groups if members[group.slug]]
