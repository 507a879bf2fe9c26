"""The calls of voting power."""

from subtensor_spec.chain.arguments import u64
from subtensor_spec.chain.calls import call
from subtensor_spec.chain.origins import Origin, ensure_root
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.hyperparameters.origins import ensure_subnet_owner_or_root
from subtensor_spec.chapters.voting_power.tracking import (
    do_disable_voting_power_tracking,
    do_enable_voting_power_tracking,
    do_set_voting_power_ema_alpha,
)
from subtensor_spec.rules import SUBTENSOR, rule

_DISPATCHES = "pallets/subtensor/src/macros/dispatches.rs"


@call(SUBTENSOR_MODULE, 129)
@rule("VOT-call/enable", SUBTENSOR(_DISPATCHES, "enable_voting_power_tracking"))
def enable_voting_power_tracking(state: State, origin: Origin, netuid: NetUid) -> None:
    """A subnet's owner or root switches tracking on; ``BadOrigin`` for anybody else. No subnet need exist for root."""
    ensure_subnet_owner_or_root(state, origin, netuid)
    do_enable_voting_power_tracking(state, netuid)


@call(SUBTENSOR_MODULE, 130)
@rule("VOT-call/disable", SUBTENSOR(_DISPATCHES, "disable_voting_power_tracking"))
def disable_voting_power_tracking(state: State, origin: Origin, netuid: NetUid) -> None:
    """A subnet's owner or root has tracking end after its time; ``BadOrigin`` for anybody else."""
    ensure_subnet_owner_or_root(state, origin, netuid)
    do_disable_voting_power_tracking(state, netuid)


@call(SUBTENSOR_MODULE, 131)
@rule("VOT-call/alpha", SUBTENSOR(_DISPATCHES, "sudo_set_voting_power_ema_alpha"))
def sudo_set_voting_power_ema_alpha(state: State, origin: Origin, netuid: NetUid, alpha: u64) -> None:
    """Root sets the weight of the newest stake; ``BadOrigin`` for anybody else."""
    ensure_root(origin)
    do_set_voting_power_ema_alpha(state, netuid, alpha)
