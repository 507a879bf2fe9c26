"""The four calls: each check in its turn, what is stored, what is told."""

from collections.abc import Callable

import pytest

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.event_kinds.subtensor_module import (
    LockMoved,
    PerpetualLockUpdated,
    RejectLockedAlphaUpdated,
    StakeLocked,
)
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.locks import (
    DecayingHotkeyLock,
    DecayingLock,
    DecayingOwnerLock,
    HotkeyLock,
    Lock,
    LockingColdkeys,
    OwnerCutAutoLockEnabled,
)
from subtensor_spec.chain.items.staking import AccountFlags
from subtensor_spec.chain.origins import Nobody, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, BlockNumber, LockState, NetUid
from subtensor_spec.chapters.locks.availability import (
    available_to_unstake,
    ensure_available_to_unstake,
    get_conviction,
    get_current_locked,
    set_accept_locked_alpha,
    total_coldkey_alpha_on_subnet,
)
from subtensor_spec.chapters.locks.calls import lock_stake, set_reject_locked_alpha
from subtensor_spec.chapters.locks.changes import auto_lock_owner_cut
from subtensor_spec.chapters.locks.moves import move_lock, set_perpetual_lock

Account = Callable[[int], AccountId]
NewLock = Callable[..., LockState]
Refusal = Callable[[Callable[[], object]], str | None]

NETUID = NetUid(1)
STAKE = 10**12
RATE = 934_866


def locked(state: State, account: Account, hotkey: int, amount: int, coldkey: int = 1) -> None:
    lock_stake(state, Signed(account(coldkey)), account(hotkey), NETUID, AlphaBalance(amount))


@pytest.mark.parametrize("origin", [Root(), Nobody()])
def test_who_may_sign(chain: State, account: Account, refusal: Refusal, origin: Root | Nobody) -> None:
    assert refusal(lambda: lock_stake(chain, origin, account(11), NETUID, AlphaBalance(1))) == "BadOrigin"
    assert refusal(lambda: move_lock(chain, origin, account(11), NETUID)) == "BadOrigin"
    assert refusal(lambda: set_perpetual_lock(chain, origin, NETUID, True)) == "BadOrigin"
    assert refusal(lambda: set_reject_locked_alpha(chain, origin, True)) == "BadOrigin"


@pytest.mark.parametrize(
    ("hotkey", "amount", "code"),
    [
        (99, 0, "AmountTooLow"),
        (99, 2 * STAKE, "HotKeyAccountNotExists"),
        (12, 2 * STAKE, "LockHotkeyMismatch"),
        (11, STAKE, "InsufficientStakeForLock"),
        (11, STAKE - 1000, None),
    ],
)
def test_locking_is_checked_in_order(
    chain: State, account: Account, refusal: Refusal, hotkey: int, amount: int, code: str | None
) -> None:
    locked(chain, account, 11, 1000)
    assert refusal(lambda: locked(chain, account, hotkey, amount)) == code


def test_a_first_lock_may_hold_all_stake_and_no_rao_more(chain: State, account: Account, refusal: Refusal) -> None:
    assert refusal(lambda: locked(chain, account, 22, STAKE + 1)) == "InsufficientStakeForLock"
    locked(chain, account, 22, STAKE)
    assert get_current_locked(chain, account(1), NETUID) == STAKE
    assert available_to_unstake(chain, account(1), NETUID) == 0


def test_locking_stores_and_tells(chain: State, account: Account, lock: NewLock) -> None:
    locked(chain, account, 22, 1000)
    assert Lock.get(chain, account(1), NETUID, account(22)) == lock(1000)
    assert DecayingHotkeyLock.get(chain, NETUID, account(22)) == lock(1000)
    assert chain.events == [StakeLocked(account(1), account(22), NETUID, AlphaBalance(1000))]


def test_a_top_up_keeps_conviction(chain: State, account: Account) -> None:
    locked(chain, account, 22, 10**9)
    Number.put(chain, BlockNumber(1000 + RATE))
    before = get_conviction(chain, account(1), NETUID)
    left = get_current_locked(chain, account(1), NETUID)
    locked(chain, account, 22, 5)
    lock = Lock.get(chain, account(1), NETUID, account(22))
    assert lock == LockState(AlphaBalance(left + 5), before, 1000 + RATE)


