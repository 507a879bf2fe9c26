"""Records of swaps of hotkeys: what is copied, what is forgotten, how long the next swap waits."""

import pytest

from subtensor_spec.chain.items.keys import LastHotkeySwapOnNetuid
from subtensor_spec.chain.items.rate_limits import LastRateLimitedBlock
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import (
    AccountId,
    LastTxBlock,
    LastTxBlockChildKeyTake,
    LastTxBlockDelegateTake,
    NetUid,
)
from subtensor_spec.chapters.keys.records import (
    clean_up_hotkey_swap_records,
    copy_last_blocks,
    forget_last_blocks,
    interval_has_passed,
)

OLD, NEW, COLDKEY = (AccountId(bytes([number]) * 32) for number in range(1, 4))
KINDS = (LastTxBlock, LastTxBlockDelegateTake, LastTxBlockChildKeyTake)


def test_three_last_blocks_are_copied_zeros_too() -> None:
    state = State()
    LastRateLimitedBlock.put(state, LastTxBlock(OLD), 5)
    LastRateLimitedBlock.put(state, LastTxBlockDelegateTake(NEW), 6)
    copy_last_blocks(state, OLD, NEW)
    assert [LastRateLimitedBlock.contains(state, kind(NEW)) for kind in KINDS] == [True, True, True]
    assert [LastRateLimitedBlock.get(state, kind(NEW)) for kind in KINDS] == [5, 0, 0]


def test_three_last_blocks_are_forgotten() -> None:
    state = State()
    for kind in KINDS:
        LastRateLimitedBlock.put(state, kind(OLD), 1)
        LastRateLimitedBlock.put(state, kind(NEW), 2)
    forget_last_blocks(state, OLD)
    assert sorted(LastRateLimitedBlock.get(state, key) for key in LastRateLimitedBlock.keys(state)) == [2, 2, 2]


@pytest.mark.parametrize(
    ("swapped", "block", "passed"),
    [(0, 7_200, False), (0, 7_201, True), (100, 7_300, False), (100, 7_301, True), (2**64 - 1, 2**64 - 1, False)],
)
def test_the_interval_is_over_after_more_than_its_blocks(swapped: int, block: int, passed: bool) -> None:
    assert interval_has_passed(swapped, block) is passed


def test_a_subnet_is_cleaned_up_once_in_an_interval() -> None:
    """At block 14 401 it is the turn of subnet 1, and of subnet 7 201, but not of subnet 2."""
    state = State()
    for netuid in (1, 2, 7_201):
        NetworksAdded.put(state, NetUid(netuid), True)
        LastHotkeySwapOnNetuid.put(state, NetUid(netuid), OLD, 7_200)
        LastHotkeySwapOnNetuid.put(state, NetUid(netuid), NEW, 7_201)
    clean_up_hotkey_swap_records(state, 14_401)
    kept = sorted(LastHotkeySwapOnNetuid.keys(state))
    assert kept == [(1, NEW), (2, OLD), (2, NEW), (7_201, NEW)]


def test_a_subnet_that_is_gone_is_not_cleaned_up() -> None:
    state = State()
    LastHotkeySwapOnNetuid.put(state, NetUid(1), COLDKEY, 0)
    clean_up_hotkey_swap_records(state, 14_401)
    assert LastHotkeySwapOnNetuid.contains(state, NetUid(1), COLDKEY)
