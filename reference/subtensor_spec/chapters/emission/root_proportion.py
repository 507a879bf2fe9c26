"""How large root is beside a subnet."""

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chain.items.emission import RootProp
from subtensor_spec.chain.items.pools import SubnetTAO
from subtensor_spec.chain.items.stake_weight import TaoWeight
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, NetUid
from subtensor_spec.chapters.emission.eligibility import get_subnets_to_emit_to
from subtensor_spec.chapters.emission.views import RootView
from subtensor_spec.chapters.issuance.block_emission import get_alpha_issuance
from subtensor_spec.chapters.stake_weight.inheritance import proportion_of_u64
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids
from subtensor_spec.rules import SUBTENSOR, rule


@rule("EMI-root/proportion", SUBTENSOR("pallets/subtensor/src/coinbase/block_step.rs", "root_proportion"))
def root_proportion(alpha_issuance: int, root: RootView) -> U96F32:
    """Root's proportion is its weighted TAO over the sum of that and the subnet's alpha issuance.

    Both are in rao; the weighted TAO and the quotient are rounded down to 32 fraction bits. It is zero where
    both are zero.
    """
    weighted_tao = U96F32.wrapping_from_num(root.tao).saturating_mul(proportion_of_u64(root.tao_weight))
    issuance = U96F32.wrapping_from_num(alpha_issuance)
    return weighted_tao.safe_div(weighted_tao.saturating_add(issuance))


def root_proportion_of(state: State, netuid: NetUid) -> U96F32:
    """Return how large root is beside a subnet."""
    root = RootView(SubnetTAO.get(state, ROOT), TaoWeight.get(state))
    return root_proportion(get_alpha_issuance(state, netuid), root)


@rule("EMI-root/record", SUBTENSOR("pallets/subtensor/src/coinbase/block_step.rs", "update_root_prop"))
def update_root_prop(state: State) -> None:
    """After the block's emission root's proportion is recorded for each subnet that is given emission."""
    for netuid in get_subnets_to_emit_to(state, get_all_subnet_netuids(state)):
        RootProp.put(state, netuid, root_proportion_of(state, netuid))
