#!/usr/bin/env python3
"""Set up a private environment in `.venv` and run one of the project's jobs in it.

    python3 run.py conform [ARG…]   hold both built-in paths against every published vector
    python3 run.py test [ARG…]      run the test suite (arguments go to pytest)
    python3 run.py check            linting and type checking
    python3 run.py site             build the site, warnings are errors, and run its doctests
    python3 run.py verify-site      check every link in the built site, and the formal results that it shows
    python3 run.py record-tests     record which tests run which rules, for the site
    python3 run.py COMMAND [ARG…]   any other `subtensor-spec` command, as in
                                    python3 run.py quote --tao-in 20000tao --alpha-in 3000000alpha --stake 100tao

Needs Python 3.11 or later, and on the first run of a job a network or a package cache.
"""

import hashlib
import os
import shlex
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
SCRIPTS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")

EXTRAS = {
    "test": "test",
    "check": "dev",
    "site": "docs",
    "verify-site": "test",
    "record-tests": "test",
    "proofs": "test",
}
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

INTERRUPTED = 130
"""The exit status of a job that the user stopped, as shells have it."""

GRACE = 5
"""Seconds that a stopped job has to end."""


class CannotSetUp(Exception):  # noqa: N818 - it says what cannot be done
    """The environment cannot be made; the text is what to tell the user."""


def install(extra: str) -> None:
    """Create or mend the environment and install the project with `extra` into it, unless that was done before."""
    stamp, made = ENVIRONMENT / f".installed-{extra or 'base'}", fingerprint()
    if works() and stamp.exists() and stamp.read_text() == made:
        return
    what = f" with what `{extra}` needs" if extra else ""
    print(f"setting up {ENVIRONMENT}{what}; once, this takes a minute or two …", file=sys.stderr, flush=True)
    if not has_pip():
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
    target = f".[{extra}]" if extra else "."
    subprocess.run(
        [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", target],
        cwd=ROOT,
        check=True,
    )
    stamp.write_text(made)


def fingerprint() -> str:
    """Return what an installation depends on: the project's dependencies, and where it is installed from."""
    return hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + os.fsencode(ROOT)).hexdigest()


def works() -> bool:
    """Tell whether the environment has an interpreter; a link to one that is gone does not count."""
    return PYTHON.exists()


def has_pip() -> bool:
    """Tell whether the environment is whole enough to install into; one that was cut short while it was made is not."""
    if not works():
        return False
    done = subprocess.run([PYTHON, "-m", "pip", "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return done.returncode == 0


def set_up(job: str) -> None:
    """Install what a job needs; :class:`CannotSetUp` says in one line why not."""
    try:
        install(EXTRAS.get(job, ""))
    except subprocess.CalledProcessError as failure:
        if "ensurepip" in str(failure.cmd):
            raise CannotSetUp("Python's venv cannot install pip; on Debian and Ubuntu install python3-venv") from None
        raise CannotSetUp(f"pip ended with status {failure.returncode}") from None
    except OSError as failure:
        where = failure.filename or ENVIRONMENT
        hint = f"the checkout must be writable; or run `pip install {ROOT}` elsewhere and use `subtensor-spec`"
        raise CannotSetUp(f"{os.fspath(where)}: {failure.strerror}; {hint}") from None


def run(job: str, rest: list[str]) -> int:
    """Run a job's commands until one fails, and return its exit status."""
    for command in JOBS.get(job, [["-m", "subtensor_conformance", job]]):
        environment = {**os.environ, "SUBTENSOR_SPEC_CALLED": called()}
        folder = ROOT if job in JOBS else None
        status = wait_for(subprocess.Popen([PYTHON, *command, *rest], cwd=folder, env=environment))
        if status:
            return status
    return 0


def called() -> str:
    """Return how this script was called, for commands that are told to be pasted."""
    return " ".join(shlex.quote(word) for word in (Path(sys.executable).name, sys.argv[0]))


def wait_for(process: "subprocess.Popen[bytes]") -> int:
    """Return a process's exit status; one that the user stops is given a moment to say what it has."""
    try:
        return process.wait()
    except KeyboardInterrupt:
        try:
            process.wait(GRACE)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            process.kill()
        raise


def main(arguments: list[str]) -> int:
    """Run the job that `arguments` name and return its exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this script is what meets an older interpreter first
        print("subtensor-spec needs Python 3.11 or later", file=sys.stderr)
        return 2
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0 if arguments else 2
    try:
        set_up(arguments[0])
        return run(arguments[0], arguments[1:])
    except CannotSetUp as reason:
        print(f"could not install the project: {reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
