"""The coinbase of a block: the list of its steps."""

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.emission import SubnetRootSellTao
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT
from subtensor_spec.chapters.balances.fungible import Credit
from subtensor_spec.chapters.distribution.subnet import distribute_emissions_to_subnets
from subtensor_spec.chapters.emission.block_emission import get_subnet_block_emissions
from subtensor_spec.chapters.emission.eligibility import get_subnets_to_emit_to
from subtensor_spec.chapters.emission.injection import inject_and_maybe_swap
from subtensor_spec.chapters.emission.participants import emit_alpha
from subtensor_spec.chapters.emission.root_sell import get_network_root_sell_flag
from subtensor_spec.chapters.emission.subnet_terms import get_subnet_terms
from subtensor_spec.chapters.schedule.drain import drain_pending
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids
from subtensor_spec.rules import SUBTENSOR, rule


@rule("BLK-step/coinbase", SUBTENSOR("pallets/subtensor/src/coinbase/run_coinbase.rs", "run_coinbase"))
def run_coinbase(state: State, block_emission: Credit) -> None:
    """The block's TAO is shared among the subnets that are given emission, then the epochs that are due are paid.

    The counts of what root claims sold in the last block are cleared first. All subnets but root may have an epoch,
    given emission or not. Subnets are gone through in order of raw key.
    """
    SubnetRootSellTao.clear(state)
    subnets = [netuid for netuid in get_all_subnet_netuids(state) if netuid != ROOT]
    emitting = get_subnets_to_emit_to(state, subnets)
    emissions = get_subnet_block_emissions(state, emitting, U96F32.saturating_from_num(block_emission))
    root_sell_flag = get_network_root_sell_flag(state, emitting)
    terms = get_subnet_terms(state, emissions)
    inject_and_maybe_swap(state, emitting, terms, block_emission)
    emit_alpha(state, emitting, terms, root_sell_flag)
    pending = drain_pending(state, subnets, current_block(state))
    distribute_emissions_to_subnets(state, pending)
