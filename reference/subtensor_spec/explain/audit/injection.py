"""Audit of what reaches the pools: the chain's recorded amounts are put in anew, and the pools compared.

The block is played with what the chain itself recorded as liquidity and purchases, so that a share that differs does
not make every pool differ. Then the rest of the block's step follows on the same state.
"""

from collections.abc import Iterable
from typing import Any

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chain.items.emission import (
    FirstEmissionBlockNumber,
    OwnerCutEnabled,
    PendingOwnerCut,
    PendingServerEmission,
    PendingValidatorEmission,
    RootProp,
    SubnetAlphaInEmission,
    SubnetExcessTao,
    SubnetMovingAlpha,
    SubnetMovingPrice,
    SubnetOwnerCut,
    SubnetTaoInEmission,
)
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetProtocolAlpha, SubnetTAO
from subtensor_spec.chain.items.revisions import BalancerAlphaReservoir, BalancerTaoReservoir
from subtensor_spec.chain.items.schedule import LastEpochBlock
from subtensor_spec.chain.items.stake_weight import TaoWeight
from subtensor_spec.chain.items.swap import SwapBalancer
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Map
from subtensor_spec.chain.types import ROOT, NetUid
from subtensor_spec.chapters.balances.fungible import Credit
from subtensor_spec.chapters.emission.injection import inject_and_maybe_swap
from subtensor_spec.chapters.emission.participants import emit_alpha
from subtensor_spec.chapters.emission.price import moving_price_after
from subtensor_spec.chapters.emission.root_proportion import root_proportion
from subtensor_spec.chapters.emission.root_sell import get_network_root_sell_flag
from subtensor_spec.chapters.emission.subnet_terms import SubnetTerms, alpha_emission
from subtensor_spec.chapters.revisions.reservoirs import WAITING_ALPHA, alpha_in_reservoir
from subtensor_spec.chapters.swap.liquidity import current_alpha_price
from subtensor_spec.explain.audit.blocks import POOLS, Blocks, where
from subtensor_spec.explain.audit.calls import Touched
from subtensor_spec.explain.audit.shares import liquidity_of

_ENOUGH = Credit(10**18)
"""A credit that pays for whatever the chain recorded."""


def audit_pools(blocks: Blocks) -> State | None:
    """Check purchases, weights, reserves and alpha; return the state after the block's emission, before its calls."""
    records = (SubnetTaoInEmission, SubnetExcessTao, SubnetAlphaInEmission)
    if not blocks.can("pools", *POOLS, *records, SubnetAlphaOut):
        return None
    state = blocks.play()
    terms = {netuid: _recorded(blocks, state, netuid) for netuid in blocks.emitting}
    sell = get_network_root_sell_flag(state, blocks.emitting) or not blocks.before.is_whole(SubnetMovingPrice)
    inject_and_maybe_swap(state, blocks.emitting, terms, _ENOUGH)
    emit_alpha(state, blocks.emitting, terms, sell)
    _compare_pools(blocks, state)
    return state


def _recorded(blocks: Blocks, state: State, netuid: NetUid) -> SubnetTerms:
    """Return a subnet's terms as the chain recorded them, in whole rao."""
    tao_in, alpha_in = (U96F32.saturating_from_num(max(amount, 0)) for amount in liquidity_of(blocks, netuid))
    excess = U96F32.saturating_from_num(SubnetExcessTao.get(blocks.chain, netuid))
    return SubnetTerms(tao_in, alpha_in, alpha_emission(state, netuid), excess)


def _compare_pools(blocks: Blocks, state: State) -> None:
    audit, chain, subnets = blocks.audit, blocks.chain, blocks.emitting
    touched = Touched(chain, state)
    if blocks.can("the chain's purchases", SubnetProtocolAlpha):
        audit.compare_map("EMI-inject/buy", SubnetProtocolAlpha, subnets, chain, state)
    audit.compare_map("AMM-weights/added-liquidity", SwapBalancer, subnets, chain, state)
    reservoirs: tuple[Map[NetUid, Any], ...] = (BalancerTaoReservoir, BalancerAlphaReservoir)
    reserves: tuple[Map[NetUid, Any], ...] = (SubnetTAO, SubnetAlphaIn)
    for item in reservoirs:
        if WAITING_ALPHA.at(state) is alpha_in_reservoir and blocks.can("reservoirs", item):
            audit.compare_map("REV-pool/protocol-liquidity", item, subnets, chain, state)
    for item in reserves:
        audit.compare_map("EMI-inject/block", item, subnets, chain, state, touched.explain)
    audit.compare_map("EMI-alpha/subnets", SubnetAlphaOut, subnets, chain, state, touched.explain)


def audit_pending(blocks: Blocks, state: State) -> None:
    """Check what waits for the epoch, of the subnets that had none in this block."""
    for item in (PendingOwnerCut, PendingServerEmission, PendingValidatorEmission):
        needs = (item, OwnerCutEnabled, SubnetOwnerCut)
        if not blocks.can(f"{item.name}", *needs, LastEpochBlock):
            continue
        waiting = where(blocks.emitting, lambda netuid: LastEpochBlock.get(blocks.chain, netuid) != blocks.after.block)
        blocks.audit.compare_map("EMI-alpha/pending", item, waiting, blocks.chain, state)


def audit_averages(blocks: Blocks, state: State) -> None:
    """Check price averages and root proportions, both of the pools as they are after emission and before calls."""
    audit, chain = blocks.audit, blocks.chain
    if blocks.can("price averages", SubnetMovingPrice, SubnetMovingAlpha, FirstEmissionBlockNumber):
        check = audit.check("EMI-price/update", SubnetMovingPrice.full_name)
        for netuid in blocks.emitting:
            ours = moving_price_after(state, netuid, current_alpha_price(state, netuid))
            check.compare([netuid], str(SubnetMovingPrice.get(chain, netuid).bits), str(ours.bits))
    if blocks.can("root proportions", RootProp, TaoWeight):
        check = audit.check("EMI-root/record", RootProp.full_name)
        for netuid in blocks.emitting:
            theirs = RootProp.get(chain, netuid)
            found = [root_proportion(view, netuid).bits for view in _views(state, chain, netuid)]
            check.compare([netuid], str(theirs.bits), str(theirs.bits if theirs.bits in found else found[0]))


def _views(state: State, chain: State, netuid: NetUid) -> Iterable[State]:
    """The alpha issuance that the record saw is that after emission, or, where an epoch destroyed alpha, the chain's.

    Calls that change root's TAO or a subnet's alpha come after the record, so the chain's is only looked at second.
    """
    yield state
    if SubnetTAO.get(chain, ROOT) == SubnetTAO.get(state, ROOT):
        yield chain
