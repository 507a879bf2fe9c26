"""The epoch of one mechanism: the list of its steps."""

from dataclasses import dataclass

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.matrix.shapes import Sparse
from subtensor_spec.chapters.consensus.output import EpochTerms, terms_of_neurons
from subtensor_spec.chapters.consensus.source import in_epoch
from subtensor_spec.chapters.consensus.stages import EpochStages
from subtensor_spec.chapters.consensus.steps.activity import judge_activity
from subtensor_spec.chapters.consensus.steps.agreement import Agreement, reach_agreement
from subtensor_spec.chapters.consensus.steps.bonds import Bonds, weights_for_bonds
from subtensor_spec.chapters.consensus.steps.emission import share_emission
from subtensor_spec.chapters.consensus.steps.permits import grant_permits
from subtensor_spec.chapters.consensus.steps.persistence import (
    EpochStorage,
    persist_mechanism_epoch_terms,
    persist_netuid_epoch_terms,
)
from subtensor_spec.chapters.consensus.steps.stake import active_stake, weigh_stake
from subtensor_spec.chapters.consensus.steps.weights import read_weights
from subtensor_spec.chapters.consensus.steps.yuma2 import update_bonds_yuma2
from subtensor_spec.chapters.consensus.steps.yuma3 import update_bonds_yuma3
from subtensor_spec.rules import rule


@dataclass(frozen=True)
class EpochResult:
    """What an epoch gives: the terms of each neuron, what is stored, and every intermediate value by name."""

    output: list[EpochTerms]
    persisted: EpochStorage
    stages: EpochStages


@rule("YC-epoch/mechanism", in_epoch("epoch_mechanism"))
def run_epoch(epoch: EpochInput) -> EpochResult:
    """An epoch of one mechanism turns stake, weights and old bonds into consensus, pay, new bonds and new permits.

    It reads storage only through ``epoch`` and always has a result. The steps follow one another as listed.
    """
    activity = judge_activity(epoch)
    stake = weigh_stake(epoch)
    permits = grant_permits(epoch, stake.stake)
    active = active_stake(stake.stake, activity.inactive, permits.validator_permits)
    weights = read_weights(epoch, permits.validator_permits, activity.last_update)
    agreement = reach_agreement(epoch, weights.weights, active)
    bonds = update_bonds(epoch, weights.weights, agreement, active)
    emission = share_emission(epoch.rao_emission, agreement.incentive, bonds.dividends, stake.stake, active)
    output = terms_of_neurons(activity, stake, permits, agreement, bonds, emission)
    return EpochResult(
        output,
        EpochStorage(persist_mechanism_epoch_terms(output), persist_netuid_epoch_terms(output)),
        EpochStages.of(activity, stake, permits, weights, agreement, bonds, emission, active_stake=active),
    )


def update_bonds(epoch: EpochInput, weights: Sparse, agreement: Agreement, active: list[I32F32]) -> Bonds:
    """Return the bonds and dividends under the kind of Yuma that the subnet uses."""
    buying = weights_for_bonds(weights, agreement.clipped_weights, epoch.n, epoch.bonds_penalty)
    if epoch.yuma3:
        return update_bonds_yuma3(epoch, buying, active, agreement.consensus, agreement.incentive)
    return update_bonds_yuma2(epoch, buying, active, agreement.incentive)
