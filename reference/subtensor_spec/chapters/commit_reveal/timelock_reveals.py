"""How timelocked commits are revealed: by the chain itself at the beginning of a block, in their reveal epoch."""

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.event_kinds.subtensor_module import TimelockedWeightsRevealed
from subtensor_spec.chain.items.consensus import MechanismCountCurrent
from subtensor_spec.chain.items.drand import Pulses
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.items.weights import RevealPeriodEpochs, TimelockedWeightCommits
from subtensor_spec.chain.origins import Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, MechId, NetUid, NetUidStorageIndex, TimelockedCommit, saturating_sub
from subtensor_spec.chapters.commit_reveal.epochs import current_epoch_with_lookahead
from subtensor_spec.chapters.commit_reveal.plaintext import REVEAL_COMMITS, plaintext_of, weights_in
from subtensor_spec.chapters.mechanisms.indexes import get_mechanism_storage_index
from subtensor_spec.chapters.schedule.drain import epochs_deferred_this_block
from subtensor_spec.chapters.weights.setting import internal_set_weights
from subtensor_spec.rules import SUBTENSOR, rule


@rule("CR-timelock/block", SUBTENSOR("pallets/subtensor/src/coinbase/block_step.rs", "reveal_crv3_commits"))
def reveal_crv3_commits(state: State) -> None:
    """In every block each subnet but root reveals, in order of raw key, unless its due epoch is deferred."""
    subnets = [netuid for netuid in NetworksAdded.keys(state) if netuid != ROOT]
    deferred = epochs_deferred_this_block(state, subnets, current_block(state))
    for netuid in subnets:
        if netuid not in deferred:
            reveal_crv3_commits_for_subnet(state, netuid)


@rule("CR-timelock/subnet", SUBTENSOR(REVEAL_COMMITS, "reveal_crv3_commits_for_subnet"))
def reveal_crv3_commits_for_subnet(state: State, netuid: NetUid) -> None:
    """For each mechanism in order, commits of epochs before the reveal epoch are forgotten, and those of it revealed.

    The reveal epoch is the current one less the reveal period; the current one is the next already while an epoch is
    due. Nothing is revealed before as many epochs as the reveal period have been counted.
    """
    period, epoch = RevealPeriodEpochs.get(state, netuid), current_epoch_with_lookahead(state, netuid)
    reveal_epoch = saturating_sub(epoch, period)
    for mecid in range(MechanismCountCurrent.get(state, netuid)):
        index = get_mechanism_storage_index(netuid, MechId(mecid))
        for commit_epoch in TimelockedWeightCommits.prefix_keys(state, index):
            if commit_epoch < reveal_epoch:
                TimelockedWeightCommits.remove(state, index, commit_epoch)
        if epoch < period:
            return
        reveal_epoch_of_mechanism(state, netuid, MechId(mecid), index, reveal_epoch)


@rule("CR-timelock/queue", SUBTENSOR(REVEAL_COMMITS, "reveal_crv3_commits_for_subnet"))
def reveal_epoch_of_mechanism(
    state: State, netuid: NetUid, mecid: MechId, index: NetUidStorageIndex, epoch: int
) -> None:
    """The commits of an epoch are taken in the order they were made; those whose round is not stored yet wait.

    They are tried again in every block while that epoch is the reveal epoch. Every other one is gone, whether or not
    its weights could be set.
    """
    commits = TimelockedWeightCommits.get(state, index, epoch)
    if not commits:
        TimelockedWeightCommits.remove(state, index, epoch)
        return
    waiting = tuple(commit for commit in commits if not reveal_commit(state, netuid, mecid, index, commit))
    if waiting:
        TimelockedWeightCommits.put(state, index, epoch, waiting)
    else:
        TimelockedWeightCommits.remove(state, index, epoch)


@rule("CR-timelock/commit", SUBTENSOR(REVEAL_COMMITS, "reveal_crv3_commits_for_subnet"))
def reveal_commit(
    state: State, netuid: NetUid, mecid: MechId, index: NetUidStorageIndex, commit: TimelockedCommit
) -> bool:
    """A commit waits while its round's pulse is not stored; else its weights are set if they can be.

    It is decrypted and read, and the weights in it set as if the committer had signed now. If anything of that fails
    nothing tells. The answer is whether the commit is done with.
    """
    hotkey, _block, ciphertext, round_number = commit
    pulse = Pulses.get(state, round_number)
    if pulse is None:
        return False
    plaintext = plaintext_of(ciphertext, pulse.signature)
    weights = None if plaintext is None else weights_in(plaintext, hotkey)
    if weights is not None:
        uids, values, version_key = weights
        try:
            internal_set_weights(state, Signed(hotkey), netuid, mecid, uids, values, version_key)
        except CallError:
            return True
        state.emit(TimelockedWeightsRevealed(index, hotkey))
    return True
