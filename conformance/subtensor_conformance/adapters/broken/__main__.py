"""``python -m subtensor_conformance.adapters.broken FAULT FOLDER``."""

import sys
from contextlib import suppress
from pathlib import Path

from subtensor_conformance.adapters.broken import answers, chains, process, wire  # noqa: F401 - they fill the list of faults
from subtensor_conformance.adapters.broken.honest import FAULTS

if __name__ == "__main__":
    with suppress(BrokenPipeError):
        FAULTS[sys.argv[1]](Path(sys.argv[2])).serve()
