"""What becomes of the stake on a hotkey that is swapped, and of what is reckoned by it."""

from subtensor_spec.chain.items.emission import AlphaDividendsPerSubnet
from subtensor_spec.chain.items.root_claims import RootClaimable, RootClaimed
from subtensor_spec.chain.items.stake_weight import AutoParentDelegationEnabled
from subtensor_spec.chain.items.staking import Alpha, AlphaV2, StakingHotkeys, TotalHotkeyAlphaLastEpoch
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, NetUid, saturating_add
from subtensor_spec.chapters.root_claims.transfers import (
    transfer_root_claimable_for_new_hotkey,
    transfer_root_claimed_for_new_keys,
)
from subtensor_spec.chapters.staking.ownership import append_if_absent
from subtensor_spec.chapters.staking.stakes import (
    decrease_stake_for_hotkey_and_coldkey_on_subnet,
    get_stake_for_hotkey_and_coldkey_on_subnet,
    increase_stake_for_hotkey_and_coldkey_on_subnet,
)
from subtensor_spec.chapters.voting_power.average import swap_voting_power_for_hotkey
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/swap/swap_hotkey.rs"


@rule("KEY-hotkey/stake", SUBTENSOR(_PATH, "perform_hotkey_swap_on_one_subnet"))
def swap_stake_of_hotkey(state: State, old_hotkey: AccountId, new_hotkey: AccountId, netuid: NetUid) -> None:
    """The last epoch's stake and dividends are added to the new hotkey's, then voting power and stake go along.

    Sums saturate at u64 and are stored even where they are zero. On root, what is claimable and what was claimed go
    along too, and whether the hotkey becomes a parent on new subnets, if that was ever said.
    """
    last_stake = TotalHotkeyAlphaLastEpoch.take(state, old_hotkey, netuid)
    new_last_stake = TotalHotkeyAlphaLastEpoch.get(state, new_hotkey, netuid)
    TotalHotkeyAlphaLastEpoch.put(state, new_hotkey, netuid, saturating_add(last_stake, new_last_stake))
    dividends = AlphaDividendsPerSubnet.take(state, netuid, old_hotkey)
    new_dividends = AlphaDividendsPerSubnet.get(state, netuid, new_hotkey)
    AlphaDividendsPerSubnet.put(state, netuid, new_hotkey, saturating_add(dividends, new_dividends))
    swap_voting_power_for_hotkey(state, old_hotkey, new_hotkey, netuid)
    for coldkey in stakers_on_subnet(state, old_hotkey, netuid):
        move_stake_of(state, coldkey, old_hotkey, new_hotkey, netuid)
    if netuid == ROOT:
        swap_root_claims(state, old_hotkey, new_hotkey)
        if AutoParentDelegationEnabled.contains(state, old_hotkey):
            AutoParentDelegationEnabled.put(state, new_hotkey, AutoParentDelegationEnabled.take(state, old_hotkey))


def stakers_on_subnet(state: State, hotkey: AccountId, netuid: NetUid) -> list[AccountId]:
    """Return the coldkeys with a share of a hotkey's pool on a subnet, of either kind, in ascending order."""
    shares = (*Alpha.prefix_items(state, hotkey), *AlphaV2.prefix_items(state, hotkey))
    return sorted({coldkey for coldkey, stored_netuid, _ in shares if stored_netuid == netuid})


@rule("KEY-hotkey/staker", SUBTENSOR(_PATH, "perform_hotkey_swap_on_one_subnet"))
def move_stake_of(
    state: State, coldkey: AccountId, old_hotkey: AccountId, new_hotkey: AccountId, netuid: NetUid
) -> None:
    """A coldkey's stake is taken from the old hotkey's pool and put into the new one's, in whole rao.

    The new hotkey joins the coldkey's list where the old one is in it; the old one stays in it for now.
    """
    alpha = get_stake_for_hotkey_and_coldkey_on_subnet(state, old_hotkey, coldkey, netuid)
    decrease_stake_for_hotkey_and_coldkey_on_subnet(state, old_hotkey, coldkey, netuid, alpha)
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, new_hotkey, coldkey, netuid, alpha)
    if old_hotkey in StakingHotkeys.get(state, coldkey):
        append_if_absent(state, StakingHotkeys, coldkey, new_hotkey)


@rule("KEY-hotkey/root-claims", SUBTENSOR(_PATH, "perform_hotkey_swap_on_one_subnet"))
def swap_root_claims(state: State, old_hotkey: AccountId, new_hotkey: AccountId) -> None:
    """What is claimable of the old hotkey's root dividends becomes the new one's, and then what was claimed.

    Claims go along on those subnets that the new hotkey now has something claimable of, in ascending order of netuid,
    for each coldkey in order of raw key.
    """
    transfer_root_claimable_for_new_hotkey(state, old_hotkey, new_hotkey)
    for netuid in sorted(RootClaimable.get(state, new_hotkey)):
        for coldkey, _ in RootClaimed.pair_items(state, netuid, old_hotkey):
            transfer_root_claimed_for_new_keys(state, netuid, old_hotkey, new_hotkey, coldkey, coldkey)
