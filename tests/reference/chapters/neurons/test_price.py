"""The registration price: its decay, its rise, its bounds, and the counters that a block starts anew."""

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.neurons import (
    Burn,
    BurnHalfLife,
    BurnIncreaseMult,
    MaxBurn,
    MinBurn,
    RegistrationsThisBlock,
    RegistrationsThisInterval,
)
from subtensor_spec.chain.items.schedule import LastEpochBlock
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, BlockNumber, NetUid, TaoBalance
from subtensor_spec.chapters.neurons.price import (
    bump_registration_price_after_registration,
    decayed_price,
    update_registration_prices_for_networks,
    within_bounds,
)

NETUID = NetUid(1)
PRICES = st.integers(0, 2**64 - 1)
HALF_LIVES = st.integers(1, 2**16 - 1)


def at_price(price: int, half_life: int = 360) -> State:
    state = State()
    Burn.put(state, NETUID, TaoBalance(price))
    BurnHalfLife.put(state, NETUID, half_life)
    MinBurn.put(state, NETUID, TaoBalance(0))
    MaxBurn.put(state, NETUID, TaoBalance(2**64 - 1))
    return state


def test_a_price_is_halved_in_its_half_life() -> None:
    state = at_price(10**12, half_life=7)
    for block in range(2, 9):
        Burn.put(state, NETUID, decayed_price(state, NETUID, block))
    assert 10**12 // 2 - 10_000 < Burn.get(state, NETUID) <= 10**12 // 2


@given(PRICES, HALF_LIVES)
def test_a_price_never_rises_by_itself(price: int, half_life: int) -> None:
    assert decayed_price(at_price(price, half_life), NETUID, 2) <= price


def test_without_a_half_life_and_before_block_2_nothing_decays() -> None:
    assert decayed_price(at_price(1000, half_life=0), NETUID, 9) == 1000
    assert [decayed_price(at_price(1000), NETUID, block) for block in (0, 1, 2)] == [1000, 1000, 998]


def test_the_bounds_hold_though_nothing_decays_and_the_upper_one_wins() -> None:
    state = at_price(50, half_life=0)
    MinBurn.put(state, NETUID, TaoBalance(100))
    assert decayed_price(state, NETUID, 9) == 100
    MaxBurn.put(state, NETUID, TaoBalance(70))
    assert [within_bounds(state, NETUID, price) for price in (50, 80, 200)] == [70, 70, 70]


def test_a_registration_multiplies_the_price_and_rounds_down() -> None:
    state = at_price(7)
    BurnIncreaseMult.put(state, NETUID, U64F64.from_bits(3 << 63))
    bump_registration_price_after_registration(state, NETUID)
    assert Burn.get(state, NETUID) == 10


def test_a_multiplier_below_one_counts_as_one_and_the_product_saturates() -> None:
    state = at_price(2**64 - 1)
    for multiplier in (U64F64.ZERO, U64F64.from_bits(2**128 - 1)):
        BurnIncreaseMult.put(state, NETUID, multiplier)
        bump_registration_price_after_registration(state, NETUID)
        assert Burn.get(state, NETUID) == 2**64 - 1


def test_roots_price_does_not_rise() -> None:
    state = State()
    bump_registration_price_after_registration(state, ROOT)
    assert not Burn.contains(state, ROOT)


def test_a_block_stores_the_price_only_if_it_changed_but_the_counter_always(subnet: State) -> None:
    BurnHalfLife.put(subnet, NETUID, 0)
    RegistrationsThisBlock.put(subnet, NETUID, 3)
    RegistrationsThisInterval.put(subnet, NETUID, 3)
    update_registration_prices_for_networks(subnet)
    assert not Burn.contains(subnet, NETUID)
    assert RegistrationsThisBlock.items(subnet) == [(ROOT, 0), (NETUID, 0)]
    assert RegistrationsThisInterval.get(subnet, NETUID) == 3


def test_roots_interval_starts_anew_in_every_block_once_its_first_epoch_is_due(subnet: State) -> None:
    for block, left in ((359, 4), (360, 0), (361, 0)):
        Number.put(subnet, BlockNumber(block))
        RegistrationsThisInterval.put(subnet, ROOT, 4)
        update_registration_prices_for_networks(subnet)
        assert RegistrationsThisInterval.get(subnet, ROOT) == left
    assert not LastEpochBlock.contains(subnet, ROOT)
