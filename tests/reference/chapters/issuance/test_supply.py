"""Minting within the cap; recycling moves the next halving, burning does not."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.balances import NO_ACCOUNT, BalancesTotalIssuance, SystemAccount
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.items.swap import AlphaBurned, AlphaRecycled, TotalAlphaIssuance
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.balances.accounts import EXISTENTIAL_DEPOSIT, free_balance
from subtensor_spec.chapters.balances.fungible import Credit
from subtensor_spec.chapters.balances.pallet_accounts import burn_account
from subtensor_spec.chapters.issuance.alpha_assets import (
    PositiveAlphaImbalance,
    burn_subnet_alpha,
    mint_alpha,
    recycle_subnet_alpha,
    resolve_to_alpha_in,
    resolve_to_alpha_out,
)
from subtensor_spec.chapters.issuance.block_emission import get_alpha_issuance, get_block_emission
from subtensor_spec.chapters.issuance.emission import HALF_SUPPLY, TOTAL_SUPPLY, block_emission_for_issuance
from subtensor_spec.chapters.issuance.tao_supply import burn_tao, mint_tao, recycle_credit, recycle_tao, spend_tao

U64 = st.integers(0, 2**64 - 1)
COLDKEY, MINER = AccountId(b"\x01" * 32), AccountId(b"\x02" * 32)
NETUID = NetUid(7)
ALPHA = (SubnetAlphaIn, SubnetAlphaOut, TotalAlphaIssuance, AlphaBurned, AlphaRecycled)


def supply(total: int, balances: int, **free: int) -> State:
    """A state with both records, and with what the coldkey and the account of burned TAO hold."""
    state = State()
    TotalIssuance.put(state, TaoBalance(total))
    BalancesTotalIssuance.put(state, TaoBalance(balances))
    for account, rao in ((COLDKEY, free.get("coldkey", 0)), (burn_account(), free.get("burned", 500))):
        data = replace(NO_ACCOUNT.data, free=TaoBalance(rao))
        SystemAccount.put(state, account, replace(NO_ACCOUNT, providers=1, data=data))
    return state


def records(state: State) -> tuple[int, int]:
    return TotalIssuance.get(state), BalancesTotalIssuance.get(state)


@given(U64, U64, U64)
@settings(deadline=None)
def test_minting_stops_at_the_cap_in_balances(total: int, balances: int, amount: int) -> None:
    state = supply(total, balances)
    minted = mint_tao(state, TaoBalance(amount))
    assert minted == min(amount, max(TOTAL_SUPPLY - balances, 0))
    assert records(state) == (min(total + minted, 2**64 - 1), balances + minted)


@given(U64, U64)
@settings(deadline=None)
def test_a_block_mints_the_curves_emission_or_what_the_cap_leaves(total: int, balances: int) -> None:
    """The curve reads one record of the issuance and the cap the other."""
    state = supply(total, balances)
    minted = get_block_emission(state)
    assert minted <= block_emission_for_issuance(total)
    assert records(state)[1] - balances == minted


def test_recycling_undoes_a_halving_and_burning_does_not() -> None:
    recycled, burnt = (supply(HALF_SUPPLY, HALF_SUPPLY, coldkey=10**12) for _ in range(2))
    recycle_tao(recycled, COLDKEY, TaoBalance(1))
    burn_tao(burnt, COLDKEY, TaoBalance(10**9))
    assert (records(recycled), records(burnt)) == ((HALF_SUPPLY - 1,) * 2, (HALF_SUPPLY,) * 2)
    assert free_balance(burnt, burn_account()) == 500 + 10**9
    assert (get_block_emission(recycled), get_block_emission(burnt)) == (10**9, 5 * 10**8)


@pytest.mark.parametrize(("holds", "amount"), [(1499, 1000), (500, 1), (499, 1)])
def test_recycling_leaves_the_existential_deposit(holds: int, amount: int) -> None:
    state = supply(TOTAL_SUPPLY, TOTAL_SUPPLY, coldkey=holds)
    mark = state.mark()
    with pytest.raises(CallError, match=r"SubtensorModule\.InsufficientBalance"):
        recycle_tao(state, COLDKEY, TaoBalance(amount))
    assert state.changes(mark) == {}


@given(st.integers(EXISTENTIAL_DEPOSIT, 10**12), st.integers(0, 1000))
@settings(deadline=None)
def test_only_dust_that_a_burn_leaves_lowers_the_supply(amount: int, remainder: int) -> None:
    state = supply(HALF_SUPPLY, HALF_SUPPLY, coldkey=amount + remainder)
    burn_tao(state, COLDKEY, TaoBalance(amount))
    dust = remainder if remainder < EXISTENTIAL_DEPOSIT else 0
    assert records(state) == (HALF_SUPPLY - dust, HALF_SUPPLY - dust)
    assert SystemAccount.contains(state, COLDKEY) == (remainder >= EXISTENTIAL_DEPOSIT)


@given(U64, st.integers(0, TOTAL_SUPPLY), U64)
@settings(deadline=None)
def test_what_a_block_does_not_spend_is_as_if_never_minted(total: int, balances: int, amount: int) -> None:
    state = supply(total, balances)
    credit = mint_tao(state, TaoBalance(amount))
    if records(state)[0] < 2**64 - 1:
        recycle_credit(state, credit)
        assert records(state) == (total, balances)


def test_all_that_an_account_can_spare_may_be_recycled() -> None:
    state = supply(HALF_SUPPLY, HALF_SUPPLY, coldkey=1_500)
    recycle_tao(state, COLDKEY, TaoBalance(1_000))
    assert (free_balance(state, COLDKEY), records(state)) == (500, (HALF_SUPPLY - 1_000,) * 2)


def test_a_credit_is_spent_in_parts_and_no_further() -> None:
    state = supply(0, 0)
    credit = mint_tao(state, TaoBalance(10_000))
    credit, done = spend_tao(state, MINER, credit, TaoBalance(7_000))
    assert (credit, done, free_balance(state, MINER)) == (3_000, True, 7_000)
    assert spend_tao(state, MINER, credit, TaoBalance(3_001)) == (3_000, False)
    nobody = AccountId(b"\x03" * 32)
    assert spend_tao(state, nobody, credit, TaoBalance(499)) == (3_000, False), "below the existential deposit"
    assert spend_tao(state, nobody, credit, TaoBalance(500)) == (Credit(2_500), True)
    assert spend_tao(state, nobody, Credit(2_500), TaoBalance(2_500)) == (Credit(0), True)


def alpha(*values: int) -> State:
    """A state with what is counted of a subnet's alpha, in the order of ``ALPHA``."""
    state = State()
    for item, value in zip(ALPHA, values, strict=True):
        item.put(state, NETUID, AlphaBalance(value))
    return state