def test_on_the_owners_hotkey_conviction_comes_at_once(chain: State, account: Account, lock: NewLock) -> None:
    locked(chain, account, 21, 1000)
    assert Lock.get(chain, account(1), NETUID, account(21)) == lock(1000, 1000)
    assert DecayingOwnerLock.get(chain, NETUID) == lock(1000, 1000)


def test_a_lock_of_99_rao_is_forgotten_but_for_the_sum(chain: State, account: Account, lock: NewLock) -> None:
    locked(chain, account, 22, 99)
    assert not Lock.keys(chain)
    assert DecayingHotkeyLock.get(chain, NETUID, account(22)) is None
    locked(chain, account, 22, 1000, coldkey=2)
    locked(chain, account, 22, 99)
    assert Lock.get(chain, account(1), NETUID, account(22)) is None
    assert DecayingHotkeyLock.get(chain, NETUID, account(22)) == lock(1099)


@pytest.mark.parametrize(("hotkey", "code"), [(99, "HotKeyAccountNotExists"), (11, "NoExistingLock")])
def test_moving_is_checked_in_order(chain: State, account: Account, refusal: Refusal, hotkey: int, code: str) -> None:
    assert refusal(lambda: move_lock(chain, Signed(account(1)), account(hotkey), NETUID)) == code


@pytest.mark.parametrize(("destination", "kept"), [(12, True), (11, True), (22, False)])
def test_conviction_moves_between_hotkeys_of_one_owner(
    chain: State, account: Account, destination: int, kept: bool
) -> None:
    locked(chain, account, 11, 10**9)
    Number.put(chain, BlockNumber(1000 + RATE))
    conviction, mass = get_conviction(chain, account(1), NETUID), get_current_locked(chain, account(1), NETUID)
    chain.forget()
    move_lock(chain, Signed(account(1)), account(destination), NETUID)
    moved = LockState(mass, conviction if kept else U64F64.ZERO, 1000 + RATE)
    assert Lock.keys(chain) == [(account(1), NETUID, account(destination))]
    assert LockingColdkeys.keys(chain) == [(NETUID, account(destination), account(1))]
    assert Lock.get(chain, account(1), NETUID, account(destination)) == moved
    assert DecayingHotkeyLock.get(chain, NETUID, account(destination)) == moved
    assert len(DecayingHotkeyLock.keys(chain)) == 1
    assert chain.events == [LockMoved(account(1), account(11), account(destination), NETUID)]


def test_conviction_of_the_owners_hotkey_can_be_carried_off(chain: State, account: Account, lock: NewLock) -> None:
    locked(chain, account, 21, 1000)
    move_lock(chain, Signed(account(1)), account(22), NETUID)
    assert Lock.get(chain, account(1), NETUID, account(22)) == lock(1000, 1000)
    assert DecayingOwnerLock.get(chain, NETUID) is None
    assert DecayingHotkeyLock.get(chain, NETUID, account(22)) == lock(1000, 1000)


def test_a_lock_that_moves_to_the_owners_hotkey_has_conviction_at_once(
    chain: State, account: Account, lock: NewLock
) -> None:
    """Whoever owns the hotkey that it comes from."""
    for coldkey, hotkey in ((1, 11), (2, 22)):
        locked(chain, account, hotkey, 1000, coldkey)
        move_lock(chain, Signed(account(coldkey)), account(21), NETUID)
        assert Lock.get(chain, account(coldkey), NETUID, account(21)) == lock(1000, 1000)
    assert DecayingOwnerLock.get(chain, NETUID) == lock(2000, 2000)


def test_a_lock_that_becomes_perpetual_changes_its_sum(chain: State, account: Account, lock: NewLock) -> None:
    locked(chain, account, 22, 1000)
    chain.forget()
    set_perpetual_lock(chain, Signed(account(1)), NETUID, True)
    assert DecayingLock.get(chain, account(1), NETUID) is False
    assert DecayingHotkeyLock.get(chain, NETUID, account(22)) is None
    assert HotkeyLock.get(chain, NETUID, account(22)) == lock(1000)
    set_perpetual_lock(chain, Signed(account(1)), NETUID, False)
    assert not DecayingLock.contains(chain, account(1), NETUID)
    assert HotkeyLock.get(chain, NETUID, account(22)) is None
    assert DecayingHotkeyLock.get(chain, NETUID, account(22)) == lock(1000)
    assert chain.events == [PerpetualLockUpdated(account(1), NETUID, each) for each in (True, False)]


