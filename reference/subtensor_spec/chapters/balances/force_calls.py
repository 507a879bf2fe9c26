"""Calls of the pallet Balances that only root may send."""

from contextlib import suppress
from dataclasses import replace
from enum import Enum
from typing import Annotated

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import Balances, CallError
from subtensor_spec.chain.event_kinds.balances import BalanceSet, Issued, Rescinded, TotalIssuanceForced, Unreserved
from subtensor_spec.chain.items.balances import BalancesTotalIssuance, InactiveIssuance, SystemAccount
from subtensor_spec.chain.origins import Origin, ensure_root
from subtensor_spec.chain.pallets import BALANCES
from subtensor_spec.chain.scale import PlainEnum
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountData, AccountId, TaoBalance, saturating_add, saturating_sub
from subtensor_spec.chapters.balances.accounts import EXISTENTIAL_DEPOSIT, free_balance, handle_dust, try_mutate_account
from subtensor_spec.chapters.balances.calls import Address, CompactTao
from subtensor_spec.chapters.balances.fungible import Expendable, transfer
from subtensor_spec.chapters.balances.lookup import lookup
from subtensor_spec.rules import POLKADOT_SDK, rule

_PATH = "substrate/frame/balances/src/lib.rs"
_CURRENCY = "substrate/frame/balances/src/impl_currency.rs"


class AdjustmentDirection(Enum):
    """Whether a forced adjustment adds or takes away."""

    Increase = 0
    Decrease = 1


@call(BALANCES, 2)
@rule("BLK-balances/force-transfer", POLKADOT_SDK(_PATH, "force_transfer"))
def force_transfer(state: State, origin: Origin, source: Address, dest: Address, value: CompactTao) -> None:
    """Root moves TAO from one account to another, as if the first had allowed its own death."""
    ensure_root(origin)
    transfer(state, lookup(source), lookup(dest), value, Expendable)


@call(BALANCES, 5)
@rule("BLK-balances/force-unreserve", POLKADOT_SDK(_PATH, "force_unreserve"))
def force_unreserve(state: State, origin: Origin, who: Address, amount: TaoBalance) -> None:
    """Root frees reserved TAO, as much of the amount as there is; what cannot be freed is passed over."""
    ensure_root(origin)
    unreserve(state, lookup(who), amount)


@rule("BLK-tao/unreserve", POLKADOT_SDK(_CURRENCY, "unreserve"))
def unreserve(state: State, who: AccountId, amount: TaoBalance) -> None:
    """Reserved TAO becomes free, up to what is reserved (saturating), with the event ``Unreserved``.

    Nothing is done for an amount of zero, for an account without TAO, and where the account's references refuse.
    """
    data = SystemAccount.get(state, who).data
    if not amount or not (data.free or data.reserved):
        return

    actual = min(data.reserved, amount)

    def change(data: AccountData) -> AccountData:
        return replace(data, reserved=saturating_sub(data.reserved, actual), free=saturating_add(data.free, actual))

    with suppress(CallError):
        handle_dust(state, try_mutate_account(state, who, change))
        state.emit(Unreserved(who, actual))


@call(BALANCES, 8)
@rule("BLK-balances/force-set-balance", POLKADOT_SDK(_PATH, "force_set_balance"))
def force_set_balance(state: State, origin: Origin, who: Address, new_free: CompactTao) -> None:
    """Root sets an account's free TAO; less than the existential deposit becomes zero.

    The balances' issuance rises or falls by the difference (saturating), with the event ``Issued`` or ``Rescinded``;
    the staking pallet's stays. Then ``BalanceSet``.
    """
    ensure_root(origin)
    account = lookup(who)
    new = new_free if new_free >= EXISTENTIAL_DEPOSIT else TaoBalance(0)
    old = free_balance(state, account)
    handle_dust(state, try_mutate_account(state, account, lambda data: replace(data, free=new)))
    total = BalancesTotalIssuance.get(state)
    if new > old:
        BalancesTotalIssuance.put(state, saturating_add(total, TaoBalance(new - old)))
        state.emit(Issued(new - old))
    elif new < old:
        BalancesTotalIssuance.put(state, saturating_sub(total, TaoBalance(old - new)))
        state.emit(Rescinded(old - new))
    state.emit(BalanceSet(account, new))


@call(BALANCES, 9)
@rule("BLK-balances/force-adjust-total-issuance", POLKADOT_SDK(_PATH, "force_adjust_total_issuance"))
def force_adjust_total_issuance(
    state: State,
    origin: Origin,
    direction: Annotated[AdjustmentDirection, PlainEnum(AdjustmentDirection)],
    delta: CompactTao,
) -> None:
    """Root corrects the balances' issuance up or down, saturating.

    ``DeltaZero`` for no correction; ``IssuanceDeactivated`` if less would be left than is inactive.
    """
    # CHECK
    ensure_root(origin)
    if not delta:
        raise CallError(Balances.DeltaZero)
    old = BalancesTotalIssuance.get(state)
    adjust = saturating_add if direction is AdjustmentDirection.Increase else saturating_sub
    new = adjust(old, delta)
    if InactiveIssuance.get(state) > new:
        raise CallError(Balances.IssuanceDeactivated)
    # ACT
    BalancesTotalIssuance.put(state, new)
    # EMIT
    state.emit(TotalIssuanceForced(old, new))
