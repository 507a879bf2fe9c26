"""Who is paid after an epoch: the owner, servers, validators and those who stake with them."""

import pytest
from tests.reference.hand_made import account

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chain.event_kinds.subtensor_module import AutoStakeAdded
from subtensor_spec.chain.items.emission import (
    AlphaDividendsPerSubnet,
    MinerBurned,
    RecycleOrBurn,
    RootAlphaDividendsPerSubnet,
)
from subtensor_spec.chain.items.locks import OwnerCutAutoLockEnabled
from subtensor_spec.chain.items.neurons import BlockAtRegistration, Uids
from subtensor_spec.chain.items.root_claims import RootClaimable
from subtensor_spec.chain.items.stake_weight import CKBurn, Delegates, ParentKeys
from subtensor_spec.chain.items.staking import (
    AutoStakeDestination,
    OwnedHotkeys,
    Owner,
    TotalHotkeyAlpha,
    TotalHotkeyAlphaLastEpoch,
)
from subtensor_spec.chain.items.subnets import SubnetOwner, SubnetOwnerHotkey
from subtensor_spec.chain.items.swap import AlphaBurned, AlphaRecycled
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, NetUid, RecycleOrBurnEnum, Uid
from subtensor_spec.chapters.distribution import subnet
from subtensor_spec.chapters.distribution.epoch import HotkeyEmission
from subtensor_spec.chapters.distribution.incentives import pay_incentives
from subtensor_spec.chapters.distribution.owner import get_owner_hotkeys, pay_owner_cut
from subtensor_spec.chapters.distribution.payment import pay_alpha_dividends, pay_root_dividends
from subtensor_spec.chapters.distribution.subnet import distribute_emission, validator_alpha
from subtensor_spec.chapters.locks.availability import get_current_locked
from subtensor_spec.chapters.schedule.drain import Pending
from subtensor_spec.chapters.staking.stakes import (
    get_stake_for_hotkey_and_coldkey_on_subnet,
    increase_stake_for_hotkey_and_coldkey_on_subnet,
)

NETUID = NetUid(3)
OWNER, OWNERS_HOTKEY, COLDKEY, HOTKEY, NOMINATOR = (account(number) for number in range(1, 6))


def stake(state: State, hotkey: AccountId, coldkey: AccountId) -> int:
    return get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, NETUID)


def rao(amount: int) -> U96F32:
    return U96F32.saturating_from_num(amount)


@pytest.fixture
def state() -> State:
    """A subnet with an owner, and a hotkey of somebody else; nobody takes anything."""
    state = State()
    SubnetOwner.put(state, NETUID, OWNER)
    SubnetOwnerHotkey.put(state, NETUID, OWNERS_HOTKEY)
    Owner.put(state, OWNERS_HOTKEY, OWNER)
    Owner.put(state, HOTKEY, COLDKEY)
    Uids.put(state, NETUID, OWNERS_HOTKEY, Uid(0))
    Uids.put(state, NETUID, HOTKEY, Uid(1))
    for hotkey in (HOTKEY, OWNERS_HOTKEY):
        Delegates.put(state, hotkey, 0)
    return state


def test_the_cut_is_staked_by_the_owner_on_the_owners_hotkey(state: State) -> None:
    """Without an entry for either it is lost."""
    pay_owner_cut(state, NETUID, AlphaBalance(700))
    assert stake(state, OWNERS_HOTKEY, OWNER) == 700
    for item in (SubnetOwner, SubnetOwnerHotkey):
        kept = item.take(state, NETUID)
        pay_owner_cut(state, NETUID, AlphaBalance(700))
        assert [amount for _keys, amount in TotalHotkeyAlpha.entries(state)] == [700]
        item.put(state, NETUID, kept)


def test_the_owners_hotkeys_are_those_with_a_uid(state: State) -> None:
    """The latest registered first, then by uid; the stored one before all if the owner does not own it."""
    owned = [account(number) for number in (11, 12, 13, 14)]
    OwnedHotkeys.put(state, OWNER, tuple(reversed(owned)))
    for uid, block, hotkey in ((2, 50, owned[0]), (3, 90, owned[1]), (4, 50, owned[2])):
        Uids.put(state, NETUID, hotkey, Uid(uid))
        BlockAtRegistration.put(state, NETUID, Uid(uid), block)
    assert get_owner_hotkeys(state, NETUID, OWNER) == [OWNERS_HOTKEY, owned[1], owned[0], owned[2]]
    Uids.remove(state, NETUID, OWNERS_HOTKEY)
    assert get_owner_hotkeys(state, NETUID, OWNER) == [owned[1], owned[0], owned[2]]
    SubnetOwnerHotkey.put(state, NETUID, owned[2])
    assert get_owner_hotkeys(state, NETUID, OWNER) == [owned[1], owned[0], owned[2]]


def test_the_cut_is_locked_where_that_is_on(state: State) -> None:
    """After it was staked, so that there is something to lock."""
    pay_owner_cut(state, NETUID, AlphaBalance(700))
    assert get_current_locked(state, OWNER, NETUID) == 0
    OwnerCutAutoLockEnabled.put(state, NETUID, True)
    pay_owner_cut(state, NETUID, AlphaBalance(300))
    assert get_current_locked(state, OWNER, NETUID) == 300


