"""Step 7: how the epoch's emission is shared between servers and validators."""

from collections.abc import Sequence
from dataclasses import dataclass

from subtensor_spec.arithmetic import I32F32, I96F32, U64
from subtensor_spec.chapters.consensus.matrix.shapes import ZERO
from subtensor_spec.chapters.consensus.matrix.vectors import is_zero, normalize, normalize_using_sum, wrapping_sum
from subtensor_spec.chapters.consensus.source import in_epoch
from subtensor_spec.rules import rule


@dataclass(frozen=True)
class Emission:
    """Each neuron's share of the emission, and what it comes to in rao; ``n`` long."""

    combined_emission_scores: list[I32F32]
    normalised_server_emission: list[I32F32]
    normalised_validator_emission: list[I32F32]
    normalised_combined_emission: list[I32F32]
    server_emission: list[int]
    validator_emission: list[int]
    combined_emission: list[int]


def share_emission(
    rao_emission: int,
    incentive: Sequence[I32F32],
    dividends: Sequence[I32F32],
    stake: Sequence[I32F32],
    active_stake: Sequence[I32F32],
) -> Emission:
    """Return what every neuron earns in this epoch."""
    scores = emission_scores(incentive, dividends)
    total = wrapping_sum(scores)
    server = normalize_using_sum(incentive, total)
    validator = normalize_using_sum(dividends, total)
    combined = normalize(scores)
    if total == ZERO:
        validator = combined = emission_without_scores(stake, active_stake)
    return Emission(
        scores,
        server,
        validator,
        combined,
        emission_in_rao(server, rao_emission),
        emission_in_rao(validator, rao_emission),
        emission_in_rao(combined, rao_emission),
    )


@rule("YC-emission/scores", in_epoch("epoch_mechanism"))
def emission_scores(incentive: Sequence[I32F32], dividends: Sequence[I32F32]) -> list[I32F32]:
    """A neuron's score is its incentive plus its dividend; servers and validators are paid by their part of all
    scores.

    Server and validator emission are shares by the sum of all scores; combined emission is normalised on its own
    and may differ from their sum by the rounding.
    """
    return [earned.saturating_add(paid) for earned, paid in zip(incentive, dividends, strict=True)]


@rule("YC-emission/without-scores", in_epoch("epoch_mechanism"))
def emission_without_scores(stake: Sequence[I32F32], active_stake: Sequence[I32F32]) -> list[I32F32]:
    """If no neuron has a score, validators are paid by active stake, and if there is none of that, by all stake.

    The test for none is that the wrapping sum is zero. Servers then get nothing.
    """
    return list(stake) if is_zero(active_stake) else list(active_stake)


@rule("YC-emission/in-rao", in_epoch("epoch_mechanism"))
def emission_in_rao(shares: Sequence[I32F32], rao_emission: int) -> list[int]:
    """A share of the emission is paid in whole rao, rounded down; a negative share pays nothing.

    Rounding is never made up for: a tenth of 1 000 000 000 rao pays 99 999 999.
    """
    total = I96F32.saturating_from_num(rao_emission)
    return [I96F32.saturating_from_num(share).saturating_mul(total).saturating_to_num(U64) for share in shares]
