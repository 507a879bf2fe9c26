"""The epoch of one mechanism on whole arrays: the list of its steps."""

from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.vectorised.consensus import compact, general
from subtensor_spec.vectorised.consensus.activity import inactive_neurons, new_permits, with_owner
from subtensor_spec.vectorised.consensus.emission import share_emission
from subtensor_spec.vectorised.consensus.inputs import EpochArrays
from subtensor_spec.vectorised.consensus.outcome import EpochOutcome, EpochStages
from subtensor_spec.vectorised.consensus.stake import active_stake, stake_shares, total_stake


def run_epoch(epoch: EpochInput) -> EpochOutcome:
    """Convert an epoch's input and run it; ``output``, ``persisted`` and ``stages`` are those of the exact path."""
    return run_epoch_arrays(EpochArrays.from_input(epoch))


def run_epoch_arrays(epoch: EpochArrays) -> EpochOutcome:
    """Run an epoch on the numpy path's own form (YC-epoch/mechanism)."""
    inactive = inactive_neurons(epoch)
    total = total_stake(epoch)
    stake = stake_shares(total, epoch)
    permits, permits_after = with_owner(epoch.validator_permit, epoch.owner_uid), new_permits(stake, epoch)
    active = active_stake(stake, inactive, permits)
    agreed = compact.agree(epoch, active, permits, permits_after)
    if agreed is None:
        agreed = general.agree(epoch, active, permits, permits_after)
    emission = share_emission(epoch.rao_emission, agreed.incentive, agreed.dividends, stake, active)
    return EpochOutcome.of(epoch.n, EpochStages(inactive, total, stake, permits_after, active, agreed, emission))
