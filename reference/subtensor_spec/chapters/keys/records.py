"""When keys were last swapped: what a swap costs and how long the next one waits."""

from subtensor_spec.chain.items.keys import LastHotkeySwapOnNetuid
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import (
    U64_MAX,
    AccountId,
    LastTxBlock,
    LastTxBlockChildKeyTake,
    LastTxBlockDelegateTake,
    TaoBalance,
)
from subtensor_spec.chapters.hyperparameters.rate_limits import (
    get_rate_limited_last_block,
    remove_rate_limited_last_block,
    set_rate_limited_last_block,
)
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids
from subtensor_spec.rules import SUBTENSOR, rule

_HOOKS = "pallets/subtensor/src/macros/hooks.rs"
_SWAP_HOTKEY = "pallets/subtensor/src/swap/swap_hotkey.rs"

KEY_SWAP_COST = TaoBalance(100_000_000)
"""Rao that a coldkey pays to announce its swap, or to swap a hotkey on all subnets; they are recycled."""

KEY_SWAP_ON_SUBNET_COST = TaoBalance(1_000_000)
"""Rao that a coldkey pays to swap a hotkey on one subnet; they are recycled."""

HOTKEY_SWAP_ON_SUBNET_INTERVAL = 7_200
"""Blocks that must lie between two swaps of hotkeys by one coldkey on one subnet, a day."""

_LAST_BLOCKS = (LastTxBlock, LastTxBlockDelegateTake, LastTxBlockChildKeyTake)


@rule("KEY-records/copy", SUBTENSOR(_SWAP_HOTKEY, "do_swap_hotkey"))
def copy_last_blocks(state: State, old_hotkey: AccountId, new_hotkey: AccountId) -> None:
    """The new hotkey gets the old one's last blocks: of its swap, of its delegate take, of its childkey take.

    They are stored even where they are zero, and replace the new hotkey's own.
    """
    for kind in _LAST_BLOCKS:
        set_rate_limited_last_block(state, kind(new_hotkey), get_rate_limited_last_block(state, kind(old_hotkey)))


@rule("KEY-records/forget", SUBTENSOR(_SWAP_HOTKEY, "perform_hotkey_swap_on_all_subnets"))
def forget_last_blocks(state: State, hotkey: AccountId) -> None:
    """A hotkey that is swapped away on all subnets loses its last blocks."""
    for kind in _LAST_BLOCKS:
        remove_rate_limited_last_block(state, kind(hotkey))


@rule("KEY-records/clean-up", SUBTENSOR(_HOOKS, "clean_up_hotkey_swap_records"))
def clean_up_hotkey_swap_records(state: State, block: int) -> None:
    """Each block looks at the subnets whose netuid leaves the same remainder by 7 200 as its number does.

    Records of swaps there that are more than 7 200 blocks old are removed.
    """
    slot = block % HOTKEY_SWAP_ON_SUBNET_INTERVAL
    for netuid in get_all_subnet_netuids(state):
        if netuid % HOTKEY_SWAP_ON_SUBNET_INTERVAL == slot:
            for coldkey, swapped in LastHotkeySwapOnNetuid.prefix_items(state, netuid):
                if interval_has_passed(swapped, block):
                    LastHotkeySwapOnNetuid.remove(state, netuid, coldkey)


@rule("KEY-records/interval", SUBTENSOR(_SWAP_HOTKEY, "swap_hotkey_on_subnet"))
def interval_has_passed(swapped: int, block: int) -> bool:
    """The interval since a swap has passed once more than 7 200 blocks have gone by; the sum saturates at u64."""
    return min(swapped + HOTKEY_SWAP_ON_SUBNET_INTERVAL, U64_MAX) < block
