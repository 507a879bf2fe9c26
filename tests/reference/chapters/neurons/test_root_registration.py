"""Registering on root: its counters, whose stake gives way, and whose hotkey it is."""

from collections.abc import Callable

import pytest

from subtensor_spec.chain.items.neurons import (
    Keys,
    MaxAllowedUids,
    MaxRegistrationsPerBlock,
    RegistrationsThisBlock,
    RegistrationsThisInterval,
    TargetRegistrationsPerInterval,
    Uids,
)
from subtensor_spec.chain.items.stake_weight import Delegates
from subtensor_spec.chain.items.staking import Owner, TotalHotkeyAlpha
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.origins import Nobody, Origin, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.neurons.places import append_neuron
from subtensor_spec.chapters.neurons.root_registration import root_register
from subtensor_spec.chapters.subnets.existence import account_of

Refusal = Callable[[Callable[[], object]], str | None]

NEW, STRANGER, COLDKEY = (AccountId(bytes([number]) * 32) for number in (0xAA, 0xDD, 0xCC))


@pytest.fixture
def root(subnet: State) -> State:
    """Root takes nine in a block, and has three neurons, the first and the second with five rao."""
    MaxRegistrationsPerBlock.put(subnet, ROOT, 9)
    for number, stake in ((1, 5), (2, 5), (3, 9)):
        hotkey = AccountId(bytes([number]) * 32)
        append_neuron(subnet, ROOT, hotkey, 1)
        TotalHotkeyAlpha.put(subnet, hotkey, ROOT, AlphaBalance(stake))
    return subnet


def test_everything_is_wrong_and_put_right_check_by_check(root: State, refusal: Refusal) -> None:
    def refused(hotkey: AccountId, origin: Origin) -> str | None:
        return refusal(lambda: root_register(root, origin, hotkey))

    NetworksAdded.remove(root, ROOT)
    RegistrationsThisBlock.put(root, ROOT, 9)
    RegistrationsThisInterval.put(root, ROOT, 6)
    MaxAllowedUids.put(root, ROOT, 3)
    taken = Keys.get(root, ROOT, Keys.prefix_keys(root, ROOT)[0])
    assert refused(taken, Nobody()) == "RootNetworkDoesNotExist"
    NetworksAdded.put(root, ROOT, True)
    assert refused(taken, Nobody()) == "BadOrigin"
    assert refused(taken, Signed(COLDKEY)) == "TooManyRegistrationsThisBlock"
    RegistrationsThisBlock.put(root, ROOT, 8)
    assert refused(taken, Signed(COLDKEY)) == "TooManyRegistrationsThisInterval"
    RegistrationsThisInterval.put(root, ROOT, 5)
    assert refused(taken, Signed(COLDKEY)) == "HotKeyAlreadyRegisteredInSubNet"
    assert refused(account_of(NetUid(3)), Signed(COLDKEY)) == "CannotUseSystemAccount"
    TotalHotkeyAlpha.put(root, NEW, ROOT, AlphaBalance(5))
    assert refused(NEW, Signed(COLDKEY)) == "StakeTooLowForRoot"
    TotalHotkeyAlpha.put(root, NEW, ROOT, AlphaBalance(6))
    assert refused(NEW, Signed(COLDKEY)) is None
    assert Uids.get(root, ROOT, NEW) == 0
    assert [counter.get(root, ROOT) for counter in (RegistrationsThisBlock, RegistrationsThisInterval)] == [9, 6]


def test_three_times_the_target_saturates(root: State, refusal: Refusal) -> None:
    TargetRegistrationsPerInterval.put(root, ROOT, 2**16 - 1)
    RegistrationsThisInterval.put(root, ROOT, 2**16 - 1)
    assert refusal(lambda: root_register(root, Signed(COLDKEY), NEW)) == "TooManyRegistrationsThisInterval"


def test_of_equal_stakes_the_first_by_raw_key_goes(root: State) -> None:
    for number in range(4, 258):
        append_neuron(root, ROOT, AccountId(number.to_bytes(32, "big")), 1)
    for uid, hotkey in Keys.prefix_items(root, ROOT):
        TotalHotkeyAlpha.put(root, hotkey, ROOT, AlphaBalance(1 if uid in (1, 256) else 2))
    MaxAllowedUids.put(root, ROOT, 257)
    TotalHotkeyAlpha.put(root, NEW, ROOT, AlphaBalance(3))
    root_register(root, Signed(COLDKEY), NEW)
    assert Uids.get(root, ROOT, NEW) == 256


def test_anybody_registers_anybodys_hotkey_which_keeps_owner_and_take(root: State) -> None:
    Owner.put(root, NEW, STRANGER)
    Delegates.put(root, NEW, 7)
    root_register(root, Signed(COLDKEY), NEW)
    assert Owner.get(root, NEW) == STRANGER
    assert Delegates.get(root, NEW) == 7


def test_a_new_hotkey_becomes_the_signers_and_a_delegate(root: State) -> None:
    root_register(root, Signed(COLDKEY), NEW)
    assert Owner.get(root, NEW) == COLDKEY
    assert Delegates.get(root, NEW) == 11_796
