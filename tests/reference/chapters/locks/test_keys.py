"""Locks of keys that are swapped, and of a subnet that goes."""

from collections.abc import Callable

import pytest

from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.locks import (
    DecayingHotkeyLock,
    DecayingLock,
    DecayingOwnerLock,
    HotkeyLock,
    Lock,
    LockingColdkeys,
    OwnerLock,
)
from subtensor_spec.chain.items.staking import AccountFlags
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, BlockNumber, LockState, NetUid
from subtensor_spec.chapters.locks.buckets import put_sum
from subtensor_spec.chapters.locks.coldkey_swap import swap_coldkey_locks
from subtensor_spec.chapters.locks.dissolution import destroy_lock_maps
from subtensor_spec.chapters.locks.hotkey_swap import swap_hotkey_locks, swap_hotkey_locks_on_subnet
from subtensor_spec.chapters.locks.model import insert_lock_state
from subtensor_spec.chapters.locks.rolling import DECAYING, DECAYING_OWNER, PERPETUAL, Role

Account = Callable[[int], AccountId]
NewLock = Callable[..., LockState]
Refusal = Callable[[Callable[[], object]], str | None]

NETUID, OTHER = NetUid(1), NetUid(2)
ACCEPTS = 1


def stored(
    state: State, coldkey: AccountId, hotkey: AccountId, role: Role, lock: LockState, netuid: NetUid = NETUID
) -> None:
    insert_lock_state(state, coldkey, netuid, hotkey, lock)
    put_sum(state, netuid, hotkey, role, lock)


def test_a_new_coldkey_must_have_no_lock(chain: State, account: Account, lock: NewLock, refusal: Refusal) -> None:
    AccountFlags.put(chain, account(3), ACCEPTS)
    insert_lock_state(chain, account(3), OTHER, account(12), lock(1000))
    assert refusal(lambda: swap_coldkey_locks(chain, account(1), account(3))) == "ActiveLockExists"
    insert_lock_state(chain, account(3), OTHER, account(12), lock(0, 1000))
    assert refusal(lambda: swap_coldkey_locks(chain, account(1), account(3))) is None, "conviction is no mass"


def test_a_faded_lock_is_none(chain: State, account: Account, lock: NewLock, refusal: Refusal) -> None:
    insert_lock_state(chain, account(3), OTHER, account(12), lock(1000))
    Number.put(chain, BlockNumber(1000 + 934_866 * 40))
    assert refusal(lambda: swap_coldkey_locks(chain, account(1), account(3))) is None


def test_a_new_coldkey_must_accept_locked_alpha(
    chain: State, account: Account, lock: NewLock, refusal: Refusal
) -> None:
    assert refusal(lambda: swap_coldkey_locks(chain, account(1), account(3))) is None
    stored(chain, account(1), account(12), DECAYING, lock(1000, 7))
    assert refusal(lambda: swap_coldkey_locks(chain, account(1), account(3))) == "AccountRejectsLockedAlpha"


def test_locks_and_flags_go_to_the_new_coldkey(chain: State, account: Account, lock: NewLock) -> None:
    AccountFlags.put(chain, account(1), 0b10)
    AccountFlags.put(chain, account(3), ACCEPTS)
    DecayingLock.put(chain, account(1), OTHER, False)
    stored(chain, account(1), account(12), DECAYING, lock(1000, 7))
    stored(chain, account(1), account(12), PERPETUAL, lock(500, 9), OTHER)
    swap_coldkey_locks(chain, account(1), account(3))
    assert {keys[0] for keys in Lock.keys(chain)} == {account(3)}
    assert {keys[2] for keys in LockingColdkeys.keys(chain)} == {account(3)}
    assert Lock.get(chain, account(3), NETUID, account(12)) == lock(1000, 7)
    assert DecayingHotkeyLock.get(chain, NETUID, account(12)) == lock(1000, 7)
    assert HotkeyLock.get(chain, OTHER, account(12)) == lock(500, 9)
    assert DecayingLock.keys(chain) == [(account(3), OTHER)]
    assert AccountFlags.get(chain, account(3)) == 0b10
    assert not AccountFlags.contains(chain, account(1))


def test_no_flags_remove_the_new_coldkeys(chain: State, account: Account) -> None:
    AccountFlags.put(chain, account(3), ACCEPTS)
    swap_coldkey_locks(chain, account(1), account(3))
    assert not AccountFlags.contains(chain, account(3))


