"""How many mechanisms a subnet has, and how they share its emission."""

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.consensus import (
    Bonds,
    Incentive,
    LastUpdate,
    MaxMechanismCount,
    MechanismCountCurrent,
    MechanismEmissionSplit,
    Weights,
)
from subtensor_spec.chain.items.neurons import MaxAllowedUids
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.items.weights import TimelockedWeightCommits, WeightCommits
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import MechId, NetUid
from subtensor_spec.chapters.hyperparameters.bounds import MAX_MECHANISM_COUNT_PER_SUBNET, fits_all_mechanisms
from subtensor_spec.chapters.mechanisms.indexes import get_mechanism_storage_index
from subtensor_spec.rules import SUBTENSOR, rule

_MECHANISM = "pallets/subtensor/src/subnets/mechanism.rs"

WHOLE_SPLIT = 2**16 - 1
"""What the parts of a split add up to."""


@rule("MEC-count/set", SUBTENSOR(_MECHANISM, "do_set_mechanism_count"))
def do_set_mechanism_count(state: State, netuid: NetUid, mechanism_count: MechId) -> None:
    """A subnet's number of mechanisms is at least one, at most ``MaxMechanismCount``, and at most 16.

    Refused in this order: ``MechanismDoesNotExist`` where the subnet does not exist, ``InvalidValue`` for zero or more
    than ``MaxMechanismCount``, ``TooManyUIDsPerMechanism`` where the number times ``MaxAllowedUids`` is more than the
    default maximum of uids, ``InvalidValue`` for more than 16.
    """
    if not NetworksAdded.get(state, netuid):
        raise CallError(SubtensorModule.MechanismDoesNotExist)
    if not 0 < mechanism_count <= MaxMechanismCount.get(state):
        raise CallError(SubtensorModule.InvalidValue)
    if not fits_all_mechanisms(MaxAllowedUids.get(state, netuid), mechanism_count):
        raise CallError(SubtensorModule.TooManyUIDsPerMechanism)
    if mechanism_count > MAX_MECHANISM_COUNT_PER_SUBNET:
        raise CallError(SubtensorModule.InvalidValue)
    update_mechanism_counts_if_needed(state, netuid, mechanism_count)


@rule("MEC-count/update", SUBTENSOR(_MECHANISM, "update_mechanism_counts_if_needed"))
def update_mechanism_counts_if_needed(state: State, netuid: NetUid, new_count: MechId) -> None:
    """Mechanisms that fall away lose weights, incentive, last updates, bonds and commits; the split is forgotten.

    A number that does not change changes nothing.
    """
    old_count = MechanismCountCurrent.get(state, netuid)
    if old_count == new_count:
        return
    for mechid in range(new_count, old_count):
        _clear_mechanism(state, netuid, MechId(mechid))
    MechanismCountCurrent.put(state, netuid, new_count)
    MechanismEmissionSplit.remove(state, netuid)


def _clear_mechanism(state: State, netuid: NetUid, mechid: MechId) -> None:
    index = get_mechanism_storage_index(netuid, mechid)
    Incentive.remove(state, index)
    LastUpdate.remove(state, index)
    Weights.clear_prefix(state, index)
    Bonds.clear_prefix(state, index)
    WeightCommits.clear_prefix(state, index)
    TimelockedWeightCommits.clear_prefix(state, index)


@rule("MEC-split/set", SUBTENSOR(_MECHANISM, "do_set_emission_split"))
def do_set_emission_split(state: State, netuid: NetUid, split: tuple[int, ...] | None) -> None:
    """A split has one part for each of the first mechanisms, in parts of 65 535 that add up to the whole.

    ``MechanismDoesNotExist`` where the subnet does not exist, ``InvalidValue`` for no parts, for more than there are
    mechanisms, and for another sum. No split removes it: then mechanisms share evenly.
    """
    if not NetworksAdded.get(state, netuid):
        raise CallError(SubtensorModule.MechanismDoesNotExist)
    if split is None:
        MechanismEmissionSplit.remove(state, netuid)
        return
    if not 0 < len(split) <= MechanismCountCurrent.get(state, netuid) or sum(split) != WHOLE_SPLIT:
        raise CallError(SubtensorModule.InvalidValue)
    MechanismEmissionSplit.put(state, netuid, split)
