"""What pages and guides quote exists: commands with their options, jobs, files, and vectors."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from subtensor_conformance.cli import main
from subtensor_conformance.vectors import Selection, iter_cases
from subtensor_spec.catalogue import complete_registry

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("spec/*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*.md")])
QUOTED = re.compile(r"`([^`\n]+)`|^(?:\$ )?((?:subtensor-spec|python3 run\.py) .*)$", re.MULTILINE)
FOLDERS = ("spec/", "docs/", "reference/", "conformance/", "vectors/", "tests/", "run.py")
VECTOR = re.compile(r"\b(?:arith|epoch|law)/[a-z0-9-]+(?:/[a-z0-9-]+)+")


def quotes(page: Path) -> Iterator[str]:
    for match in QUOTED.finditer(page.read_text()):
        yield match[1] or match[2]


def commands() -> list[tuple[str, str]]:
    """Return every quoted command line, with the page that quotes it."""
    found = []
    for page in PAGES:
        for quote in quotes(page):
            for prefix in ("subtensor-spec ", "python3 run.py "):
                if quote.startswith(prefix):
                    found.append((page.relative_to(ROOT).as_posix(), quote))
    return found


def jobs() -> set[str]:
    listed = subprocess.run([sys.executable, "-c", "import run; print(*run.JOBS)"], cwd=ROOT, capture_output=True)
    return set(listed.stdout.decode().split())


@pytest.mark.parametrize(("page", "line"), sorted(set(commands())))
def test_a_quoted_command_exists_with_its_options(page: str, line: str) -> None:
    """Options after a shell's redirection, comment or pipe belong to others."""
    words = shlex.split(re.split(r" [>|]| {2,}| #|…|\)", line.replace("\\", ""))[0])
    words = words[2:] if words[0] == "python3" else words[1:]
    if line.startswith("python3") and words[0] in jobs() | {"COMMAND", "PART"}:
        return
    context = click.Context(main)
    command: click.Command = main
    while words and isinstance(command, click.Group) and not words[0].startswith("-"):
        found = command.get_command(context, words.pop(0))
        assert found is not None, f"{page} quotes {line!r}"
        command = found
    known = {option for parameter in command.params for option in parameter.opts} | {"--help", "-h"}
    for word in words:
        if word.startswith("--"):
            assert word.partition("=")[0] in known, f"{page} quotes {line!r}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_quoted_path_exists(page: Path) -> None:
    for quote in quotes(page):
        if re.fullmatch(r"[\w./-]+", quote) and quote.startswith(FOLDERS) and not quote.startswith("docs/_"):
            assert (ROOT / quote).exists(), quote


def test_a_quoted_vector_exists() -> None:
    """An id may stand for a file or a group."""
    quoted = {(match[0], page.name) for page in PAGES for match in VECTOR.finditer(page.read_text())}
    known: set[str] = set()
    for case in iter_cases(Selection(tier="stress")):
        parts = case.id.split("/")
        known |= {"/".join(parts[:length]) for length in range(1, len(parts) + 1)}
    assert {(name, page) for name, page in quoted if name not in known} == set()


def test_the_record_of_tests_is_of_today() -> None:
    """Renew it with ``python3 run.py record-tests``."""
    recorded = json.loads((ROOT / "docs" / "data" / "tests.json").read_text())["rules"]
    assert recorded.keys() == complete_registry().keys()
    files = {file for entry in recorded.values() for file in entry["files"]}
    assert {file for file in files if not (ROOT / file).is_file()} == set()
    assert [name for name, entry in recorded.items() if not entry["files"] and not entry["others"]] == []
