"""Whose conviction is greatest, and when that makes an owner."""

from collections.abc import Callable

import pytest

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.event_kinds.subtensor_module import SubnetOwnerChanged
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.locks import DecayingHotkeyLock, DecayingOwnerLock, HotkeyLock, OwnerLock
from subtensor_spec.chain.items.neurons import MaxAllowedUids, Uids
from subtensor_spec.chain.items.pools import SubnetAlphaOut
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.items.subnets import NetworkRegisteredAt, SubnetOwner, SubnetOwnerHotkey
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ZERO_ACCOUNT, AccountId, AlphaBalance, BlockNumber, LockState, NetUid, Uid
from subtensor_spec.chapters.locks.conviction import get_total_conviction, hotkey_conviction, subnet_king
from subtensor_spec.chapters.locks.owner import ONE_YEAR, change_subnet_owner_if_needed

Account = Callable[[int], AccountId]
NewLock = Callable[..., LockState]

NETUID = NetUid(1)
NOW = 1000 + ONE_YEAR


@pytest.fixture
def ripe(chain: State, account: Account, lock: NewLock) -> State:
    """A year after registration hotkey 11 has a tenth of the alpha outside the pool as conviction."""
    NetworkRegisteredAt.put(chain, NETUID, 1000)
    Number.put(chain, BlockNumber(NOW))
    SubnetAlphaOut.put(chain, NETUID, AlphaBalance(10_000))
    HotkeyLock.put(chain, NETUID, account(11), lock(2000, 1000, NOW))
    return chain


def owner(state: State) -> AccountId:
    change_subnet_owner_if_needed(state, NETUID)
    return SubnetOwner.get(state, NETUID)


def test_the_four_sums_count(chain: State, account: Account, lock: NewLock) -> None:
    HotkeyLock.put(chain, NETUID, account(11), lock(5, 1000))
    DecayingHotkeyLock.put(chain, NETUID, account(11), lock(5, 200))
    HotkeyLock.put(chain, NETUID, account(21), lock(5, 300))
    OwnerLock.put(chain, NETUID, lock(400))
    DecayingOwnerLock.put(chain, NETUID, lock(500))
    assert hotkey_conviction(chain, account(11), NETUID).bits >> 64 == 1200
    assert hotkey_conviction(chain, account(21), NETUID).bits >> 64 == 1200
    assert get_total_conviction(chain, NETUID).bits >> 64 == 2400
    assert subnet_king(chain, NETUID) == account(21), "of equals the greatest account"


def test_a_total_saturates(chain: State, account: Account) -> None:
    for hotkey in (11, 12):
        HotkeyLock.put(chain, NETUID, account(hotkey), LockState(AlphaBalance(0), U64F64.MAX, 1000))
    assert get_total_conviction(chain, NETUID) == U64F64.MAX


def test_no_sum_no_king_but_a_sum_of_nothing_is_one(chain: State, account: Account, lock: NewLock) -> None:
    assert subnet_king(chain, NETUID) is None
    HotkeyLock.put(chain, NETUID, account(11), lock(1))
    assert subnet_king(chain, NETUID) == account(11)


def test_a_leader_becomes_the_owner(ripe: State, account: Account, lock: NewLock) -> None:
    OwnerLock.put(ripe, NETUID, lock(300, 300, NOW))
    DecayingOwnerLock.put(ripe, NETUID, lock(200, 200, NOW))
    DecayingHotkeyLock.put(ripe, NETUID, account(11), lock(150, 120, NOW))
    HotkeyLock.put(ripe, NETUID, account(21), lock(500, 40, NOW))
    assert owner(ripe) == account(1)
    assert SubnetOwnerHotkey.get(ripe, NETUID) == account(11)
    assert OwnerLock.get(ripe, NETUID) == lock(2000, 2000, NOW)
    assert DecayingOwnerLock.get(ripe, NETUID) == lock(150, 150, NOW)
    assert HotkeyLock.get(ripe, NETUID, account(21)) == lock(800, 340, NOW)
    assert DecayingHotkeyLock.get(ripe, NETUID, account(21)) == lock(200, 200, NOW)
    assert HotkeyLock.get(ripe, NETUID, account(11)) is None
    assert ripe.events[-1] == SubnetOwnerChanged(NETUID, account(2), account(1))


def test_a_leader_without_a_uid_is_registered(ripe: State, account: Account) -> None:
    assert owner(ripe) == account(1)
    assert Uids.get(ripe, NETUID, account(11)) == 0


def test_a_leader_with_a_uid_keeps_it(ripe: State, account: Account) -> None:
    Uids.put(ripe, NETUID, account(11), Uid(7))
    assert owner(ripe) == account(1)
    assert Uids.get(ripe, NETUID, account(11)) == 7


def test_where_no_uid_can_be_had_nothing_changes(ripe: State, account: Account) -> None:
    MaxAllowedUids.put(ripe, NETUID, 0)
    mark = ripe.mark()
    assert owner(ripe) == account(2)
    assert not ripe.changes(mark)


@pytest.mark.parametrize("short", [0, 1])
def test_a_year_must_have_passed(ripe: State, account: Account, short: int) -> None:
    NetworkRegisteredAt.put(ripe, NETUID, 1000 + short)
    assert owner(ripe) == account(2 if short else 1)


@pytest.mark.parametrize(("alpha_out", "number"), [(0, 2), (10_000, 1), (10_001, 2)])
def test_conviction_must_be_a_tenth_of_the_alpha(ripe: State, account: Account, alpha_out: int, number: int) -> None:
    SubnetAlphaOut.put(ripe, NETUID, AlphaBalance(alpha_out))
    assert owner(ripe) == account(number)


def test_a_hotkey_of_nobody_does_not_lead(ripe: State, account: Account, lock: NewLock) -> None:
    HotkeyLock.put(ripe, NETUID, account(99), lock(5000, 5000, NOW))
    assert owner(ripe) == account(2)
    Owner.put(ripe, account(99), ZERO_ACCOUNT)
    assert owner(ripe) == account(2)


def test_another_hotkey_of_the_owner_changes_nothing(ripe: State, account: Account, lock: NewLock) -> None:
    HotkeyLock.put(ripe, NETUID, account(22), lock(5000, 5000, NOW))
    assert owner(ripe) == account(2)
    assert SubnetOwnerHotkey.get(ripe, NETUID) == account(21)
