"""How large root is beside a subnet."""

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chain.items.emission import RootProp
from subtensor_spec.chain.items.pools import SubnetTAO
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, NetUid
from subtensor_spec.chapters.emission.eligibility import get_subnets_to_emit_to
from subtensor_spec.chapters.issuance.block_emission import get_alpha_issuance
from subtensor_spec.chapters.stake_weight.inherited import get_tao_weight
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids
from subtensor_spec.rules import SUBTENSOR, rule

_BLOCK_STEP = "pallets/subtensor/src/coinbase/block_step.rs"


@rule("EMI-root/proportion", SUBTENSOR(_BLOCK_STEP, "root_proportion"))
def root_proportion(state: State, netuid: NetUid) -> U96F32:
    """Root's proportion is its weighted TAO over the sum of that and the subnet's alpha issuance.

    Both are in rao; the weighted TAO and the quotient are rounded down to 32 fraction bits. It is zero where
    both are zero.
    """
    weighted_tao = U96F32.wrapping_from_num(SubnetTAO.get(state, ROOT)).saturating_mul(get_tao_weight(state))
    issuance = U96F32.wrapping_from_num(get_alpha_issuance(state, netuid))
    return weighted_tao.safe_div(weighted_tao.saturating_add(issuance))


@rule("EMI-root/record", SUBTENSOR(_BLOCK_STEP, "update_root_prop"))
def update_root_prop(state: State) -> None:
    """After the block's emission root's proportion is recorded for each subnet that is given emission."""
    for netuid in get_subnets_to_emit_to(state, get_all_subnet_netuids(state)):
        RootProp.put(state, netuid, root_proportion(state, netuid))
