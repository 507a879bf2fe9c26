"""The part of the guard of weights that looks at commits: is there one, and is this the time."""

from collections.abc import Iterable, Mapping
from typing import Any

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.drand import LastStoredRound
from subtensor_spec.chain.items.weights import WeightCommits
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, MechId, NetUid, Uid
from subtensor_spec.chapters.commit_reveal.epochs import is_reveal_block_range
from subtensor_spec.chapters.commit_reveal.hashes import get_commit_hash
from subtensor_spec.chapters.mechanisms.indexes import get_mechanism_storage_index
from subtensor_spec.rules import SUBTENSOR, rule

_GUARD = "pallets/subtensor/src/guards/check_weights.rs"

MAIN = MechId(0)
REVEALS = frozenset({"SubtensorModule.reveal_weights", "SubtensorModule.reveal_mechanism_weights"})
BATCH_REVEAL = "SubtensorModule.batch_reveal_weights"
TIMELOCKED = frozenset(
    {
        "SubtensorModule.commit_timelocked_weights",
        "SubtensorModule.commit_timelocked_mechanism_weights",
        "SubtensorModule.commit_crv3_mechanism_weights",
    }
)

Reveal = tuple[tuple[Uid, ...], tuple[int, ...], tuple[int, ...], int]
"""What a commit was made of: uids, values, salt, version key."""


@rule("BLK-guard/commit-reveal", SUBTENSOR(_GUARD, "check_commit_reveal"), SUBTENSOR(_GUARD, "check_batch_reveal"))
def check_commit_reveal(state: State, who: AccountId, name: str, arguments: Mapping[str, Any]) -> None:
    """Whatever is revealed, alone or in a batch of the main mechanism, is one of the hotkey's commits, and due.

    A timelocked commit names a round of the beacon that is not before the last one stored: ``InvalidRevealRound``.
    Other calls pass.
    """
    if name in REVEALS:
        reveal = (arguments["uids"], arguments["values"], arguments["salt"], arguments["version_key"])
        check_reveals(state, who, arguments["netuid"], arguments.get("mecid", MAIN), [reveal])
    elif name == BATCH_REVEAL:
        lists = (arguments[part] for part in ("uids_list", "values_list", "salts_list", "version_keys"))
        check_reveals(state, who, arguments["netuid"], MAIN, zip(*lists, strict=True))
    elif name in TIMELOCKED and arguments["reveal_round"] < LastStoredRound.get(state):
        raise CallError(SubtensorModule.InvalidRevealRound)


@rule("BLK-guard/reveal", SUBTENSOR(_GUARD, "check_reveal"), SUBTENSOR(_GUARD, "find_commit_epoch"))
def check_reveals(state: State, who: AccountId, netuid: NetUid, mechanism: MechId, reveals: Iterable[Reveal]) -> None:
    """The hotkey has commits in the mechanism, and each hash is among them: ``NoWeightsCommitFound``.

    The first commit with that hash counts, expired or not, and this is its epoch: ``RevealTooEarly``, even where it is
    too late. Each of a batch is asked both before the next.
    """
    index = get_mechanism_storage_index(netuid, mechanism)
    commits = WeightCommits.get(state, index, who)
    if commits is None:
        raise CallError(SubtensorModule.NoWeightsCommitFound)
    for uids, values, salt, version_key in reveals:
        revealed = get_commit_hash(who, index, uids, values, salt, version_key)
        epoch = next((commit_epoch for commit_hash, commit_epoch, _, _ in commits if commit_hash == revealed), None)
        if epoch is None:
            raise CallError(SubtensorModule.NoWeightsCommitFound)
        if not is_reveal_block_range(state, netuid, epoch):
            raise CallError(SubtensorModule.RevealTooEarly)
