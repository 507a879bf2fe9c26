"""The flow path, which nothing calls any more: averages, limit, scale and power."""

from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I64F64, U64F64
from subtensor_spec.chapters.revisions.flow_averages import FlowRecord, advanced_flow
from subtensor_spec.chapters.revisions.flow_normalisation import (
    lower_limit,
    power_estimate,
    power_normalised,
    safe_power,
    scaled,
)

ONE = U64F64.ONE
ALL_SMOOTHING = 2**63 - 1

averages = st.integers(-(2**100), 2**100).map(I64F64.from_bits)
values = st.one_of(st.integers(0, 2**20), st.integers(0, 2**100), st.integers(0, 2**128 - 1)).map(U64F64.from_bits)
flows = st.dictionaries(st.integers(1, 40), values, max_size=6)


@given(st.integers(-(2**63), 2**63 - 1), averages, st.integers(0, 2**64 - 1), st.integers(1, 99))
@settings(deadline=None)
def test_an_average_is_advanced_once_a_block(flow: int, average: I64F64, smoothing: int, block: int) -> None:
    """The flow is taken in and starts again at zero; a second time in the same block changes nothing."""
    after = advanced_flow(FlowRecord(flow, (0, average)), block, smoothing)
    assert after.flow == 0
    assert after.average is not None
    assert after.average[0] == block
    assert advanced_flow(after, block, smoothing) is after


@given(st.integers(-(2**62), 2**62), st.integers(-(2**62), 2**62), st.integers(0, ALL_SMOOTHING))
@settings(deadline=None)
def test_a_new_average_lies_between_average_and_flow(flow: int, average: int, smoothing: int) -> None:
    """Rounding down twice takes at most two bits more."""
    before = I64F64.saturating_from_num(average)
    after = advanced_flow(FlowRecord(flow, (0, before)), 1, smoothing).last[1]
    now = I64F64.saturating_from_num(flow)
    assert min(before, now).bits - 2 <= after.bits <= max(before, now).bits


def test_a_smoothing_factor_of_all_takes_the_flow_itself() -> None:
    """2**63 − 1 is one. What is larger saturates to two bits more than one, and overshoots."""
    exactly, overshot = (
        advanced_flow(FlowRecord(-5), 1, smoothing).last[1].bits for smoothing in (ALL_SMOOTHING, 2**64 - 1)
    )
    assert exactly == -5 << 64
    assert overshot == exactly - 5 * 2


def test_at_block_zero_a_subnet_without_an_average_keeps_none() -> None:
    """It counts as advanced there: its flow stays for the next block."""
    record = FlowRecord(flow=7)
    assert advanced_flow(record, 0, ALL_SMOOTHING) == record
    assert advanced_flow(record, 1, ALL_SMOOTHING).flow == 0


def test_the_lower_limit() -> None:
    """The least average if that is negative, else zero; but never below the cutoff, even a positive one."""
    least, most = I64F64.saturating_from_num(-3), I64F64.saturating_from_num(4)
    low, high = I64F64.saturating_from_num(-100), I64F64.saturating_from_num(2)
    assert lower_limit([most, least], low) == least
    assert lower_limit([most], low) == I64F64.ZERO
    assert lower_limit([], low) == I64F64.ZERO
    assert lower_limit([most, least], high) == high
    assert lower_limit([least], I64F64.saturating_from_num(-2)) == I64F64.saturating_from_num(-2)


@given(flows)
@settings(deadline=None)
def test_scaling_brings_no_flow_above_one_and_keeps_their_order(given_flows: dict[int, U64F64]) -> None:
    """The greatest becomes one, or falls short of it by rounding; where the factor does not fit all become zero."""
    after = scaled(given_flows)
    assert list(after) == list(given_flows)
    assert all(flow <= ONE for flow in after.values())
    ordered = sorted(given_flows, key=lambda netuid: given_flows[netuid])
    assert [after[netuid] for netuid in ordered] == sorted(after.values())


def test_where_the_factor_does_not_fit_all_flows_become_zero() -> None:
    """One over the least bit is 2**64 TAO, one more than fits."""
    assert scaled({1: U64F64.from_bits(1), 2: U64F64.ZERO}) == {1: U64F64.ZERO, 2: U64F64.ZERO}
    assert scaled({1: U64F64.from_bits(2)})[1] == ONE
    assert scaled({}) == {}


@given(flows, st.integers(0, 3 * 2**64).map(U64F64.from_bits))
@settings(deadline=None, max_examples=40)
def test_normalised_flows_sum_to_at_most_one(given_flows: dict[int, U64F64], exponent: U64F64) -> None:
    """Only flows that were too small to normalise keep their scale, and may sum to something else."""
    after = power_normalised(given_flows, exponent)
    if after != scaled(given_flows):
        assert sum(flow.bits for flow in after.values()) <= ONE.bits


def test_powers() -> None:
    """The power of one is one; of zero, and of what is below three bits of an I32F32, nothing."""
    two = U64F64.saturating_from_num(2)
    assert safe_power(ONE, two) == ONE
    assert [safe_power(U64F64.from_bits(steps << 32), ONE) for steps in (0, 1, 2)] == [U64F64.ZERO] * 3
    assert power_estimate(two) == U64F64.saturating_from_num(4)
    assert power_estimate(U64F64.MAX) == U64F64.MAX


def test_a_power_too_small_for_exp_becomes_the_greatest() -> None:
    """exp of −21.08 fails, as exp of 21.08 does not fit, and the failure is taken for a power that is too large.

    With exponent one that is exactly three bits of an I32F32; with two it is all values from there to 0.000029.
    """
    greatest = U64F64.saturating_from_num(2**31 - 1)
    assert safe_power(U64F64.from_bits(3 << 32), ONE) == greatest
    assert safe_power(U64F64.from_bits(4 << 32), ONE) < ONE
    assert safe_power(U64F64.from_bits(2**64 // 100_000), U64F64.saturating_from_num(2)) == greatest


def test_so_a_subnet_with_almost_no_flow_can_take_almost_everything() -> None:
    """Beside a flow of one, a flow of 2.5e-14 has a share of 99.998 % with exponent one, the runtime's default."""
    after = power_normalised({1: ONE, 2: U64F64.from_bits(461_168)}, ONE)
    assert after[2].bits * 100_000 // ONE.bits == 99_998
    harmless = power_normalised({1: ONE, 2: U64F64.from_bits(700_000)}, ONE)
    assert harmless[2].bits * 100_000 // ONE.bits == 0


def test_flows_too_small_to_normalise_stay_as_scaled() -> None:
    """All zero is the plainest case: there is nothing to divide by, and no panic."""
    nothing = {1: U64F64.ZERO, 2: U64F64.ZERO}
    assert power_normalised(nothing, ONE) == nothing
    assert power_normalised({}, ONE) == {}
