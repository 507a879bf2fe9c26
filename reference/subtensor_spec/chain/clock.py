"""The height of the chain."""

from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.state import State
from subtensor_spec.rules import SUBTENSOR, rule


@rule("BLK-clock/current", SUBTENSOR("pallets/subtensor/src/utils/misc.rs", "get_current_block_as_u64"))
def current_block(state: State) -> int:
    """The current block is the one that is open: the number that the system stores, as a u64."""
    return Number.get(state)
