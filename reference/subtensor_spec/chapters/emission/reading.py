"""The shares, the terms and the price averages of subnets, read from the chain's state."""

from collections.abc import Iterable, Mapping, Sequence

from subtensor_spec.arithmetic import U64F64, U96F32
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.emission import (
    EMAPriceHalvingBlocks,
    FirstEmissionBlockNumber,
    MinerBurned,
    SubnetEmissionEnabled,
    SubnetMovingAlpha,
    SubnetMovingPrice,
)
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetMechanism, SubnetTAO
from subtensor_spec.chain.items.stake_weight import TaoWeight
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, NetUid
from subtensor_spec.chapters.emission.block_emission import subnet_block_emissions
from subtensor_spec.chapters.emission.eligibility import get_subnets_to_emit_to
from subtensor_spec.chapters.emission.price import updated_moving_price
from subtensor_spec.chapters.emission.root_sell import root_sell_flag
from subtensor_spec.chapters.emission.subnet_terms import SubnetTerms, subnet_terms
from subtensor_spec.chapters.emission.views import RootView, SubnetView
from subtensor_spec.chapters.issuance.block_emission import get_alpha_issuance, get_block_emission_for_issuance
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids
from subtensor_spec.chapters.swap.liquidity import current_alpha_price


def view_of(state: State, netuid: NetUid, price: U64F64 = U64F64.ZERO) -> SubnetView:
    return SubnetView(
        netuid,
        SubnetMechanism.get(state, netuid),
        SubnetMovingPrice.get(state, netuid),
        MinerBurned.get(state, netuid),
        SubnetEmissionEnabled.get(state, netuid),
        SubnetAlphaIn.get(state, netuid),
        SubnetAlphaOut.get(state, netuid),
        price,
        FirstEmissionBlockNumber.get(state, netuid),
        EMAPriceHalvingBlocks.get(state, netuid),
    )


def get_subnet_block_emissions(
    state: State, subnets: Sequence[NetUid], block_emission: U96F32
) -> dict[NetUid, U96F32]:
    emissions = subnet_block_emissions([view_of(state, netuid) for netuid in subnets], block_emission)
    return {NetUid(netuid): emission for netuid, emission in emissions.items()}


def get_network_root_sell_flag(state: State, subnets: Iterable[NetUid]) -> bool:
    return root_sell_flag(view_of(state, netuid) for netuid in subnets)


def get_subnet_terms(state: State, emissions: Mapping[NetUid, U96F32]) -> dict[NetUid, SubnetTerms]:
    root = RootView(SubnetTAO.get(state, ROOT), TaoWeight.get(state))
    terms = {}
    for netuid, emission in sorted(emissions.items()):
        get_block_emission_for_issuance(state, get_alpha_issuance(state, netuid))
        terms[netuid] = subnet_terms(emission, view_of(state, netuid, current_alpha_price(state, netuid)), root)
    return terms


def update_moving_prices(state: State) -> None:
    for netuid in get_subnets_to_emit_to(state, get_all_subnet_netuids(state)):
        view = view_of(state, netuid, current_alpha_price(state, netuid))
        average = updated_moving_price(view, current_block(state), SubnetMovingAlpha.get(state))
        SubnetMovingPrice.put(state, netuid, average)
