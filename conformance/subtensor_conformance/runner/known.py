"""Failures that an implementer knows of: reported, and not counted against a run."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from subtensor_conformance.vectors import documents, schemas
from subtensor_conformance.vectors.locations import published


@dataclass(frozen=True)
class KnownFailures:
    """Patterns of ids, each with its reason; the first that matches counts."""

    patterns: tuple[tuple[str, str], ...] = ()

    def reason(self, identifier: str) -> str:
        """Return why the case ``identifier`` is known to fail, or the empty text."""
        return next((reason for pattern, reason in self.patterns if fnmatchcase(identifier, pattern)), "")


def read_known(path: Path) -> KnownFailures:
    """Return the known failures in a file such as ``known.json``. Raises :class:`InvalidInput` if it is none."""
    document = documents.read(path)
    schemas.validate(document, "protocol/known", published() / "schema", str(path))
    return KnownFailures(tuple((entry["id"], entry["reason"]) for entry in document["known"]))
