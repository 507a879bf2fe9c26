"""What a state must hold for a chain to go on from it."""

from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT
from subtensor_spec.errors import InvalidInput


def require_genesis(state: State) -> None:
    """Refuse a state that no chain begins with: genesis writes root. Raises :class:`InvalidInput`."""
    if not NetworksAdded.contains(state, ROOT):
        raise InvalidInput("storage", f"no state of a chain: {NetworksAdded} has no entry for root")
