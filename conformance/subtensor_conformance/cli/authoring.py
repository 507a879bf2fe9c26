"""What the commands share that write vectors: where to, what is generated, and what stands against it."""

from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import click

from subtensor_conformance.cli.matching import require_matches
from subtensor_spec.errors import InvalidInput

SHOWN_COMPLAINTS = 40
"""Complaints that are printed; the rest are counted."""

FOLDER = click.Path(file_okay=False, path_type=Path)

CHAIN_VECTORS = ("op/*", "trace/*", "states/*")
"""Patterns of what observed calls and chains become."""


def checkout(folder: Path) -> Path:
    """Return a folder that vectors can be written to. Raises :class:`InvalidInput` if it holds no schemas."""
    if not (folder / "schema").is_dir():
        raise InvalidInput(str(folder), "is no folder of vectors; these commands work in a checkout of the project")
    return folder


def generated(
    folder: Path, observations: Any, stored: dict[str, Any], patterns: tuple[str, ...], release: bool, quiet: bool
) -> dict[str, bytes]:
    """Return every file to be written; what ``patterns`` do not match stays as it is stored."""
    from subtensor_conformance.authoring import publish, released
    from subtensor_conformance.authoring.generate import Disagreement, Generation
    from subtensor_conformance.vectors.canonical import text_of

    try:
        with Progress("generating", quiet=quiet) as progress:
            made = Generation(observations, patterns, progress).documents()
    except Disagreement as error:
        print_complaints(str(error).splitlines())
        raise InvalidInput("nothing was written", "the paths or the observed answers disagree") from None
    require_matches("--only", patterns, {*made, *stored})
    kept = {name: document for name, document in stored.items() if patterns and not _matches(name, patterns)}
    found = kept | made
    lost = [] if release else list(released.breaches(folder, found.values()))
    if lost:
        print_complaints(lost)
        raise InvalidInput("nothing was written", "ids of the last release would go; retire them first")
    files = publish.all_files(found)
    if release:
        files[released.RELEASED] = text_of(released.release(found.values())).encode()
    return files


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def print_complaints(lines: list[str]) -> None:
    """Print what is wrong, a line each, up to a number."""
    for line in lines[:SHOWN_COMPLAINTS]:
        click.echo(line)
    if len(lines) > SHOWN_COMPLAINTS:
        click.echo(f"… and {len(lines) - SHOWN_COMPLAINTS} more")


class Progress:
    """Show what is at work on standard error, if that is a terminal."""

    def __init__(self, word: str, *, quiet: bool) -> None:
        from rich.console import Console

        self.status = Console(stderr=True, quiet=quiet).status(word)
        self.word = word

    def __enter__(self) -> Callable[[str], None]:
        self.status.__enter__()
        return lambda identifier: self.status.update(f"{self.word} {identifier}")

    def __exit__(self, *error: object) -> None:
        self.status.__exit__(None, None, None)
