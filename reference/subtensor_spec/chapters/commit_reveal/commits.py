"""How weights are committed, as a hash or locked in time."""

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import TimelockedWeightsCommitted, WeightsCommitted
from subtensor_spec.chain.items.weights import (
    CommitRevealWeightsEnabled,
    CommitRevealWeightsVersion,
    RevealPeriodEpochs,
    TimelockedWeightCommits,
    WeightCommits,
)
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, Hash, HashCommit, MechId, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.commit_reveal.epochs import current_epoch_with_lookahead
from subtensor_spec.chapters.commit_reveal.hashes import blake_two_256
from subtensor_spec.chapters.consensus.commits import is_commit_expired
from subtensor_spec.chapters.mechanisms.existence import ensure_mechanism_exists
from subtensor_spec.chapters.mechanisms.indexes import get_mechanism_storage_index
from subtensor_spec.chapters.neurons.uids import get_uid_for_net_and_hotkey
from subtensor_spec.chapters.neurons.vectors import set_last_update_for_uid
from subtensor_spec.chapters.weights.who import WEIGHTS, check_rate_limit
from subtensor_spec.rules import SUBTENSOR, rule

MAX_UNREVEALED_COMMITS = 10
"""How many commits of one hotkey may wait in a mechanism: of hashes altogether, of timelocked ones in one epoch."""

_UNUSED = 0
"""The last field of a stored hash commit, which nothing reads."""


@rule("CR-commit/hash", SUBTENSOR(WEIGHTS, "internal_commit_weights"))
def internal_commit_weights(state: State, origin: Origin, netuid: NetUid, mecid: MechId, commit_hash: Hash) -> None:
    """A hash is added to the hotkey's commits in a mechanism, with the epoch it is made in and the current block.

    Checked in this order: the mechanism exists (``MechanismDoesNotExist``), an account signed, commit–reveal is
    enabled on the subnet (``CommitRevealDisabled``), the hotkey is registered there (``HotKeyNotRegisteredInSubNet``),
    the rate limit of setting weights has passed (``CommittingWeightsTooFast``). Then expired commits at the front are
    dropped, and fewer than ten must be left (``TooManyUnrevealedCommits``). The block becomes the neuron's
    ``LastUpdate``. The same hash may be committed twice.
    """
    # CHECK
    hotkey, index = ensure_may_commit(state, origin, netuid, mecid)
    uid = ensure_not_too_fast(state, netuid, index, hotkey)
    _expired, waiting = split_expired(state, netuid, WeightCommits.get(state, index, hotkey) or ())
    if len(waiting) >= MAX_UNREVEALED_COMMITS:
        raise CallError(SubtensorModule.TooManyUnrevealedCommits)
    # ACT
    block = current_block(state)
    commit = (commit_hash, current_epoch_with_lookahead(state, netuid), block, _UNUSED)
    WeightCommits.put(state, index, hotkey, (*waiting, commit))
    set_last_update_for_uid(state, index, uid, block)
    # EMIT
    state.emit(WeightsCommitted(hotkey, index, commit_hash))


@rule("CR-commit/timelocked", SUBTENSOR(WEIGHTS, "internal_commit_timelocked_weights"))
def internal_commit_timelocked_weights(
    state: State,
    origin: Origin,
    netuid: NetUid,
    mecid: MechId,
    commit: bytes,
    reveal_round: int,
    commit_reveal_version: int,
) -> None:
    """A ciphertext is added to the commits of a mechanism's current epoch, with hotkey, block and the round to open it.

    Checked in this order: the mechanism exists (``MechanismDoesNotExist``), an account signed, commit–reveal is
    enabled on the subnet (``CommitRevealDisabled``), the version is exactly ``CommitRevealWeightsVersion``
    (``IncorrectCommitRevealVersion``), the hotkey is registered there (``HotKeyNotRegisteredInSubNet``), the rate limit
    of setting weights has passed (``CommittingWeightsTooFast``), the hotkey has fewer than ten commits in that epoch
    (``TooManyUnrevealedCommits``). The block becomes the neuron's ``LastUpdate``. The bytes are not looked at.
    """
    # CHECK
    hotkey, index = ensure_may_commit(state, origin, netuid, mecid)
    if commit_reveal_version != CommitRevealWeightsVersion.get(state):
        raise CallError(SubtensorModule.IncorrectCommitRevealVersion)
    uid = ensure_not_too_fast(state, netuid, index, hotkey)
    epoch = current_epoch_with_lookahead(state, netuid)
    commits = TimelockedWeightCommits.get(state, index, epoch)
    if sum(account == hotkey for account, *_ in commits) >= MAX_UNREVEALED_COMMITS:
        raise CallError(SubtensorModule.TooManyUnrevealedCommits)
    # ACT
    block = current_block(state)
    TimelockedWeightCommits.put(state, index, epoch, (*commits, (hotkey, block, commit, reveal_round)))
    set_last_update_for_uid(state, index, uid, block)
    # EMIT
    state.emit(TimelockedWeightsCommitted(hotkey, index, blake_two_256(commit), reveal_round))


def ensure_may_commit(
    state: State, origin: Origin, netuid: NetUid, mecid: MechId
) -> tuple[AccountId, NetUidStorageIndex]:
    """Return who signed and the mechanism's index, if it exists and takes commits."""
    ensure_mechanism_exists(state, netuid, mecid)
    hotkey = ensure_signed(origin)
    if not CommitRevealWeightsEnabled.get(state, netuid):
        raise CallError(SubtensorModule.CommitRevealDisabled)
    return hotkey, get_mechanism_storage_index(netuid, mecid)


def ensure_not_too_fast(state: State, netuid: NetUid, index: NetUidStorageIndex, hotkey: AccountId) -> Uid:
    """Return the hotkey's uid, if it is registered and the rate limit has passed."""
    uid = get_uid_for_net_and_hotkey(state, netuid, hotkey)
    if not check_rate_limit(state, index, uid, current_block(state)):
        raise CallError(SubtensorModule.CommittingWeightsTooFast)
    return uid


@rule("CR-commit/expired", SUBTENSOR(WEIGHTS, "internal_commit_weights"), SUBTENSOR(WEIGHTS, "internal_reveal_weights"))
def split_expired(
    state: State, netuid: NetUid, commits: tuple[HashCommit, ...]
) -> tuple[tuple[HashCommit, ...], tuple[HashCommit, ...]]:
    """Hash commits that have expired are dropped from the front, up to the first that has not; the others stay.

    The answer is those dropped and those left. One behind that first stays even if it has expired.
    """
    epoch, period = current_epoch_with_lookahead(state, netuid), RevealPeriodEpochs.get(state, netuid)
    expired = 0
    while expired < len(commits) and is_commit_expired(commits[expired][1], period, epoch):
        expired += 1
    return commits[:expired], commits[expired:]
