"""The steps of the epoch as one neuron saw them."""

from subtensor_spec.chapters.consensus.epoch import EpochResult
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.errors import InvalidInput
from subtensor_spec.explain.payment import emission_step, storage_step
from subtensor_spec.explain.server import consensus_step, incentive_step
from subtensor_spec.explain.standing import active_stake_step, activity_step, permit_step, stake_step
from subtensor_spec.explain.step import Step
from subtensor_spec.explain.validator import bonds_step, dividends_step, trust_step, weights_step
from subtensor_spec.explain.view import View


def explain_neuron(epoch: EpochInput, result: EpochResult, uid: int) -> list[Step]:
    """Return the steps of an epoch that concern uid ``uid``, in the order of the epoch.

    Those of a validator are left out for a neuron without a permit. Raises :class:`InvalidInput` for an unknown uid.
    """
    if not 0 <= uid < epoch.n:
        raise InvalidInput(f"uid {uid}", f"does not exist; there are {epoch.n} neurons")
    view = View(epoch, result, uid)
    standing = [activity_step(view), stake_step(view), permit_step(view), active_stake_step(view)]
    server = [consensus_step(view), incentive_step(view)]
    validator = [trust_step(view), bonds_step(view), dividends_step(view)] if view.validates else []
    votes = [weights_step(view)] if view.validates else []
    return [*standing, *votes, *server, *validator, emission_step(view), storage_step(view)]
