"""What the owner of a subnet may do to its schedule: set the tempo, the activity cutoff, or ask for an epoch."""

from subtensor_spec.chain.arguments import u16, u32
from subtensor_spec.chain.calls import call
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import ActivityCutoffFactorMilliSet, EpochTriggered, TempoSet
from subtensor_spec.chain.items.consensus import ActivityCutoffFactorMilli
from subtensor_spec.chain.items.schedule import AdminFreezeWindow, LastEpochBlock, PendingEpochAt, Tempo
from subtensor_spec.chain.items.weights import CommitRevealWeightsEnabled
from subtensor_spec.chain.origins import Origin, ensure_root
from subtensor_spec.chain.pallets import ADMIN_UTILS, SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import U64_MAX, AccountId, Hyperparameter, NetUid
from subtensor_spec.chapters.hyperparameters.origins import (
    ensure_admin_window_open,
    ensure_subnet_owner,
    ensure_subnet_owner_or_root,
    record_owner_rl,
)
from subtensor_spec.chapters.hyperparameters.rate_limits import (
    MIN_TEMPO,
    LimitedTransaction,
    TransactionType,
    passes_rate_limit_on_subnet,
)
from subtensor_spec.chapters.hyperparameters.setting import EXISTS, Request
from subtensor_spec.chapters.schedule.due import MAX_TEMPO, blocks_until_next_auto_epoch
from subtensor_spec.rules import SUBTENSOR, rule

_TEMPO_CONTROL = "pallets/subtensor/src/coinbase/tempo_control.rs"

MIN_ACTIVITY_CUTOFF_FACTOR_MILLI, MAX_ACTIVITY_CUTOFF_FACTOR_MILLI = 1_000, 50_000
"""Thousandths of a tempo."""


@rule("SCH-tempo/cycle-reset", SUBTENSOR("pallets/subtensor/src/utils/misc.rs", "apply_tempo_with_cycle_reset"))
def apply_tempo_with_cycle_reset(state: State, netuid: NetUid, tempo: int) -> None:
    """A new tempo is stored, and the current block becomes the last epoch's slot: the next epoch is a tempo away."""
    Tempo.put(state, netuid, tempo)
    state.emit(TempoSet(netuid, tempo))
    LastEpochBlock.put(state, netuid, current_block(state))


@call(SUBTENSOR_MODULE, 139)
@rule("SCH-tempo/owner", SUBTENSOR(_TEMPO_CONTROL, "do_set_tempo"))
def set_tempo(state: State, origin: Origin, netuid: NetUid, tempo: u16) -> None:
    """The owner sets a tempo of 360 to 50 400 blocks, outside the freeze window, at most once in 360 blocks.

    Refused in this order: ``BadOrigin`` for anybody but the owner, ``TempoOutOfBounds``,
    ``AdminActionProhibitedDuringWeightsWindow``, ``TxRateLimitExceeded``.
    """
    owner = ensure_subnet_owner(state, origin, netuid)
    if not MIN_TEMPO <= tempo <= MAX_TEMPO:
        raise CallError(SubtensorModule.TempoOutOfBounds)
    ensure_admin_window_open(state, netuid)
    _ensure_rate(state, TransactionType.TempoUpdate, owner, netuid)
    apply_tempo_with_cycle_reset(state, netuid, tempo)
    record_owner_rl(state, owner, netuid, [TransactionType.TempoUpdate])


@call(ADMIN_UTILS, 30)
@rule("SCH-tempo/root", SUBTENSOR("pallets/admin-utils/src/lib.rs", "sudo_set_tempo"))
def sudo_set_tempo(state: State, origin: Origin, netuid: NetUid, tempo: u16) -> None:
    """Root sets any tempo, zero too, of a subnet that exists and whose freeze window is open."""
    ensure_root(origin)
    ensure_admin_window_open(state, netuid)
    EXISTS.require(Request(state, netuid, tempo, None))
    apply_tempo_with_cycle_reset(state, netuid, tempo)


@call(SUBTENSOR_MODULE, 140)
@rule("SCH-activity/factor", SUBTENSOR(_TEMPO_CONTROL, "do_set_activity_cutoff_factor"))
def set_activity_cutoff_factor(state: State, origin: Origin, netuid: NetUid, factor_milli: u32) -> None:
    """The owner or root sets the activity cutoff to 1 to 50 tempos, in thousandths.

    Refused in this order: ``BadOrigin``, ``ActivityCutoffFactorMilliOutOfBounds``; then, for the owner only,
    ``AdminActionProhibitedDuringWeightsWindow`` and ``TxRateLimitExceeded``.
    """
    owner = ensure_subnet_owner_or_root(state, origin, netuid)
    if not MIN_ACTIVITY_CUTOFF_FACTOR_MILLI <= factor_milli <= MAX_ACTIVITY_CUTOFF_FACTOR_MILLI:
        raise CallError(SubtensorModule.ActivityCutoffFactorMilliOutOfBounds)
    if owner is not None:
        ensure_admin_window_open(state, netuid)
        _ensure_rate(state, Hyperparameter.ActivityCutoffFactorMilli, owner, netuid)
    ActivityCutoffFactorMilli.put(state, netuid, factor_milli)
    state.emit(ActivityCutoffFactorMilliSet(netuid, factor_milli))
    record_owner_rl(state, owner, netuid, [Hyperparameter.ActivityCutoffFactorMilli])


@call(SUBTENSOR_MODULE, 141)
@rule("SCH-trigger/call", SUBTENSOR(_TEMPO_CONTROL, "do_trigger_epoch"))
def trigger_epoch(state: State, origin: Origin, netuid: NetUid) -> None:
    """The owner asks for an epoch; it comes when the freeze window, which begins now, has passed.

    Refused in this order: ``BadOrigin`` for anybody but the owner, ``DynamicTempoBlockedByCommitReveal`` where
    commit–reveal is on, ``EpochTriggerAlreadyPending``, ``AutoEpochAlreadyImminent`` where the next automatic epoch is
    nearer than the window is long, ``TxRateLimitExceeded``.
    """
    owner = ensure_subnet_owner(state, origin, netuid)
    if CommitRevealWeightsEnabled.get(state, netuid):
        raise CallError(SubtensorModule.DynamicTempoBlockedByCommitReveal)
    if PendingEpochAt.get(state, netuid) != 0:
        raise CallError(SubtensorModule.EpochTriggerAlreadyPending)
    now, window = current_block(state), AdminFreezeWindow.get(state)
    if blocks_until_next_auto_epoch(state, netuid, Tempo.get(state, netuid), now) < window:
        raise CallError(SubtensorModule.AutoEpochAlreadyImminent)
    _ensure_rate(state, Hyperparameter.TriggerEpoch, owner, netuid)
    fires_at = min(now + window, U64_MAX)
    PendingEpochAt.put(state, netuid, fires_at)
    record_owner_rl(state, owner, netuid, [Hyperparameter.TriggerEpoch])
    state.emit(EpochTriggered(netuid, owner, fires_at))


def _ensure_rate(state: State, transaction: LimitedTransaction, owner: AccountId, netuid: NetUid) -> None:
    if not passes_rate_limit_on_subnet(state, transaction, owner, netuid):
        raise CallError(SubtensorModule.TxRateLimitExceeded)
