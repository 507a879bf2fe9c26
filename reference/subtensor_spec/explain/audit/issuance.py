"""Audit of the supply: what the block minted, less what reached no subnet and was recycled at once."""

from subtensor_spec.chain.items.balances import BalancesTotalIssuance
from subtensor_spec.chain.items.emission import SubnetExcessTao, SubnetTaoInEmission
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chapters.balances.fungible import Credit
from subtensor_spec.chapters.issuance.block_emission import get_block_emission
from subtensor_spec.chapters.issuance.tao_supply import recycle_credit
from subtensor_spec.explain.audit.blocks import ELIGIBILITY, Blocks
from subtensor_spec.explain.audit.shares import liquidity_of


def audit_issuance(blocks: Blocks) -> None:
    """Check both records of the supply; calls that recycle or burn come after, and are told as a difference."""
    records = (SubnetTaoInEmission, SubnetExcessTao)
    if not blocks.can("issuance", *ELIGIBILITY, *records, whole=True) or not blocks.can("issuance", TotalIssuance):
        return
    state = blocks.play()
    credit = get_block_emission(state)
    spent = sum(
        liquidity_of(blocks, netuid)[0] + SubnetExcessTao.get(blocks.chain, netuid) for netuid in blocks.emitting
    )
    recycle_credit(state, Credit(max(credit - spent, 0)))
    for item in (TotalIssuance, BalancesTotalIssuance):
        if not blocks.can(f"{item.full_name}", item):
            continue
        missing = item.get(state) - item.get(blocks.chain)
        told = f"{missing} rao were recycled or lost as dust by calls" if missing > 0 else ""
        blocks.audit.compare_value("ISS-supply/block", item, blocks.chain, state, told)
