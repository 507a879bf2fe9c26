"""What a hotkey's stake on root may claim in each subnet: a rate for a rao of stake, that only ever grows."""

from collections.abc import Mapping

from subtensor_spec.arithmetic import I96F32, U64
from subtensor_spec.chain.items.root_claims import RootClaimable, RootClaimed
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.root_claims.source import in_claims
from subtensor_spec.chapters.staking.stakes import (
    get_stake_for_hotkey_and_coldkey_on_subnet,
    get_stake_for_hotkey_on_subnet,
    increase_stake_for_hotkey_and_coldkey_on_subnet,
)
from subtensor_spec.rules import rule


def in_order(rates: Mapping[NetUid, I96F32]) -> list[tuple[NetUid, I96F32]]:
    """Return a hotkey's rates in ascending order of netuid, as the chain goes through them."""
    return sorted(rates.items())


@rule("RC-rate/increase", in_claims("increase_root_claimable_for_hotkey_and_subnet"))
def increase_root_claimable_for_hotkey_and_subnet(
    state: State, hotkey: AccountId, netuid: NetUid, amount: AlphaBalance
) -> None:
    """Alpha earned on root raises the hotkey's rate in the subnet by ``amount`` over its whole stake on root.

    The quotient is rounded down to 32 fraction bits, the rate saturates. Where the amount, in rao of alpha, is greater
    than the stake, in rao of TAO, no rate is raised: the hotkey's owner gets the alpha as stake.
    """
    total = get_stake_for_hotkey_on_subnet(state, hotkey, ROOT)
    if amount > total:
        owner = Owner.get(state, hotkey)
        increase_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, owner, netuid, amount)
        return
    increment = I96F32.saturating_from_num(amount).safe_div(I96F32.saturating_from_num(total))
    rates = RootClaimable.get(state, hotkey)
    rate = rates[netuid].saturating_add(increment) if netuid in rates else increment
    RootClaimable.put(state, hotkey, {**rates, netuid: rate})


@rule("RC-owed/claimable", in_claims("get_root_claimable_for_hotkey_coldkey"))
def get_root_claimable_for_hotkey_coldkey(
    state: State, hotkey: AccountId, coldkey: AccountId, netuid: NetUid
) -> I96F32:
    """A coldkey's stake on root with a hotkey has earned, over all time, the hotkey's rate times that stake.

    Rounded down to 32 fraction bits, saturating; zero where the hotkey has no rate.
    """
    stake = get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, ROOT)
    rate = RootClaimable.get(state, hotkey).get(netuid, I96F32.ZERO)
    return rate.saturating_mul(I96F32.saturating_from_num(stake))


@rule("RC-owed/exact", in_claims("get_root_owed_for_hotkey_coldkey_float"))
def get_root_owed_for_hotkey_coldkey_float(
    state: State, hotkey: AccountId, coldkey: AccountId, netuid: NetUid
) -> I96F32:
    """Owed is what was earned less what is on record as claimed, ``RootClaimed``; it may be negative.

    The record, a u128 of rao, saturates as an I96F32, and so does the difference.
    """
    earned = get_root_claimable_for_hotkey_coldkey(state, hotkey, coldkey, netuid)
    return earned.saturating_sub(I96F32.saturating_from_num(RootClaimed.get(state, netuid, hotkey, coldkey)))


@rule("RC-owed/rao", in_claims("get_root_owed_for_hotkey_coldkey"))
def whole_rao(owed: I96F32) -> AlphaBalance:
    """What is owed is paid in whole rao, rounded down, a u64; a negative amount is nothing."""
    return AlphaBalance(owed.saturating_to_num(U64))


def get_root_owed_for_hotkey_coldkey(
    state: State, hotkey: AccountId, coldkey: AccountId, netuid: NetUid
) -> AlphaBalance:
    """Return what a coldkey could claim in a subnet, in rao of its alpha."""
    return whole_rao(get_root_owed_for_hotkey_coldkey_float(state, hotkey, coldkey, netuid))
