"""Selling stake: each refusal in its turn, what a pool pays, what becomes of what is left."""

from typing import Any

import pytest

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.items.locks import Lock
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetTAO, SubtokenEnabled
from subtensor_spec.chain.items.stake_weight import PendingChildKeys
from subtensor_spec.chain.items.staking import (
    NominatorMinRequiredStake,
    NumStakingColdkeys,
    Owner,
    StakeThreshold,
    StakingHotkeys,
    TotalStake,
)
from subtensor_spec.chain.items.swap import AlphaBurned
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, LockState, NetUid, TaoBalance
from subtensor_spec.chapters.balances.lookup import Id
from subtensor_spec.chapters.staking.nominations import clear_small_nominations, get_nominator_min_required_stake
from subtensor_spec.chapters.subnets.existence import account_of

TAO = 10**9
OWNER, NOMINATOR, AUTHOR = (AccountId(bytes([number]) * 32) for number in (1, 2, 3))
HOTKEY, OTHER_HOTKEY = AccountId(bytes([11]) * 32), AccountId(bytes([12]) * 32)
FIRST, SECOND, STABLE, UNKNOWN = NetUid(1), NetUid(2), NetUid(3), NetUid(9)
LEAST = 2_000_000
ALL = 2**64 - 1


@pytest.fixture
def staked(chain: Any) -> Any:
    """Owner and nominator have 10 TAO each with the hotkey on the first subnet, and 10 on root and the stable one."""
    for coldkey in (OWNER, NOMINATOR):
        for netuid in (FIRST, ROOT, STABLE):
            chain.send("add_stake", coldkey, hotkey=HOTKEY, netuid=netuid, amount_staked=10 * TAO)
    chain.events()
    return chain


def test_all_of_a_stake_is_sold_and_the_books_follow(staked: Any) -> None:
    state, alpha, before = staked.state, staked.stake(), staked.free(AUTHOR)
    outside = SubnetAlphaOut.get(state, FIRST)
    total = TotalStake.get(state)
    staked.send("remove_stake", hotkey=HOTKEY, netuid=FIRST, amount_unstaked=ALL)
    assert staked.stake() == 0
    _, _, tao, sold, _, fee = state.events[-1].values
    to_author = staked.free(AUTHOR) - before
    assert (sold + fee, staked.free()) == (alpha, 470 * TAO + tao)
    assert 0 < to_author < fee * 11 // 10, "the fee is alpha, sold in its turn"
    assert TotalStake.get(state) == total - tao - to_author
    assert SubnetTAO.get(state, FIRST) == staked.free(account_of(FIRST))
    assert SubnetAlphaOut.get(state, FIRST) == outside - alpha
    assert StakingHotkeys.get(state, OWNER) == (HOTKEY,), "a hotkey stays in the list"
    assert staked.events() == ["Transfer", "Transfer", "StakeRemoved"]


def test_without_an_author_a_sellers_fee_is_burned_and_stays_outstanding(make: Any) -> None:
    chain = make(author=None)
    chain.send("add_stake", hotkey=HOTKEY, netuid=FIRST, amount_staked=10 * TAO)
    chain.send("remove_stake", hotkey=HOTKEY, netuid=FIRST, amount_unstaked=ALL)
    fee = chain.state.events[-1].values[-1]
    assert AlphaBurned.get(chain.state, FIRST) == SubnetAlphaOut.get(chain.state, FIRST) == fee > 0


def test_refusals_come_in_productions_order(staked: Any) -> None:
    """Each case mends what the one before it was refused for."""
    state = staked.state

    def refused(**given: Any) -> str:
        answer: str = staked.refusal(
            "remove_stake", **{"hotkey": HOTKEY, "netuid": FIRST, "amount_unstaked": 1} | given
        )
        return answer

    assert staked.refusal("remove_stake", None, hotkey=HOTKEY, netuid=FIRST, amount_unstaked=1) == "BadOrigin"
    assert refused(netuid=UNKNOWN) == "SubtokenDisabled"
    SubtokenEnabled.put(state, UNKNOWN, True)
    assert refused(netuid=UNKNOWN) == "SubnetNotExists"
    assert refused(amount_unstaked=0) == "AmountTooLow"
    assert refused(hotkey=OTHER_HOTKEY, amount_unstaked=5) == "AmountTooLow", "cut to nothing"
    assert refused() == "AmountTooLow", "a part must be worth the least stake"
    Owner.remove(state, HOTKEY)
    assert refused(amount_unstaked=TAO) == "HotKeyAccountNotExists"
    Owner.put(state, HOTKEY, OWNER)
    SubnetTAO.put(state, FIRST, TaoBalance(10**6 - 1))
    assert refused(amount_unstaked=TAO) == "InsufficientLiquidity"


