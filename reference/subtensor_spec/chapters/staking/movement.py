"""Stake into a subnet, out of it, and from one pair of keys to another within it."""

from contextlib import suppress

from subtensor_spec.arithmetic import U64, U64F64
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import StakeAdded, StakeRemoved
from subtensor_spec.chain.items.staking import LastColdkeyHotkeyStakeBlock
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, NetUid, TaoBalance, saturating_add, saturating_sub
from subtensor_spec.chapters.balances.tao import transfer_tao_from_subnet, transfer_tao_to_subnet
from subtensor_spec.chapters.emission.flows import record_tao_inflow, record_tao_outflow
from subtensor_spec.chapters.issuance.alpha_assets import burn_subnet_alpha
from subtensor_spec.chapters.issuance.tao_supply import burn_tao
from subtensor_spec.chapters.locks.changes import cleanup_lock_if_zero
from subtensor_spec.chapters.locks.transfer import transfer_lock
from subtensor_spec.chapters.root_claims.index import (
    coldkey_has_root_stake,
    maybe_add_coldkey_index,
    maybe_remove_coldkey_index,
)
from subtensor_spec.chapters.root_claims.records import (
    add_stake_adjust_root_claimed_for_hotkey_and_coldkey,
    remove_stake_adjust_root_claimed_for_hotkey_and_coldkey,
)
from subtensor_spec.chapters.staking.stake_utils import swap_alpha_for_tao, swap_tao_for_alpha
from subtensor_spec.chapters.staking.stakes import (
    decrease_stake_for_hotkey_and_coldkey_on_subnet,
    increase_stake_for_hotkey_and_coldkey_on_subnet,
    try_increase_stake_for_hotkey_and_coldkey_on_subnet,
)
from subtensor_spec.chapters.subnets.existence import get_subnet_account_id
from subtensor_spec.chapters.swap.liquidity import current_alpha_price, min_price
from subtensor_spec.rules import SUBTENSOR, rule

DEFAULT_MIN_STAKE = TaoBalance(2_000_000)
"""The least stake, in rao of TAO."""

_PATH = "pallets/subtensor/src/staking/stake_utils.rs"


@rule("STK-move/into", SUBTENSOR(_PATH, "stake_into_subnet"))
def stake_into_subnet(
    state: State,
    hotkey: AccountId,
    coldkey: AccountId,
    netuid: NetUid,
    tao: TaoBalance,
    price_limit: TaoBalance,
    drop_fees: bool,
) -> AlphaBalance:
    """A coldkey pays a subnet TAO, buys alpha and stakes it with a hotkey; returns the alpha.

    It may pay less, to keep its existential deposit; all of what it paid is offered to the pool, and what a price limit
    leaves over stays in the subnet's account. ``AmountTooLow`` if that buys nothing, ``InsufficientLiquidity`` if it
    would be worth no share. Then the stake grows, the fee goes to the block's author, the inflow is counted, a lock is
    rolled forward, the block is noted as the pair's last; on root the claims follow and the coldkey gets a number.
    Emits ``StakeAdded``.
    """
    paid = transfer_tao_to_subnet(state, netuid, coldkey, tao)
    result = swap_tao_for_alpha(state, netuid, paid, price_limit, drop_fees)
    bought = AlphaBalance(result.amount_paid_out)
    if not bought:
        raise CallError(SubtensorModule.AmountTooLow)
    if not try_increase_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, netuid, bought):
        raise CallError(SubtensorModule.InsufficientLiquidity)
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid, bought)
    pay_fee_in_tao(state, netuid, TaoBalance(result.fee_to_block_author))
    record_tao_inflow(state, netuid, TaoBalance(result.amount_paid_in))
    cleanup_lock_if_zero(state, coldkey, netuid)
    LastColdkeyHotkeyStakeBlock.put(state, coldkey, hotkey, current_block(state))
    if netuid == ROOT:
        add_stake_adjust_root_claimed_for_hotkey_and_coldkey(state, hotkey, coldkey, bought)
        maybe_add_coldkey_index(state, coldkey)
    state.emit(StakeAdded(coldkey, hotkey, paid, bought, netuid, result.fee_paid))
    return bought


@rule("STK-fee/of-buyer", SUBTENSOR(_PATH, "stake_into_subnet"))
def pay_fee_in_tao(state: State, netuid: NetUid, fee: TaoBalance) -> None:
    """A buyer's fee goes from the subnet's account to the block's author; without one it is burned, if it can be."""
    if state.author is not None:
        transfer_tao_from_subnet(state, netuid, AccountId(state.author), fee)
        return
    account = get_subnet_account_id(state, netuid)
    if account is not None:
        with suppress(CallError):
            burn_tao(state, account, fee)


