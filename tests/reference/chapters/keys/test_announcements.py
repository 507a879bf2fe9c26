"""Swaps of coldkeys are announced, waited for, disputed, taken back."""

from hashlib import blake2b

import pytest

from subtensor_spec.blocks.dispatch import dispatch
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.event_kinds.subtensor_module import (
    ColdkeySwapAnnounced,
    ColdkeySwapCleared,
    ColdkeySwapDisputed,
    ColdkeySwapReset,
)
from subtensor_spec.chain.items.balances import Number, SystemAccount
from subtensor_spec.chain.items.keys import (
    ColdkeySwapAnnouncementDelay,
    ColdkeySwapAnnouncements,
    ColdkeySwapDisputes,
)
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.origins import Nobody, Origin, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, BlockNumber, Hash, TaoBalance
from subtensor_spec.chapters.keys.announcements import (
    announce_coldkey_swap,
    clear_coldkey_swap_announcement,
    dispute_coldkey_swap,
    reset_coldkey_swap,
    schedule_swap_coldkey,
    swap_coldkey,
    swap_coldkey_announced,
)

COLDKEY, OLD, NEW, POOR = (AccountId(bytes([number]) * 32) for number in (1, 2, 3, 4))
HASH = Hash(blake2b(NEW, digest_size=32).digest())
NOW, WHEN, CHANGE = 10_000, 46_000, 53_200


def free(state: State, account: AccountId) -> int:
    return SystemAccount.get(state, account).data.free


@pytest.fixture
def announced(state: State) -> State:
    announce_coldkey_swap(state, Signed(COLDKEY), HASH)
    state.forget()
    return state


def at(state: State, block: int) -> State:
    Number.put(state, BlockNumber(block))
    return state


def test_an_announcement_costs_a_tenth_of_a_tao(state: State) -> None:
    announce_coldkey_swap(state, Signed(COLDKEY), HASH)
    assert ColdkeySwapAnnouncements.get(state, COLDKEY) == (WHEN, HASH)
    assert free(state, COLDKEY) == 9_900_000_000
    assert state.events[-1] == ColdkeySwapAnnounced(COLDKEY, HASH)


def test_who_cannot_pay_announces_nothing(state: State) -> None:
    with pytest.raises(CallError, match="NotEnoughBalanceToPaySwapColdKey"):
        announce_coldkey_swap(state, Signed(POOR), HASH)


def test_the_block_announced_saturates(state: State) -> None:
    ColdkeySwapAnnouncementDelay.put(state, BlockNumber(2**32 - 1))
    announce_coldkey_swap(state, Signed(COLDKEY), HASH)
    assert ColdkeySwapAnnouncements.get(state, COLDKEY) == (2**32 - 1, HASH)


def test_another_announcement_waits_for_both_delays_and_is_free(announced: State) -> None:
    with pytest.raises(CallError, match="ColdkeySwapReannouncedTooEarly"):
        announce_coldkey_swap(at(announced, CHANGE - 1), Signed(COLDKEY), HASH)
    other = Hash(bytes(32))
    announce_coldkey_swap(at(announced, CHANGE), Signed(COLDKEY), other)
    assert ColdkeySwapAnnouncements.get(announced, COLDKEY) == (CHANGE + 36_000, other)
    assert free(announced, COLDKEY) == 9_900_000_000


def test_the_swap_may_be_made_from_the_block_announced_on(announced: State) -> None:
    with pytest.raises(CallError, match="ColdkeySwapTooEarly"), announced.layer():
        swap_coldkey_announced(at(announced, WHEN - 1), Signed(COLDKEY), NEW)
    swap_coldkey_announced(at(announced, WHEN), Signed(COLDKEY), NEW)
    assert Owner.get(announced, OLD) == NEW
    assert not ColdkeySwapAnnouncements.contains(announced, COLDKEY)


def test_only_the_account_announced_may_be_swapped_to(announced: State) -> None:
    with pytest.raises(CallError, match="AnnouncedColdkeyHashDoesNotMatch"):
        swap_coldkey_announced(announced, Signed(COLDKEY), POOR)
    with pytest.raises(CallError, match="ColdkeySwapAnnouncementNotFound"):
        swap_coldkey_announced(announced, Signed(POOR), NEW)


