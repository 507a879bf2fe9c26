"""How committed hashes are revealed: the weights that were hashed are shown and set."""

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import WeightsBatchRevealed, WeightsRevealed
from subtensor_spec.chain.items.weights import CommitRevealWeightsEnabled, WeightCommits
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, Hash, HashCommit, MechId, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.commit_reveal.commits import split_expired
from subtensor_spec.chapters.commit_reveal.epochs import is_reveal_block_range
from subtensor_spec.chapters.commit_reveal.hashes import get_commit_hash
from subtensor_spec.chapters.mechanisms.indexes import get_mechanism_storage_index
from subtensor_spec.chapters.weights.setting import internal_set_weights
from subtensor_spec.chapters.weights.who import WEIGHTS
from subtensor_spec.rules import SUBTENSOR, rule

Commits = tuple[HashCommit, ...]
Reveal = tuple[tuple[Uid, ...], tuple[int, ...], tuple[int, ...], int]
"""What was hashed besides hotkey and index: uids, values, salt, version key."""

MAIN = MechId(0)
"""The main mechanism of a subnet."""


@rule("CR-reveal/one", SUBTENSOR(WEIGHTS, "internal_reveal_weights"))
def internal_reveal_weights(state: State, origin: Origin, netuid: NetUid, mecid: MechId, reveal: Reveal) -> None:
    """What was hashed is shown, found among the hotkey's commits by its hash, and set as the neuron's weights.

    Checked in this order: an account signed, commit–reveal is enabled (``CommitRevealDisabled``), the hotkey has
    commits (``NoWeightsCommitFound``), the hash is among those that have not expired, its commit's reveal epoch is now
    (``RevealTooEarly``), and then all that setting weights asks. A hash that is not there is
    ``ExpiredWeightCommit`` if it is among the expired ones, else ``NoWeightsCommitFound`` if none is left, else
    ``InvalidRevealCommitHashNotMatch``. The first commit with the hash is meant; with it goes every earlier one,
    unrevealed. A reveal that fails changes nothing, and may be tried again.
    """
    # CHECK
    index = get_mechanism_storage_index(netuid, mecid)
    hotkey, commits = _commits_of(state, origin, netuid, index)
    expired, waiting = split_expired(state, netuid, commits)
    uids, values, salt, version_key = reveal
    revealed = get_commit_hash(hotkey, index, uids, values, salt, version_key)
    position = _position(waiting, revealed)
    if position is None:
        otherwise = SubtensorModule.InvalidRevealCommitHashNotMatch if waiting else SubtensorModule.NoWeightsCommitFound
        raise _not_found(expired, revealed, otherwise)
    if not is_reveal_block_range(state, netuid, waiting[position][1]):
        raise CallError(SubtensorModule.RevealTooEarly)
    # ACT
    internal_set_weights(state, origin, netuid, mecid, uids, values, version_key)
    _store(state, index, hotkey, waiting[position + 1 :])
    # EMIT
    state.emit(WeightsRevealed(hotkey, index, revealed))


@rule("CR-reveal/batch", SUBTENSOR(WEIGHTS, "do_batch_reveal_weights"))
def reveal_batch(state: State, origin: Origin, netuid: NetUid, reveals: tuple[Reveal, ...]) -> None:
    """Several commits of the main mechanism are revealed in the order given, all or none.

    After an account signed, commit–reveal is enabled (``CommitRevealDisabled``) and the hotkey has commits
    (``NoWeightsCommitFound``), each hash must be among those not expired and in its reveal epoch
    (``RevealTooEarly``); only then weights are set, one after the other, and each revealed commit goes, but no other.
    A hash that is not there is ``ExpiredWeightCommit`` if it is among the expired ones, else
    ``InvalidRevealCommitHashNotMatch``; so is one that is shown more often than it was committed.
    """
    index = get_mechanism_storage_index(netuid, MAIN)
    hotkey, commits = _commits_of(state, origin, netuid, index)
    expired, waiting = split_expired(state, netuid, commits)
    hashes = [get_commit_hash(hotkey, index, *reveal) for reveal in reveals]
    for revealed in hashes:
        position = _position_in_batch(expired, waiting, revealed)
        if not is_reveal_block_range(state, netuid, waiting[position][1]):
            raise CallError(SubtensorModule.RevealTooEarly)
    for revealed, (uids, values, _salt, version_key) in zip(hashes, reveals, strict=True):
        position = _position_in_batch(expired, waiting, revealed)
        waiting = waiting[:position] + waiting[position + 1 :]
        internal_set_weights(state, origin, netuid, MAIN, uids, values, version_key)
    _store(state, index, hotkey, waiting)
    state.emit(WeightsBatchRevealed(hotkey, netuid, tuple(hashes)))


def _commits_of(state: State, origin: Origin, netuid: NetUid, index: NetUidStorageIndex) -> tuple[AccountId, Commits]:
    hotkey = ensure_signed(origin)
    if not CommitRevealWeightsEnabled.get(state, netuid):
        raise CallError(SubtensorModule.CommitRevealDisabled)
    commits = WeightCommits.get(state, index, hotkey)
    if commits is None:
        raise CallError(SubtensorModule.NoWeightsCommitFound)
    return hotkey, commits


def _position(commits: Commits, revealed: Hash) -> int | None:
    return next((position for position, commit in enumerate(commits) if commit[0] == revealed), None)


def _position_in_batch(expired: Commits, waiting: Commits, revealed: Hash) -> int:
    position = _position(waiting, revealed)
    if position is None:
        raise _not_found(expired, revealed, SubtensorModule.InvalidRevealCommitHashNotMatch)
    return position


def _not_found(expired: Commits, revealed: Hash, otherwise: SubtensorModule) -> CallError:
    return CallError(otherwise if _position(expired, revealed) is None else SubtensorModule.ExpiredWeightCommit)


def _store(state: State, index: NetUidStorageIndex, hotkey: AccountId, commits: Commits) -> None:
    if commits:
        WeightCommits.put(state, index, hotkey, commits)
    else:
        WeightCommits.remove(state, index, hotkey)
