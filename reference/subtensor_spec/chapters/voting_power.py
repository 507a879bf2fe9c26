"""Voting power: each validator's stake in a subnet, averaged over epochs, for those who ask for it."""

from collections.abc import Iterable

from subtensor_spec.arithmetic import U64
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds import subtensor_module as events
from subtensor_spec.chain.items.neurons import IsNetworkMember
from subtensor_spec.chain.items.staking import StakeThreshold
from subtensor_spec.chain.items.voting_power import (
    VotingPower,
    VotingPowerDisableAtBlock,
    VotingPowerEmaAlpha,
    VotingPowerTrackingEnabled,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid, saturating_add
from subtensor_spec.chapters.consensus.output import EpochTerms
from subtensor_spec.rules import SUBTENSOR, rule

_VOTING_POWER = "pallets/subtensor/src/utils/voting_power.rs"

VOTING_POWER_DISABLE_GRACE_PERIOD_BLOCKS = 100_800
"""How long tracking goes on after it was switched off: 14 days."""

MAX_VOTING_POWER_EMA_ALPHA = 10**18
"""The stored weight of the newest stake that means one."""

_U128_MAX = 2**128 - 1


@rule("VOT-tracking/enable", SUBTENSOR(_VOTING_POWER, "do_enable_voting_power_tracking"))
def do_enable_voting_power_tracking(state: State, netuid: NetUid) -> None:
    """Tracking is switched on, and a switching off that is under way is called off.

    Emits ``VotingPowerTrackingEnabled``, also where tracking was on.
    """
    VotingPowerTrackingEnabled.put(state, netuid, True)
    VotingPowerDisableAtBlock.remove(state, netuid)
    state.emit(events.VotingPowerTrackingEnabled(netuid))


@rule("VOT-tracking/disable", SUBTENSOR(_VOTING_POWER, "do_disable_voting_power_tracking"))
def do_disable_voting_power_tracking(state: State, netuid: NetUid) -> None:
    """Tracking is to end 100 800 blocks from now; asked again, it is put off again.

    ``VotingPowerTrackingNotEnabled`` if it is not on. Emits ``VotingPowerTrackingDisableScheduled``.
    """
    if not VotingPowerTrackingEnabled.get(state, netuid):
        raise CallError(SubtensorModule.VotingPowerTrackingNotEnabled)
    disable_at = saturating_add(current_block(state), VOTING_POWER_DISABLE_GRACE_PERIOD_BLOCKS)
    VotingPowerDisableAtBlock.put(state, netuid, disable_at)
    state.emit(events.VotingPowerTrackingDisableScheduled(netuid, disable_at))


@rule("VOT-tracking/alpha", SUBTENSOR(_VOTING_POWER, "do_set_voting_power_ema_alpha"))
def do_set_voting_power_ema_alpha(state: State, netuid: NetUid, alpha: int) -> None:
    """The weight of the newest stake is set, in parts of 10**18, at most one; ``InvalidVotingPowerEmaAlpha`` above.

    Emits ``VotingPowerEmaAlphaSet``.
    """
    if alpha > MAX_VOTING_POWER_EMA_ALPHA:
        raise CallError(SubtensorModule.InvalidVotingPowerEmaAlpha)
    VotingPowerEmaAlpha.put(state, netuid, alpha)
    state.emit(events.VotingPowerEmaAlphaSet(netuid, alpha))


@rule("VOT-epoch/update", SUBTENSOR(_VOTING_POWER, "update_voting_power_for_subnet"))
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


@rule("VOT-epoch/hotkey", SUBTENSOR(_VOTING_POWER, "update_voting_power_for_hotkey"))
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


@rule("VOT-epoch/average", SUBTENSOR(_VOTING_POWER, "calculate_voting_power_ema"))
def calculate_voting_power_ema(current_stake: int, previous_ema: int, alpha: int) -> int:
    """The average is the stake times the weight plus the average so far times what the weight lacks to 10**18.

    The sum is saturated at ``2**128 - 1``, divided by 10**18 rounding down, and saturated at ``2**64 - 1``. A weight
    above one leaves nothing of the average so far.
    """
    rest = max(MAX_VOTING_POWER_EMA_ALPHA - alpha, 0)
    total = min(alpha * current_stake + rest * previous_ema, _U128_MAX)
    return U64.saturated(total // MAX_VOTING_POWER_EMA_ALPHA)


@rule("VOT-tracking/end", SUBTENSOR(_VOTING_POWER, "finalize_voting_power_disable"))
def finalize_voting_power_disable(state: State, netuid: NetUid) -> None:
    """Tracking ends: all voting power of the subnet is removed and the switch stored as off.

    Emits ``VotingPowerTrackingDisabled``.
    """
    VotingPower.clear_prefix(state, netuid)
    VotingPowerTrackingEnabled.put(state, netuid, False)
    VotingPowerDisableAtBlock.remove(state, netuid)
    state.emit(events.VotingPowerTrackingDisabled(netuid))


@rule("VOT-swap/hotkey", SUBTENSOR(_VOTING_POWER, "swap_voting_power_for_hotkey"))
def swap_voting_power_for_hotkey(state: State, old_hotkey: AccountId, new_hotkey: AccountId, netuid: NetUid) -> None:
    """A hotkey that replaces another takes over its voting power, added to its own; the sum saturates."""
    power = VotingPower.take(state, netuid, old_hotkey)
    if power > 0:
        VotingPower.put(state, netuid, new_hotkey, saturating_add(power, VotingPower.get(state, netuid, new_hotkey)))
