"""A lock and the sum that it counts in."""

from collections.abc import Callable

import pytest

from subtensor_spec.arithmetic import U64F64
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
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, BlockNumber, LockState, NetUid
from subtensor_spec.chapters.locks.buckets import get_sum, put_sum, take_sum
from subtensor_spec.chapters.locks.changes import cleanup_lock_if_zero, do_lock_stake, force_reduce_lock
from subtensor_spec.chapters.locks.model import (
    insert_lock_state,
    is_perpetual_lock,
    read_conviction_model,
    read_conviction_model_for_hotkey,
    role_of,
)
from subtensor_spec.chapters.locks.rolling import DECAYING, DECAYING_OWNER, PERPETUAL, PERPETUAL_OWNER, Role, rolled
from subtensor_spec.chapters.locks.sums import add_aggregate_lock, reduce_aggregate_lock

Account = Callable[[int], AccountId]
NewLock = Callable[..., LockState]

NETUID = NetUid(1)
RATE = 934_866


@pytest.mark.parametrize(
    ("hotkey", "flag", "role"),
    [
        (21, None, DECAYING_OWNER),
        (21, False, PERPETUAL_OWNER),
        (11, None, DECAYING),
        (11, False, PERPETUAL),
        (11, True, DECAYING),
    ],
)
def test_the_role_of_a_lock(chain: State, account: Account, hotkey: int, flag: bool | None, role: Role) -> None:
    if flag is not None:
        DecayingLock.put(chain, account(1), NETUID, flag)
    assert role_of(chain, account(1), NETUID, account(hotkey)) == role


@pytest.mark.parametrize("role", [DECAYING, PERPETUAL, DECAYING_OWNER, PERPETUAL_OWNER])
def test_each_role_has_its_own_sum(chain: State, account: Account, lock: NewLock, role: Role) -> None:
    stored = lock(1)
    put_sum(chain, NETUID, account(11), role, stored)
    found = {
        PERPETUAL: HotkeyLock.get(chain, NETUID, account(11)),
        DECAYING: DecayingHotkeyLock.get(chain, NETUID, account(11)),
        PERPETUAL_OWNER: OwnerLock.get(chain, NETUID),
        DECAYING_OWNER: DecayingOwnerLock.get(chain, NETUID),
    }
    assert {each for each, value in found.items() if value is not None} == {role}
    assert get_sum(chain, NETUID, account(11), role) == take_sum(chain, NETUID, account(11), role) == stored
    assert get_sum(chain, NETUID, account(11), role) is None


@pytest.mark.parametrize("role", [DECAYING, PERPETUAL, DECAYING_OWNER, PERPETUAL_OWNER])
def test_a_sum_of_nothing_is_removed_and_one_bit_of_conviction_is_something(
    chain: State, account: Account, lock: NewLock, role: Role
) -> None:
    put_sum(chain, NETUID, account(11), role, LockState(AlphaBalance(0), U64F64.from_bits(1), 1000))
    assert get_sum(chain, NETUID, account(11), role) is not None
    put_sum(chain, NETUID, account(11), role, lock(0))
    assert get_sum(chain, NETUID, account(11), role) is None


def test_a_lock_is_stored_with_the_index_of_its_coldkeys(chain: State, account: Account, lock: NewLock) -> None:
    keys = account(1), NETUID, account(11)
    insert_lock_state(chain, *keys, lock(100))
    assert Lock.get(chain, *keys) == lock(100)
    assert LockingColdkeys.keys(chain) == [(NETUID, account(11), account(1))]
    insert_lock_state(chain, *keys, lock(99, 99))
    assert not Lock.keys(chain)
    assert not LockingColdkeys.keys(chain)


def test_nothing_reads_as_updated_now(chain: State, account: Account, lock: NewLock) -> None:
    model = read_conviction_model_for_hotkey(chain, account(1), NETUID, account(11))
    assert model.individual_lock == model.aggregate_lock == lock(0)
    assert read_conviction_model(chain, account(1), NETUID) is None


def test_of_two_locks_the_first_in_order_of_raw_keys_counts(chain: State, account: Account, lock: NewLock) -> None:
    hotkeys = [account(number) for number in (11, 12, 21, 22)]
    for hotkey in hotkeys:
        Lock.put(chain, account(1), NETUID, hotkey, lock(1000))
    model = read_conviction_model(chain, account(1), NETUID)
    assert model is not None
    assert model.hotkey == min(hotkeys, key=lambda hotkey: Lock.raw_key((account(1), NETUID, hotkey)))


def locked_by_both(chain: State, account: Account) -> State:
    for coldkey in (1, 2):
        do_lock_stake(chain, account(coldkey), NETUID, account(11), AlphaBalance(10**9))
    Number.put(chain, BlockNumber(1000 + RATE))
    return chain