def test_a_perpetual_lock_keeps_its_mass(chain: State, account: Account) -> None:
    set_perpetual_lock(chain, Signed(account(1)), NETUID, True)
    locked(chain, account, 22, 10**9)
    Number.put(chain, BlockNumber(1000 + 40 * RATE))
    assert get_current_locked(chain, account(1), NETUID) == 10**9


def test_the_flag_set_again_only_rolls_the_lock(chain: State, account: Account) -> None:
    locked(chain, account, 22, 10**9)
    Number.put(chain, BlockNumber(1000 + RATE))
    set_perpetual_lock(chain, Signed(account(1)), NETUID, False)
    lock = Lock.get(chain, account(1), NETUID, account(22))
    assert lock is not None
    assert lock.last_update == 1000 + RATE
    assert not HotkeyLock.keys(chain)


def test_a_flag_without_a_lock_or_a_subnet(chain: State, account: Account) -> None:
    set_perpetual_lock(chain, Signed(account(1)), NetUid(77), True)
    assert DecayingLock.get(chain, account(1), NetUid(77)) is False


def test_accounts_reject_locked_alpha_until_they_accept(chain: State, account: Account) -> None:
    set_reject_locked_alpha(chain, Signed(account(1)), False)
    assert AccountFlags.get(chain, account(1)) == 1
    AccountFlags.put(chain, account(1), 0b111)
    set_reject_locked_alpha(chain, Signed(account(1)), True)
    assert AccountFlags.get(chain, account(1)) == 0b110
    assert chain.events == [RejectLockedAlphaUpdated(account(1), each) for each in (False, True)]
    set_accept_locked_alpha(chain, account(2), False)
    assert not AccountFlags.contains(chain, account(2))


def test_a_lock_holds_back_an_amount_on_its_subnet(chain: State, account: Account, refusal: Refusal) -> None:
    locked(chain, account, 22, 400)
    assert total_coldkey_alpha_on_subnet(chain, account(1), NETUID) == STAKE
    free = AlphaBalance(STAKE - 400)
    assert refusal(lambda: ensure_available_to_unstake(chain, account(1), NETUID, free)) is None
    assert (
        refusal(lambda: ensure_available_to_unstake(chain, account(1), NETUID, AlphaBalance(free + 1)))
        == "StakeUnavailable"
    )
    assert refusal(lambda: ensure_available_to_unstake(chain, account(1), NetUid(2), AlphaBalance(0))) is None


def test_the_owners_cut_is_locked_where_that_is_set(chain: State, account: Account, lock: NewLock) -> None:
    auto_lock_owner_cut(chain, NETUID, AlphaBalance(1000))
    assert not Lock.keys(chain)
    OwnerCutAutoLockEnabled.put(chain, NETUID, True)
    auto_lock_owner_cut(chain, NETUID, AlphaBalance(1000))
    assert Lock.get(chain, account(2), NETUID, account(21)) == lock(1000, 1000)


def test_the_owners_cut_follows_a_lock_that_the_owner_has(chain: State, account: Account, lock: NewLock) -> None:
    OwnerCutAutoLockEnabled.put(chain, NETUID, True)
    locked(chain, account, 12, 500, coldkey=2)
    auto_lock_owner_cut(chain, NETUID, AlphaBalance(1000))
    assert Lock.get(chain, account(2), NETUID, account(12)) == lock(1500)


def test_a_cut_that_cannot_be_locked_is_passed_over(chain: State, account: Account) -> None:
    OwnerCutAutoLockEnabled.put(chain, NETUID, True)
    auto_lock_owner_cut(chain, NETUID, AlphaBalance(2 * STAKE))
    auto_lock_owner_cut(chain, NETUID, AlphaBalance(0))
    assert not Lock.keys(chain)
    assert not chain.events
