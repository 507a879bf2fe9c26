"""TAO as a currency: what an account can spend, transfers, and TAO that is issued, deposited, withdrawn and burned.

Amounts are rao, u64. An account without TAO cannot hold less than the existential deposit of 500 rao.
"""

from contextlib import suppress
from dataclasses import replace
from enum import Enum
from typing import NewType

from subtensor_spec.chain.errors import Arithmetic, Balances, CallError, Token
from subtensor_spec.chain.event_kinds.balances import Burned, Deposit, Issued, Transfer, Withdraw
from subtensor_spec.chain.items.balances import BalancesTotalIssuance, SystemAccount
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import U64_MAX, AccountData, AccountId, TaoBalance, saturating_add, saturating_sub
from subtensor_spec.chapters.balances.accounts import EXISTENTIAL_DEPOSIT, free_balance, handle_dust, try_mutate_account
from subtensor_spec.chapters.balances.references import can_dec_provider
from subtensor_spec.rules import POLKADOT_SDK, rule

_TRAITS = "substrate/frame/support/src/traits/tokens/fungible/regular.rs"
_PALLET = "substrate/frame/balances/src/impl_fungible.rs"

Credit = NewType("Credit", int)
"""Rao that are issued and in no account yet; dropping them takes them out of the issuance again."""


class Preservation(Enum):
    """What may become of an account that pays."""

    Expendable = 0
    """It may die."""
    Preserve = 1
    """It must keep the existential deposit."""


Expendable, Preserve = Preservation.Expendable, Preservation.Preserve


@rule("BLK-tao/reducible", POLKADOT_SDK(_PALLET, "reducible_balance"))
def reducible_balance(state: State, who: AccountId, preservation: Preservation, *, polite: bool = True) -> TaoBalance:
    """What an account can give is its free TAO less the greater of what is frozen beyond the reserved, and 500 rao.

    The frozen part counts only when asked politely; the 500 rao only if the account is to be preserved, or holds
    something and cannot lose a provider. At least zero.
    """
    data = SystemAccount.get(state, who).data
    untouchable = saturating_sub(data.frozen, data.reserved) if polite else TaoBalance(0)
    if preservation is Preserve or (data.free and not can_dec_provider(state, who)):
        untouchable = max(untouchable, EXISTENTIAL_DEPOSIT)
    return saturating_sub(data.free, untouchable)


@rule("BLK-tao/can-withdraw", POLKADOT_SDK(_PALLET, "can_withdraw"))
def check_can_withdraw(state: State, who: AccountId, amount: TaoBalance, preservation: Preservation) -> None:
    """An account can give nothing, always; else these refuse, in this order.

    More than the total issuance ``Arithmetic.Underflow``; more than the free TAO ``FundsUnavailable``; more than it may
    politely give ``Frozen``; less than 500 rao left while the last provider must stay ``OnlyProvider``; free and
    reserved TAO left below the frozen ``Frozen``; and less than 500 rao left of an account to be preserved
    ``NotExpendable``.
    """
    if not amount:
        return
    if amount > BalancesTotalIssuance.get(state):
        raise CallError(Arithmetic.Underflow)
    data = SystemAccount.get(state, who).data
    if amount > data.free:
        raise CallError(Token.FundsUnavailable)
    if amount > reducible_balance(state, who, Expendable):
        raise CallError(Token.Frozen)
    left = data.free - amount
    if left < EXISTENTIAL_DEPOSIT and not can_dec_provider(state, who):
        raise CallError(Token.OnlyProvider)
    if min(left + data.reserved, U64_MAX) < data.frozen:
        raise CallError(Token.Frozen)
    if left < EXISTENTIAL_DEPOSIT and preservation is Preserve:
        raise CallError(Token.NotExpendable)


@rule("BLK-tao/can-deposit", POLKADOT_SDK(_PALLET, "can_deposit"))
def check_can_deposit(state: State, who: AccountId, amount: TaoBalance) -> None:
    """An account can take nothing, always; else what it would hold must be a u64 and at least 500 rao.

    ``Arithmetic.Overflow`` if its free TAO, or free and reserved together, would be more than a u64 holds;
    ``BelowMinimum`` if its free TAO would be less than 500 rao.
    """
    if not amount:
        return
    data = SystemAccount.get(state, who).data
    free = data.free + amount
    if free > U64_MAX:
        raise CallError(Arithmetic.Overflow)
    if free < EXISTENTIAL_DEPOSIT:
        raise CallError(Token.BelowMinimum)
    if data.reserved + free > U64_MAX:
        raise CallError(Arithmetic.Overflow)


@rule("BLK-tao/written", POLKADOT_SDK(_PALLET, "write_balance"))
def write_balance(state: State, who: AccountId, amount: TaoBalance) -> None:
    """Free TAO is set; it cannot fall by more than the account may give by force: ``Balances.InsufficientBalance``.

    Dust leaves the issuance.
    """
    greatest = reducible_balance(state, who, Expendable, polite=False)

    def change(data: AccountData) -> AccountData:
        if data.free - amount > greatest:
            raise CallError(Balances.InsufficientBalance)
        return replace(data, free=amount)

    handle_dust(state, try_mutate_account(state, who, change))


