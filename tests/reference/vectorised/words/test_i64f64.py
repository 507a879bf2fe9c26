"""I64F64 as two words: shares of stake and normalisation are those of the exact numbers."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32, I64F64
from subtensor_spec.chapters.consensus.matrix.vectors import normalize
from subtensor_spec.chapters.consensus.steps.stake import stake_shares
from subtensor_spec.vectorised.words import i64f64
from subtensor_spec.vectorised.words.i64f64 import DoubleWords

MAX, MIN = (1 << 127) - 1, -(1 << 127)
STAKES = st.integers(0, 127).flatmap(lambda width: st.integers(0, (1 << width) - 1))
EDGES = st.sampled_from([0, 1, MAX, MAX - 1, 1 << 64, (1 << 64) - 1, 1 << 126, 1 << 125])
ANY = STAKES | EDGES | (STAKES | EDGES).map(lambda bits: -bits) | st.just(MIN)


def numbers(values: list[int]) -> list[I64F64]:
    return [I64F64.from_bits(bits) for bits in values]


@given(values=st.lists(ANY, max_size=8))
def test_words_hold_every_number(values: list[int]) -> None:
    """Conversion to words and back changes nothing, nor does that to limbs."""
    words = DoubleWords.from_bits(values)
    assert words.to_bits() == values
    assert DoubleWords.from_numbers(words.to_numbers()).to_bits() == values


@given(values=st.lists(STAKES | EDGES, max_size=8) | st.lists(ANY, max_size=8))
@example(values=[1 << 126, 1 << 126, 1 << 126, 1 << 126])
@example(values=[MAX, MAX])
@example(values=[3 << 64])
@settings(max_examples=300)
def test_shares_of_stake_are_the_exact_ones(values: list[int]) -> None:
    """With one division where no share exceeds one, and in full where the sum wraps or a number is negative."""
    expected = [share.bits for share in stake_shares(numbers(values))]
    assert i64f64.shares_as_i32f32(DoubleWords.from_bits(values)).tolist() == expected


@given(values=st.lists(ANY, max_size=8))
@settings(max_examples=100)
def test_normalisation_is_the_exact_one(values: list[int]) -> None:
    """Quotients that overflow are zero, and a sum that wraps to zero changes nothing."""
    words = DoubleWords.from_bits(values)
    assert i64f64.normalised(words).to_bits() == [share.bits for share in normalize(numbers(values))]
    narrow = [I32F32.saturating_from_num(number).bits for number in numbers(values)]
    assert i64f64.narrowed(words).tolist() == narrow


@given(values=st.lists(ANY, max_size=8))
def test_the_true_and_the_wrapping_sum(values: list[int]) -> None:
    """They differ by a multiple of two to the 128th."""
    true, wrapped = i64f64.sums(DoubleWords.from_bits(values))
    assert true == sum(values)
    assert wrapped == I64F64.wrapping_sum(numbers(values)).bits
