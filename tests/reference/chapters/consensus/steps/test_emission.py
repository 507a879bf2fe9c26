"""From scores to rao."""

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.steps.emission import emission_in_rao, emission_without_scores, share_emission

ONE = 1 << 32
U64_MAX = 2**64 - 1


def shares(*bits: int) -> list[I32F32]:
    return [I32F32.from_bits(value) for value in bits]


def test_a_tenth_of_a_billion_rao_is_one_short() -> None:
    assert emission_in_rao(shares(ONE // 10), 10**9) == [99_999_999]


@given(st.integers(-(1 << 63), (1 << 63) - 1), st.integers(0, U64_MAX))
def test_a_share_pays_whole_rao_and_never_less_than_nothing(bits: int, emission: int) -> None:
    """Beyond u64 it pays the limit."""
    assert emission_in_rao(shares(bits), emission) == [min(max(bits * emission >> 32, 0), U64_MAX)]


@given(st.integers(0, ONE), st.integers(0, U64_MAX), st.integers(0, U64_MAX))
def test_more_emission_never_pays_less(bits: int, one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert emission_in_rao(shares(bits), low) <= emission_in_rao(shares(bits), high)


def test_without_scores_validators_are_paid_by_active_stake() -> None:
    nothing = shares(0, 0)
    emission = share_emission(1000, nothing, nothing, shares(ONE // 4, 3 * ONE // 4), shares(0, ONE))
    assert emission.server_emission == [0, 0]
    assert emission.validator_emission == emission.combined_emission == [0, 1000]


def test_without_active_stake_either_they_are_paid_by_all_stake() -> None:
    assert emission_without_scores(shares(3, 4), shares(0, 0)) == shares(3, 4)
    assert emission_without_scores(shares(3, 4), shares(5, -5)) == shares(3, 4)


def test_servers_alone_get_everything() -> None:
    """Nothing is set aside for validators without dividends."""
    emission = share_emission(1000, shares(ONE, 0), shares(0, 0), shares(0, ONE), shares(0, ONE))
    assert emission.server_emission == [1000, 0]
    assert emission.validator_emission == [0, 0]


def test_combined_emission_differs_from_the_sum_of_both_by_rounding() -> None:
    """A neuron with incentive and dividend is cut twice in what it is paid and once in what is recorded."""
    emission = share_emission(10**12, shares(1, 1), shares(1, 0), shares(0, 0), shares(0, 0))
    paid = [s + v for s, v in zip(emission.server_emission, emission.validator_emission, strict=True)]
    assert emission.combined_emission[0] == paid[0] + 1
