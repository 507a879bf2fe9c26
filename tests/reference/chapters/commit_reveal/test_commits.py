"""Committing weights: each check in its turn, what is stored, what has expired."""

from collections.abc import Callable
from hashlib import blake2b

import pytest

from subtensor_spec.chain.event_kinds.subtensor_module import (
    BatchCompletedWithErrors,
    BatchWeightItemFailed,
    BatchWeightsCompleted,
    TimelockedWeightsCommitted,
    WeightsCommitted,
)
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.consensus import LastUpdate, MechanismCountCurrent
from subtensor_spec.chain.items.weights import (
    CommitRevealWeightsEnabled,
    CommitRevealWeightsVersion,
    RevealPeriodEpochs,
    TimelockedWeightCommits,
    WeightCommits,
    WeightsSetRateLimit,
)
from subtensor_spec.chain.origins import Nobody, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, BlockNumber, Hash, MechId, NetUid, NetUidStorageIndex
from subtensor_spec.chapters.commit_reveal.calls import (
    batch_commit_weights,
    commit_crv3_mechanism_weights,
    commit_mechanism_weights,
    commit_timelocked_mechanism_weights,
    commit_timelocked_weights,
    commit_weights,
)

Refusal = Callable[[Callable[[], object]], str | None]

NETUID, INDEX = NetUid(1), NetUidStorageIndex(1)
FIRST, STRANGER = (AccountId(bytes([number]) * 32) for number in (1, 9))


def digest(number: int) -> Hash:
    return Hash(bytes([number]) * 32)


def wrong_in_everything(subnet: State) -> dict[str, object]:
    CommitRevealWeightsEnabled.put(subnet, NETUID, False)
    WeightsSetRateLimit.put(subnet, NETUID, 101)
    return {"mecid": MechId(1), "origin": Root(), "version": 3}


def repairs(subnet: State, call: dict[str, object]) -> list[tuple[str, Callable[[], object]]]:
    """Each refusal of both kinds of commits in its turn, and what puts it right."""
    return [
        ("MechanismDoesNotExist", lambda: call.update(mecid=MechId(0))),
        ("BadOrigin", lambda: call.update(origin=Signed(STRANGER))),
        ("CommitRevealDisabled", lambda: CommitRevealWeightsEnabled.put(subnet, NETUID, True)),
        ("IncorrectCommitRevealVersion", lambda: call.update(version=4)),
        ("HotKeyNotRegisteredInSubNet", lambda: call.update(origin=Signed(FIRST))),
        ("CommittingWeightsTooFast", lambda: WeightsSetRateLimit.put(subnet, NETUID, 100)),
    ]


def test_each_check_of_a_hash_in_its_turn(subnet: State, refusal: Refusal) -> None:
    call = wrong_in_everything(subnet)

    def attempt() -> None:
        commit_mechanism_weights(subnet, call["origin"], NETUID, call["mecid"], digest(1))  # type: ignore[arg-type]

    for expected, repair in repairs(subnet, call):
        if expected != "IncorrectCommitRevealVersion":
            assert refusal(attempt) == expected
        repair()
    assert refusal(attempt) is None


def test_each_check_of_a_timelocked_commit_in_its_turn(subnet: State, refusal: Refusal) -> None:
    call = wrong_in_everything(subnet)

    def attempt() -> None:
        arguments = (call["origin"], NETUID, call["mecid"], b"c", 7, call["version"])
        commit_timelocked_mechanism_weights(subnet, *arguments)  # type: ignore[arg-type]

    for expected, repair in repairs(subnet, call):
        assert refusal(attempt) == expected
        repair()
    assert refusal(attempt) is None


def test_a_hash_is_stored_with_epoch_and_block(subnet: State) -> None:
    commit_weights(subnet, Signed(FIRST), NETUID, digest(1))
    assert WeightCommits.get(subnet, INDEX, FIRST) == ((digest(1), 10, 1000, 0),)
    assert LastUpdate.get(subnet, INDEX) == (1000, 900, 900)
    assert subnet.events == [WeightsCommitted(FIRST, INDEX, digest(1))]


def test_while_an_epoch_is_due_a_commit_is_of_the_next(subnet: State) -> None:
    Number.put(subnet, BlockNumber(1260))
    WeightsSetRateLimit.put(subnet, NETUID, 0)
    commit_weights(subnet, Signed(FIRST), NETUID, digest(1))
    commit_timelocked_weights(subnet, Signed(FIRST), NETUID, b"c", 7, 4)
    assert WeightCommits.get(subnet, INDEX, FIRST) == ((digest(1), 11, 1260, 0),)
    assert TimelockedWeightCommits.keys(subnet) == [(INDEX, 11)]