def test_the_epoch_runs_on_all_but_the_owners_cut(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what is burned of foreign parents' portions is recycled."""
    seen: list[int] = []

    def epoch(_state: State, _netuid: NetUid, whole: AlphaBalance) -> list[HotkeyEmission]:
        seen.append(whole)
        return [HotkeyEmission(HOTKEY, AlphaBalance(0), AlphaBalance(100))]

    monkeypatch.setattr(subnet, "epoch_with_mechanisms", epoch)
    CKBurn.put(state, 2**63)
    ParentKeys.put(state, HOTKEY, NETUID, ((2**64 - 1, account(9)),))
    TotalHotkeyAlpha.put(state, account(9), NETUID, AlphaBalance(10))
    amounts = (AlphaBalance(amount) for amount in (1, 20, 300, 4_000))
    distribute_emission(state, NETUID, Pending(*amounts))
    assert seen == [321]
    assert AlphaRecycled.get(state, NETUID) == 50


@pytest.mark.parametrize(
    ("choice", "burned", "recycled"),
    [(None, 30, 0), (RecycleOrBurnEnum.Burn, 30, 0), (RecycleOrBurnEnum.Recycle, 0, 30)],
)
def test_the_owners_servers_are_not_paid(
    state: State, choice: RecycleOrBurnEnum | None, burned: int, recycled: int
) -> None:
    """What is withheld is burned or recycled, and its part of all incentives recorded in either case."""
    if choice is not None:
        RecycleOrBurn.put(state, NETUID, choice)
    pay_incentives(state, NETUID, {OWNERS_HOTKEY: AlphaBalance(30), HOTKEY: AlphaBalance(90)})
    assert (stake(state, OWNERS_HOTKEY, OWNER), stake(state, HOTKEY, COLDKEY)) == (0, 90)
    assert (AlphaBurned.get(state, NETUID), AlphaRecycled.get(state, NETUID)) == (burned, recycled)
    assert MinerBurned.get(state, NETUID) == U96F32.from_bits(2**30)


def test_without_incentives_nothing_was_withheld(state: State) -> None:
    """Zero over zero is zero, and is recorded."""
    pay_incentives(state, NETUID, {OWNERS_HOTKEY: AlphaBalance(0)})
    assert MinerBurned.contains(state, NETUID)
    assert MinerBurned.get(state, NETUID) == U96F32.ZERO


def test_an_incentive_is_staked_where_the_owner_wants_it(state: State) -> None:
    """The event comes for nothing too, and only where a destination is named."""
    pay_incentives(state, NETUID, {HOTKEY: AlphaBalance(5)})
    assert state.events == []
    AutoStakeDestination.put(state, COLDKEY, NETUID, OWNERS_HOTKEY)
    for amount in (0, 7):
        pay_incentives(state, NETUID, {HOTKEY: AlphaBalance(amount)})
        assert state.events[-1] == AutoStakeAdded(NETUID, OWNERS_HOTKEY, HOTKEY, COLDKEY, AlphaBalance(amount))
    assert (stake(state, HOTKEY, COLDKEY), stake(state, OWNERS_HOTKEY, COLDKEY)) == (5, 7)


def test_a_dividend_is_shared_by_all_who_stake_on_the_hotkey(state: State) -> None:
    """A take of a fifth goes to the owner; of the rest everybody has a part, the owner with the take included."""
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, HOTKEY, NOMINATOR, NETUID, AlphaBalance(800))
    Delegates.put(state, HOTKEY, 13_107)
    AlphaDividendsPerSubnet.put(state, NETUID, account(9), AlphaBalance(1))
    pay_alpha_dividends(state, NETUID, {HOTKEY: rao(1_000)})
    assert AlphaDividendsPerSubnet.prefix_items(state, NETUID) == [(HOTKEY, 800)]
    assert TotalHotkeyAlpha.get(state, HOTKEY, NETUID) == TotalHotkeyAlphaLastEpoch.get(state, HOTKEY, NETUID) == 1_799
    assert (stake(state, HOTKEY, COLDKEY), stake(state, HOTKEY, NOMINATOR)) == (358, 1_440)


def test_a_root_dividend_becomes_claimable_on_root(state: State) -> None:
    """The take is alpha of the subnet at once; records of the last epoch are gone."""
    TotalHotkeyAlpha.put(state, HOTKEY, ROOT, AlphaBalance(1_600))
    Delegates.put(state, HOTKEY, 13_107)
    RootAlphaDividendsPerSubnet.put(state, NETUID, account(9), AlphaBalance(1))
    pay_root_dividends(state, NETUID, {HOTKEY: rao(1_000)})
    assert RootAlphaDividendsPerSubnet.prefix_items(state, NETUID) == [(HOTKEY, 800)]
    assert stake(state, HOTKEY, COLDKEY) == 199
    assert RootClaimable.get(state, HOTKEY)[NETUID].bits == 2**31


@pytest.mark.parametrize(("incentives", "expected"), [([0, 0], 70), ([0, 1], 40), ([], 70)])
def test_validators_are_paid_for_servers_where_there_are_none(incentives: list[int], expected: int) -> None:
    """One rao of incentive suffices that servers keep what was pending for them."""
    pending = Pending(AlphaBalance(30), AlphaBalance(40), AlphaBalance(0), AlphaBalance(0))
    emission = [HotkeyEmission(HOTKEY, AlphaBalance(amount), AlphaBalance(9)) for amount in incentives]
    assert validator_alpha(pending, emission) == expected
