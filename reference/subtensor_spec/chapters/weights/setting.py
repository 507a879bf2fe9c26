"""How weights are set: every check in its order, then the row of the neuron is stored."""

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import WeightsSet
from subtensor_spec.chain.items.consensus import Weights
from subtensor_spec.chain.items.weights import CommitRevealWeightsEnabled
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, MechId, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.consensus.matrix.max_upscale import vec_u16_max_upscale_to_u16
from subtensor_spec.chapters.mechanisms.existence import ensure_mechanism_exists
from subtensor_spec.chapters.mechanisms.indexes import get_mechanism_storage_index
from subtensor_spec.chapters.neurons.uids import get_uid_for_net_and_hotkey
from subtensor_spec.chapters.neurons.vectors import set_last_update_for_uid
from subtensor_spec.chapters.weights.shape import check_len_uids_within_allowed, check_length, ensure_uids_are_valid
from subtensor_spec.chapters.weights.who import (
    WEIGHTS,
    check_rate_limit,
    check_validator_permit,
    check_version_key,
    check_weights_min_stake,
)
from subtensor_spec.rules import SUBTENSOR, rule


@rule("WGT-set/weights", SUBTENSOR(WEIGHTS, "internal_set_weights"))
def internal_set_weights(
    state: State,
    origin: Origin,
    netuid: NetUid,
    mecid: MechId,
    uids: tuple[Uid, ...],
    values: tuple[int, ...],
    version_key: int,
) -> None:
    """The hotkey that signed sets its weights in a mechanism: it is checked, then what it says, then the row is stored.

    Values are scaled so that the greatest becomes 65 535 and stored with their uids in the order in which they were
    given, zeros too; the row before is replaced. Whether the greatest is within a limit is asked too, but the limit is
    65 535 and ``MaxWeightsLimit`` is not read, so all are. Where weights are not committed first, ``LastUpdate``
    becomes the current block.
    """
    index = get_mechanism_storage_index(netuid, mecid)
    hotkey = ensure_signed(origin)
    # CHECK
    ensure_sizes(state, netuid, mecid, uids, values)
    uid = ensure_neuron_may(state, netuid, index, hotkey, version_key)
    ensure_weights_may(state, netuid, uid, uids, values)
    # ACT
    Weights.put(state, index, uid, tuple(zip(uids, vec_u16_max_upscale_to_u16(values), strict=True)))
    if not CommitRevealWeightsEnabled.get(state, netuid):
        set_last_update_for_uid(state, index, uid, current_block(state))
    # EMIT
    state.emit(WeightsSet(index, uid))


@rule("WGT-check/sizes", SUBTENSOR(WEIGHTS, "internal_set_weights"))
def ensure_sizes(state: State, netuid: NetUid, mecid: MechId, uids: tuple[Uid, ...], values: tuple[int, ...]) -> None:
    """First the place and the sizes are checked, in this order.

    Root takes no weights (``CanNotSetRootNetworkWeights``); there are as many values as uids
    (``WeightVecNotEqualSize``); the mechanism exists (``MechanismDoesNotExist``); there are no more uids than neurons
    (``UidsLengthExceedUidsInSubNet``).
    """
    if netuid == ROOT:
        raise CallError(SubtensorModule.CanNotSetRootNetworkWeights)
    if len(uids) != len(values):
        raise CallError(SubtensorModule.WeightVecNotEqualSize)
    ensure_mechanism_exists(state, netuid, mecid)
    if not check_len_uids_within_allowed(state, netuid, uids):
        raise CallError(SubtensorModule.UidsLengthExceedUidsInSubNet)


@rule("WGT-check/neuron", SUBTENSOR(WEIGHTS, "internal_set_weights"))
def ensure_neuron_may(
    state: State, netuid: NetUid, index: NetUidStorageIndex, hotkey: AccountId, version_key: int
) -> Uid:
    """Then the hotkey is checked, in this order; its uid is the answer.

    It is registered on the subnet (``HotKeyNotRegisteredInSubNet``); it has stake enough
    (``NotEnoughStakeToSetWeights``); its version key is recent (``IncorrectWeightVersionKey``); and, only where
    weights are not committed first, it did not set any too recently (``SettingWeightsTooFast``).
    """
    uid = get_uid_for_net_and_hotkey(state, netuid, hotkey)
    if not check_weights_min_stake(state, hotkey, netuid):
        raise CallError(SubtensorModule.NotEnoughStakeToSetWeights)
    if not check_version_key(state, netuid, version_key):
        raise CallError(SubtensorModule.IncorrectWeightVersionKey)
    if not CommitRevealWeightsEnabled.get(state, netuid) and not check_rate_limit(
        state, index, uid, current_block(state)
    ):
        raise CallError(SubtensorModule.SettingWeightsTooFast)
    return uid


@rule("WGT-check/weights", SUBTENSOR(WEIGHTS, "internal_set_weights"))
def ensure_weights_may(state: State, netuid: NetUid, uid: Uid, uids: tuple[Uid, ...], values: tuple[int, ...]) -> None:
    """Last the weights are checked, in this order.

    The neuron may weigh others (``NeuronNoValidatorPermit``); no uid stands twice (``DuplicateUids``); each uid is a
    neuron's (``UidVecContainInvalidOne``); there are enough of them (``WeightVecLengthIsLow``).
    """
    if not check_validator_permit(state, netuid, uid, uids, values):
        raise CallError(SubtensorModule.NeuronNoValidatorPermit)
    ensure_uids_are_valid(state, netuid, uids)
    if not check_length(state, netuid, uid, uids, values):
        raise CallError(SubtensorModule.WeightVecLengthIsLow)
