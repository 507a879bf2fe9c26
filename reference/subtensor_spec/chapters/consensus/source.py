"""Short names for the production files that this chapter specifies."""

from subtensor_spec.rules import SUBTENSOR, Source


def in_math(function: str) -> Source:
    """Name a function of the epoch's vector and matrix mathematics."""
    return SUBTENSOR("pallets/subtensor/src/epoch/math.rs", function)


def in_epoch(function: str) -> Source:
    """Name a function of the epoch itself."""
    return SUBTENSOR("pallets/subtensor/src/epoch/run_epoch.rs", function)


def in_settings(function: str) -> Source:
    """Name a function that reads a hyperparameter or a stored vector."""
    return SUBTENSOR("pallets/subtensor/src/utils/misc.rs", function)
