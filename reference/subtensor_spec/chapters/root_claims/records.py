"""The record of what was claimed, kept in step when stake on root or a key changes."""

from subtensor_spec.arithmetic import I96F32, U128
from subtensor_spec.chain.items.root_claims import RootClaimable, RootClaimed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, U128_MAX, AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.root_claims.rates import in_order
from subtensor_spec.chapters.root_claims.source import in_claims
from subtensor_spec.rules import rule


def record_claimed(state: State, netuid: NetUid, hotkey: AccountId, coldkey: AccountId, more: int) -> None:
    """Add to the record of what a coldkey has claimed with a hotkey in a subnet, a u128 of rao that saturates."""
    RootClaimed.put(
        state, netuid, hotkey, coldkey, min(RootClaimed.get(state, netuid, hotkey, coldkey) + more, U128_MAX)
    )


@rule("RC-record/worth", in_claims("add_stake_adjust_root_claimed_for_hotkey_and_coldkey"))
def earned_by(rate: I96F32, stake: int) -> int:
    """An amount of stake counts in the record as the rate times the amount, rounded down to a rao, zero at least."""
    return rate.saturating_mul(I96F32.saturating_from_num(stake)).saturating_to_num(U128)


@rule("RC-record/stake-added", in_claims("add_stake_adjust_root_claimed_for_hotkey_and_coldkey"))
def add_stake_adjust_root_claimed_for_hotkey_and_coldkey(
    state: State, hotkey: AccountId, coldkey: AccountId, amount: int
) -> None:
    """New stake on root earns from now on: all it would have earned before counts as claimed.

    In every subnet in which the hotkey has a rate, also where that adds nothing: the record is stored.
    """
    for netuid, rate in in_order(RootClaimable.get(state, hotkey)):
        record_claimed(state, netuid, hotkey, coldkey, earned_by(rate, amount))


@rule("RC-record/stake-removed", in_claims("remove_stake_adjust_root_claimed_for_hotkey_and_coldkey"))
def remove_stake_adjust_root_claimed_for_hotkey_and_coldkey(
    state: State, hotkey: AccountId, coldkey: AccountId, amount: AlphaBalance
) -> None:
    """Stake that leaves root takes along what it has earned: so much less counts as claimed, down to zero.

    What is owed stays as it was as long as the record suffices; where it does not, the rest is lost. In every subnet
    in which the hotkey has a rate but root itself; the record is stored, a zero too.
    """
    for netuid, rate in in_order(RootClaimable.get(state, hotkey)):
        if netuid != ROOT:
            claimed = RootClaimed.get(state, netuid, hotkey, coldkey)
            RootClaimed.put(state, netuid, hotkey, coldkey, max(claimed - earned_by(rate, amount), 0))
