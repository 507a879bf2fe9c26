"""Stake: what a coldkey has with a hotkey on a subnet, read and changed through the hotkey's share pool.

Amounts are rao of the subnet's alpha, u64; on root, of TAO.
"""

from subtensor_spec.arithmetic import I64
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.staking import StakingHotkeys, TotalHotkeyAlpha
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.share_pools.pool import (
    update_value_for_all,
    update_value_for_one,
    update_would_count,
    value_of_known,
)
from subtensor_spec.chapters.share_pools.storage import HotkeyShares
from subtensor_spec.chapters.staking.ownership import append_if_absent
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/staking/stake_utils.rs"


@rule("STK-stake/of-coldkey", SUBTENSOR(_PATH, "get_stake_for_hotkey_and_coldkey_on_subnet"))
def get_stake_for_hotkey_and_coldkey_on_subnet(
    state: State, hotkey: AccountId, coldkey: AccountId, netuid: NetUid
) -> AlphaBalance:
    """A coldkey's stake is what its share of the hotkey's pool is worth, zero if it has none."""
    return AlphaBalance(value_of_known(HotkeyShares(state, hotkey, netuid), coldkey) or 0)


@rule("STK-stake/of-hotkey", SUBTENSOR(_PATH, "get_stake_for_hotkey_on_subnet"))
def get_stake_for_hotkey_on_subnet(state: State, hotkey: AccountId, netuid: NetUid) -> AlphaBalance:
    """A hotkey's stake is the value of its pool."""
    return TotalHotkeyAlpha.get(state, hotkey, netuid)


@rule("STK-stake/reduced", SUBTENSOR(_PATH, "calculate_reduced_stake_on_subnet"))
def calculate_reduced_stake_on_subnet(
    state: State, hotkey: AccountId, coldkey: AccountId, netuid: NetUid, decrement: AlphaBalance
) -> AlphaBalance:
    """What would be left of a coldkey's stake; ``NotEnoughStakeToWithdraw`` if it has less than would be taken."""
    stake = get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid)
    if stake < decrement:
        raise CallError(SubtensorModule.NotEnoughStakeToWithdraw)
    return AlphaBalance(stake - decrement)


@rule("STK-stake/increase-all", SUBTENSOR(_PATH, "increase_stake_for_hotkey_on_subnet"))
def increase_stake_for_hotkey_on_subnet(state: State, hotkey: AccountId, netuid: NetUid, amount: AlphaBalance) -> None:
    """Paying all who stake with a hotkey raises its pool's value and no share."""
    update_value_for_all(HotkeyShares(state, hotkey, netuid), as_i64(amount))


@rule("STK-stake/increase", SUBTENSOR(_PATH, "increase_stake_for_hotkey_and_coldkey_on_subnet"))
def increase_stake_for_hotkey_and_coldkey_on_subnet(
    state: State, hotkey: AccountId, coldkey: AccountId, netuid: NetUid, amount: AlphaBalance
) -> None:
    """A coldkey buys shares of a hotkey's pool; the hotkey joins its ``StakingHotkeys``, if the amount is not zero."""
    if amount:
        append_if_absent(state, StakingHotkeys, coldkey, hotkey)
    update_value_for_one(HotkeyShares(state, hotkey, netuid), coldkey, as_i64(amount))


@rule("STK-stake/would-increase", SUBTENSOR(_PATH, "try_increase_stake_for_hotkey_and_coldkey_on_subnet"))
def try_increase_stake_for_hotkey_and_coldkey_on_subnet(
    state: State, hotkey: AccountId, netuid: NetUid, amount: AlphaBalance
) -> bool:
    """Return whether an amount would be worth any share of the hotkey's pool; nothing changes."""
    return update_would_count(HotkeyShares(state, hotkey, netuid), as_i64(amount))


@rule("STK-stake/decrease", SUBTENSOR(_PATH, "decrease_stake_for_hotkey_and_coldkey_on_subnet"))
def decrease_stake_for_hotkey_and_coldkey_on_subnet(
    state: State, hotkey: AccountId, coldkey: AccountId, netuid: NetUid, amount: AlphaBalance
) -> None:
    """A coldkey sells shares of a hotkey's pool; nothing happens if it has no share or less stake than the amount."""
    pool = HotkeyShares(state, hotkey, netuid)
    stake = value_of_known(pool, coldkey)
    if stake is not None and stake >= amount:
        update_value_for_one(pool, coldkey, as_i64(-as_i64(amount)))


@rule("STK-stake/signed", SUBTENSOR(_PATH, "increase_stake_for_hotkey_on_subnet"))
def as_i64(amount: int) -> int:
    """An amount becomes an i64 by its 64 low bits, so one of ``2**63`` or more counts as negative; ``-2**63`` stays."""
    return I64.wrapped(amount)
