"""Which weights are well formed: as many uids as values, each uid once and of a neuron, enough of them."""

from collections.abc import Sequence

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.subnets import SubnetworkN
from subtensor_spec.chain.items.weights import MinAllowedWeights
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, NetUid, Uid
from subtensor_spec.chapters.neurons.uids import is_uid_exist_on_network
from subtensor_spec.chapters.weights.who import WEIGHTS, is_self_weight
from subtensor_spec.rules import SUBTENSOR, rule


@rule("WGT-shape/uids", SUBTENSOR(WEIGHTS, "has_duplicate_uids"), SUBTENSOR(WEIGHTS, "contains_invalid_uids"))
def ensure_uids_are_valid(state: State, netuid: NetUid, uids: Sequence[Uid]) -> None:
    """No uid may stand twice, else ``DuplicateUids``; each must have a hotkey, else ``UidVecContainInvalidOne``."""
    if len(set(uids)) != len(uids):
        raise CallError(SubtensorModule.DuplicateUids)
    if not all(is_uid_exist_on_network(state, netuid, uid) for uid in uids):
        raise CallError(SubtensorModule.UidVecContainInvalidOne)


@rule("WGT-shape/most", SUBTENSOR(WEIGHTS, "check_len_uids_within_allowed"))
def check_len_uids_within_allowed(state: State, netuid: NetUid, uids: Sequence[Uid]) -> bool:
    """There may be at most as many uids as the subnet has neurons."""
    return len(uids) <= SubnetworkN.get(state, netuid)


@rule("WGT-shape/least", SUBTENSOR(WEIGHTS, "check_length"))
def check_length(state: State, netuid: NetUid, uid: Uid, uids: Sequence[Uid], weights: Sequence[int]) -> bool:
    """There must be at least ``MinAllowedWeights`` weights, or as many as the subnet has neurons if that is fewer.

    A neuron that weighs only itself needs no more, but at root.
    """
    if netuid != ROOT and is_self_weight(uid, uids, weights):
        return True
    return len(weights) >= min(SubnetworkN.get(state, netuid), MinAllowedWeights.get(state, netuid))