def test_a_flag_that_the_new_coldkey_had_chooses_the_sum(chain: State, account: Account, lock: NewLock) -> None:
    AccountFlags.put(chain, account(3), ACCEPTS)
    DecayingLock.put(chain, account(3), NETUID, False)
    stored(chain, account(1), account(12), DECAYING, lock(1000, 7))
    swap_coldkey_locks(chain, account(1), account(3))
    assert HotkeyLock.get(chain, NETUID, account(12)) == lock(1000, 7)
    assert DecayingHotkeyLock.get(chain, NETUID, account(12)) is None


def test_a_hotkey_takes_its_locks_along_on_every_subnet(chain: State, account: Account, lock: NewLock) -> None:
    NetworksAdded.put(chain, OTHER, True)
    for netuid in (NETUID, OTHER):
        stored(chain, account(1), account(11), DECAYING, lock(1000, 7), netuid)
        put_sum(chain, netuid, account(11), PERPETUAL, lock(500, 5))
    swap_hotkey_locks(chain, account(11), account(13))
    assert {keys[2] for keys in Lock.keys(chain)} == {account(13)}
    assert {keys[1] for keys in LockingColdkeys.keys(chain)} == {account(13)}
    for netuid in (NETUID, OTHER):
        assert Lock.get(chain, account(1), netuid, account(13)) == lock(1000, 7)
        assert DecayingHotkeyLock.get(chain, netuid, account(13)) == lock(1000, 7)
        assert DecayingHotkeyLock.get(chain, netuid, account(11)) is None
        assert HotkeyLock.get(chain, netuid, account(13)) == lock(500, 5)


def test_on_one_subnet_the_others_stay(chain: State, account: Account, lock: NewLock) -> None:
    for netuid in (NETUID, OTHER):
        stored(chain, account(1), account(11), DECAYING, lock(1000, 7), netuid)
    swap_hotkey_locks_on_subnet(chain, account(11), account(13), NETUID)
    assert {keys[1:] for keys in Lock.keys(chain)} == {(NETUID, account(13)), (OTHER, account(11))}


def test_a_lock_without_any_sum_stays_where_it_was(chain: State, account: Account, lock: NewLock) -> None:
    insert_lock_state(chain, account(1), NETUID, account(11), lock(1000, 7))
    swap_hotkey_locks(chain, account(11), account(13))
    assert Lock.get(chain, account(1), NETUID, account(11)) == lock(1000, 7)


def test_an_index_without_a_lock_is_removed(chain: State, account: Account, lock: NewLock) -> None:
    put_sum(chain, NETUID, account(11), DECAYING, lock(1000, 7))
    LockingColdkeys.put(chain, NETUID, account(11), account(5), None)
    swap_hotkey_locks(chain, account(11), account(13))
    assert not LockingColdkeys.keys(chain)


def test_the_owners_hotkey_takes_the_owners_sum_along(chain: State, account: Account, lock: NewLock) -> None:
    stored(chain, account(1), account(21), DECAYING_OWNER, lock(1000, 1000))
    swap_hotkey_locks(chain, account(21), account(13))
    assert DecayingOwnerLock.get(chain, NETUID) == lock(1000, 1000)
    assert Lock.get(chain, account(1), NETUID, account(13)) == lock(1000, 1000)


def test_onto_the_owners_hotkey_conviction_becomes_mass_and_sums_are_replaced(
    chain: State, account: Account, lock: NewLock
) -> None:
    stored(chain, account(2), account(21), DECAYING_OWNER, lock(300, 300))
    stored(chain, account(1), account(11), DECAYING, lock(1000, 7))
    swap_hotkey_locks(chain, account(11), account(21))
    assert Lock.get(chain, account(1), NETUID, account(21)) == lock(1000, 1000)
    assert Lock.get(chain, account(2), NETUID, account(21)) == lock(300, 300)
    assert DecayingOwnerLock.get(chain, NETUID) == lock(1000, 1000)


@pytest.mark.parametrize("netuid", [NETUID, OTHER])
def test_with_a_subnet_go_its_locks_its_sums_and_its_flags(
    chain: State, account: Account, lock: NewLock, netuid: NetUid
) -> None:
    stored(chain, account(1), account(11), DECAYING, lock(1000, 7))
    HotkeyLock.put(chain, NETUID, account(12), lock(1))
    OwnerLock.put(chain, NETUID, lock(2))
    DecayingOwnerLock.put(chain, NETUID, lock(3))
    DecayingLock.put(chain, account(1), NETUID, False)
    destroy_lock_maps(chain, netuid)
    items = (Lock, LockingColdkeys, HotkeyLock, DecayingHotkeyLock, OwnerLock, DecayingOwnerLock, DecayingLock)
    assert {len(item.keys(chain)) for item in items} == {0 if netuid == NETUID else 1}
