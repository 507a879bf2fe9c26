"""The pool on the state: its price, what a swap stores, its beginning and its end; and the calls."""

from typing import Any

import pytest

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.blocks.dispatch import dispatch
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetMechanism, SubnetTAO
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.items.swap import FeeRate, PalSwapInitialized, SwapBalancer
from subtensor_spec.chain.origins import Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, Balancer, NetUid, TaoBalance
from subtensor_spec.chapters.swap.liquidity import (
    adjust_protocol_liquidity,
    approx_fee_amount,
    clear_protocol_liquidity,
    current_alpha_price,
    get_alpha_amount_for_tao,
    max_price,
    maybe_initialize_palswap,
    min_price,
    sim_swap,
    swap,
)
from subtensor_spec.chapters.swap.order import Buy, Sell
from subtensor_spec.chapters.swap.weights import EQUAL_WEIGHTS

NETUID, TAO = NetUid(1), 10**9
SKEWED = Balancer(Perquintill(25 * 10**16))


def subnet(tao: int = 1_000 * TAO, alpha: int = 1_000 * TAO, mechanism: int = 1) -> State:
    state = State()
    NetworksAdded.put(state, NETUID, True)
    SubnetMechanism.put(state, NETUID, mechanism)
    SubnetTAO.put(state, NETUID, TaoBalance(tao))
    SubnetAlphaIn.put(state, NETUID, AlphaBalance(alpha))
    return state


def test_the_price_counts_stored_weights_even_before_the_pool_started() -> None:
    state = subnet()
    SwapBalancer.put(state, NETUID, SKEWED)
    assert current_alpha_price(state, NETUID) == U64F64.saturating_from_num(3)
    assert get_alpha_amount_for_tao(state, NETUID, TaoBalance(30)) == 10
    SubnetMechanism.put(state, NETUID, 0)
    assert current_alpha_price(state, NETUID) == U64F64.ONE
    assert get_alpha_amount_for_tao(state, NETUID, TaoBalance(30)) == 30


def test_the_first_swap_starts_the_pool_and_stores_nothing_else() -> None:
    state = subnet()
    SwapBalancer.put(state, NETUID, SKEWED)
    mark = state.mark()
    result = swap(state, NETUID, Buy(TaoBalance(TAO)), max_price(), False)
    assert len(state.changes(mark)) == 2
    assert (SwapBalancer.get(state, NETUID), PalSwapInitialized.get(state, NETUID)) == (EQUAL_WEIGHTS, True)
    mark = state.mark()
    assert swap(state, NETUID, Buy(TaoBalance(TAO)), max_price(), False) == result
    assert state.changes(mark) == {}


def test_a_refused_swap_stores_nothing() -> None:
    state = subnet(alpha=10**6 - 1)
    mark = state.mark()
    with pytest.raises(CallError, match=r"Swap\.ReservesTooLow"):
        swap(state, NETUID, Buy(TaoBalance(TAO)), max_price(), False)
    assert state.changes(mark) == {}


def test_a_simulation_stores_nothing_and_has_the_orders_own_limit() -> None:
    state = subnet()
    mark = state.mark()
    for order in (Buy(TaoBalance(TAO)), Sell(AlphaBalance(TAO))):
        assert sim_swap(state, NETUID, order) == swap(state, NETUID, order, TaoBalance(order.default_limit), False)
        state.undo(mark)
    assert (max_price(), min_price()) == (10**15, 1_000)


def test_a_simulation_without_a_pool_is_one_for_one_or_nothing() -> None:
    state = subnet(mechanism=0)
    assert sim_swap(state, NETUID, Buy(TaoBalance(5))).amount_paid_out == 5
    assert sim_swap(state, NetUid(2), Buy(TaoBalance(5))).amount_paid_out == 0
    assert approx_fee_amount(state, NETUID, 10**12) == 0
    SubnetMechanism.put(state, NETUID, 1)
    assert approx_fee_amount(state, NETUID, 10**12) == 503_547_722


def test_a_new_pool_starts_with_its_price_or_not_at_all() -> None:
    state = subnet()
    with pytest.raises(CallError, match="ReservesOutOfBalance"):
        maybe_initialize_palswap(state, NETUID, U64F64.saturating_from_num(1_000))
    assert not PalSwapInitialized.contains(state, NETUID), "no weights in range give that price"
    maybe_initialize_palswap(state, NETUID, U64F64.saturating_from_num(3))
    assert SwapBalancer.get(state, NETUID) == SKEWED
    maybe_initialize_palswap(state, NETUID, None)
    assert SwapBalancer.get(state, NETUID) == SKEWED, "it starts once"


def test_protocol_liquidity_sets_the_weights_or_adds_nothing() -> None:
    state = subnet()
    added = adjust_protocol_liquidity(state, NETUID, TaoBalance(1_000 * TAO), AlphaBalance(0))
    assert added == (1_000 * TAO, 0)
    assert SwapBalancer.get(state, NETUID).quote.parts == 666_666_666_666_666_666
    mark = state.mark()
    assert adjust_protocol_liquidity(state, NETUID, TaoBalance(10**18), AlphaBalance(0)) == (0, 0)
    assert state.changes(mark) == {}


def test_nothing_is_left_of_a_pool_at_its_end() -> None:
    state = subnet()
    FeeRate.put(state, NETUID, 5)
    maybe_initialize_palswap(state, NETUID, None)
    clear_protocol_liquidity(state, NETUID)
    assert (SubnetTAO.get(state, NETUID), SubnetAlphaIn.get(state, NETUID)) == (0, 0)
    stored = (FeeRate, SwapBalancer, PalSwapInitialized)
    assert not any(item.contains(state, NETUID) for item in stored)


@pytest.mark.parametrize(
    ("origin", "netuid", "rate", "code"),
    [
        (Signed(AccountId(bytes(32))), 9, 65_535, "BadOrigin"),
        (Root(), 9, 65_535, "Swap.MechanismDoesNotExist"),
        (Root(), 1, 10_001, "Swap.FeeRateTooHigh"),
        (Root(), 1, 10_000, None),
    ],
)
def test_root_sets_a_fee_rate(origin: Any, netuid: int, rate: int, code: str | None) -> None:
    state = subnet()
    arguments = {"netuid": NetUid(netuid), "rate": rate}
    if code is None:
        dispatch(state, "Swap.set_fee_rate", origin, arguments)
        assert FeeRate.get(state, NETUID) == rate
        assert [event.values for event in state.events] == [(NETUID, rate)]
    else:
        with pytest.raises(CallError) as caught:
            dispatch(state, "Swap.set_fee_rate", origin, arguments)
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("add_liquidity", {"hotkey": bytes(32), "netuid": 1, "tick_low": -1, "tick_high": 1, "liquidity": 1}),
        ("remove_liquidity", {"hotkey": bytes(32), "netuid": 1, "position_id": 1}),
        ("modify_position", {"hotkey": bytes(32), "netuid": 1, "position_id": 1, "liquidity_delta": -1}),
        ("toggle_user_liquidity", {"netuid": 1, "enable": True}),
        ("disable_lp", {}),
    ],
)
def test_calls_on_liquidity_of_users_are_no_more(name: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(CallError, match=r"Swap\.Deprecated"):
        dispatch(subnet(), f"Swap.{name}", Root(), arguments)
