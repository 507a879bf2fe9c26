"""From one block to the next on columns: the list of its steps."""

from subtensor_spec.blocks.block_step import next_block as exact_block
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.stake_weight import PendingChildKeys
from subtensor_spec.chain.items.weights import RevealPeriodEpochs, TimelockedWeightCommits
from subtensor_spec.chain.revisions import CURRENT
from subtensor_spec.chain.types import ROOT, U64_MAX, BlockNumber, Hash, NetUidStorageIndex
from subtensor_spec.chapters.commit_reveal.timelock_reveals import reveal_crv3_commits
from subtensor_spec.chapters.issuance.emission import TOTAL_SUPPLY
from subtensor_spec.chapters.keys.records import HOTKEY_SWAP_ON_SUBNET_INTERVAL, clean_up_hotkey_swap_records
from subtensor_spec.chapters.mechanisms.indexes import get_netuid
from subtensor_spec.chapters.stake_weight.pending_children import do_set_pending_children
from subtensor_spec.vectorised.blocks.alpha import emit_alpha, note_stored
from subtensor_spec.vectorised.blocks.averages import update_moving_prices, update_root_prop
from subtensor_spec.vectorised.blocks.claims import run_auto_claim
from subtensor_spec.vectorised.blocks.distribution import distribute
from subtensor_spec.vectorised.blocks.injection import inject
from subtensor_spec.vectorised.blocks.limits import emission_at
from subtensor_spec.vectorised.blocks.network import Network
from subtensor_spec.vectorised.blocks.schedule import drain_pending, is_due, update_registration_prices
from subtensor_spec.vectorised.blocks.shares import emitting_subnets, moving_prices, pays_root, tao_of_subnets
from subtensor_spec.vectorised.blocks.terms import terms_of_block, weighted_root_tao
from subtensor_spec.vectorised.blocks.walk import populate_staking_maps


def next_block(network: Network, parent_hash: Hash) -> None:
    """Finish the open block and begin the next one (BLK-step/next, BLK-step/order); events are not recorded.

    Columns know the revision that is specified as a whole; blocks of any other go through the exact path.
    """
    if network.state.revision is not CURRENT:
        with network.exactly() as state:
            exact_block(state, parent_hash)
        return
    network.block += 1
    Number.put(network.state, BlockNumber(network.block))
    _clean_up(network)
    update_registration_prices(network)
    credit = _mint(network)
    _reveal(network)
    emitting = emitting_subnets(network)
    _run_coinbase(network, emitting, credit)
    update_moving_prices(network, emitting)
    update_root_prop(network, emitting)
    _set_pending_children(network)
    run_auto_claim(network, parent_hash)
    populate_staking_maps(network.state)


def _clean_up(network: Network) -> None:
    slot = network.block % HOTKEY_SWAP_ON_SUBNET_INTERVAL
    if slot <= max(network.netuids, default=0):
        clean_up_hotkey_swap_records(network.state, network.block)


def _mint(network: Network) -> int:
    """Mint the block's TAO (ISS-supply/block, ISS-supply/mint)."""
    totals = network.totals
    emission = emission_at(totals.issuance)
    if totals.issuance < TOTAL_SUPPLY:
        totals.note_emission(emission)
    if not emission:
        return 0
    minted = min(emission, max(TOTAL_SUPPLY - totals.balances, 0))
    totals.issuance = min(totals.issuance + minted, U64_MAX)
    minted = min(totals.balances + minted, U64_MAX) - totals.balances
    totals.balances += minted
    return minted


def _reveal(network: Network) -> None:
    """Timelocked commits go through the exact path in a block in which one may be forgotten or revealed."""
    if any(_is_ripe(network, *keys) for keys in TimelockedWeightCommits.keys(network.state)):
        with network.exactly() as state:
            reveal_crv3_commits(state)


def _is_ripe(network: Network, index: NetUidStorageIndex, commit_epoch: int) -> bool:
    """Return whether a commit's epoch is not after its subnet's reveal epoch (CR-timelock/subnet)."""
    netuid = get_netuid(index)
    if netuid not in network.at:
        return False
    at = network.at[netuid]
    epoch = network.columns.epoch_index.values[at] + is_due(network, at)
    return commit_epoch <= max(epoch - RevealPeriodEpochs.get(network.state, netuid), 0)


def _run_coinbase(network: Network, emitting: list[int], credit: int) -> None:
    """Share the block's TAO, then pay the epochs that are due (BLK-step/coinbase)."""
    network.totals.sold_for_root = {}
    prices = moving_prices(network, emitting)
    emissions = tao_of_subnets(network, emitting, prices, credit)
    to_root, root = pays_root(prices), weighted_root_tao(network)
    terms = terms_of_block(network, emitting, emissions, root)
    inject(network, terms, credit)
    emit_alpha(network, terms, root, to_root)
    note_stored(network, emitting, to_root)
    subnets = [at for at, netuid in enumerate(network.netuids) if netuid != ROOT]
    distribute(network, drain_pending(network, subnets))


def _set_pending_children(network: Network) -> None:
    """Children that wait take effect through the exact path (BLK-step/pending-children)."""
    for at, last in enumerate(network.columns.last_epoch.values):
        netuid = network.netuids[at]
        if last == network.block and PendingChildKeys.prefix_keys(network.state, netuid):
            with network.exactly() as state:
                do_set_pending_children(state, netuid)
