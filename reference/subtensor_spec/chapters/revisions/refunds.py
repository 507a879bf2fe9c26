"""A purchase of the chain's that fails: its TAO stayed on the subnet's account; from ``r432`` on it returns."""

from collections.abc import Callable

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.event_kinds.balances import Withdraw
from subtensor_spec.chain.items.balances import BalancesTotalIssuance
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.state import State
from subtensor_spec.chain.switches import Switch
from subtensor_spec.chain.types import AccountId, TaoBalance, saturating_sub
from subtensor_spec.chapters.balances.fungible import Credit, Expendable, decrease_balance
from subtensor_spec.rules import SUBTENSOR, SUBTENSOR_REFUNDS, rule

_TAO = "pallets/subtensor/src/coinbase/tao.rs"
_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"


@rule("REV-refund/withdraw", SUBTENSOR_REFUNDS(_TAO, "withdraw_tao_as_credit"), since=432)
def withdraw_tao_as_credit(state: State, coldkey: AccountId, amount: TaoBalance) -> Credit:
    """Exactly an amount that an account may politely give becomes a credit, though the account may die of it.

    Dust that is lost with the account leaves both totals. ``FundsUnavailable`` if it cannot give that much. Emits
    ``Withdraw``.
    """
    before = BalancesTotalIssuance.get(state)
    taken = decrease_balance(state, coldkey, amount, Expendable, exact=True)
    state.emit(Withdraw(coldkey, taken))
    lost = saturating_sub(before, BalancesTotalIssuance.get(state))
    if lost:
        TotalIssuance.put(state, saturating_sub(TotalIssuance.get(state), lost))
    return Credit(taken)


@rule("REV-refund/none", SUBTENSOR(_RUN_COINBASE, "inject_and_maybe_swap"), until=432)
def keep_on_account(_state: State, _account: AccountId, _paid: TaoBalance, credit: Credit) -> Credit:
    """Before ``r432`` TAO of a failed purchase stays on the subnet's account, where nothing counts it."""
    return credit


@rule("REV-refund/block", SUBTENSOR_REFUNDS(_RUN_COINBASE, "inject_and_maybe_swap"), since=432)
def refund(state: State, account: AccountId, paid: TaoBalance, credit: Credit) -> Credit:
    """TAO of a failed purchase goes back from the subnet's account to the block's credit; if it cannot, it stays."""
    try:
        return Credit(credit + withdraw_tao_as_credit(state, account, paid))
    except CallError:
        return credit


FAILED_PURCHASE = Switch[Callable[[State, AccountId, TaoBalance, Credit], Credit]](
    "a purchase of the chain's that fails", ("r425", keep_on_account), ("r432", refund)
)
"""What becomes of the TAO; returns what is left of the block's credit."""
