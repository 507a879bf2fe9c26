"""The stake-weighted median."""

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.matrix.conversions import u16_proportion_to_fixed
from subtensor_spec.chapters.consensus.matrix.median import weighted_median, weighted_median_col_sparse
from subtensor_spec.chapters.consensus.matrix.vectors import normalize

ONE = 1 << 32
KAPPA = u16_proportion_to_fixed(32767)
VOTES = st.lists(st.tuples(st.integers(1, ONE), st.integers(0, ONE)), min_size=1, max_size=12)
"""Pairs of stake above zero and score."""


def number(bits: int) -> I32F32:
    return I32F32.from_bits(bits)


def median(votes: list[tuple[int, int]], minority: int) -> int:
    stake = [number(share) for share, _ in votes]
    score = [number(value) for _, value in votes]
    total = number(sum(share for share, _ in votes))
    return weighted_median(stake, score, range(len(votes)), number(minority), I32F32.ZERO, total).bits


@given(VOTES, st.integers(0, 12 * ONE))
def test_the_median_is_the_least_score_up_to_which_more_than_the_minority_votes(
    votes: list[tuple[int, int]], minority: int
) -> None:
    """If nobody votes for more, it is the greatest score. So it depends on no order of the votes."""
    beyond = [score for _, score in votes if sum(share for share, other in votes if other <= score) > minority]
    assert median(votes, minority) == min(beyond, default=max(score for _, score in votes))


@given(VOTES, st.integers(-ONE, -1))
def test_a_negative_minority_gives_the_least_score(votes: list[tuple[int, int]], minority: int) -> None:
    """It arises when kappa is greater than the sum of the stakes."""
    assert median(votes, minority) == min(score for _, score in votes)


def test_nobody_or_vectors_of_different_length_give_zero() -> None:
    one = [I32F32.ONE]
    assert weighted_median([], [], [], I32F32.ZERO, I32F32.ZERO, I32F32.ONE) == I32F32.ZERO
    assert weighted_median(one, [], [0], I32F32.ZERO, I32F32.ZERO, I32F32.ONE) == I32F32.ZERO


def test_indices_beyond_the_vectors_score_zero() -> None:
    one = [I32F32.ONE]
    assert weighted_median(one, one, [5], I32F32.ZERO, I32F32.ZERO, I32F32.ONE) == I32F32.ZERO
    assert weighted_median(one, one, [0, 5, 6], number(-1), I32F32.ZERO, I32F32.ONE) == I32F32.ZERO


def test_half_of_the_stake_is_a_majority_because_kappa_is_under_one_half() -> None:
    """Two votes with equal stake: the higher one has a majority behind it, so it is the consensus."""
    halves = [number(ONE // 2)] * 2
    rows = [[(0, number(10))], [(0, number(20))]]
    assert weighted_median_col_sparse(halves, rows, 1, KAPPA)[0].bits == 20
    over_half = u16_proportion_to_fixed(32768)
    assert weighted_median_col_sparse(halves, rows, 1, over_half)[0].bits == 10


def test_a_missing_weight_votes_zero_and_the_last_of_repeated_ones_counts() -> None:
    stake = [number(1), number(1), number(1)]
    rows = [[(0, number(9)), (0, number(5)), (4, number(7))], [(0, number(6))]]
    assert [value.bits for value in weighted_median_col_sparse(stake, rows, 2, KAPPA)] == [5, 0]


def test_only_stake_above_zero_votes() -> None:
    """A row is still read for its own uid when rows before it do not vote."""
    stake = [I32F32.ZERO, number(-5), number(4)]
    rows = [[(0, number(1))], [(0, number(2))], [(0, number(3))]]
    assert weighted_median_col_sparse(stake, rows, 1, KAPPA)[0].bits == 3
    assert weighted_median_col_sparse(stake[:2], rows, 2, KAPPA) == [I32F32.ZERO] * 2


@given(st.lists(st.tuples(st.integers(1, ONE), st.integers(0, ONE)), min_size=1, max_size=6), st.data())
def test_a_greater_kappa_never_raises_the_consensus(votes: list[tuple[int, int]], data: st.DataObject) -> None:
    kappas = sorted(data.draw(st.tuples(st.integers(0, 65535), st.integers(0, 65535))))
    stake = normalize([number(share) for share, _ in votes])
    rows = [[(0, number(score))] for _, score in votes]
    low, high = (weighted_median_col_sparse(stake, rows, 1, u16_proportion_to_fixed(k))[0] for k in kappas)
    assert high <= low