def test_a_refused_swap_keeps_the_announcement(announced: State) -> None:
    Owner.put(announced, NEW, COLDKEY)
    with pytest.raises(CallError, match="NewColdKeyIsHotkey"):
        dispatch(at(announced, WHEN), "SubtensorModule.swap_coldkey_announced", Signed(COLDKEY), {"new_coldkey": NEW})
    assert ColdkeySwapAnnouncements.contains(announced, COLDKEY)


def test_an_announcement_is_taken_back_after_both_delays(announced: State) -> None:
    with pytest.raises(CallError, match="ColdkeySwapClearTooEarly"):
        clear_coldkey_swap_announcement(at(announced, CHANGE - 1), Signed(COLDKEY))
    clear_coldkey_swap_announcement(at(announced, CHANGE), Signed(COLDKEY))
    assert announced.events == [ColdkeySwapCleared(COLDKEY)]
    with pytest.raises(CallError, match="ColdkeySwapAnnouncementNotFound"):
        clear_coldkey_swap_announcement(announced, Signed(COLDKEY))


def test_a_dispute_stands_until_root_resets_it(announced: State) -> None:
    dispute_coldkey_swap(announced, Signed(COLDKEY))
    assert ColdkeySwapDisputes.get(announced, COLDKEY) == NOW
    with pytest.raises(CallError, match="ColdkeySwapAlreadyDisputed"):
        dispute_coldkey_swap(announced, Signed(COLDKEY))
    with pytest.raises(CallError, match="ColdkeySwapAnnouncementNotFound"):
        dispute_coldkey_swap(announced, Signed(POOR))
    reset_coldkey_swap(announced, Root(), COLDKEY)
    assert announced.events == [ColdkeySwapDisputed(COLDKEY), ColdkeySwapReset(COLDKEY)]
    assert not ColdkeySwapDisputes.contains(announced, COLDKEY)
    assert not ColdkeySwapAnnouncements.contains(announced, COLDKEY)


def test_root_swaps_at_once_and_ends_what_was_announced(announced: State) -> None:
    dispute_coldkey_swap(announced, Signed(COLDKEY))
    swap_coldkey(announced, Root(), COLDKEY, NEW, TaoBalance(900_000_000))
    assert (free(announced, COLDKEY), free(announced, NEW)) == (0, 9_000_000_000)
    assert not ColdkeySwapDisputes.contains(announced, COLDKEY)
    assert not ColdkeySwapAnnouncements.contains(announced, COLDKEY)


def test_root_swaps_an_account_without_tao_if_it_asks_for_none(state: State) -> None:
    swap_coldkey(state, Root(), POOR, NEW, TaoBalance(0))
    with pytest.raises(CallError, match="NotEnoughBalanceToPaySwapColdKey"):
        swap_coldkey(state, Root(), POOR, AccountId(bytes([5]) * 32), TaoBalance(1))


CALLS = (
    lambda state, origin: announce_coldkey_swap(state, origin, HASH),
    lambda state, origin: swap_coldkey_announced(state, origin, NEW),
    dispute_coldkey_swap,
    clear_coldkey_swap_announcement,
)


@pytest.mark.parametrize("origin", [Root(), Nobody()], ids=["root", "nobody"])
@pytest.mark.parametrize("made", CALLS, ids=["announce", "swap", "dispute", "clear"])
def test_an_account_must_sign(announced: State, made, origin: Origin) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(CallError, match="BadOrigin"):
        made(announced, origin)


def test_only_root_resets_and_swaps_others(announced: State) -> None:
    with pytest.raises(CallError, match="BadOrigin"):
        reset_coldkey_swap(announced, Signed(COLDKEY), COLDKEY)
    with pytest.raises(CallError, match="BadOrigin"):
        swap_coldkey(announced, Signed(COLDKEY), COLDKEY, NEW, TaoBalance(0))


@pytest.mark.parametrize("origin", [Root(), Nobody(), Signed(COLDKEY)], ids=["root", "nobody", "signed"])
def test_nothing_is_scheduled_any_more(state: State, origin: Origin) -> None:
    with pytest.raises(CallError, match="Deprecated"):
        schedule_swap_coldkey(state, origin, NEW)
