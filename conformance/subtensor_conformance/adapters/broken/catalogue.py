"""What each broken adapter does, in words."""

from subtensor_conformance.adapters.broken import answers, chains, process, wire  # noqa: F401 - they fill the list of faults
from subtensor_conformance.adapters.broken.honest import FAULTS


def description(fault: str) -> str:
    """Return what the adapter with a fault does."""
    if fault == "does-not-exist":
        return "There is no such program."
    return (FAULTS[fault].__doc__ or "").strip().replace("\n", " ")
