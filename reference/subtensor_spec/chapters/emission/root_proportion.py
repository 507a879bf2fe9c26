"""How large root is beside a subnet."""

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chapters.emission.views import RootView
from subtensor_spec.chapters.stake_weight.inheritance import proportion_of_u64
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
