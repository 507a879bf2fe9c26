"""What a subnet's TAO of this block becomes: liquidity for its pool, and TAO that buys alpha."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from subtensor_spec.arithmetic import U64F64, U96F32
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.emission.root_proportion import root_proportion
from subtensor_spec.chapters.issuance.block_emission import get_alpha_issuance, get_block_emission_for_issuance
from subtensor_spec.chapters.swap.liquidity import current_alpha_price
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"


@dataclass(frozen=True)
class SubnetTerms:
    """What a subnet is given in this block, in rao of TAO or of its alpha."""

    tao_in: U96F32
    """TAO put into the pool."""
    alpha_in: U96F32
    """Alpha put into the pool with it."""
    alpha_out: U96F32
    """Alpha emitted to participants."""
    excess_tao: U96F32
    """TAO that buys alpha from the pool."""


@rule("EMI-terms/alpha-emission", SUBTENSOR(_RUN_COINBASE, "get_subnet_terms"))
def alpha_emission(state: State, netuid: NetUid) -> U96F32:
    """A subnet emits as much alpha in a block as the TAO schedule gives for an issuance of that size, in rao."""
    return U96F32.saturating_from_num(get_block_emission_for_issuance(state, get_alpha_issuance(state, netuid)))


@rule("EMI-terms/subnet", SUBTENSOR(_RUN_COINBASE, "get_subnet_terms"))
def terms_of_subnet(state: State, netuid: NetUid, tao_emission: U96F32, current_price: U64F64) -> SubnetTerms:
    """TAO and the alpha it is worth go into the pool, but alpha no more than root's proportion of the alpha emission.

    The alpha is the TAO over the price, rounded down, the price itself rounded down to 32 fraction bits; a
    price of zero or a quotient that does not fit gives no alpha, and then the TAO still goes into the pool.
    Where the cap holds, the TAO that goes in is the capped alpha times the price, rounded down, and the rest is
    excess.
    """
    price = U96F32.saturating_from_num(current_price)
    alpha_out = alpha_emission(state, netuid)
    cap = root_proportion(state, netuid).saturating_mul(alpha_out)
    tao_in, alpha_in = tao_emission, tao_emission.safe_div_or(price, U96F32.ZERO)
    if alpha_in > cap:
        tao_in, alpha_in = cap.saturating_mul(price), cap
    return SubnetTerms(tao_in, alpha_in, alpha_out, tao_emission.saturating_sub(tao_in))


@rule("EMI-terms/block", SUBTENSOR(_RUN_COINBASE, "get_subnet_terms"))
def get_subnet_terms(
    state: State, emissions: Mapping[NetUid, U96F32], price_of: Callable[[State, NetUid], U64F64] = current_alpha_price
) -> dict[NetUid, SubnetTerms]:
    """Terms are worked out at the pool's price for each subnet given emission, zero included, in order of netuid."""
    return {
        netuid: terms_of_subnet(state, netuid, emission, price_of(state, netuid))
        for netuid, emission in sorted(emissions.items())
    }