@rule("STK-move/out", SUBTENSOR(_PATH, "unstake_from_subnet"))
def unstake_from_subnet(
    state: State,
    hotkey: AccountId,
    coldkey: AccountId,
    beneficiary: AccountId,
    netuid: NetUid,
    alpha: AlphaBalance,
    price_limit: TaoBalance,
    drop_fees: bool,
) -> TaoBalance:
    """A coldkey's stake with a hotkey is sold and the subnet pays the beneficiary; returns the TAO.

    The stake falls by the whole amount first, and what the price limit leaves over is staked again. Then the TAO is
    paid, the fee goes to the block's author, on root the claims follow and a coldkey that no longer stakes there loses
    its number, the outflow is counted, author's fee included, a lock is rolled forward, and the block is noted as the
    pair's last. Emits ``StakeRemoved``.
    """
    decrease_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid, alpha)
    result = swap_alpha_for_tao(state, netuid, alpha, price_limit, drop_fees)
    sold, paid = AlphaBalance(result.amount_paid_in), TaoBalance(result.amount_paid_out)
    refund = saturating_sub(alpha, saturating_add(sold, AlphaBalance(result.fee_paid)))
    if refund:
        increase_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid, refund)
    transfer_tao_from_subnet(state, netuid, beneficiary, paid)
    fee_outflow = pay_fee_in_alpha(state, netuid, AlphaBalance(result.fee_to_block_author))
    if netuid == ROOT:
        remove_stake_adjust_root_claimed_for_hotkey_and_coldkey(state, hotkey, coldkey, alpha)
        if not coldkey_has_root_stake(state, coldkey):
            maybe_remove_coldkey_index(state, coldkey)
    record_tao_outflow(state, netuid, saturating_add(paid, fee_outflow))
    cleanup_lock_if_zero(state, coldkey, netuid)
    LastColdkeyHotkeyStakeBlock.put(state, coldkey, hotkey, current_block(state))
    state.emit(StakeRemoved(coldkey, hotkey, paid, sold, netuid, result.fee_paid))
    return paid


@rule("STK-fee/of-seller", SUBTENSOR(_PATH, "unstake_from_subnet"))
def pay_fee_in_alpha(state: State, netuid: NetUid, fee: AlphaBalance) -> TaoBalance:
    """A seller's fee is sold without a fee and the subnet pays the block's author; returns the TAO.

    Without an author the alpha is burned. Refuses as the sale and the transfer do.
    """
    if state.author is None:
        burn_subnet_alpha(state, netuid, fee)
        return TaoBalance(0)
    result = swap_alpha_for_tao(state, netuid, fee, min_price(), True)
    paid = TaoBalance(result.amount_paid_out)
    transfer_tao_from_subnet(state, netuid, AccountId(state.author), paid)
    return paid


@rule("STK-move/within", SUBTENSOR(_PATH, "transfer_stake_within_subnet"))
def transfer_stake_within_subnet(
    state: State,
    origin_coldkey: AccountId,
    origin_hotkey: AccountId,
    destination_coldkey: AccountId,
    destination_hotkey: AccountId,
    netuid: NetUid,
    alpha: AlphaBalance,
) -> TaoBalance:
    """Stake goes from one pair of keys to another without a swap or fee; returns what it is worth in TAO.

    First the lock follows, which may refuse; then the stake leaves one pair and joins the other, on root each with its
    claims. The worth is the price times the amount, rounded down: ``AmountTooLow`` below the least stake, though all
    else is done by then. The block is noted for the receiving pair. Emits ``StakeRemoved`` and ``StakeAdded``.
    """
    transfer_lock(state, origin_coldkey, destination_coldkey, netuid, alpha)
    decrease_stake_for_hotkey_and_coldkey_on_subnet(state, origin_hotkey, origin_coldkey, netuid, alpha)
    if netuid == ROOT:
        remove_stake_adjust_root_claimed_for_hotkey_and_coldkey(state, origin_hotkey, origin_coldkey, alpha)
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, destination_hotkey, destination_coldkey, netuid, alpha)
    if netuid == ROOT:
        add_stake_adjust_root_claimed_for_hotkey_and_coldkey(state, destination_hotkey, destination_coldkey, alpha)
    worth = current_alpha_price(state, netuid).saturating_mul(U64F64.saturating_from_num(alpha))
    tao = TaoBalance(worth.saturating_to_num(U64))
    if tao < DEFAULT_MIN_STAKE:
        raise CallError(SubtensorModule.AmountTooLow)
    LastColdkeyHotkeyStakeBlock.put(state, destination_coldkey, destination_hotkey, current_block(state))
    state.emit(StakeRemoved(origin_coldkey, origin_hotkey, tao, alpha, netuid, 0))
    state.emit(StakeAdded(destination_coldkey, destination_hotkey, tao, alpha, netuid, 0))
    return tao
