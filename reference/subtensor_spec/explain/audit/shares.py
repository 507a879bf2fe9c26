"""Audit of a block's TAO: how much it is, the emission gate's bar, each subnet's part, and what it becomes there."""

from collections.abc import Mapping

from subtensor_spec.arithmetic import U64, U96F32
from subtensor_spec.chain.items.emission import (
    MinerBurned,
    SubnetAlphaInEmission,
    SubnetAlphaOutEmission,
    SubnetEmissionEnabled,
    SubnetExcessTao,
    SubnetMovingPrice,
    SubnetTaoInEmission,
)
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetTAO
from subtensor_spec.chain.items.revisions import BalancerAlphaReservoir, BalancerTaoReservoir, EmissionGateBar
from subtensor_spec.chain.items.stake_weight import TaoWeight
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.items.swap import SwapBalancer
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.emission.block_emission import get_subnet_block_emissions
from subtensor_spec.chapters.emission.subnet_terms import SubnetTerms, get_subnet_terms
from subtensor_spec.chapters.issuance.emission import block_emission_for_issuance
from subtensor_spec.chapters.revisions.gate import GATE, gated
from subtensor_spec.explain.audit.blocks import ELIGIBILITY, Blocks

TAO_OF_A_SUBNET = f"{SubnetTaoInEmission.full_name} + {SubnetExcessTao.full_name}"
"""What the chain records of the TAO that a subnet was given: as liquidity, and for purchases."""


def liquidity_of(blocks: Blocks, netuid: NetUid) -> tuple[int, int]:
    """Return the TAO and the alpha that the chain gave a subnet's pool as liquidity, what waits of it included."""
    before, after = blocks.before_state, blocks.chain
    tao = SubnetTaoInEmission.get(after, netuid) - BalancerTaoReservoir.get(before, netuid)
    alpha = SubnetAlphaInEmission.get(after, netuid) - BalancerAlphaReservoir.get(before, netuid)
    return tao + BalancerTaoReservoir.get(after, netuid), alpha + BalancerAlphaReservoir.get(after, netuid)


def audit_shares(blocks: Blocks) -> dict[NetUid, SubnetTerms] | None:
    """Check bar and shares; return what the rules give each subnet, nothing where the files do not tell enough."""
    needs = (*ELIGIBILITY, SubnetMovingPrice, MinerBurned, SubnetEmissionEnabled)
    if not blocks.can("shares of the block's TAO", *needs, whole=True) or not blocks.can(
        "shares of the block's TAO", TotalIssuance
    ):
        return None
    state = blocks.play()
    emission = block_emission_for_issuance(TotalIssuance.get(state))
    emissions = get_subnet_block_emissions(state, blocks.emitting, U96F32.saturating_from_num(emission))
    if GATE.at(state) is gated and blocks.can("bar of the emission gate", EmissionGateBar):
        blocks.audit.compare_value("REV-gate/update", EmissionGateBar, blocks.chain, state)
    if not blocks.can("terms of the subnets", SubnetAlphaIn, SubnetAlphaOut, SubnetTAO, SwapBalancer, TaoWeight):
        return None
    terms = get_subnet_terms(state, emissions)
    _compare_totals(blocks, terms)
    return terms


def _compare_totals(blocks: Blocks, terms: Mapping[NetUid, SubnetTerms]) -> None:
    if not blocks.can("TAO of the subnets", SubnetTaoInEmission, SubnetExcessTao):
        return
    check = blocks.audit.check("EMI-shares/block-emission", TAO_OF_A_SUBNET)
    for netuid in blocks.emitting:
        chain = liquidity_of(blocks, netuid)[0] + SubnetExcessTao.get(blocks.chain, netuid)
        check.compare([netuid], str(chain), str(total(terms[netuid])))


def total(terms: SubnetTerms) -> int:
    """Return the TAO of a subnet in whole rao, as the chain records it: its two parts each rounded down."""
    return terms.tao_in.saturating_to_num(U64) + terms.excess_tao.saturating_to_num(U64)


def audit_terms(blocks: Blocks, terms: Mapping[NetUid, SubnetTerms]) -> None:
    """Check what each subnet's TAO becomes, of those whose TAO is what the rules give; and its alpha emission."""
    audit = blocks.audit
    if not blocks.can("terms of the subnets", SubnetTaoInEmission, SubnetExcessTao, SubnetAlphaInEmission):
        return
    tao = audit.check("EMI-terms/subnet", SubnetTaoInEmission.full_name)
    excess = audit.check("EMI-terms/subnet", SubnetExcessTao.full_name)
    alpha = audit.check("EMI-terms/subnet", SubnetAlphaInEmission.full_name)
    skipped = []
    for netuid in blocks.emitting:
        tao_in, alpha_in = liquidity_of(blocks, netuid)
        spent = SubnetExcessTao.get(blocks.chain, netuid)
        if tao_in + spent != total(terms[netuid]):
            skipped.append(netuid)
            continue
        tao.compare([netuid], str(tao_in), str(terms[netuid].tao_in.saturating_to_num(U64)))
        excess.compare([netuid], str(spent), str(terms[netuid].excess_tao.saturating_to_num(U64)))
        alpha.compare([netuid], str(alpha_in), str(terms[netuid].alpha_in.saturating_to_num(U64)))
    if skipped:
        audit.not_checked.append(f"terms of {len(skipped)} subnets: their TAO is not what the rules give")


def audit_alpha_emission(blocks: Blocks, terms: Mapping[NetUid, SubnetTerms]) -> None:
    """Check the alpha that each subnet emits beside its TAO."""
    if blocks.can("alpha emission", SubnetAlphaOutEmission):
        check = blocks.audit.check("EMI-terms/alpha-emission", SubnetAlphaOutEmission.full_name)
        for netuid in blocks.emitting:
            ours = terms[netuid].alpha_out.saturating_to_num(U64)
            check.compare([netuid], str(SubnetAlphaOutEmission.get(blocks.chain, netuid)), str(ours))
