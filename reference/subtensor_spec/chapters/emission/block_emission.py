"""From shares to the TAO of this block, leaving out the subnets whose emission is disabled."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from subtensor_spec.arithmetic import U64F64, U96F32
from subtensor_spec.chain.items.emission import SubnetEmissionEnabled
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.emission.price_shares import Shares, get_shares
from subtensor_spec.chapters.revisions.gate import GATE
from subtensor_spec.rules import SUBTENSOR, rule

_SUBNET_EMISSIONS = "pallets/subtensor/src/coinbase/subnet_emissions.rs"


@rule("EMI-shares/enabled", SUBTENSOR(_SUBNET_EMISSIONS, "get_subnet_block_emissions"))
def enabled_shares(all_shares: Shares, disabled: AbstractSet[NetUid]) -> Shares:
    """A disabled subnet's share becomes zero, and the enabled ones are divided by their sum.

    Without a disabled subnet the shares are left exactly as they are. If the enabled ones sum to zero, all
    become zero and the block's TAO reaches no subnet.
    """
    if disabled.isdisjoint(all_shares):
        return all_shares
    total = U64F64.ZERO
    for netuid, share in all_shares.items():
        if netuid not in disabled:
            total = total.saturating_add(share)
    return {
        netuid: U64F64.ZERO if netuid in disabled else share.safe_div(total) for netuid, share in all_shares.items()
    }


@rule("EMI-shares/block-emission", SUBTENSOR(_SUBNET_EMISSIONS, "get_subnet_block_emissions"))
def get_subnet_block_emissions(state: State, subnets: Sequence[NetUid], block_emission: U96F32) -> dict[NetUid, U96F32]:
    """Each subnet is given its enabled share of the block's TAO, in rao, rounded down to 32 fraction bits.

    A disabled subnet stays in the result with zero, so that its alpha is still emitted. A block emission of
    ``2**64`` rao or more is counted as the greatest U64F64.
    """
    disabled = {netuid for netuid in subnets if not SubnetEmissionEnabled.get(state, netuid)}
    emission = U64F64.saturating_from_num(block_emission)
    shares = GATE.at(state)(state, get_shares(state, subnets))
    return {
        netuid: U96F32.saturating_from_num(emission.saturating_mul(share))
        for netuid, share in enabled_shares(shares, disabled).items()
    }
