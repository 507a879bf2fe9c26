"""Names near a misspelt one, for complaints that lead on."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST = 3
"""Names that a complaint offers at most."""

CUTOFF = 0.55
"""How alike two names must be, 1 being the same."""


def near(name: str, known: Iterable[str]) -> str:
    """Return ``; near it are …`` with the known names most like ``name``, or the empty text if none is."""
    found = get_close_matches(name, list(known), n=MOST, cutoff=CUTOFF)
    if not found:
        return ""
    return f"; near it {'is' if len(found) == 1 else 'are'} {', '.join(found)}"
