"""What minting, recycling and burning do to the supply of TAO.

Two records of it exist: the pallet's own ``TotalIssuance``, which the emission curve reads, and the issuance that the
balances add up to, which the cap reads. Recycling lowers both, so that the same TAO is emitted again later; burning
moves TAO out of reach and lowers neither. Amounts are rao, u64; both records saturate.
"""

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.balances import BalancesTotalIssuance
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, TaoBalance, saturating_add, saturating_sub
from subtensor_spec.chapters.balances.fungible import Credit, drop_credit, issue, resolve, withdraw
from subtensor_spec.chapters.balances.pallet_accounts import burn_account
from subtensor_spec.chapters.balances.tao import get_keep_alive_balance, transfer_tao
from subtensor_spec.chapters.issuance.emission import TOTAL_SUPPLY
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/coinbase/tao.rs"


@rule("ISS-supply/burn", SUBTENSOR(_PATH, "burn_tao"))
def burn_tao(state: State, coldkey: AccountId, amount: TaoBalance) -> None:
    """Burned TAO goes to an account that nobody has the key of; no total changes but by dust."""
    transfer_tao(state, coldkey, burn_account(), amount)


@rule("ISS-supply/recycle", SUBTENSOR(_PATH, "recycle_tao"))
def recycle_tao(state: State, coldkey: AccountId, amount: TaoBalance) -> None:
    """Recycled TAO leaves its account and both totals; the account must keep its existential deposit.

    ``InsufficientBalance`` if it could not. ``BalanceWithdrawalError`` if the withdrawal fails all the same; the
    staking pallet's total has fallen by then.
    """
    if amount > get_keep_alive_balance(state, coldkey):
        raise CallError(SubtensorModule.InsufficientBalance)
    TotalIssuance.put(state, saturating_sub(TotalIssuance.get(state), amount))
    try:
        credit = withdraw(state, coldkey, amount)
    except CallError:
        raise CallError(SubtensorModule.BalanceWithdrawalError) from None
    drop_credit(state, credit)


@rule("ISS-supply/mint", SUBTENSOR(_PATH, "mint_tao"))
def mint_tao(state: State, amount: TaoBalance) -> Credit:
    """Minting gives a credit of an amount, or of what the balances' total lacks to 21 million TAO.

    Both totals rise by it.
    """
    issued = min(amount, saturating_sub(TaoBalance(TOTAL_SUPPLY), BalancesTotalIssuance.get(state)))
    TotalIssuance.put(state, saturating_add(TotalIssuance.get(state), issued))
    return issue(state, issued)


@rule("ISS-supply/spend", SUBTENSOR(_PATH, "spend_tao"))
def spend_tao(state: State, coldkey: AccountId, credit: Credit, part: TaoBalance) -> tuple[Credit, bool]:
    """A part of a credit is paid into an account; returns the credit that remains, and whether that was done.

    It is not for more than the credit has, nor where the account cannot take it; then the whole credit remains.
    """
    if credit < part or not resolve(state, coldkey, Credit(part)):
        return credit, False
    return Credit(credit - part), True


@rule("ISS-supply/recycle-credit", SUBTENSOR(_PATH, "recycle_credit"))
def recycle_credit(state: State, credit: Credit) -> None:
    """A credit that is left over leaves both totals."""
    if credit:
        TotalIssuance.put(state, saturating_sub(TotalIssuance.get(state), TaoBalance(credit)))
    drop_credit(state, credit)
