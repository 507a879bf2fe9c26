"""Where the chain states the rules of this chapter."""

from subtensor_spec.rules import SUBTENSOR, Source

DISPATCHES = "pallets/subtensor/src/macros/dispatches.rs"


def in_claims(function: str) -> Source:
    """Return the function of the file on root claims."""
    return SUBTENSOR("pallets/subtensor/src/staking/claim_root.rs", function)
