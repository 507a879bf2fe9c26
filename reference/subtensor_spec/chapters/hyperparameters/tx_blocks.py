"""When keys were last swapped or their takes changed, a block for each account in ``LastRateLimitedBlock``."""

from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import (
    AccountId,
    LastTxBlock,
    LastTxBlockChildKeyTake,
    LastTxBlockDelegateTake,
    NetworkLastRegistered,
)
from subtensor_spec.chapters.hyperparameters.rate_limits import (
    get_rate_limited_last_block,
    remove_rate_limited_last_block,
    set_rate_limited_last_block,
)


def get_last_tx_block(state: State, key: AccountId) -> int:
    """Return the block of a coldkey's last swap of a hotkey, zero if none."""
    return get_rate_limited_last_block(state, LastTxBlock(key))


def set_last_tx_block(state: State, key: AccountId, block: int) -> None:
    """Record the block of a coldkey's swap of a hotkey."""
    set_rate_limited_last_block(state, LastTxBlock(key), block)


def remove_last_tx_block(state: State, key: AccountId) -> None:
    """Forget the block of a coldkey's last swap of a hotkey."""
    remove_rate_limited_last_block(state, LastTxBlock(key))


def get_last_tx_block_delegate_take(state: State, key: AccountId) -> int:
    """Return the block at which a hotkey's delegate take last changed, zero if never."""
    return get_rate_limited_last_block(state, LastTxBlockDelegateTake(key))


def set_last_tx_block_delegate_take(state: State, key: AccountId, block: int) -> None:
    """Record the block at which a hotkey's delegate take changed."""
    set_rate_limited_last_block(state, LastTxBlockDelegateTake(key), block)


def remove_last_tx_block_delegate_take(state: State, key: AccountId) -> None:
    """Forget the block at which a hotkey's delegate take last changed."""
    remove_rate_limited_last_block(state, LastTxBlockDelegateTake(key))


def get_last_tx_block_childkey_take(state: State, key: AccountId) -> int:
    """Return the block at which a hotkey's take as a child last changed, zero if never."""
    return get_rate_limited_last_block(state, LastTxBlockChildKeyTake(key))


def set_last_tx_block_childkey(state: State, key: AccountId, block: int) -> None:
    """Record the block at which a hotkey's take as a child changed."""
    set_rate_limited_last_block(state, LastTxBlockChildKeyTake(key), block)


def remove_last_tx_block_childkey(state: State, key: AccountId) -> None:
    """Forget the block at which a hotkey's take as a child last changed."""
    remove_rate_limited_last_block(state, LastTxBlockChildKeyTake(key))


def get_network_last_lock_block(state: State) -> int:
    """Return the block at which the last subnet was registered, zero if none."""
    return get_rate_limited_last_block(state, NetworkLastRegistered())


def set_network_last_lock_block(state: State, block: int) -> None:
    """Record the block at which a subnet was registered."""
    set_rate_limited_last_block(state, NetworkLastRegistered(), block)