def test_ten_hashes_may_wait_and_expired_ones_make_room(subnet: State, refusal: Refusal) -> None:
    WeightsSetRateLimit.put(subnet, NETUID, 0)
    waiting = tuple((digest(number), 9, 900, 0) for number in range(10))
    WeightCommits.put(subnet, INDEX, FIRST, waiting)
    assert refusal(lambda: commit_weights(subnet, Signed(FIRST), NETUID, digest(77))) == "TooManyUnrevealedCommits"
    assert WeightCommits.get(subnet, INDEX, FIRST) == waiting
    expired = tuple((digest(number), 8, 900, 0) for number in range(2))
    WeightCommits.put(subnet, INDEX, FIRST, expired + waiting[2:])
    commit_weights(subnet, Signed(FIRST), NETUID, digest(77))
    assert WeightCommits.get(subnet, INDEX, FIRST) == (*waiting[2:], (digest(77), 10, 1000, 0))


def test_an_expired_commit_behind_one_that_is_not_stays(subnet: State) -> None:
    commits = ((digest(1), 8, 900, 0), (digest(2), 9, 900, 0), (digest(3), 8, 900, 0))
    WeightCommits.put(subnet, INDEX, FIRST, commits)
    commit_weights(subnet, Signed(FIRST), NETUID, digest(4))
    assert WeightCommits.get(subnet, INDEX, FIRST) == (*commits[1:], (digest(4), 10, 1000, 0))


@pytest.mark.parametrize(("period", "left"), [(1, 0), (2, 1), (3, 2)])
def test_a_commit_expires_with_the_epoch_of_its_reveal(subnet: State, period: int, left: int) -> None:
    RevealPeriodEpochs.put(subnet, NETUID, period)
    WeightCommits.put(subnet, INDEX, FIRST, ((digest(1), 7, 1, 0), (digest(2), 8, 2, 0)))
    commit_weights(subnet, Signed(FIRST), NETUID, digest(3))
    assert len(WeightCommits.get(subnet, INDEX, FIRST) or ()) == left + 1


def test_a_ciphertext_is_stored_by_epoch_with_its_round(subnet: State) -> None:
    TimelockedWeightCommits.put(subnet, INDEX, 10, ((STRANGER, 1, b"a", 3),))
    commit_timelocked_weights(subnet, Signed(FIRST), NETUID, b"bytes", 7, 4)
    assert TimelockedWeightCommits.get(subnet, INDEX, 10) == ((STRANGER, 1, b"a", 3), (FIRST, 1000, b"bytes", 7))
    assert LastUpdate.get(subnet, INDEX) == (1000, 900, 900)
    hashed = Hash(blake2b(b"bytes", digest_size=32).digest())
    assert subnet.events == [TimelockedWeightsCommitted(FIRST, INDEX, hashed, 7)]


def test_ten_ciphertexts_of_one_hotkey_may_wait_in_one_epoch(subnet: State, refusal: Refusal) -> None:
    WeightsSetRateLimit.put(subnet, NETUID, 0)
    others = ((STRANGER, 1, b"a", 3),) * 5
    TimelockedWeightCommits.put(subnet, INDEX, 9, ((FIRST, 1, b"a", 3),) * 10)
    TimelockedWeightCommits.put(subnet, INDEX, 10, others + ((FIRST, 1, b"a", 3),) * 9)

    def attempt() -> None:
        commit_timelocked_weights(subnet, Signed(FIRST), NETUID, b"b", 7, 4)

    assert [refusal(attempt), refusal(attempt)] == [None, "TooManyUnrevealedCommits"]
    assert len(TimelockedWeightCommits.get(subnet, INDEX, 10)) == 15


def test_without_a_version_it_is_the_fourth(subnet: State, refusal: Refusal) -> None:
    MechanismCountCurrent.put(subnet, NETUID, MechId(2))

    def attempt() -> None:
        commit_crv3_mechanism_weights(subnet, Signed(FIRST), NETUID, MechId(1), b"b", 7)

    assert refusal(attempt) is None
    assert TimelockedWeightCommits.get(subnet, NetUidStorageIndex(4097), 10) == ((FIRST, 1000, b"b", 7),)
    CommitRevealWeightsVersion.put(subnet, 5)
    assert refusal(attempt) == "IncorrectCommitRevealVersion"


def test_a_batch_commits_what_it_can(subnet: State, refusal: Refusal) -> None:
    batch_commit_weights(subnet, Signed(FIRST), (NetUid(7), NETUID), (digest(1), digest(2)))
    kinds = [event.kind for event in subnet.events]
    assert kinds == [WeightsCommitted, BatchCompletedWithErrors, BatchWeightItemFailed, BatchWeightsCompleted]
    assert WeightCommits.get(subnet, INDEX, FIRST) == ((digest(2), 10, 1000, 0),)
    for origin, code in ((Signed(FIRST), "InputLengthsUnequal"), (Nobody(), "BadOrigin")):
        assert refusal(lambda by=origin: batch_commit_weights(subnet, by, (NETUID,), ())) == code
