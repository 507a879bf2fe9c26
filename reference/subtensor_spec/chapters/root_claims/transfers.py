"""Rates and records that go over to new keys, or go with their subnet."""

from subtensor_spec.chain.items.root_claims import RootClaimable, RootClaimed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.root_claims.records import record_claimed
from subtensor_spec.chapters.root_claims.source import in_claims
from subtensor_spec.rules import rule


@rule("RC-keys/claimed", in_claims("transfer_root_claimed_for_new_keys"))
def transfer_root_claimed_for_new_keys(
    state: State,
    netuid: NetUid,
    old_hotkey: AccountId,
    new_hotkey: AccountId,
    old_coldkey: AccountId,
    new_coldkey: AccountId,
) -> None:
    """The record of a pair of keys in a subnet is removed and added to that of the new pair, saturating at u128.

    The sum is stored even if it is zero.
    """
    claimed = RootClaimed.take(state, netuid, old_hotkey, old_coldkey)
    record_claimed(state, netuid, new_hotkey, new_coldkey, claimed)


@rule("RC-keys/rates", in_claims("transfer_root_claimable_for_new_hotkey"))
def transfer_root_claimable_for_new_hotkey(state: State, old_hotkey: AccountId, new_hotkey: AccountId) -> None:
    """A hotkey's rates are removed and added, saturating, to those of the new one, which are stored even if none."""
    moved = RootClaimable.get(state, old_hotkey)
    rates = dict(RootClaimable.get(state, new_hotkey))
    RootClaimable.remove(state, old_hotkey)
    for netuid, rate in moved.items():
        rates[netuid] = rates[netuid].saturating_add(rate) if netuid in rates else rate
    RootClaimable.put(state, new_hotkey, rates)


@rule("RC-dissolve/subnet", in_claims("finalize_all_subnet_root_dividends"))
def finalize_all_subnet_root_dividends(state: State, netuid: NetUid) -> None:
    """With a subnet go every hotkey's rate in it and all records of it; nothing is paid out.

    A hotkey's last rate leaves an empty map behind.
    """
    for hotkey, rates in RootClaimable.items(state):
        if netuid in rates:
            RootClaimable.put(state, hotkey, {key: rate for key, rate in rates.items() if key != netuid})
    RootClaimed.clear_prefix(state, netuid)
