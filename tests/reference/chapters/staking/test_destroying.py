"""Recycling, burning, buying to burn, and where mined alpha goes."""

from typing import Any

import pytest

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.neurons import Uids
from subtensor_spec.chain.items.pools import SubnetAlphaOut, SubtokenEnabled
from subtensor_spec.chain.items.staking import (
    AutoStakeDestination,
    AutoStakeDestinationColdkeys,
    OwnedHotkeys,
    Owner,
    StakingHotkeys,
)
from subtensor_spec.chain.items.swap import AlphaBurned, AlphaRecycled
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, NetUid, Uid
from subtensor_spec.chapters.staking.ownership import set_hotkey_owner
from subtensor_spec.chapters.subnets.existence import account_of

TAO = 10**9
OWNER, NOMINATOR = (AccountId(bytes([number]) * 32) for number in (1, 2))
HOTKEY, OTHER_HOTKEY, NOBODY = (AccountId(bytes([number]) * 32) for number in (11, 12, 99))
FIRST, UNKNOWN = NetUid(1), NetUid(9)
ALL = 2**64 - 1


@pytest.fixture
def staked(chain: Any) -> Any:
    """The owner has 10 TAO with the hotkey on the first subnet."""
    chain.send("add_stake", hotkey=HOTKEY, netuid=FIRST, amount_staked=10 * TAO)
    chain.events()
    return chain


@pytest.mark.parametrize(("name", "leaves"), [("recycle_alpha", True), ("burn_alpha", False)])
def test_recycled_alpha_leaves_what_is_outstanding_and_burned_alpha_does_not(
    staked: Any, name: str, leaves: bool
) -> None:
    alpha, outside = staked.stake(), SubnetAlphaOut.get(staked.state, FIRST)
    staked.send(name, hotkey=HOTKEY, amount=ALL, netuid=FIRST)
    assert (staked.stake(), outside - SubnetAlphaOut.get(staked.state, FIRST)) == (0, alpha if leaves else 0)
    noted = (AlphaRecycled.get(staked.state, FIRST), AlphaBurned.get(staked.state, FIRST))
    assert noted == ((alpha, 0) if leaves else (0, alpha))
    assert staked.state.events[-1].values == (OWNER, HOTKEY, alpha, FIRST)
    staked.send(name, hotkey=HOTKEY, amount=ALL, netuid=FIRST)
    assert staked.state.events[-1].values[2] == 0, "nothing can be destroyed too"


@pytest.mark.parametrize("name", ["recycle_alpha", "burn_alpha"])
def test_refusals_of_destroying_come_in_productions_order(staked: Any, name: str) -> None:
    given: dict[str, Any] = {"hotkey": NOBODY, "amount": ALL, "netuid": UNKNOWN}
    assert staked.refusal(name, None, **given) == "BadOrigin"
    assert staked.refusal(name, **given) == "SubnetNotExists"
    assert staked.refusal(name, **given | {"netuid": ROOT}) == "CannotBurnOrRecycleOnRootSubnet"
    given["netuid"] = FIRST
    SubtokenEnabled.put(staked.state, FIRST, False)
    assert staked.refusal(name, **given) == "SubtokenDisabled"
    SubtokenEnabled.put(staked.state, FIRST, True)
    assert staked.refusal(name, **given) == "HotKeyAccountNotExists"
    SubnetAlphaOut.put(staked.state, FIRST, AlphaBalance(staked.stake() - 1))
    assert staked.refusal(name, **given | {"hotkey": HOTKEY}) == "InsufficientLiquidity"


def test_what_is_bought_to_burn_is_burned(chain: Any) -> None:
    given = {"hotkey": HOTKEY, "netuid": FIRST, "amount": 10 * TAO}
    assert chain.refusal("add_stake_burn", limit=1_001_000_000, **given) == "SlippageTooHigh", "all or nothing"
    chain.send("add_stake_burn", limit=None, **given)
    assert chain.state.events[-1].values == (FIRST, HOTKEY, 10 * TAO, 9_896_053_816)
    assert chain.events()[-3:] == ["StakeAdded", "AlphaBurned", "AddStakeBurn"]
    assert (chain.stake(), AlphaBurned.get(chain.state, FIRST)) == (0, 9_896_053_816)
    assert chain.refusal("add_stake_burn", limit=None, **given | {"netuid": ROOT}) == "CannotBurnOrRecycleOnRootSubnet"
    chain.send("add_stake_burn", limit=2 * TAO, **given)


def test_a_hotkey_that_nobody_has_can_be_claimed(chain: Any) -> None:
    chain.send("try_associate_hotkey", NOMINATOR, hotkey=NOBODY)
    assert Owner.get(chain.state, NOBODY) == NOMINATOR
    assert OwnedHotkeys.get(chain.state, NOMINATOR) == StakingHotkeys.get(chain.state, NOMINATOR) == (NOBODY,)
    mark = chain.state.mark()
    chain.send("try_associate_hotkey", OWNER, hotkey=NOBODY)
    assert chain.state.changes(mark) == {}, "it is not taken, and there is no error"
    assert chain.refusal("try_associate_hotkey", hotkey=account_of(UNKNOWN)) == "CannotUseSystemAccount"


def test_an_owner_can_be_set_but_not_of_a_subnets_account(chain: Any) -> None:
    set_hotkey_owner(chain.state, NOMINATOR, HOTKEY)
    assert Owner.get(chain.state, HOTKEY) == NOMINATOR
    with pytest.raises(CallError, match="CannotUseSystemAccount"):
        set_hotkey_owner(chain.state, NOMINATOR, account_of(UNKNOWN))


def test_mined_alpha_is_staked_where_its_coldkey_says(chain: Any) -> None:
    state = chain.state
    for uid, hotkey in enumerate((HOTKEY, OTHER_HOTKEY)):
        Uids.put(state, FIRST, hotkey, Uid(uid))

    def named(coldkey: AccountId, hotkey: AccountId) -> None:
        chain.send("set_coldkey_auto_stake_hotkey", coldkey, netuid=FIRST, hotkey=hotkey)

    for netuid, hotkey, code in (
        (UNKNOWN, NOBODY, "SubnetNotExists"),
        (FIRST, NOBODY, "HotKeyNotRegisteredInSubNet"),
    ):
        assert chain.refusal("set_coldkey_auto_stake_hotkey", netuid=netuid, hotkey=hotkey) == code
    named(OWNER, HOTKEY)
    named(NOMINATOR, HOTKEY)
    assert AutoStakeDestinationColdkeys.get(state, HOTKEY, FIRST) == (OWNER, NOMINATOR)
    given = {"netuid": FIRST, "hotkey": HOTKEY}
    assert chain.refusal("set_coldkey_auto_stake_hotkey", **given) == "SameAutoStakeHotkeyAlreadySet"
    named(OWNER, OTHER_HOTKEY)
    named(NOMINATOR, OTHER_HOTKEY)
    assert AutoStakeDestination.get(state, OWNER, FIRST) == OTHER_HOTKEY
    assert state.events[-1].values == (NOMINATOR, FIRST, OTHER_HOTKEY)
    assert AutoStakeDestinationColdkeys.contains(state, HOTKEY, FIRST), "an empty list stays"
    assert AutoStakeDestinationColdkeys.get(state, HOTKEY, FIRST) == ()
    assert AutoStakeDestinationColdkeys.get(state, OTHER_HOTKEY, FIRST) == (OWNER, NOMINATOR)
