"""Locks that go with stake to another coldkey."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.locks import DecayingHotkeyLock, DecayingLock, HotkeyLock, Lock
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import U64_MAX, AccountId, AlphaBalance, BlockNumber, LockState, NetUid
from subtensor_spec.chapters.locks.availability import set_accept_locked_alpha
from subtensor_spec.chapters.locks.buckets import put_sum
from subtensor_spec.chapters.locks.model import insert_lock_state
from subtensor_spec.chapters.locks.rolling import DECAYING, reduce_lock, rolled
from subtensor_spec.chapters.locks.transfer import part_of_lock, transfer_lock

Account = Callable[[int], AccountId]
NewLock = Callable[..., LockState]
Refusal = Callable[[Callable[[], object]], str | None]

NETUID = NetUid(1)
STAKE = 10**12
HALF = STAKE // 2


@pytest.fixture
def half_locked(chain: State, account: Account, lock: NewLock) -> State:
    """Coldkey 1 has locked half of its stake on hotkey 11; coldkey 2 accepts locked alpha."""
    insert_lock_state(chain, account(1), NETUID, account(11), lock(HALF, 400))
    put_sum(chain, NETUID, account(11), DECAYING, lock(HALF, 400))
    set_accept_locked_alpha(chain, account(2), True)
    return chain


def transfer(state: State, account: Account, amount: int, to: int = 2) -> None:
    transfer_lock(state, account(1), account(to), NETUID, AlphaBalance(amount))


@pytest.mark.parametrize(("to", "amount"), [(1, STAKE), (2, 0)])
def test_nothing_goes_nowhere(half_locked: State, account: Account, to: int, amount: int) -> None:
    mark = half_locked.mark()
    transfer(half_locked, account, amount, to)
    assert not half_locked.changes(mark)


def test_stake_without_a_lock_takes_none_along(chain: State, account: Account) -> None:
    mark = chain.mark()
    transfer(chain, account, STAKE)
    assert not chain.changes(mark)


def test_unlocked_stake_goes_first(half_locked: State, account: Account, lock: NewLock) -> None:
    transfer(half_locked, account, HALF)
    assert Lock.get(half_locked, account(1), NETUID, account(11)) == lock(HALF, 400)
    assert Lock.get(half_locked, account(2), NETUID, account(11)) is None


def test_the_rest_takes_its_lock_along(half_locked: State, account: Account, lock: NewLock) -> None:
    transfer(half_locked, account, HALF + HALF // 4)
    assert Lock.get(half_locked, account(1), NETUID, account(11)) == lock(HALF - HALF // 4, 300)
    assert Lock.get(half_locked, account(2), NETUID, account(11)) == lock(HALF // 4, 100)
    assert DecayingHotkeyLock.get(half_locked, NETUID, account(11)) == lock(HALF, 400)


def test_locks_are_stored_as_rolled_and_sums_are_not_where_no_lock_goes(
    half_locked: State, account: Account, lock: NewLock
) -> None:
    now = 1000 + 934_866
    Number.put(half_locked, BlockNumber(now))
    expected = rolled(half_locked, lock(HALF, 400), DECAYING)
    transfer(half_locked, account, 1)
    assert Lock.get(half_locked, account(1), NETUID, account(11)) == expected
    assert expected.last_update == now
    assert DecayingHotkeyLock.get(half_locked, NETUID, account(11)) == lock(HALF, 400)


def test_a_lock_takes_on_the_role_that_it_has_with_its_new_coldkey(
    half_locked: State, account: Account, lock: NewLock
) -> None:
    DecayingLock.put(half_locked, account(2), NETUID, False)
    transfer(half_locked, account, STAKE)
    assert DecayingHotkeyLock.get(half_locked, NETUID, account(11)) is None
    assert HotkeyLock.get(half_locked, NETUID, account(11)) == lock(HALF, 400)


def test_no_more_goes_than_is_locked(half_locked: State, account: Account, lock: NewLock) -> None:
    transfer(half_locked, account, 5 * STAKE)
    assert Lock.get(half_locked, account(1), NETUID, account(11)) is None
    assert Lock.get(half_locked, account(2), NETUID, account(11)) == lock(HALF, 400)


def test_it_joins_a_lock_on_the_same_hotkey(half_locked: State, account: Account, lock: NewLock) -> None:
    insert_lock_state(half_locked, account(2), NETUID, account(11), lock(1000, 50))
    transfer(half_locked, account, STAKE)
    assert Lock.get(half_locked, account(2), NETUID, account(11)) == lock(HALF + 1000, 450)


def test_checks_come_in_order(half_locked: State, account: Account, lock: NewLock, refusal: Refusal) -> None:
    insert_lock_state(half_locked, account(2), NETUID, account(12), lock(1000, 50))
    set_accept_locked_alpha(half_locked, account(2), False)
    assert refusal(lambda: transfer(half_locked, account, HALF)) is None
    assert refusal(lambda: transfer(half_locked, account, HALF + 1)) == "LockHotkeyMismatch"
    insert_lock_state(half_locked, account(2), NETUID, account(12), lock(0))
    assert refusal(lambda: transfer(half_locked, account, HALF)) is None
    assert refusal(lambda: transfer(half_locked, account, HALF + 1)) == "AccountRejectsLockedAlpha"


@given(st.integers(0, 10**16), st.integers(0, 10**16), st.integers(0, 2**64 * 10**16))
def test_what_goes_and_what_stays_are_the_whole(amount: int, mass: int, conviction: int) -> None:
    lock = LockState(AlphaBalance(mass), U64F64.from_bits(conviction), 7)
    gone = part_of_lock(lock, AlphaBalance(amount), 9)
    stays = reduce_lock(lock, gone.locked_mass, gone.conviction)
    assert gone.locked_mass + stays.locked_mass == mass
    assert gone.conviction.bits + stays.conviction.bits == conviction
    assert gone.locked_mass == min(amount, mass)
    assert mass == 0 or gone.conviction.bits <= conviction * min(amount, mass) // mass


def test_all_of_a_lock_takes_all_of_its_conviction() -> None:
    lock = LockState(AlphaBalance(U64_MAX), U64F64.MAX, 7)
    assert part_of_lock(lock, AlphaBalance(U64_MAX), 9).conviction == U64F64.MAX
