"""From one block to the next: the list of its steps."""

from subtensor_spec.blocks.coinbase import run_coinbase
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.schedule import LastEpochBlock
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import BlockNumber, Hash
from subtensor_spec.chapters.commit_reveal.timelock_reveals import reveal_crv3_commits
from subtensor_spec.chapters.emission.price import update_moving_prices
from subtensor_spec.chapters.emission.root_proportion import update_root_prop
from subtensor_spec.chapters.issuance.block_emission import get_block_emission
from subtensor_spec.chapters.keys.records import clean_up_hotkey_swap_records
from subtensor_spec.chapters.neurons.price import update_registration_prices_for_networks
from subtensor_spec.chapters.root_claims.auto_claim import run_auto_claim_root_divs
from subtensor_spec.chapters.root_claims.index import (
    populate_root_coldkey_staking_maps,
    populate_root_coldkey_staking_maps_v2,
)
from subtensor_spec.chapters.stake_weight.pending_children import do_set_pending_children
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids
from subtensor_spec.rules import POLKADOT_SDK, SUBTENSOR, rule

_BLOCK_STEP = "pallets/subtensor/src/coinbase/block_step.rs"


@rule("BLK-step/next", POLKADOT_SDK("substrate/frame/executive/src/lib.rs", "initialize_block"))
def next_block(state: State, parent_hash: Hash) -> None:
    """The open block is finished and the next one begun: its number counts one more, and then the pallets begin.

    What ``on_idle`` and ``on_finalize`` of the pallets in scope do leaves nothing in storage, nor does the beginning
    of any pallet but SubtensorModule. ``parent_hash`` is the hash of the block that was finished.
    """
    Number.put(state, BlockNumber(Number.get(state) + 1))
    on_initialize(state, parent_hash)


@rule("BLK-step/pallet", SUBTENSOR("pallets/subtensor/src/macros/hooks.rs", "on_initialize"))
def on_initialize(state: State, parent_hash: Hash) -> None:
    """The pallet begins a block by forgetting swaps of hotkeys that are a day old, and then takes its block step."""
    clean_up_hotkey_swap_records(state, current_block(state))
    block_step(state, parent_hash)


@rule("BLK-step/order", SUBTENSOR(_BLOCK_STEP, "block_step"))
def block_step(state: State, parent_hash: Hash) -> None:
    """The steps of a block follow one another as listed.

    Emission is minted before timelocked commits are revealed; price averages and root proportions follow the coinbase
    that reads them; children that wait come after the epoch; claims of root dividends come last but for the indexes
    that the next block's claims are drawn from.
    """
    update_registration_prices_for_networks(state)
    block_emission = get_block_emission(state)
    reveal_crv3_commits(state)
    run_coinbase(state, block_emission)
    update_moving_prices(state)
    update_root_prop(state)
    try_set_pending_children(state)
    run_auto_claim_root_divs(state, parent_hash)
    populate_root_coldkey_staking_maps(state)
    populate_root_coldkey_staking_maps_v2(state)


@rule("BLK-step/pending-children", SUBTENSOR(_BLOCK_STEP, "try_set_pending_children"))
def try_set_pending_children(state: State) -> None:
    """Children that wait take effect in each subnet whose epoch's slot was used in this block, skipped or not.

    Root is one of the subnets looked at.
    """
    block = current_block(state)
    for netuid in get_all_subnet_netuids(state):
        if LastEpochBlock.get(state, netuid) == block:
            do_set_pending_children(state, netuid)
