"""The price average: between price and past, stalled on the way up, free on the way down."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reference.hand_made import Subnet, state_of

from subtensor_spec.arithmetic import I96F32, U64F64
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.emission import price as rules

ONE = U64F64.ONE
BLOCK = 7_000_000
MOVING_ALPHA = I96F32.from_bits(12884)
"""0.000003, the runtime's default."""
OLD = Subnet(1, first_emission_block=1, ema_price_halving_blocks=201_600)

blocks = st.one_of(st.integers(0, 10**7), st.integers(0, 2**64 - 1))
fractions = st.integers(0, 2**32).map(I96F32.from_bits)


def average_price(subnet: Subnet) -> U64F64:
    return rules.get_moving_alpha_price(state_of([subnet]), NetUid(subnet.netuid))


def price_smoothing(subnet: Subnet, block: int, base: I96F32) -> U64F64:
    return rules.price_smoothing(state_of([subnet], block=block, moving_alpha=base), NetUid(subnet.netuid))


def updated_moving_price(subnet: Subnet, block: int, base: I96F32) -> I96F32:
    state = state_of([subnet], block=block, moving_alpha=base)
    return rules.moving_price_after(state, NetUid(subnet.netuid), subnet.price)


def price(bits: int) -> U64F64:
    return U64F64.from_bits(bits << 32)


def test_root_and_stable_subnets_are_worth_one() -> None:
    """Whatever is stored, root's price average and a stable subnet's is one."""
    stored = I96F32.saturating_from_num(5)
    assert average_price(Subnet(0, moving_price=stored)) == ONE
    assert average_price(Subnet(3, mechanism=0, moving_price=stored)) == ONE
    assert average_price(Subnet(3, moving_price=stored)) == U64F64.saturating_from_num(5)


def test_a_stored_average_beyond_the_format_is_brought_to_its_limits() -> None:
    """A negative average reads as zero, one of 2**64 or more as the greatest number."""
    assert average_price(Subnet(3, moving_price=I96F32.from_bits(-1))) == U64F64.ZERO
    assert average_price(Subnet(3, moving_price=I96F32.saturating_from_num(2**64))) == U64F64.MAX


@given(blocks, blocks, st.none() | blocks, fractions)
@settings(deadline=None)
def test_the_weight_of_the_newest_price_grows_with_age(
    block: int, halving_time: int, first: int | None, base: I96F32
) -> None:
    """It is at most the base weight, and never less a block later."""
    subnet = Subnet(1, first_emission_block=first, ema_price_halving_blocks=halving_time)
    weight = price_smoothing(subnet, block, base)
    assert weight <= U64F64.saturating_from_num(base)
    if block < 2**63 and halving_time < 2**63:
        assert weight <= price_smoothing(subnet, block + 1, base)


def test_age_counts_from_the_block_before_first_emission() -> None:
    """A subnet without one counts from block zero, as does one that started at block zero or one."""
    halves = replace(OLD, ema_price_halving_blocks=100)
    started = replace(halves, first_emission_block=901)
    assert price_smoothing(started, 1_000, I96F32.ONE) == U64F64.from_bits(2**63)
    weights = {
        price_smoothing(replace(halves, first_emission_block=first), 1_000, I96F32.ONE) for first in (None, 0, 1)
    }
    assert len(weights) == 1


def test_without_age_and_halving_time_the_average_stands_still() -> None:
    """Zero over zero weighs nothing."""
    subnet = Subnet(1, moving_price=I96F32.from_bits(12345), price=ONE)
    assert price_smoothing(subnet, 0, I96F32.ONE) == U64F64.ZERO
    assert updated_moving_price(subnet, 0, I96F32.ONE) == subnet.moving_price


@given(st.integers(0, 2**33), st.integers(0, 2**34), blocks, fractions)
@settings(deadline=None)
def test_a_new_average_lies_between_price_and_average(moving: int, now: int, block: int, base: I96F32) -> None:
    """It may fall one bit short of the lower of the two, and a price above one counts as one."""
    subnet = replace(OLD, moving_price=I96F32.from_bits(moving), price=price(now))
    counted = min(now, 2**32)
    updated = updated_moving_price(subnet, block, base).bits
    assert min(moving, counted) - 1 <= updated <= max(moving, counted)


def test_the_average_stalls_below_a_rising_price() -> None:
    """At the default weight a gap of 7.9e-5 TAO is never closed: the step rounds away, block after block."""
    stored = I96F32.saturating_from_num(1).bits // 200
    gap = int(0.000079 * 2**32)
    below = replace(OLD, moving_price=I96F32.from_bits(stored), price=price(stored + gap))
    assert updated_moving_price(below, BLOCK, MOVING_ALPHA).bits == stored
    wider = replace(below, price=price(stored + gap + gap // 16))
    assert updated_moving_price(wider, BLOCK, MOVING_ALPHA).bits == stored + 1


def test_the_average_falls_all_the_way_and_a_bit_further() -> None:
    """Above the price, and even at it, every block takes at least one bit; one bit below, it stands."""
    now = I96F32.saturating_from_num(1).bits // 200
    falling = [
        updated_moving_price(
            replace(OLD, moving_price=I96F32.from_bits(now + above), price=price(now)), BLOCK, MOVING_ALPHA
        )
        for above in (2, 1, 0, -1)
    ]
    assert [average.bits - now for average in falling] == [1, 0, -1, -1]
