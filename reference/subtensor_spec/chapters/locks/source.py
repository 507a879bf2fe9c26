"""Where the chain states the rules of this chapter."""

from subtensor_spec.rules import SUBTENSOR, Source

LOCK = "pallets/subtensor/src/staking/lock.rs"
DISPATCHES = "pallets/subtensor/src/macros/dispatches.rs"


def in_locks(function: str) -> Source:
    """Return the function of the file on locks."""
    return SUBTENSOR(LOCK, function)