def test_a_lock_that_decays_stops_the_clock_of_its_sum(chain: State, account: Account) -> None:
    """Only its own loss reaches the sum, and nobody's conviction does."""
    cleanup_lock_if_zero(locked_by_both(chain, account), account(1), NETUID)
    one = Lock.get(chain, account(1), NETUID, account(11))
    total = DecayingHotkeyLock.get(chain, NETUID, account(11))
    assert one is not None
    assert total is not None
    assert one.conviction > U64F64.ZERO
    assert total == LockState(AlphaBalance(10**9 + one.locked_mass), U64F64.ZERO, 1000 + RATE)


def test_a_perpetual_lock_matures_with_its_sum(chain: State, account: Account) -> None:
    for coldkey in (1, 2):
        DecayingLock.put(chain, account(coldkey), NETUID, False)
    cleanup_lock_if_zero(locked_by_both(chain, account), account(1), NETUID)
    one = Lock.get(chain, account(1), NETUID, account(11))
    total = HotkeyLock.get(chain, NETUID, account(11))
    assert one is not None
    assert total is not None
    assert total.locked_mass == 2 * 10**9
    assert 0 <= total.conviction.bits - 2 * one.conviction.bits <= 1


def test_a_perpetual_lock_whose_conviction_falls_takes_it_from_its_sum(
    chain: State, account: Account, lock: NewLock
) -> None:
    """Conviction above the mass, as a hotkey of a former owner has it, falls to the mass."""
    DecayingLock.put(chain, account(1), NETUID, False)
    insert_lock_state(chain, account(1), NETUID, account(11), lock(1000, 5000))
    put_sum(chain, NETUID, account(11), PERPETUAL, lock(3000, 6000))
    Number.put(chain, BlockNumber(1000 + RATE))
    cleanup_lock_if_zero(chain, account(1), NETUID)
    one = Lock.get(chain, account(1), NETUID, account(11))
    total = HotkeyLock.get(chain, NETUID, account(11))
    assert one is not None
    assert total is not None
    lost = U64F64.saturating_from_num(5000).saturating_sub(one.conviction)
    assert total == LockState(AlphaBalance(3000), U64F64.saturating_from_num(6000).saturating_sub(lost), 1000 + RATE)


def test_a_coldkey_without_a_lock_stores_nothing(chain: State, account: Account) -> None:
    mark = chain.mark()
    cleanup_lock_if_zero(chain, account(1), NETUID)
    force_reduce_lock(chain, account(1), NETUID, AlphaBalance(5))
    assert not chain.changes(mark)


def test_what_joins_a_sum_brings_its_conviction(chain: State, account: Account, lock: NewLock) -> None:
    add_aggregate_lock(chain, account(1), account(11), NETUID, lock(1000, 500))
    Number.put(chain, BlockNumber(1000 + RATE))
    expected = rolled(chain, lock(1000, 500), DECAYING)
    add_aggregate_lock(chain, account(2), account(11), NETUID, lock(1000, 300, 1000 + RATE))
    total = DecayingHotkeyLock.get(chain, NETUID, account(11))
    assert total is not None
    assert total.locked_mass == expected.locked_mass + 1000
    assert total.conviction == expected.conviction.saturating_add(U64F64.saturating_from_num(300))
    assert not Lock.keys(chain)


def test_on_the_owners_hotkey_a_sum_has_conviction_at_once(chain: State, account: Account, lock: NewLock) -> None:
    add_aggregate_lock(chain, account(1), account(21), NETUID, lock(1000, 0))
    assert DecayingOwnerLock.get(chain, NETUID) == lock(1000, 1000)


def test_what_leaves_a_sum_does_not_clear_it(chain: State, account: Account, lock: NewLock) -> None:
    add_aggregate_lock(chain, account(1), account(11), NETUID, lock(1000, 500))
    reduce_aggregate_lock(chain, account(1), account(11), NETUID, AlphaBalance(999), U64F64.saturating_from_num(501))
    assert DecayingHotkeyLock.get(chain, NETUID, account(11)) == lock(1, 0)


@pytest.mark.parametrize(("taken", "mass", "conviction"), [(0, 1000, 400), (250, 750, 300), (1000, 0, 0), (1001, 0, 0)])
def test_a_lock_that_is_reduced_by_force_loses_in_proportion(
    chain: State, account: Account, lock: NewLock, taken: int, mass: int, conviction: int
) -> None:
    insert_lock_state(chain, account(1), NETUID, account(11), lock(1000, 400))
    put_sum(chain, NETUID, account(11), DECAYING, lock(3000, 900))
    force_reduce_lock(chain, account(1), NETUID, AlphaBalance(taken))
    assert Lock.get(chain, account(1), NETUID, account(11)) == (lock(mass, conviction) if mass else None)
    assert DecayingHotkeyLock.get(chain, NETUID, account(11)) == lock(2000 + mass, 500 + conviction)


def test_perpetual_is_a_coldkey_on_a_subnet(chain: State, account: Account) -> None:
    DecayingLock.put(chain, account(1), NETUID, False)
    assert is_perpetual_lock(chain, account(1), NETUID)
    assert not is_perpetual_lock(chain, account(1), NetUid(2))
    assert not is_perpetual_lock(chain, account(2), NETUID)