def test_more_than_a_thousand_reserves_cannot_be_offered(staked: Any) -> None:
    alpha = staked.stake()
    SubnetAlphaIn.put(staked.state, FIRST, AlphaBalance(alpha // 1000))
    given = {"hotkey": HOTKEY, "netuid": FIRST, "amount_unstaked": ALL}
    assert staked.refusal("remove_stake", **given) == "InsufficientLiquidity"


def test_a_last_part_can_be_sold_however_little_it_is_worth(staked: Any) -> None:
    staked.send("remove_stake", hotkey=HOTKEY, netuid=FIRST, amount_unstaked=staked.stake() - 5_000)
    assert staked.stake() == 5_000
    staked.send("remove_stake", hotkey=HOTKEY, netuid=FIRST, amount_unstaked=5_000)
    assert staked.stake() == 0


def test_locked_stake_cannot_be_sold(staked: Any) -> None:
    alpha = staked.stake()
    Lock.put(staked.state, OWNER, FIRST, HOTKEY, LockState(AlphaBalance(alpha), U64F64.ZERO, 100))
    given = {"hotkey": HOTKEY, "netuid": FIRST}
    assert staked.refusal("remove_stake", amount_unstaked=TAO, **given) == "StakeUnavailable"
    assert staked.refusal("recycle_alpha", amount=TAO, **given) == "StakeUnavailable"


def test_a_subnets_account_that_has_too_little_cannot_pay(staked: Any) -> None:
    staked.send("Balances.force_set_balance", None, who=Id(account_of(FIRST)), new_free=TAO)
    given = {"hotkey": HOTKEY, "netuid": FIRST, "amount_unstaked": ALL}
    assert staked.refusal("remove_stake", **given) == "InsufficientBalance"


def test_a_limit_price_lets_a_part_through_if_that_is_allowed(staked: Any) -> None:
    given = {"hotkey": HOTKEY, "netuid": FIRST, "amount_unstaked": staked.stake(), "limit_price": 1_035_000_000}
    assert staked.refusal("remove_stake_limit", allow_partial=False, **given) == "SlippageTooHigh"
    staked.send("remove_stake_limit", allow_partial=True, **given)
    _, _, _, sold, _, fee = staked.state.events[-1].values
    assert 0 < sold + fee < given["amount_unstaked"]
    assert abs(staked.stake() + sold + fee - given["amount_unstaked"]) <= 1, "a share is worth a rao less, rounded down"
    too_much = given | {"amount_unstaked": 10**12, "limit_price": 10**9}
    assert staked.refusal("remove_stake_limit", allow_partial=True, **too_much) == "NotEnoughStakeToWithdraw"


def test_a_limited_sale_does_not_ask_whether_alpha_is_traded(staked: Any) -> None:
    SubtokenEnabled.put(staked.state, FIRST, False)
    given = {"hotkey": HOTKEY, "netuid": FIRST}
    assert staked.refusal("remove_stake", amount_unstaked=TAO, **given) == "SubtokenDisabled"
    staked.send("remove_stake_limit", amount_unstaked=TAO, limit_price=0, allow_partial=False, **given)


def test_a_whole_stake_is_sold_with_a_limit_or_without(staked: Any) -> None:
    given = {"hotkey": HOTKEY, "netuid": FIRST}
    assert staked.refusal("remove_stake_full_limit", limit_price=1_035_000_000, **given) == "SlippageTooHigh"
    staked.send("remove_stake_full_limit", limit_price=TAO, **given)
    staked.send("remove_stake_full_limit", NOMINATOR, limit_price=None, **given)
    assert (staked.stake(), staked.stake(coldkey=NOMINATOR)) == (0, 0)


def test_leaving_root_takes_the_coldkeys_number(staked: Any) -> None:
    assert NumStakingColdkeys.get(staked.state) == 2
    staked.send("remove_stake", hotkey=HOTKEY, netuid=ROOT, amount_unstaked=5 * TAO)
    assert NumStakingColdkeys.get(staked.state) == 2
    staked.send("remove_stake", hotkey=HOTKEY, netuid=ROOT, amount_unstaked=ALL)
    assert NumStakingColdkeys.get(staked.state) == 1


def test_a_small_nomination_is_cleared_and_an_owners_stake_is_not(staked: Any) -> None:
    """The least nomination is 1 TAO here; what is left is worth half of that."""
    NominatorMinRequiredStake.put(staked.state, 500_000_000)
    assert get_nominator_min_required_stake(staked.state) == TAO
    for coldkey in (OWNER, NOMINATOR):
        left = staked.stake(coldkey=coldkey) - TAO // 2
        staked.send("remove_stake", coldkey, hotkey=HOTKEY, netuid=FIRST, amount_unstaked=left)
    assert staked.stake() > 0
    assert staked.stake(coldkey=NOMINATOR) == 0
    assert staked.events()[-2:] == ["Transfer", "StakeRemoved"]


def test_where_nothing_is_left_nothing_is_cleared(staked: Any) -> None:
    NominatorMinRequiredStake.put(staked.state, 500_000_000)
    staked.send("remove_stake", NOMINATOR, hotkey=HOTKEY, netuid=FIRST, amount_unstaked=ALL)
    assert staked.events() == ["Transfer", "Transfer", "StakeRemoved"]


def test_a_nomination_that_cannot_be_sold_is_struck_off(staked: Any) -> None:
    """What the failed sale did stays done: the stake is gone, its alpha is outstanding, and no TAO was paid."""
    state = staked.state
    alpha, outside, free = staked.stake(coldkey=NOMINATOR), SubnetAlphaOut.get(state, FIRST), staked.free(NOMINATOR)
    NominatorMinRequiredStake.put(state, 10_000_000_000)
    SubnetTAO.put(state, FIRST, TaoBalance(10**6 - 1))
    SubnetAlphaIn.put(state, FIRST, AlphaBalance(10**9))
    clear_small_nominations(state)
    assert staked.stake(coldkey=NOMINATOR) == 0 < alpha
    assert (SubnetAlphaOut.get(state, FIRST), staked.free(NOMINATOR) - free) == (outside, 10 * TAO + 10 * TAO)


def test_pending_children_of_a_hotkey_of_little_stake_are_forgotten(staked: Any) -> None:
    state = staked.state
    for netuid in (FIRST, SECOND, UNKNOWN):
        PendingChildKeys.put(state, netuid, HOTKEY, ((), 1))
    staked.send("remove_stake", hotkey=HOTKEY, netuid=FIRST, amount_unstaked=TAO)
    assert len(PendingChildKeys.keys(state)) == 3
    StakeThreshold.put(state, 1_000 * TAO)
    staked.send("remove_stake", hotkey=HOTKEY, netuid=FIRST, amount_unstaked=TAO)
    assert PendingChildKeys.keys(state) == [(UNKNOWN, HOTKEY)], "only of subnets that there are"


def test_everything_is_unstaked_but_where_it_cannot_be(staked: Any) -> None:
    SubtokenEnabled.put(staked.state, STABLE, False)
    assert staked.refusal("unstake_all", hotkey=AccountId(bytes(32))) == "HotKeyAccountNotExists"
    staked.send("unstake_all", hotkey=HOTKEY)
    assert [staked.stake(netuid) for netuid in (ROOT, FIRST, STABLE)] == [0, 0, 10 * TAO]
    staked.events()
    staked.send("unstake_all", hotkey=HOTKEY)
    assert staked.events() == [], "nothing is no error"


def test_all_alpha_becomes_stake_on_root(staked: Any) -> None:
    staked.send("unstake_all_alpha", hotkey=HOTKEY)
    assert staked.stake(FIRST) == staked.stake(STABLE) == 0
    assert staked.stake(ROOT) > 29 * TAO
    assert staked.free() == 470 * TAO
    assert staked.refusal("unstake_all_alpha", hotkey=HOTKEY) == "AmountTooLow"