@rule("BLK-tao/decrease", POLKADOT_SDK(_TRAITS, "decrease_balance"))
def decrease_balance(
    state: State, who: AccountId, amount: TaoBalance, preservation: Preservation, *, exact: bool, polite: bool = True
) -> TaoBalance:
    """Free TAO falls by an amount: exactly, else ``FundsUnavailable``, or by as much of it as the account may give.

    Returns by how much; what falls as dust on top of it is not counted.
    """
    reducible = reducible_balance(state, who, preservation, polite=polite)
    if exact and amount > reducible:
        raise CallError(Token.FundsUnavailable)
    taken = min(amount, reducible)
    write_balance(state, who, saturating_sub(free_balance(state, who), taken))
    return taken


@rule("BLK-tao/increase", POLKADOT_SDK(_TRAITS, "increase_balance"))
def increase_balance(state: State, who: AccountId, amount: TaoBalance, *, exact: bool) -> TaoBalance:
    """Free TAO grows by an amount. Exactly: ``Arithmetic.Overflow`` beyond a u64, ``BelowMinimum`` below 500 rao.

    Otherwise it grows as far as a u64 goes, and not at all where it would stay below 500 rao. Returns by how much; an
    increase of nothing writes nothing.
    """
    before = free_balance(state, who)
    if exact and before + amount > U64_MAX:
        raise CallError(Arithmetic.Overflow)
    after = saturating_add(before, amount)
    if after < EXISTENTIAL_DEPOSIT:
        if exact:
            raise CallError(Token.BelowMinimum)
        return TaoBalance(0)
    if after != before:
        write_balance(state, who, after)
    return saturating_sub(after, before)


@rule("BLK-tao/transfer", POLKADOT_SDK(_TRAITS, "transfer"))
def transfer(
    state: State, source: AccountId, destination: AccountId, amount: TaoBalance, preservation: Preservation
) -> None:
    """A transfer is checked at its source and then at its destination; then the source pays and the other receives.

    From an account to itself nothing happens after the checks, and no event. What a source that may die leaves below
    500 rao is lost as dust. If the destination still cannot be written, for its references, the TAO is gone all the
    same. Emits ``Transfer``.
    """
    check_can_withdraw(state, source, amount, preservation)
    check_can_deposit(state, destination, amount)
    if source == destination:
        return
    decrease_balance(state, source, amount, preservation, exact=False)
    with suppress(CallError):
        increase_balance(state, destination, amount, exact=False)
    state.emit(Transfer(source, destination, amount))


@rule("BLK-tao/burn-from", POLKADOT_SDK(_TRAITS, "burn_from"))
def burn_from(state: State, who: AccountId, amount: TaoBalance, preservation: Preservation) -> None:
    """Burning takes exactly the amount that an account may politely give, else ``FundsUnavailable``.

    ``Arithmetic.Overflow`` if that is more than the total issuance. The total falls by what the account lost. Emits
    ``Burned``.
    """
    if amount > reducible_balance(state, who, preservation):
        raise CallError(Token.FundsUnavailable)
    if amount > BalancesTotalIssuance.get(state):
        raise CallError(Arithmetic.Overflow)
    taken = decrease_balance(state, who, amount, preservation, exact=False)
    BalancesTotalIssuance.put(state, saturating_sub(BalancesTotalIssuance.get(state), taken))
    state.emit(Burned(who, taken))


@rule("BLK-tao/issue", POLKADOT_SDK(_TRAITS, "issue"), POLKADOT_SDK(_PALLET, "done_issue"))
def issue(state: State, amount: TaoBalance) -> Credit:
    """Issuing raises the total by an amount, up to what a u64 holds, and gives a credit of what it rose by.

    Emits ``Issued`` unless that is nothing.
    """
    before = BalancesTotalIssuance.get(state)
    after = saturating_add(before, amount)
    BalancesTotalIssuance.put(state, after)
    issued = after - before
    if issued:
        state.emit(Issued(issued))
    return Credit(issued)


@rule("BLK-tao/resolve", POLKADOT_SDK(_TRAITS, "resolve"), POLKADOT_SDK(_TRAITS, "deposit"))
def resolve(state: State, who: AccountId, credit: Credit) -> bool:
    """A credit is paid into an account exactly; the answer says whether it could be.

    Emits ``Deposit``, for a credit of nothing too.
    """
    try:
        increase = increase_balance(state, who, TaoBalance(credit), exact=True)
    except CallError:
        return False
    state.emit(Deposit(who, increase))
    return True


@rule("BLK-tao/drop", POLKADOT_SDK(_TRAITS, "handle"))
def drop_credit(state: State, credit: Credit) -> None:
    """A credit that nobody takes leaves the total issuance of the balances, without an event."""
    if credit:
        BalancesTotalIssuance.put(state, saturating_sub(BalancesTotalIssuance.get(state), TaoBalance(credit)))


@rule("BLK-tao/withdraw", POLKADOT_SDK(_TRAITS, "withdraw"))
def withdraw(state: State, who: AccountId, amount: TaoBalance) -> Credit:
    """By force, and though the account may die, exactly an amount becomes a credit, else ``FundsUnavailable``.

    Emits ``Withdraw``.
    """
    taken = decrease_balance(state, who, amount, Expendable, exact=True, polite=False)
    state.emit(Withdraw(who, taken))
    return Credit(taken)
