"""How an account's TAO changes: the existential deposit, who comes to life and who dies, and what becomes of dust."""

from collections.abc import Callable
from dataclasses import replace

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.event_kinds.balances import DustLost, Endowed, Upgraded
from subtensor_spec.chain.items.balances import (
    NEW_REFERENCE_COUNTING,
    NO_DATA,
    BalancesTotalIssuance,
    SystemAccount,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountData, AccountId, TaoBalance, saturating_sub
from subtensor_spec.chapters.balances.references import (
    dec_consumers,
    dec_providers,
    inc_consumers,
    inc_providers,
)
from subtensor_spec.rules import POLKADOT_SDK, SUBTENSOR, rule

EXISTENTIAL_DEPOSIT = TaoBalance(500)
"""The least that an account may hold, in rao."""

_PATH = "substrate/frame/balances/src/lib.rs"
_SYSTEM = "substrate/frame/system/src/lib.rs"
_RUNTIME = "runtime/src/lib.rs"

Change = Callable[[AccountData], AccountData]


def free_balance(state: State, who: AccountId) -> TaoBalance:
    """Return an account's free TAO in rao, what is frozen included."""
    return SystemAccount.get(state, who).data.free


@rule("BLK-account/changed", POLKADOT_SDK(_PATH, "try_mutate_account"), SUBTENSOR(_RUNTIME, "ExistentialDeposit"))
def try_mutate_account(state: State, who: AccountId, change: Change) -> TaoBalance:
    """An account whose free TAO reaches 500 rao provides for itself, one with reserved or frozen TAO consumes.

    In this order: an old account is upgraded; ``change`` is made; references follow (provider added, consumer removed
    or added, provider removed, which may refuse and kill); what is left below 500 rao, with nothing reserved, is wiped
    out and returned as dust; the data is stored; ``Endowed`` if the account held nothing before, ``DustLost`` if dust
    fell.
    """
    ensure_upgraded(state, who)
    before = SystemAccount.get(state, who).data
    after = change(before)
    _count_references(state, who, before, after)
    dies = after.free < EXISTENTIAL_DEPOSIT and not after.reserved
    _store(state, who, NO_DATA if dies else after)
    if before == NO_DATA:
        state.emit(Endowed(who, after.free))
    if dies and after.free:
        state.emit(DustLost(who, after.free))
    return after.free if dies else TaoBalance(0)


def _consumes(data: AccountData) -> bool:
    return bool(data.reserved or data.frozen)


def _count_references(state: State, who: AccountId, before: AccountData, after: AccountData) -> None:
    did_provide, does_provide = before.free >= EXISTENTIAL_DEPOSIT, after.free >= EXISTENTIAL_DEPOSIT
    did_consume, does_consume = _consumes(before), _consumes(after)
    if does_provide and not did_provide:
        inc_providers(state, who)
    if did_consume and not does_consume:
        dec_consumers(state, who)
    if does_consume and not did_consume:
        inc_consumers(state, who)
    if does_consume and SystemAccount.get(state, who).consumers == 0:
        inc_consumers(state, who)
    if did_provide and not does_provide:
        try:
            dec_providers(state, who)
        except CallError:
            if did_consume and not does_consume:
                inc_consumers(state, who)
            if does_consume and not did_consume:
                dec_consumers(state, who)
            raise


@rule("BLK-account/stored", POLKADOT_SDK(_SYSTEM, "try_mutate_exists"))
def _store(state: State, who: AccountId, data: AccountData) -> None:
    """An account's data is kept while it has a provider or is sufficient; else the account has no entry."""
    account = SystemAccount.get(state, who)
    if account.providers or account.sufficients:
        SystemAccount.put(state, who, replace(account, data=data))
    else:
        SystemAccount.remove(state, who)


@rule("BLK-account/upgraded", POLKADOT_SDK(_PATH, "ensure_upgraded"))
def ensure_upgraded(state: State, who: AccountId) -> bool:
    """An account without the flag of the new counting gets it, and a consumer if TAO is reserved and none is frozen.

    If it then has no provider it gets one, and at least 500 rao of free TAO. The event is ``Upgraded``; the answer says
    whether anything was done.
    """
    data = SystemAccount.get(state, who).data
    if data.flags & NEW_REFERENCE_COUNTING:
        return False
    data = replace(data, flags=data.flags | NEW_REFERENCE_COUNTING)
    if data.reserved and not data.frozen:
        if SystemAccount.get(state, who).providers == 0:
            data = replace(data, free=max(data.free, EXISTENTIAL_DEPOSIT))
            inc_providers(state, who)
        _inc_consumers_without_limit(state, who)
    _store(state, who, data)
    state.emit(Upgraded(who))
    return True


def _inc_consumers_without_limit(state: State, who: AccountId) -> None:
    account = SystemAccount.get(state, who)
    SystemAccount.put(state, who, replace(account, consumers=account.consumers + 1))


@rule("BLK-account/dust", POLKADOT_SDK("substrate/frame/support/src/traits/tokens/fungible/regular.rs", "handle_dust"))
def handle_dust(state: State, dust: TaoBalance) -> None:
    """Dust leaves the total issuance of the balances, without an event; the staking pallet's own total stays."""
    if dust:
        BalancesTotalIssuance.put(state, saturating_sub(BalancesTotalIssuance.get(state), dust))
