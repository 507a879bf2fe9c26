"""What an account can give and take, and what a transfer does."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.balances import NO_DATA, BalancesTotalIssuance, SystemAccount
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AccountInfo, NetUid, TaoBalance
from subtensor_spec.chapters.balances.accounts import free_balance
from subtensor_spec.chapters.balances.fungible import (
    Credit,
    Expendable,
    Preservation,
    Preserve,
    burn_from,
    check_can_deposit,
    check_can_withdraw,
    drop_credit,
    issue,
    reducible_balance,
    resolve,
    transfer,
    withdraw,
)
from subtensor_spec.chapters.balances.tao import (
    can_remove_balance_from_coldkey_account,
    get_coldkey_balance,
    get_keep_alive_balance,
    transfer_all_tao_and_kill,
    transfer_tao,
    transfer_tao_from_subnet,
    transfer_tao_to_subnet,
)
from subtensor_spec.chapters.subnets.existence import account_of

WHO, OTHER, NOBODY = (AccountId(bytes([number]) * 32) for number in (7, 8, 9))
ISSUED = 10**12


def account(free: int, reserved: int = 0, frozen: int = 0, consumers: int = 0, providers: int = 1) -> AccountInfo:
    data = replace(NO_DATA, free=TaoBalance(free), reserved=TaoBalance(reserved), frozen=TaoBalance(frozen))
    return AccountInfo(0, consumers, providers, 0, data)


def chain(**accounts: AccountInfo) -> State:
    state = State()
    BalancesTotalIssuance.put(state, TaoBalance(ISSUED))
    TotalIssuance.put(state, TaoBalance(ISSUED))
    for name, who in (("who", WHO), ("other", OTHER)):
        if name in accounts:
            SystemAccount.put(state, who, accounts[name])
    return state


def names(state: State) -> list[str]:
    return [event.kind.name for event in state.events]


@pytest.mark.parametrize(
    ("held", "expendable", "preserve", "by_force"),
    [
        (account(0), 0, 0, 0),
        (account(499), 499, 0, 499),
        (account(2_000), 2_000, 1_500, 2_000),
        (account(2_000, frozen=700), 1_300, 1_300, 2_000),
        (account(2_000, reserved=300, frozen=700, consumers=1), 1_500, 1_500, 1_500),
        (account(2_000, consumers=1), 1_500, 1_500, 1_500),
        (account(2_000, consumers=1, providers=2), 2_000, 1_500, 2_000),
    ],
)
def test_what_an_account_can_give(held: AccountInfo, expendable: int, preserve: int, by_force: int) -> None:
    state = chain(who=held)
    assert reducible_balance(state, WHO, Expendable) == expendable == get_coldkey_balance(state, WHO)
    assert reducible_balance(state, WHO, Preserve) == preserve == get_keep_alive_balance(state, WHO)
    assert reducible_balance(state, WHO, Expendable, polite=False) == by_force


@pytest.mark.parametrize(
    ("held", "amount", "preservation", "code"),
    [
        (account(2_000), ISSUED + 1, Expendable, "Arithmetic.Underflow"),
        (account(2_000), 2_001, Expendable, "Token.FundsUnavailable"),
        (account(2_000, frozen=700), 1_301, Expendable, "Token.Frozen"),
        (account(300, consumers=1, providers=1, reserved=9), 0, Preserve, None),
        (account(2_000, consumers=1), 1_501, Expendable, "Token.Frozen"),
        (account(2_000), 1_501, Preserve, "Token.NotExpendable"),
        (account(ISSUED), ISSUED, Expendable, None),
        (account(2_000), 1_501, Expendable, None),
        (account(2_000), 1_500, Preserve, None),
    ],
)
def test_refusals_to_give(held: AccountInfo, amount: int, preservation: Preservation, code: str | None) -> None:
    assert refusal(lambda: check_can_withdraw(chain(who=held), WHO, TaoBalance(amount), preservation)) == code


def refusal(act: Callable[[], object]) -> str | None:
    try:
        act()
    except CallError as error:
        return error.code
    return None


@pytest.mark.parametrize(
    ("held", "amount", "code"),
    [
        (account(2**64 - 1), 1, "Arithmetic.Overflow"),
        (account(0), 499, "Token.BelowMinimum"),
        (account(600, reserved=2**64 - 1, consumers=1), 1, "Arithmetic.Overflow"),
        (account(0), 0, None),
        (account(0), 500, None),
        (account(2**64 - 2), 1, None),
        (account(600, reserved=2**64 - 1_600, consumers=1), 999, None),
    ],
)
def test_refusals_to_take(held: AccountInfo, amount: int, code: str | None) -> None:
    assert refusal(lambda: check_can_deposit(chain(who=held), WHO, TaoBalance(amount))) == code


def test_a_transfer_pays_and_tells() -> None:
    state = chain(who=account(2_000))
    transfer(state, WHO, OTHER, TaoBalance(1_500), Preserve)
    assert (free_balance(state, WHO), free_balance(state, OTHER)) == (500, 1_500)
    assert names(state) == ["NewAccount", "Endowed", "Transfer"]


def test_a_transfer_to_oneself_is_checked_and_does_nothing() -> None:
    state = chain(who=account(2_000))
    assert refusal(lambda: transfer(state, WHO, WHO, TaoBalance(2_001), Expendable)) == "Token.FundsUnavailable"
    transfer(state, WHO, WHO, TaoBalance(2_000), Expendable)
    assert (free_balance(state, WHO), names(state)) == (2_000, [])


def test_dust_of_a_coldkeys_transfer_leaves_both_records_and_of_others_one() -> None:
    for act, total in ((transfer_tao, ISSUED - 400), (_plain, ISSUED)):
        state = chain(who=account(2_000), other=account(500))
        act(state, WHO, OTHER, TaoBalance(1_600))
        assert (BalancesTotalIssuance.get(state), TotalIssuance.get(state)) == (ISSUED - 400, total)
        assert names(state) == ["KilledAccount", "DustLost", "Transfer"]


def _plain(state: State, source: AccountId, destination: AccountId, amount: TaoBalance) -> None:
    transfer(state, source, destination, amount, Expendable)


def test_a_coldkey_can_pay_what_it_has() -> None:
    state = chain(who=account(2_000))
    assert can_remove_balance_from_coldkey_account(state, WHO, TaoBalance(2_000))
    assert not can_remove_balance_from_coldkey_account(state, WHO, TaoBalance(2_001))
    code = refusal(lambda: transfer_tao(state, WHO, OTHER, TaoBalance(2_001)))
    assert code == "SubtensorModule.InsufficientBalance"
    transfer_all_tao_and_kill(state, WHO, OTHER)
    assert (SystemAccount.contains(state, WHO), free_balance(state, OTHER)) == (False, 2_000)
    mark = state.mark()
    transfer_all_tao_and_kill(state, WHO, OTHER)
    assert (state.changes(mark), len(state.events)) == ({}, mark.events)


def test_a_coldkey_pays_a_subnet_what_it_can_spare() -> None:
    state, netuid = chain(who=account(2_000)), NetUid(4)
    assert transfer_tao_to_subnet(state, netuid, WHO, TaoBalance(0)) == 0, "nothing is asked of nobody"
    code = refusal(lambda: transfer_tao_to_subnet(state, netuid, WHO, TaoBalance(1)))
    assert code == "SubtensorModule.SubnetNotExists"
    NetworksAdded.put(state, netuid, False)
    assert transfer_tao_to_subnet(state, netuid, WHO, TaoBalance(10_000)) == 1_500, "an entry is enough"
    assert (
        refusal(lambda: transfer_tao_to_subnet(state, ROOT, WHO, TaoBalance(1)))
        == "SubtensorModule.InsufficientBalance"
    )
    transfer_tao_from_subnet(state, netuid, OTHER, TaoBalance(1_500))
    assert (free_balance(state, account_of(netuid)), free_balance(state, OTHER)) == (0, 1_500)


def test_credits_come_from_the_issuance_and_go_back() -> None:
    state = chain(who=account(2_000))
    credit = issue(state, TaoBalance(700))
    assert (credit, BalancesTotalIssuance.get(state)) == (700, ISSUED + 700)
    assert resolve(state, WHO, credit)
    drop_credit(state, withdraw(state, WHO, TaoBalance(200)))
    assert (free_balance(state, WHO), BalancesTotalIssuance.get(state)) == (2_500, ISSUED + 500)
    assert names(state) == ["Issued", "Deposit", "Withdraw"]
    assert [event.values[-1] for event in state.events] == [700, 700, 200]
    assert not resolve(state, NOBODY, Credit(499))
    assert issue(state, TaoBalance(2**64 - 1)) == 2**64 - 1 - ISSUED - 500, "up to the greatest u64"


def test_an_account_takes_a_credit_up_to_the_greatest_u64() -> None:
    full, room = chain(who=account(2**64 - 1)), chain(who=account(2**64 - 2))
    assert not resolve(full, WHO, Credit(1))
    assert resolve(room, WHO, Credit(1))


def test_a_withdrawal_by_force_takes_what_is_frozen_and_the_account() -> None:
    state = chain(who=account(2_000, frozen=700, consumers=1, providers=2))
    assert refusal(lambda: withdraw(state, WHO, TaoBalance(2_001))) == "Token.FundsUnavailable"
    assert withdraw(state, WHO, TaoBalance(1_400)) == 1_400
    assert free_balance(state, WHO) == 600


def test_a_transfer_without_dust_does_not_touch_the_staking_pallets_record() -> None:
    state = chain(who=account(2_000))
    TotalIssuance.kill(state)
    transfer_tao(state, WHO, OTHER, TaoBalance(700))
    assert not TotalIssuance.exists(state)


def test_all_that_can_be_burned_may_be_burned() -> None:
    state = chain(who=account(2_000))
    burn_from(state, WHO, TaoBalance(1_500), Preserve)
    BalancesTotalIssuance.put(state, TaoBalance(500))
    burn_from(state, WHO, TaoBalance(500), Expendable)
    assert BalancesTotalIssuance.get(state) == 0


def test_burning_takes_exactly_what_is_asked() -> None:
    state = chain(who=account(2_000))
    assert refusal(lambda: burn_from(state, WHO, TaoBalance(1_501), Preserve)) == "Token.FundsUnavailable"
    burn_from(state, WHO, TaoBalance(1_700), Expendable)
    assert BalancesTotalIssuance.get(state) == ISSUED - 2_000, "with the dust"
    assert TotalIssuance.get(state) == ISSUED
    assert names(state) == ["KilledAccount", "DustLost", "Burned"]
    poor = chain(who=account(2_000))
    BalancesTotalIssuance.put(poor, TaoBalance(100))
    assert refusal(lambda: burn_from(poor, WHO, TaoBalance(101), Expendable)) == "Arithmetic.Overflow"


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 4_000), st.booleans()), max_size=12))
@settings(deadline=None)
def test_the_record_of_balances_is_what_they_add_up_to(moves: list[tuple[int, int, int, bool]]) -> None:
    """Whatever is transferred, and whoever dies of it."""
    accounts = [AccountId(bytes([20 + number]) * 32) for number in range(4)]
    state = State()
    for who in accounts[:2]:
        SystemAccount.put(state, who, account(5_000))
    BalancesTotalIssuance.put(state, TaoBalance(10_000))
    for source, destination, amount, alive in moves:
        with suppress(CallError), state.layer():
            transfer(
                state, accounts[source], accounts[destination], TaoBalance(amount), Preserve if alive else Expendable
            )
    held = [free_balance(state, who) for who in accounts]
    assert BalancesTotalIssuance.get(state) == sum(held)
    assert all(rao == 0 or rao >= 500 for rao in held)
    assert [SystemAccount.contains(state, who) for who in accounts] == [rao > 0 for rao in held]