def counted(state: State) -> tuple[int, ...]:
    return tuple(item.get(state, NETUID) for item in ALPHA)


@given(st.tuples(U64, U64, U64, U64, U64), U64)
@settings(deadline=None)
def test_alpha_minted_and_resolved_counts_once_in_each_record(before: tuple[int, ...], amount: int) -> None:
    pool, outside, issued, *rest = before
    state = alpha(*before)
    minted = mint_alpha(state, NETUID, AlphaBalance(amount))
    assert counted(state) == (pool, outside, min(issued + amount, 2**64 - 1), *rest)
    resolve_to_alpha_in(state, minted)
    resolve_to_alpha_out(state, minted)
    assert counted(state)[:2] == (min(pool + amount, 2**64 - 1), min(outside + amount, 2**64 - 1))


def test_recycled_alpha_delays_its_subnets_halving_and_burnt_alpha_does_not() -> None:
    recycled, burnt = (alpha(HALF_SUPPLY - 10**9, 10**9, HALF_SUPPLY, 0, 0) for _ in range(2))
    recycle_subnet_alpha(recycled, NETUID, AlphaBalance(1))
    burn_subnet_alpha(burnt, NETUID, AlphaBalance(1))
    assert counted(recycled) == (HALF_SUPPLY - 10**9, 10**9 - 1, HALF_SUPPLY - 1, 0, 1)
    assert counted(burnt) == (HALF_SUPPLY - 10**9, 10**9, HALF_SUPPLY, 1, 0)
    emitted = [block_emission_for_issuance(get_alpha_issuance(state, NETUID)) for state in (recycled, burnt)]
    assert emitted == [10**9, 5 * 10**8]


def test_nothing_is_not_written() -> None:
    state, nothing = State(), PositiveAlphaImbalance(NETUID, AlphaBalance(0))
    mint_alpha(state, NETUID, AlphaBalance(0))
    resolve_to_alpha_in(state, nothing)
    resolve_to_alpha_out(state, nothing)
    recycle_subnet_alpha(state, NETUID, AlphaBalance(0))
    burn_subnet_alpha(state, NETUID, AlphaBalance(0))
    assert state.storage() == {}
