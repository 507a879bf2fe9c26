"""Revealing hashes: what is found, when, and what else goes."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain.event_kinds.subtensor_module import WeightsBatchRevealed, WeightsRevealed, WeightsSet
from subtensor_spec.chain.items.consensus import MechanismCountCurrent, Weights
from subtensor_spec.chain.items.schedule import SubnetEpochIndex
from subtensor_spec.chain.items.weights import CommitRevealWeightsEnabled, RevealPeriodEpochs, WeightCommits
from subtensor_spec.chain.origins import Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import U64_MAX, AccountId, Hash, HashCommit, MechId, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.commit_reveal.calls import batch_reveal_weights, reveal_mechanism_weights, reveal_weights
from subtensor_spec.chapters.commit_reveal.epochs import is_commit_expired, is_reveal_block_range
from subtensor_spec.chapters.commit_reveal.hashes import get_commit_hash

Refusal = Callable[[Callable[[], object]], str | None]

NETUID, INDEX = NetUid(1), NetUidStorageIndex(1)
FIRST = AccountId(bytes([1]) * 32)
SALT = (5, 6)


def hash_of(target: int, index: NetUidStorageIndex = INDEX) -> Hash:
    return get_commit_hash(FIRST, index, (Uid(target),), (1,), SALT, 0)


def commit(target: int, epoch: int) -> HashCommit:
    return (hash_of(target), epoch, 900, 0)


def reveal(state: State, target: int, version_key: int = 0) -> None:
    reveal_weights(state, Signed(FIRST), NETUID, (Uid(target),), (1,), SALT, version_key)


def reveal_all(state: State, *targets: int) -> None:
    lists = ([(Uid(target),) for target in targets], [(1,)] * len(targets), [SALT] * len(targets), [0] * len(targets))
    batch_reveal_weights(state, Signed(FIRST), NETUID, *map(tuple, lists))


def stored(state: State, *commits: HashCommit) -> State:
    WeightCommits.put(state, INDEX, FIRST, commits)
    return state


@pytest.mark.parametrize(
    ("commits", "code"),
    [
        ([(0, 8)], "ExpiredWeightCommit"),
        ([(1, 8)], "NoWeightsCommitFound"),
        ([(1, 9)], "InvalidRevealCommitHashNotMatch"),
        ([(0, 8), (1, 9)], "ExpiredWeightCommit"),
        ([(0, 10)], "RevealTooEarly"),
        ([(0, 8), (0, 10)], "RevealTooEarly"),
        ([(0, 9)], None),
        ([(0, 8), (0, 9)], None),
    ],
)
def test_what_a_hash_is_found_among(
    subnet: State, refusal: Refusal, commits: list[tuple[int, int]], code: str | None
) -> None:
    """The current epoch is the tenth, the period one."""
    stored(subnet, *(commit(target, epoch) for target, epoch in commits))
    assert refusal(lambda: reveal(subnet, 0)) == code


def test_checks_before_the_commits(subnet: State, refusal: Refusal) -> None:
    assert refusal(lambda: reveal_weights(subnet, Root(), NETUID, (), (), (), 0)) == "BadOrigin"
    assert refusal(lambda: reveal(subnet, 0)) == "NoWeightsCommitFound"
    CommitRevealWeightsEnabled.put(subnet, NETUID, False)
    assert refusal(lambda: reveal(subnet, 0)) == "CommitRevealDisabled"
    assert refusal(lambda: reveal_all(subnet, 0)) == "CommitRevealDisabled"


def test_a_reveal_sets_the_weights_and_takes_older_commits_with_it(subnet: State) -> None:
    stored(subnet, commit(1, 9), commit(0, 9), commit(2, 9))
    reveal(subnet, 0)
    assert Weights.get(subnet, INDEX, Uid(0)) == ((0, 65535),)
    assert WeightCommits.get(subnet, INDEX, FIRST) == (commit(2, 9),)
    assert subnet.events == [WeightsSet(INDEX, 0), WeightsRevealed(FIRST, INDEX, hash_of(0))]


def test_the_last_commit_leaves_no_entry(subnet: State) -> None:
    reveal(stored(subnet, commit(0, 9)), 0)
    assert WeightCommits.get(subnet, INDEX, FIRST) is None


def test_of_equal_hashes_the_oldest_is_meant(subnet: State, refusal: Refusal) -> None:
    stored(subnet, commit(0, 9), commit(1, 9), commit(0, 9))
    reveal(subnet, 0)
    assert WeightCommits.get(subnet, INDEX, FIRST) == (commit(1, 9), commit(0, 9))


def test_a_reveal_that_fails_keeps_the_commits(subnet: State, refusal: Refusal) -> None:
    """Uid 7 has no hotkey; the expired commit stays as well."""
    stored(subnet, commit(1, 8), commit(7, 9))
    before = subnet.storage()
    assert refusal(lambda: reveal(subnet, 7)) == "UidVecContainInvalidOne"
    assert subnet.storage() == before


def test_a_hash_is_of_one_mechanism(subnet: State, refusal: Refusal) -> None:
    MechanismCountCurrent.put(subnet, NETUID, MechId(2))
    second = NetUidStorageIndex(4097)
    WeightCommits.put(subnet, second, FIRST, (commit(0, 9),))

    def attempt() -> None:
        reveal_mechanism_weights(subnet, Signed(FIRST), NETUID, MechId(1), (Uid(0),), (1,), SALT, 0)

    assert refusal(attempt) == "InvalidRevealCommitHashNotMatch"
    WeightCommits.put(subnet, second, FIRST, ((hash_of(0, second), 9, 900, 0),))
    assert refusal(attempt) is None
    assert Weights.get(subnet, second, Uid(0)) == ((0, 65535),)


def test_a_batch_takes_only_what_it_names(subnet: State) -> None:
    stored(subnet, commit(1, 9), commit(0, 9), commit(2, 9))
    reveal_all(subnet, 2, 0)
    assert WeightCommits.get(subnet, INDEX, FIRST) == (commit(1, 9),)
    assert Weights.get(subnet, INDEX, Uid(0)) == ((0, 65535),)
    revealed = WeightsBatchRevealed(FIRST, NETUID, (hash_of(2), hash_of(0)))
    assert subnet.events == [WeightsSet(INDEX, 0), WeightsSet(INDEX, 0), revealed]


@pytest.mark.parametrize(
    ("targets", "code"),
    [
        ((0, 3), "ExpiredWeightCommit"),
        ((0, 4), "InvalidRevealCommitHashNotMatch"),
        ((0, 1), "RevealTooEarly"),
        ((1, 4), "RevealTooEarly"),
        ((0, 0), "InvalidRevealCommitHashNotMatch"),
        ((0,), None),
        ((), None),
    ],
)
def test_all_of_a_batch_or_none(subnet: State, refusal: Refusal, targets: tuple[int, ...], code: str | None) -> None:
    stored(subnet, commit(3, 8), commit(0, 9), commit(1, 10))
    before = subnet.mark()
    with_layer_refusal = refusal(lambda: _in_layer(subnet, targets))
    assert with_layer_refusal == code
    assert bool(subnet.changes(before)) is (code is None)


def _in_layer(state: State, targets: tuple[int, ...]) -> None:
    with state.layer():
        reveal_all(state, *targets)


def test_an_empty_batch_drops_what_has_expired(subnet: State) -> None:
    reveal_all(stored(subnet, commit(3, 8)))
    assert WeightCommits.get(subnet, INDEX, FIRST) is None


def test_lists_of_a_batch_are_asked_for_before_who_signed(subnet: State, refusal: Refusal) -> None:
    for lengths in ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)):
        rows = [((),) * length for length in lengths[:3]]
        batch = (Root(), NETUID, *rows, (0,) * lengths[3])
        assert refusal(lambda of=batch: batch_reveal_weights(subnet, *of)) == "InputLengthsUnequal"
    assert refusal(lambda: batch_reveal_weights(subnet, Root(), NETUID, (), (), (), ())) == "BadOrigin"


@given(st.integers(0, 20), st.integers(1, 5), st.integers(0, 20))
def test_a_commit_is_early_or_due_or_expired(commit_epoch: int, period: int, epoch: int) -> None:
    state = State()
    SubnetEpochIndex.put(state, NETUID, epoch)
    RevealPeriodEpochs.put(state, NETUID, period)
    due = is_reveal_block_range(state, NETUID, commit_epoch)
    assert due is (epoch == commit_epoch + period)
    assert is_commit_expired(state, NETUID, commit_epoch) is (epoch > commit_epoch + period)


def test_the_last_epoch_saturates() -> None:
    state = State()
    SubnetEpochIndex.put(state, NETUID, U64_MAX)
    assert is_reveal_block_range(state, NETUID, U64_MAX)
    assert not is_commit_expired(state, NETUID, U64_MAX)
