"""The stake-weighted median: what a majority of stake supports for each neuron."""

from collections.abc import Iterable, Sequence

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.matrix.shapes import ZERO, SparseMatrix, Vector
from subtensor_spec.chapters.consensus.matrix.vectors import get_or, normalize, wrapping_sum
from subtensor_spec.chapters.consensus.source import in_epoch, in_math
from subtensor_spec.rules import rule


@rule("YC-consensus/weighted-median", in_math("weighted_median"))
def weighted_median(
    stake: Vector, score: Vector, partition: Sequence[int], minority: I32F32, low: I32F32, high: I32F32
) -> I32F32:
    """The weighted median is found by halving: the score in the middle of the remaining list splits it, and
    stake decides.

    ``low`` and ``high`` bound the stake of the remaining list, laid out by rising score. If the stake of the
    scores below the pivot reaches beyond ``minority``, the search goes on below; otherwise, if that above the
    pivot starts at or before ``minority``, above; otherwise the pivot is the answer. Stakes are added in list
    order, saturating; indices beyond the vectors read as zero. An empty list, or vectors of different length,
    give zero. Every round drops the pivot, so the search ends.
    """
    if len(stake) != len(score):
        return ZERO
    remaining = list(partition)
    while len(remaining) > 1:
        pivot = get_or(score, remaining[len(remaining) // 2], ZERO)
        below = [index for index in remaining if get_or(score, index, ZERO) < pivot]
        above = [index for index in remaining if get_or(score, index, ZERO) > pivot]
        end_of_below = low.saturating_add(_stake_of(below, stake))
        start_of_above = high.saturating_sub(_stake_of(above, stake))
        if below and minority < end_of_below:
            remaining, high = below, end_of_below
        elif above and start_of_above <= minority:
            remaining, low = above, start_of_above
        else:
            return pivot
    return get_or(score, remaining[0], ZERO) if remaining else ZERO


def _stake_of(indices: Iterable[int], stake: Vector) -> I32F32:
    total = ZERO
    for index in indices:
        total = total.saturating_add(get_or(stake, index, ZERO))
    return total


@rule(
    "YC-consensus/of-stake",
    in_epoch("epoch_mechanism"),
    sentence="Consensus on a neuron is the weighted median of all weights on it, used as it is.",
)
@rule("YC-consensus/weighted-median-columns", in_math("weighted_median_col_sparse"))
def weighted_median_col_sparse(stake: Vector, score: SparseMatrix, columns: int, majority: I32F32) -> list[I32F32]:
    """Each column's median is taken over the rows with stake above zero, a missing entry scoring zero.

    Those stakes are normalised among themselves first; the minority is their sum less ``majority``, which may be
    negative. Of entries in the same column the last counts; entries beyond ``columns`` do not, and rows beyond
    ``score`` are empty.
    """
    use_stake = normalize([share for share in stake if share > ZERO])
    stake_sum = wrapping_sum(use_stake)
    minority = stake_sum.saturating_sub(majority)
    use_score = [[ZERO] * len(use_stake) for _ in range(columns)]
    voters = (row for share, row in zip(stake, score, strict=False) if share > ZERO)
    for voter, row in enumerate(voters):
        for column, value in row:
            if column < columns:
                use_score[column][voter] = value
    everyone = range(len(use_stake))
    return [weighted_median(use_stake, scores, everyone, minority, ZERO, stake_sum) for scores in use_score]
