"""Activity, stake and permits: where each neuron stands before any vote is counted."""

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32, I64F64
from subtensor_spec.chapters.consensus.steps.activity import (
    get_activity_cutoff_blocks,
    get_last_update,
    inactive_neurons,
)
from subtensor_spec.chapters.consensus.steps.permits import new_permits, permits_with_owner
from subtensor_spec.chapters.consensus.steps.stake import (
    active_stake,
    get_stake_weights_for_network,
    stake_above_threshold,
    stake_shares,
)
from subtensor_spec.chapters.stake_weight.inheritance import proportion_of_u64

ONE = 1 << 32
U64_MAX = 2**64 - 1
STAKES = st.lists(st.integers(0, 2**53), min_size=1, max_size=10)


def whole(*rao: int) -> list[I64F64]:
    return [I64F64.saturating_from_num(amount) for amount in rao]


def shares(*bits: int) -> list[I32F32]:
    return [I32F32.from_bits(value) for value in bits]


def test_a_missing_last_update_is_block_zero_and_a_longer_list_stays() -> None:
    assert get_last_update([7], 3) == [7, 0, 0]
    assert get_last_update([7, 8, 9], 2) == [7, 8, 9]


def test_the_cutoff_is_rounded_down_and_at_least_one_block() -> None:
    assert get_activity_cutoff_blocks(13889, 360) == 5000
    assert get_activity_cutoff_blocks(13889, 0) == 1
    assert get_activity_cutoff_blocks(999, 1) == 1


def test_a_neuron_is_active_through_the_block_of_its_cutoff() -> None:
    assert inactive_neurons([100], 50, 150) == [False]
    assert inactive_neurons([100], 50, 151) == [True]


def test_an_update_near_the_greatest_block_never_becomes_inactive() -> None:
    assert inactive_neurons([U64_MAX - 1], 50, U64_MAX) == [False]


def test_stake_is_alpha_plus_weighted_tao() -> None:
    """The weight is cut to 32 bits first: a sixth of 6e15 rao comes out 931 323 rao short."""
    sixth = proportion_of_u64(U64_MAX // 6)
    (stake,) = get_stake_weights_for_network([5], [6 * 10**15], sixth)
    assert stake.bits == (5 << 64) + 6 * 10**15 * (sixth.bits << 32)
    assert (stake.bits >> 64) == 10**15 + 5 - 931323


def test_amounts_from_two_to_the_63_saturate() -> None:
    (stake,) = get_stake_weights_for_network([U64_MAX], [U64_MAX], proportion_of_u64(U64_MAX))
    assert stake == I64F64.MAX


def test_the_threshold_is_met_by_whole_rao_and_does_not_bind_the_owner() -> None:
    below = I64F64.from_bits((10 << 64) - 1)
    assert stake_above_threshold([below, *whole(10), below], 10, 2) == [I64F64.ZERO, *whole(10), below]


@given(STAKES)
def test_shares_of_stake_sum_to_at_most_one(amounts: list[int]) -> None:
    """They are cut twice, so each may lose up to one bit and a little."""
    total = sum(share.bits for share in stake_shares(whole(*amounts)))
    if any(amounts):
        assert ONE - 2 * len(amounts) <= total <= ONE
    else:
        assert total == 0


def test_a_total_stake_beyond_two_to_the_63_makes_shares_negative() -> None:
    """It wraps. All alpha and TAO there can ever be come to 2**55 rao, so no subnet gets there."""
    assert [share.bits for share in stake_shares(whole(2**62, 2**62))] == [-ONE // 2] * 2


def test_active_stake_is_shared_among_active_validators_only() -> None:
    stake = shares(ONE // 2, ONE // 4, ONE // 4)
    active = active_stake(stake, [False, True, False], [True, True, True])
    assert [share.bits for share in active] == [2 * ONE // 3, 0, ONE // 3]
    assert active_stake(stake, [False] * 3, [True, False]) == shares(ONE, 0, 0)


def test_with_no_permit_stored_at_all_stake_without_a_permit_counts() -> None:
    """An empty list of permits is an empty mask; but no weights count then, so nothing comes of it except the pay."""
    stake = shares(ONE // 2, ONE // 2)
    assert active_stake(stake, [False, False], []) == stake


def test_the_owner_holds_a_permit_if_the_list_reaches_that_far() -> None:
    assert permits_with_owner([False, False], 1) == [False, True]
    assert permits_with_owner([False], 1) == [False]
    assert permits_with_owner([False], None) == [False]


def test_the_owner_takes_no_permit_from_anybody() -> None:
    assert new_permits(shares(3, 2, 1, 0), 2, 3) == [True, True, False, True]


def test_a_permit_needs_stake_but_no_activity() -> None:
    assert new_permits(shares(0, 0), 2, None) == [False, False]
    assert new_permits(shares(1, 1), 0, None) == [False, False]
