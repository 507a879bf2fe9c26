"""Voting power of a subnet's validators: what an epoch makes of it, and what becomes of it when a hotkey is swapped."""

from collections.abc import Iterable

from subtensor_spec.arithmetic import U64
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.neurons import IsNetworkMember
from subtensor_spec.chain.items.staking import StakeThreshold
from subtensor_spec.chain.items.voting_power import (
    VotingPower,
    VotingPowerDisableAtBlock,
    VotingPowerEmaAlpha,
    VotingPowerTrackingEnabled,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import U128_MAX, AccountId, NetUid, saturating_add
from subtensor_spec.chapters.consensus.output import EpochTerms
from subtensor_spec.chapters.voting_power.tracking import (
    MAX_VOTING_POWER_EMA_ALPHA,
    VOTING_POWER,
    finalize_voting_power_disable,
)
from subtensor_spec.rules import SUBTENSOR, rule


@rule("VOT-epoch/update", SUBTENSOR(VOTING_POWER, "update_voting_power_for_subnet"))
def update_voting_power_for_subnet(state: State, netuid: NetUid, terms: Iterable[tuple[AccountId, EpochTerms]]) -> None:
    """After each epoch of a subnet with tracking every neuron with a new permit is averaged; all others lose theirs.

    First, if tracking was switched off and its time is over, it ends instead. Last, hotkeys that are no members of the
    subnet lose theirs. The stake is that of the epoch, summed over mechanisms.
    """
    if not VotingPowerTrackingEnabled.get(state, netuid):
        return
    disable_at = VotingPowerDisableAtBlock.get(state, netuid)
    if 0 < disable_at <= current_block(state):
        finalize_voting_power_disable(state, netuid)
        return
    for hotkey, term in terms:
        if term.new_validator_permit:
            update_voting_power_for_hotkey(state, netuid, hotkey, term.stake)
        else:
            VotingPower.remove(state, netuid, hotkey)
    for hotkey, _power in VotingPower.prefix_items(state, netuid):
        if not IsNetworkMember.get(state, hotkey, netuid):
            VotingPower.remove(state, netuid, hotkey)


@rule("VOT-epoch/hotkey", SUBTENSOR(VOTING_POWER, "update_voting_power_for_hotkey"))
def update_voting_power_for_hotkey(state: State, netuid: NetUid, hotkey: AccountId, stake: int) -> None:
    """A new average replaces the old one, unless it has fallen below ``StakeThreshold`` from above: then none is kept.

    One that never reached the threshold stays. An average of zero changes nothing.
    """
    before = VotingPower.get(state, netuid, hotkey)
    average = calculate_voting_power_ema(stake, before, VotingPowerEmaAlpha.get(state, netuid))
    if average < StakeThreshold.get(state) <= before:
        VotingPower.remove(state, netuid, hotkey)
    elif average > 0:
        VotingPower.put(state, netuid, hotkey, average)


@rule("VOT-epoch/average", SUBTENSOR(VOTING_POWER, "calculate_voting_power_ema"))
def calculate_voting_power_ema(current_stake: int, previous_ema: int, alpha: int) -> int:
    """The average is the stake times the weight plus the average so far times what the weight lacks to 10**18.

    The sum is saturated at ``2**128 - 1``, divided by 10**18 rounding down, and saturated at ``2**64 - 1``. A weight
    above one leaves nothing of the average so far.
    """
    rest = max(MAX_VOTING_POWER_EMA_ALPHA - alpha, 0)
    total = min(alpha * current_stake + rest * previous_ema, U128_MAX)
    return U64.saturated(total // MAX_VOTING_POWER_EMA_ALPHA)


@rule("VOT-swap/hotkey", SUBTENSOR(VOTING_POWER, "swap_voting_power_for_hotkey"))
def swap_voting_power_for_hotkey(state: State, old_hotkey: AccountId, new_hotkey: AccountId, netuid: NetUid) -> None:
    """A hotkey that replaces another takes over its voting power, added to its own; the sum saturates."""
    power = VotingPower.take(state, netuid, old_hotkey)
    if power > 0:
        VotingPower.put(state, netuid, new_hotkey, saturating_add(power, VotingPower.get(state, netuid, new_hotkey)))
