"""Block emission for an issuance: one curve for TAO and for the alpha of every subnet.

All amounts are rao, integers of 64 bits. The curve depends on how much has been issued and on nothing else: not on the
block's number, nor on the date.
"""

from subtensor_spec.arithmetic import I96F32, U64
from subtensor_spec.arithmetic.transcendental import log2
from subtensor_spec.errors import Panic
from subtensor_spec.rules import SUBTENSOR, rule

TOTAL_SUPPLY = 21_000_000_000_000_000
"""21 million TAO: from this issuance on there is no emission."""

HALF_SUPPLY = 10_500_000_000_000_000
"""10.5 million TAO, the issuance of the first halving."""

BLOCK_EMISSION = 1_000_000_000
"""One TAO: the emission of a block before the first halving."""

_PATH = "pallets/subtensor/src/coinbase/block_emission.rs"
_STAKE_UTILS = "pallets/subtensor/src/staking/stake_utils.rs"


@rule("ISS-emission/block", SUBTENSOR(_PATH, "get_block_emission_for_issuance"))
def block_emission_for_issuance(issuance: int) -> int:
    """A block emits one TAO (or alpha), halved as often as the issuance has reached a threshold, rounded down.

    ``issuance`` and the result are rao (u64). At the total supply and above nothing is emitted.
    """
    if I96F32.saturating_from_num(issuance) >= I96F32.saturating_from_num(TOTAL_SUPPLY):
        return 0
    return halved_emission(halvings_at(issuance))


@rule("ISS-emission/halvings", SUBTENSOR(_PATH, "get_block_emission_for_issuance"))
def halvings_at(issuance: int) -> int:
    """The number of halvings is the whole part of ``log2(1 / (1 - issuance / 21e15))``, computed in I96F32.

    The share already issued is rounded down to 32 bits behind the point, which gives thresholds exact to the rao; the
    logarithm lies between 0 and 32. ``issuance`` is below the total supply.
    """
    supply = I96F32.saturating_from_num(2).saturating_mul(I96F32.saturating_from_num(HALF_SUPPLY))
    issued = I96F32.saturating_from_num(issuance) / supply
    residual = log2(I96F32.ONE / (I96F32.ONE - issued))
    if residual is None:
        raise Panic("the total supply is issued, so the logarithm has no value")
    return residual.floor().saturating_to_num(U64)


@rule("ISS-emission/halved", SUBTENSOR(_PATH, "get_block_emission_for_issuance"))
def halved_emission(halvings: int) -> int:
    """One TAO is multiplied by ``1 / 2**halvings`` and rounded down to a rao, so the 30th halving leaves nothing."""
    divisor = I96F32.ONE
    for _ in range(halvings):
        divisor = divisor.saturating_mul(I96F32.saturating_from_num(2))
    share = I96F32.ONE.safe_div(divisor)
    return share.saturating_mul(I96F32.saturating_from_num(BLOCK_EMISSION)).saturating_to_num(U64)


@rule("ISS-emission/alpha", SUBTENSOR(_STAKE_UTILS, "get_alpha_issuance"))
def alpha_issuance(alpha_in: int, alpha_out: int) -> int:
    """A subnet's alpha counts as issued in the pool's reserve and outside it; the sum saturates.

    Its emission is the curve's at that issuance, independent of TAO's and of every other subnet's.
    """
    return U64.saturated(alpha_in + alpha_out)
