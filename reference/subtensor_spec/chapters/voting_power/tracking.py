"""Whether a subnet's voting power is tracked, and with which weight of the newest stake."""

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds import subtensor_module as events
from subtensor_spec.chain.items.voting_power import (
    VotingPower,
    VotingPowerDisableAtBlock,
    VotingPowerEmaAlpha,
    VotingPowerTrackingEnabled,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid, saturating_add
from subtensor_spec.rules import SUBTENSOR, rule

VOTING_POWER = "pallets/subtensor/src/utils/voting_power.rs"
"""Where production keeps this chapter."""

VOTING_POWER_DISABLE_GRACE_PERIOD_BLOCKS = 100_800
"""How long tracking goes on after it was switched off: 14 days."""

MAX_VOTING_POWER_EMA_ALPHA = 10**18
"""The stored weight of the newest stake that means one."""


@rule("VOT-tracking/enable", SUBTENSOR(VOTING_POWER, "do_enable_voting_power_tracking"))
def do_enable_voting_power_tracking(state: State, netuid: NetUid) -> None:
    """Tracking is switched on, and a switching off that is under way is called off.

    Emits ``VotingPowerTrackingEnabled``, also where tracking was on.
    """
    VotingPowerTrackingEnabled.put(state, netuid, True)
    VotingPowerDisableAtBlock.remove(state, netuid)
    state.emit(events.VotingPowerTrackingEnabled(netuid))


@rule("VOT-tracking/disable", SUBTENSOR(VOTING_POWER, "do_disable_voting_power_tracking"))
def do_disable_voting_power_tracking(state: State, netuid: NetUid) -> None:
    """Tracking is to end 100 800 blocks from now; asked again, it is put off again.

    ``VotingPowerTrackingNotEnabled`` if it is not on. Emits ``VotingPowerTrackingDisableScheduled``.
    """
    if not VotingPowerTrackingEnabled.get(state, netuid):
        raise CallError(SubtensorModule.VotingPowerTrackingNotEnabled)
    disable_at = saturating_add(current_block(state), VOTING_POWER_DISABLE_GRACE_PERIOD_BLOCKS)
    VotingPowerDisableAtBlock.put(state, netuid, disable_at)
    state.emit(events.VotingPowerTrackingDisableScheduled(netuid, disable_at))


@rule("VOT-tracking/alpha", SUBTENSOR(VOTING_POWER, "do_set_voting_power_ema_alpha"))
def do_set_voting_power_ema_alpha(state: State, netuid: NetUid, alpha: int) -> None:
    """The weight of the newest stake is set, in parts of 10**18, at most one; ``InvalidVotingPowerEmaAlpha`` above.

    Emits ``VotingPowerEmaAlphaSet``.
    """
    if alpha > MAX_VOTING_POWER_EMA_ALPHA:
        raise CallError(SubtensorModule.InvalidVotingPowerEmaAlpha)
    VotingPowerEmaAlpha.put(state, netuid, alpha)
    state.emit(events.VotingPowerEmaAlphaSet(netuid, alpha))


@rule("VOT-tracking/end", SUBTENSOR(VOTING_POWER, "finalize_voting_power_disable"))
def finalize_voting_power_disable(state: State, netuid: NetUid) -> None:
    """Tracking ends: all voting power of the subnet is removed and the switch stored as off.

    Emits ``VotingPowerTrackingDisabled``.
    """
    VotingPower.clear_prefix(state, netuid)
    VotingPowerTrackingEnabled.put(state, netuid, False)
    VotingPowerDisableAtBlock.remove(state, netuid)
    state.emit(events.VotingPowerTrackingDisabled(netuid))
