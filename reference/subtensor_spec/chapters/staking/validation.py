"""What is asked of an order before anything is done; each check has its one error, in this order."""

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.pools import SubtokenEnabled
from subtensor_spec.chain.items.staking import TransferToggle
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, TaoBalance, saturating_add
from subtensor_spec.chapters.balances.tao import can_remove_balance_from_coldkey_account
from subtensor_spec.chapters.locks.availability import ensure_available_to_unstake
from subtensor_spec.chapters.staking.movement import DEFAULT_MIN_STAKE
from subtensor_spec.chapters.staking.ownership import hotkey_account_exists
from subtensor_spec.chapters.staking.stakes import (
    calculate_reduced_stake_on_subnet,
    try_increase_stake_for_hotkey_and_coldkey_on_subnet,
)
from subtensor_spec.chapters.subnets.existence import if_subnet_exist
from subtensor_spec.chapters.swap.liquidity import approx_fee_amount, sim_swap
from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.chapters.swap.swaps import SwapResult
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/staking/stake_utils.rs"


def ensure_subnet_exists(state: State, netuid: NetUid) -> None:
    """Refuse a subnet that does not exist with ``SubnetNotExists``."""
    if not if_subnet_exist(state, netuid):
        raise CallError(SubtensorModule.SubnetNotExists)


def ensure_hotkey_exists(state: State, hotkey: AccountId) -> None:
    """Refuse a hotkey that has no owner with ``HotKeyAccountNotExists``."""
    if not hotkey_account_exists(state, hotkey):
        raise CallError(SubtensorModule.HotKeyAccountNotExists)


@rule("STK-check/subtoken", SUBTENSOR("pallets/subtensor/src/lib.rs", "ensure_subtoken_enabled"))
def ensure_subtoken_enabled(state: State, netuid: NetUid) -> None:
    """A subnet's alpha can be traded once its owner has started it, else ``SubtokenDisabled``."""
    if not SubtokenEnabled.get(state, netuid):
        raise CallError(SubtensorModule.SubtokenDisabled)


def simulated(state: State, netuid: NetUid, order: Order) -> SwapResult:
    """Return what an order would do; ``InsufficientLiquidity`` where the swap would fail for any reason."""
    try:
        return sim_swap(state, netuid, order)
    except CallError:
        raise CallError(SubtensorModule.InsufficientLiquidity) from None


@rule("STK-check/least-amount", SUBTENSOR(_PATH, "validate_add_stake"))
def least_amount_to_add(state: State, netuid: NetUid) -> TaoBalance:
    """The least amount that can be staked is the least stake and the fee on it.

    The fee is that of a simulated buy, and where that fails the plain one.
    """
    try:
        fee = sim_swap(state, netuid, Buy(DEFAULT_MIN_STAKE)).fee_paid
    except CallError:
        fee = approx_fee_amount(state, netuid, DEFAULT_MIN_STAKE)
    return saturating_add(DEFAULT_MIN_STAKE, TaoBalance(fee))


@rule("STK-check/add", SUBTENSOR(_PATH, "validate_add_stake"))
def validate_add_stake(
    state: State,
    coldkey: AccountId,
    hotkey: AccountId,
    netuid: NetUid,
    stake_to_be_added: TaoBalance,
    max_amount: TaoBalance,
    allow_partial: bool,
) -> None:
    """Staking refuses, in this order: an unknown subnet; a disabled token; less than the least amount and its fee.

    More than the limit's amount, ``SlippageTooHigh``, unless a part is allowed, and then the part counts; more than the
    coldkey has, ``NotEnoughBalanceToStake``; an unknown hotkey; a simulated swap that fails or gives nothing,
    ``InsufficientLiquidity``, before the latter one that takes less than the least stake, ``AmountTooLow``; alpha that
    is worth no share, ``InsufficientLiquidity``.
    """
    ensure_subnet_exists(state, netuid)
    ensure_subtoken_enabled(state, netuid)
    if stake_to_be_added < least_amount_to_add(state, netuid):
        raise CallError(SubtensorModule.AmountTooLow)
    if stake_to_be_added > max_amount and not allow_partial:
        raise CallError(SubtensorModule.SlippageTooHigh)
    amount = min(max_amount, stake_to_be_added)
    if not can_remove_balance_from_coldkey_account(state, coldkey, amount):
        raise CallError(SubtensorModule.NotEnoughBalanceToStake)
    ensure_hotkey_exists(state, hotkey)
    result = simulated(state, netuid, Buy(amount))
    if result.amount_paid_in < DEFAULT_MIN_STAKE:
        raise CallError(SubtensorModule.AmountTooLow)
    bought = AlphaBalance(result.amount_paid_out)
    if not bought or not try_increase_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, netuid, bought):
        raise CallError(SubtensorModule.InsufficientLiquidity)


@rule("STK-check/remove", SUBTENSOR(_PATH, "validate_remove_stake"))
def validate_remove_stake(
    state: State,
    coldkey: AccountId,
    hotkey: AccountId,
    netuid: NetUid,
    alpha_unstaked: AlphaBalance,
    max_amount: AlphaBalance,
    allow_partial: bool,
) -> None:
    """Unstaking refuses, in this order: an unknown subnet; nothing, ``AmountTooLow``; more than is staked.

    A simulated swap that fails, ``InsufficientLiquidity``; one that pays less than the least stake, unless all is
    unstaked, ``AmountTooLow``; more than the limit's amount, ``SlippageTooHigh``, unless a part is allowed; an unknown
    hotkey; more than the lock leaves, ``StakeUnavailable``.
    """
    ensure_subnet_exists(state, netuid)
    if not alpha_unstaked:
        raise CallError(SubtensorModule.AmountTooLow)
    remaining = calculate_reduced_stake_on_subnet(state, hotkey, coldkey, netuid, alpha_unstaked)
    result = simulated(state, netuid, Sell(alpha_unstaked))
    if remaining and result.amount_paid_out < DEFAULT_MIN_STAKE:
        raise CallError(SubtensorModule.AmountTooLow)
    if alpha_unstaked > max_amount and not allow_partial:
        raise CallError(SubtensorModule.SlippageTooHigh)
    ensure_hotkey_exists(state, hotkey)
    ensure_available_to_unstake(state, coldkey, netuid, alpha_unstaked)


def can_remove_all(state: State, coldkey: AccountId, hotkey: AccountId, netuid: NetUid, alpha: AlphaBalance) -> bool:
    """Return whether that much stake could be unstaked without a limit."""
    try:
        validate_remove_stake(state, coldkey, hotkey, netuid, alpha, alpha, False)
    except CallError:
        return False
    return True


def ensure_transfer_allowed(state: State, netuid: NetUid) -> None:
    """Refuse with ``TransferDisallowed`` where a subnet's owner has switched transfers off."""
    if not TransferToggle.get(state, netuid):
        raise CallError(SubtensorModule.TransferDisallowed)
