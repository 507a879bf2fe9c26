"""The terms of all subnets: liquidity, alpha for participants, and TAO that buys alpha."""

from dataclasses import dataclass

import numpy as np

from subtensor_spec.arithmetic import U64F64, U96F32
from subtensor_spec.chapters.issuance import steps
from subtensor_spec.vectorised.emission.subnets import SubnetArrays
from subtensor_spec.vectorised.stake_weight.proportions import proportion_of_u64
from subtensor_spec.vectorised.words.integers import (
    Integers,
    UInt64Array,
    converted,
    safe_div,
    saturating_add,
    saturating_mul,
    saturating_sub,
    whole,
)

_THRESHOLDS = np.array([step.first_issuance for step in steps()], dtype=np.uint64)
_EMISSIONS = np.array([step.emission for step in steps()], dtype=np.uint64)


@dataclass(frozen=True)
class TermArrays:
    """The fields of :class:`~subtensor_spec.chapters.emission.subnet_terms.SubnetTerms` as U96F32 bits, by subnet."""

    tao_in: Integers
    alpha_in: Integers
    alpha_out: Integers
    excess_tao: Integers


def alpha_emissions(issuance: UInt64Array) -> UInt64Array:
    """Return the alpha that each subnet emits in a block, in rao, from the steps of the emission curve."""
    step = np.searchsorted(_THRESHOLDS, issuance, side="right") - 1
    return _EMISSIONS[step]


def root_proportions(subnets: SubnetArrays, root_tao: Integers, tao_weight: Integers) -> Integers:
    """Return root's proportion in each subnet as U96F32 bits.

    Root's TAO is in rao, the TAO weight as stored, 64 bits; of each one lane for all subnets, or one for each.
    """
    weighted_tao = saturating_mul(whole(root_tao, U96F32), proportion_of_u64(tao_weight), U96F32)
    issuance = whole(subnets.alpha_issuance, U96F32)
    return safe_div(weighted_tao, saturating_add(weighted_tao, issuance, U96F32), U96F32)


def terms(subnets: SubnetArrays, tao_emission: Integers, root_tao: Integers, tao_weight: Integers) -> TermArrays:
    """Return the terms of each subnet for its TAO of this block, which is given as U96F32 bits."""
    price = converted(subnets.price, U64F64, U96F32)
    alpha_out = whole(alpha_emissions(subnets.alpha_issuance), U96F32)
    cap = saturating_mul(root_proportions(subnets, root_tao, tao_weight), alpha_out, U96F32)
    wanted = safe_div(tao_emission, price, U96F32)
    capped = np.greater(wanted, cap)
    tao_in = np.where(capped, saturating_mul(cap, price, U96F32), tao_emission)
    return TermArrays(
        tao_in=tao_in,
        alpha_in=np.where(capped, cap, wanted),
        alpha_out=alpha_out,
        excess_tao=saturating_sub(tao_emission, tao_in, U96F32),
    )
