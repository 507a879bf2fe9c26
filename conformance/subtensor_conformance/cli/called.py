"""How the user calls the program, so that a command which a report tells can be pasted."""

import os
import shutil
import sys
from pathlib import Path
from shlex import quote

VARIABLE = "SUBTENSOR_SPEC_CALLED"
"""Set by a program that runs this one for its user: how it was called itself."""

NAME, PACKAGE = "subtensor-spec", __name__.partition(".")[0]


def program_name() -> str:
    """Return the words that call this program again from the same folder."""
    told = os.environ.get(VARIABLE)
    if told:
        return told
    called = Path(sys.argv[0])
    if called.name == "__main__.py" and called.parent.name == PACKAGE:
        return f"{_as_found(Path(sys.executable))} -m {PACKAGE}"
    return _as_found(called) if called.stem == NAME else NAME


def _as_found(program: Path) -> str:
    """Return a program's name if the shell finds it by that, else its path."""
    found = shutil.which(program.name)
    return program.name if found and Path(found) == program else quote(str(program))
