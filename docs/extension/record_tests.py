"""Record which test files of the exact path run which rules, for the traceability tables.

Writes ``docs/data/tests.json``. A rule's own test files are those in the folder that mirrors its package; of the others
only their number is kept, since nearly every test runs additions.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from subtensor_spec.catalogue import complete_registry
from subtensor_spec.rules import Rule, record

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests" / "reference"
FILE = ROOT / "docs" / "data" / "tests.json"


class Recorder:
    """A pytest plugin that notes which rules run in the tests of which file."""

    def __init__(self) -> None:
        self.files: dict[str, set[str]] = defaultdict(set)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """Watch one test."""
        with record() as ran:
            result = yield
        for identifier in ran:
            self.files[identifier].add(item.path.relative_to(ROOT).as_posix())
        return result


def entry(rule: Rule, files: set[str]) -> dict[str, Any]:
    """Return what is kept of one rule: its own test files, and how many others run it."""
    _, room, *rest = rule.function.__module__.split(".")
    package = f"{room}/{rest[0]}" if room in ("arithmetic", "chapters") else room
    own = sorted(file for file in files if file.startswith(f"tests/reference/{package}/"))
    return {"files": own, "others": len(files) - len(own)}


def main() -> int:
    """Run the tests, write what they ran, and return the exit status of pytest."""
    recorder = Recorder()
    status = pytest.main(["-n", "0", "-q", f"--ignore={TESTS / 'vectorised'}", str(TESTS)], plugins=[recorder])
    if status:
        return int(status)
    rules = {name: entry(rule, recorder.files[name]) for name, rule in complete_registry().items()}
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps({"format": 1, "rules": rules}, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
