"""What a node's runtime API answers about a pool: fields on their sides, slippage with the fee inside, zeros."""

from dataclasses import asdict

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.items.pools import SubnetMechanism
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, Balancer, NetUid, TaoBalance
from subtensor_spec.chapters.swap.answers import (
    NOTHING,
    current_alpha_price_in_rao,
    sim_swap_alpha_for_tao,
    sim_swap_tao_for_alpha,
)
from subtensor_spec.chapters.swap.liquidity import current_alpha_price, sim_swap
from subtensor_spec.chapters.swap.order import Buy, Sell
from subtensor_spec.chapters.swap.pool import Pool, pool_as_state

NETUID, WHOLE = NetUid(3), 10**9


def subnet(tao: int, alpha: int, parts: int = 5 * 10**17, fee_rate: int = 33) -> State:
    pool = Pool(TaoBalance(tao), AlphaBalance(alpha), Balancer(Perquintill(parts)), fee_rate=fee_rate)
    return pool_as_state(pool, NETUID)


def test_a_price_is_rounded_down_to_a_rao_and_at_most_what_the_format_holds() -> None:
    assert current_alpha_price_in_rao(subnet(2 * WHOLE, 3 * WHOLE), NETUID) == 666_666_666
    assert current_alpha_price_in_rao(subnet(2 * WHOLE, 0), NETUID) == 0
    dear = current_alpha_price_in_rao(subnet(2**63, 1), NETUID)
    assert dear == U64F64.MAX.bits >> U64F64.FRACTION_BITS == 2**64 - 1


def test_a_buy_without_a_fee_slips_by_what_the_curve_takes() -> None:
    """Ten for a thousand against a thousand: the curve gives 1000 · 10 / 1010, a price of one would give ten."""
    state = subnet(1_000 * WHOLE, 1_000 * WHOLE, fee_rate=0)
    answer = sim_swap_tao_for_alpha(state, NETUID, TaoBalance(10 * WHOLE))
    received = 1_000 * WHOLE * 10 // 1_010
    assert abs(answer.alpha_amount - received) <= 1
    assert answer.alpha_slippage == 10 * WHOLE - answer.alpha_amount
    assert (answer.tao_amount, answer.tao_fee, answer.alpha_fee, answer.tao_slippage) == (10 * WHOLE, 0, 0, 0)


def test_the_fee_is_inside_the_slippage_of_either_side() -> None:
    state = subnet(2_000 * WHOLE, 3_000 * WHOLE, 4 * 10**17)
    bought, tao = sim_swap(state, NETUID, Buy(TaoBalance(7 * WHOLE))), TaoBalance(7 * WHOLE)
    buy = sim_swap_tao_for_alpha(state, NETUID, tao)
    assert buy.tao_fee == bought.fee_paid > 0
    assert buy.tao_amount + buy.tao_fee == tao
    price = current_alpha_price(state, NETUID)
    assert buy.alpha_slippage == (tao << 64) // price.bits - bought.amount_paid_out
    sold, alpha = sim_swap(state, NETUID, Sell(AlphaBalance(7 * WHOLE))), AlphaBalance(7 * WHOLE)
    sale = sim_swap_alpha_for_tao(state, NETUID, alpha)
    assert (sale.tao_amount, sale.alpha_amount, sale.alpha_fee) == (
        sold.amount_paid_out,
        sold.amount_paid_in,
        sold.fee_paid,
    )
    assert sale.tao_slippage == (alpha * price.bits >> 64) - sold.amount_paid_out
    assert (sale.tao_fee, sale.alpha_slippage) == (0, 0)


def test_a_refused_swap_is_six_zeros() -> None:
    state = subnet(1_000 * WHOLE, 1_000_000 * WHOLE)
    assert sim_swap_tao_for_alpha(state, NETUID, TaoBalance(2_000_000 * WHOLE)) == NOTHING
    assert sim_swap_alpha_for_tao(state, NETUID, AlphaBalance(1)) == NOTHING
    assert set(asdict(NOTHING).values()) == {0}


def test_without_a_pool_one_is_answered_for_one_and_no_slippage() -> None:
    state = subnet(1, 1)
    SubnetMechanism.put(state, NETUID, 0)
    answer = sim_swap_tao_for_alpha(state, NETUID, TaoBalance(5))
    assert (answer.tao_amount, answer.alpha_amount, answer.alpha_slippage) == (5, 5, 0)
    elsewhere = sim_swap_alpha_for_tao(state, NetUid(9), AlphaBalance(5))
    assert (elsewhere.alpha_amount, elsewhere.tao_amount, elsewhere.tao_slippage) == (0, 0, 5)


def test_asking_changes_nothing() -> None:
    state = subnet(1_000 * WHOLE, 1_000 * WHOLE)
    before = state.digest()
    sim_swap_tao_for_alpha(state, NETUID, TaoBalance(WHOLE))
    sim_swap_alpha_for_tao(state, NETUID, AlphaBalance(WHOLE))
    assert state.digest() == before
