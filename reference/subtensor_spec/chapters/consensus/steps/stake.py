"""Step 2: what stake each neuron has, and its share of all."""

from collections.abc import Sequence
from dataclasses import dataclass

from subtensor_spec.arithmetic import I32F32, I64F64, U96F32
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.matrix.conversions import fixed64_to_fixed32, fixed64_to_u64
from subtensor_spec.chapters.consensus.matrix.vectors import mask_vector, normalize
from subtensor_spec.chapters.consensus.source import in_epoch, in_math
from subtensor_spec.chapters.stake_weight.inheritance import proportion_of_u64
from subtensor_spec.rules import SUBTENSOR, rule

STAKE_UTILS = "pallets/subtensor/src/staking/stake_utils.rs"


@dataclass(frozen=True)
class Stake:
    """The stake of each neuron, ``n`` long: in rao, in rao after the threshold, and as a share of all."""

    total_stake: list[I64F64]
    filtered_stake: list[I64F64]
    stake: list[I32F32]


def weigh_stake(epoch: EpochInput) -> Stake:
    """Return the stake of each neuron."""
    tao_weight = proportion_of_u64(epoch.tao_weight)
    total = get_stake_weights_for_network(epoch.alpha_stake, epoch.tao_stake, tao_weight)
    filtered = stake_above_threshold(total, epoch.stake_threshold, epoch.owner_uid)
    return Stake(total, filtered, stake_shares(filtered))


@rule("YC-stake/total", SUBTENSOR(STAKE_UTILS, "get_stake_weights_for_network"))
def get_stake_weights_for_network(
    alpha_stake: Sequence[int], tao_stake: Sequence[int], tao_weight: U96F32
) -> list[I64F64]:
    """A neuron's stake is its alpha plus its TAO times the TAO weight.

    All three are I64F64, so that alpha or TAO of 2**63 rao or more saturates; the product rounds down, the sum
    saturates.
    """
    weight = I64F64.saturating_from_num(tao_weight)
    return [
        I64F64.saturating_from_num(alpha).saturating_add(I64F64.saturating_from_num(tao).saturating_mul(weight))
        for alpha, tao in zip(alpha_stake, tao_stake, strict=True)
    ]


@rule("YC-stake/threshold", in_epoch("epoch_mechanism"))
def stake_above_threshold(total_stake: Sequence[I64F64], threshold: int, owner_uid: int | None) -> list[I64F64]:
    """Stake below the threshold counts as none, except the subnet owner's.

    The stake is compared as whole rao, rounded down.
    """
    return [
        stake if uid == owner_uid or fixed64_to_u64(stake) >= threshold else I64F64.ZERO
        for uid, stake in enumerate(total_stake)
    ]


@rule("YC-stake/shares", in_epoch("epoch_mechanism"), in_math("vec_fixed64_to_fixed32"))
def stake_shares(filtered_stake: Sequence[I64F64]) -> list[I32F32]:
    """A neuron's share of stake is its stake divided by the sum of all, first in I64F64, then narrowed to I32F32.

    Both steps round down, so the shares add up to a little less than one. The sum wraps beyond 2**63 rao, which makes
    shares negative.
    """
    return [fixed64_to_fixed32(share) for share in normalize(filtered_stake)]


@rule("YC-stake/active", in_epoch("epoch_mechanism"))
def active_stake(stake: Sequence[I32F32], inactive: Sequence[bool], permits: Sequence[bool]) -> list[I32F32]:
    """Active stake is the share of stake of active neurons with a permit, divided by their sum.

    ``permits`` are those from before this epoch. If no permits are stored at all, stake without a permit is not masked.
    """
    of_active = mask_vector(inactive, stake)
    of_validators = mask_vector([not permit for permit in permits], of_active)
    return normalize(of_validators)
