#!/usr/bin/env python3
"""Set up a private environment in `.venv` and run one of the project's jobs in it.

    python3 run.py conform [ARG…]   hold both built-in paths against every published vector
    python3 run.py test [ARG…]      run the test suite (arguments go to pytest)
    python3 run.py check            linting and type checking
    python3 run.py site             build the site, warnings are errors, and run its doctests
    python3 run.py verify-site      check every link in the built site, and the formal results that it shows
    python3 run.py record-tests     record which tests run which rules, for the site
    python3 run.py COMMAND [ARG…]   any other `subtensor-spec` command

Needs Python 3.11 or later and nothing else.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
SCRIPTS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")

EXTRAS = {"test": "test", "check": "dev", "site": "docs", "verify-site": "test", "record-tests": "test"}
"""The optional dependencies that a job needs; other jobs need none."""

SPHINX = ["-m", "sphinx", "-W", "--keep-going", "-c", "docs", "-d", "docs/_build/doctrees"]
"""Sphinx does not watch the data that pages show, so the site is always built anew. Doctests reuse what was read."""

JOBS = {
    "test": [["-m", "pytest"]],
    "check": [["-m", "ruff", "check", "."], ["-m", "mypy"]],
    "site": [
        [*SPHINX, "-E", "-a", "-b", "html", ".", "docs/_build/html"],
        [*SPHINX, "-b", "doctest", ".", "docs/_build/doctest"],
    ],
    "verify-site": [
        ["docs/extension/check_links.py", "docs/_build/html"],
        ["-m", "subtensor_conformance", "proofs", "--check", "docs/data/proofs.json"],
    ],
    "record-tests": [["docs/extension/record_tests.py"]],
}


def install(extra: str) -> None:
    """Create the environment if it is missing and install the project with `extra` into it once."""
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = ENVIRONMENT / f".installed-{extra or 'base'}"
    if stamp.exists() and stamp.read_text() == digest:
        return
    if not PYTHON.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    target = f".[{extra}]" if extra else "."
    subprocess.run(
        [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", target],
        cwd=ROOT,
        check=True,
    )
    stamp.write_text(digest)


def main(arguments: list[str]) -> int:
    """Run the job that `arguments` name and return its exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this script is what meets an older interpreter first
        print("subtensor-spec needs Python 3.11 or later", file=sys.stderr)
        return 2
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0 if arguments else 2
    job, rest = arguments[0], arguments[1:]
    try:
        install(EXTRAS.get(job, ""))
    except subprocess.CalledProcessError as failure:
        print(f"could not install the project: pip ended with status {failure.returncode}", file=sys.stderr)
        return 1
    for command in JOBS.get(job, [["-m", "subtensor_conformance", job]]):
        status = subprocess.run([PYTHON, *command, *rest], cwd=ROOT if job in JOBS else None).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
