"""What the chain reveals by itself, and what a plaintext says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain.event_kinds.subtensor_module import TimelockedWeightsRevealed, WeightsSet
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.consensus import LastUpdate, MechanismCountCurrent, Weights
from subtensor_spec.chain.items.drand import Pulses
from subtensor_spec.chain.items.schedule import LastEpochBlock, MaxEpochsPerBlock, SubnetEpochIndex, Tempo
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.items.weights import RevealPeriodEpochs, TimelockedWeightCommits, WeightsSetRateLimit
from subtensor_spec.chain.scale import BYTES, U16, U64, Tuple, Vec
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, BlockNumber, MechId, NetUid, NetUidStorageIndex, Pulse, Uid
from subtensor_spec.chapters.commit_reveal.plaintext import plaintext_of, weights_in
from subtensor_spec.chapters.commit_reveal.timelock_reveals import (
    reveal_crv3_commits,
    reveal_crv3_commits_for_subnet,
)

NETUID, INDEX, SECOND_INDEX = NetUid(1), NetUidStorageIndex(1), NetUidStorageIndex(4097)
FIRST, SECOND = (AccountId(bytes([number]) * 32) for number in (1, 2))

PAYLOAD = Tuple(BYTES, Vec(U16), Vec(U16), U64)
LEGACY = Tuple(Vec(U16), Vec(U16), U64)
SIGNED, UNSIGNED = 7, 8
"""A round whose pulse is stored, and one whose is not."""


def payload(hotkey: bytes, target: int, version_key: int = 0) -> bytes:
    return PAYLOAD.encode((hotkey, (target,), (1,), version_key))


def pulse(state: State, signature: bytes = b"\x01") -> None:
    Pulses.put(state, SIGNED, Pulse(SIGNED, b"", signature))


def committed(state: State, *commits: tuple[AccountId, int, bytes, int], epoch: int = 9) -> State:
    TimelockedWeightCommits.put(state, INDEX, epoch, commits)
    return state


def test_weights_of_the_reveal_epoch_are_set(subnet: State) -> None:
    """Neither the rate limit is asked for nor the last update written."""
    pulse(committed(subnet, (SECOND, 900, payload(SECOND, 2), SIGNED)))
    WeightsSetRateLimit.put(subnet, NETUID, 10**6)
    reveal_crv3_commits_for_subnet(subnet, NETUID)
    assert Weights.get(subnet, INDEX, Uid(1)) == ((2, 65535),)
    assert LastUpdate.get(subnet, INDEX) == (900,) * 3
    assert subnet.events == [WeightsSet(INDEX, 1), TimelockedWeightsRevealed(INDEX, SECOND)]
    assert TimelockedWeightCommits.keys(subnet) == []


@pytest.mark.parametrize("epoch", [10, 11])
def test_later_epochs_wait(subnet: State, epoch: int) -> None:
    pulse(committed(subnet, (FIRST, 900, payload(FIRST, 2), SIGNED), epoch=epoch))
    reveal_crv3_commits_for_subnet(subnet, NETUID)
    assert TimelockedWeightCommits.keys(subnet) == [(INDEX, epoch)]
    assert not subnet.events


def test_earlier_epochs_are_forgotten_unread(subnet: State) -> None:
    pulse(committed(subnet, (FIRST, 900, payload(FIRST, 2), SIGNED), epoch=8))
    reveal_crv3_commits_for_subnet(subnet, NETUID)
    assert TimelockedWeightCommits.keys(subnet) == []
    assert not subnet.events


def test_in_the_block_of_an_epoch_the_next_one_counts(subnet: State) -> None:
    Number.put(subnet, BlockNumber(1260))
    pulse(committed(subnet, (FIRST, 900, payload(FIRST, 2), SIGNED), epoch=10))
    reveal_crv3_commits_for_subnet(subnet, NETUID)
    assert Weights.get(subnet, INDEX, Uid(0)) == ((2, 65535),)


def test_a_commit_whose_round_is_missing_waits_while_others_go(subnet: State) -> None:
    waiting = (FIRST, 900, payload(FIRST, 2), UNSIGNED)
    pulse(committed(subnet, waiting, (FIRST, 901, payload(FIRST, 1), SIGNED), (SECOND, 901, b"", SIGNED), waiting))
    reveal_crv3_commits_for_subnet(subnet, NETUID)
    assert TimelockedWeightCommits.get(subnet, INDEX, 9) == (waiting, waiting)
    assert Weights.get(subnet, INDEX, Uid(0)) == ((1, 65535),)


def test_a_later_commit_overwrites_an_earlier_one(subnet: State) -> None:
    pulse(committed(subnet, *((FIRST, 900, payload(FIRST, target), SIGNED) for target in (1, 2))))
    reveal_crv3_commits_for_subnet(subnet, NETUID)
    assert Weights.get(subnet, INDEX, Uid(0)) == ((2, 65535),)


@pytest.mark.parametrize(
    ("ciphertext", "signature"),
    [
        (b"!DESER" + payload(FIRST, 2), b"\x01"),
        (b"!DECRY" + payload(FIRST, 2), b"\x01"),
        (payload(FIRST, 2), b"\xff\x01"),
        (payload(FIRST, 2), b"0x\xff"),
        (payload(SECOND, 2), b"\x01"),
        (payload(FIRST, 7), b"\x01"),
        (payload(FIRST, 2)[:-1], b"\x01"),
        (b"", b"\x01"),
    ],
    ids=["no ciphertext", "not to decrypt", "no signature", "none behind 0x", "of another", "no uid", "cut", "empty"],
)
def test_whatever_fails_the_commit_is_gone_in_silence(subnet: State, ciphertext: bytes, signature: bytes) -> None:
    pulse(committed(subnet, (FIRST, 900, ciphertext, SIGNED)), signature)
    reveal_crv3_commits_for_subnet(subnet, NETUID)
    assert TimelockedWeightCommits.keys(subnet) == Weights.keys(subnet) == subnet.events == []


def test_mechanisms_are_revealed_in_order(subnet: State) -> None:
    MechanismCountCurrent.put(subnet, NETUID, MechId(2))
    pulse(committed(subnet, (FIRST, 900, payload(FIRST, 1), SIGNED)))
    TimelockedWeightCommits.put(subnet, SECOND_INDEX, 9, ((SECOND, 900, payload(SECOND, 2), SIGNED),))
    reveal_crv3_commits_for_subnet(subnet, NETUID)
    assert [event.values[0] for event in subnet.events] == [1, 1, 4097, 4097]
    assert Weights.get(subnet, SECOND_INDEX, Uid(1)) == ((2, 65535),)


def test_nothing_is_revealed_before_the_period_has_passed_once(subnet: State) -> None:
    SubnetEpochIndex.put(subnet, NETUID, 2)
    RevealPeriodEpochs.put(subnet, NETUID, 3)
    pulse(committed(subnet, (FIRST, 900, payload(FIRST, 1), SIGNED), epoch=0))
    reveal_crv3_commits_for_subnet(subnet, NETUID)
    assert TimelockedWeightCommits.keys(subnet) == [(INDEX, 0)]
    SubnetEpochIndex.put(subnet, NETUID, 3)
    reveal_crv3_commits_for_subnet(subnet, NETUID)
    assert Weights.get(subnet, INDEX, Uid(0)) == ((1, 65535),)


def test_a_subnet_whose_epoch_is_deferred_waits_with_it(subnet: State) -> None:
    """Subnet 256 comes first in order of raw key; one epoch a block is allowed, and all three are due."""
    MaxEpochsPerBlock.put(subnet, 1)
    for netuid in (NetUid(2), NetUid(256)):
        NetworksAdded.put(subnet, netuid, True)
        Tempo.put(subnet, netuid, 10)
    LastEpochBlock.put(subnet, NETUID, 640)
    later, first = NetUidStorageIndex(2), NetUidStorageIndex(256)
    for index in (INDEX, later, first):
        TimelockedWeightCommits.put(subnet, index, 0, ((FIRST, 1, b"", SIGNED),))
    pulse(subnet)
    reveal_crv3_commits(subnet)
    assert [TimelockedWeightCommits.contains(subnet, index, 0) for index in (first, INDEX, later)] == [
        False,
        True,
        True,
    ]


def test_root_reveals_nothing(subnet: State) -> None:
    root = NetUidStorageIndex(0)
    TimelockedWeightCommits.put(subnet, root, 0, ((FIRST, 1, b"", SIGNED),))
    SubnetEpochIndex.put(subnet, NetUid(0), 1)
    pulse(subnet)
    reveal_crv3_commits(subnet)
    assert TimelockedWeightCommits.contains(subnet, root, 0)


ROWS = st.lists(st.integers(0, 65535), max_size=4).map(tuple)


@given(ROWS, ROWS, st.integers(0, 2**64 - 1), st.binary(max_size=3), st.binary(max_size=3))
def test_what_was_written_is_read(
    uids: tuple[int, ...], values: tuple[int, ...], version_key: int, behind_hotkey: bytes, behind: bytes
) -> None:
    written = PAYLOAD.encode((FIRST + behind_hotkey, uids, values, version_key)) + behind
    assert weights_in(written, FIRST) == (uids, values, version_key)
    assert weights_in(written, SECOND) is None


@given(ROWS, ROWS, st.integers(0, 2**64 - 1))
def test_a_legacy_payload_names_no_hotkey(uids: tuple[int, ...], values: tuple[int, ...], version_key: int) -> None:
    """No more than four uids cannot be mistaken for a hotkey of 32 bytes."""
    written = LEGACY.encode((uids, values, version_key))
    assert weights_in(written, FIRST) == weights_in(written, SECOND) == (uids, values, version_key)


def test_with_a_short_hotkey_the_older_form_is_read() -> None:
    """These bytes can be read in both forms; the second ones with a short hotkey only."""
    both = LEGACY.encode(((5, 0), (1, 2), 3))
    assert PAYLOAD.read(both, 0)[0] == (b"\x05\0", (), (), int.from_bytes(both[5:13], "little"))
    assert weights_in(both, FIRST) == ((5, 0), (1, 2), 3)
    assert weights_in(PAYLOAD.encode((bytes(4), (), (), 0)), FIRST) is None


def test_decryption_is_an_input() -> None:
    assert plaintext_of(b"text", b"0x\x01") == b"text"
    assert plaintext_of(b"!DESE", b"") == b"!DESE"
