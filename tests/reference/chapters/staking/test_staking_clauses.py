"""Clauses of staking that the calls' own tests pass over: claims, locks, flows, and amounts exactly at a bound."""

from typing import Any

import pytest

from subtensor_spec.arithmetic import I96F32, U64F64
from subtensor_spec.arithmetic.decimals import Perquintill, SafeFloat
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.locks import Lock
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetTAO, SubnetTaoFlow, SubnetVolume
from subtensor_spec.chain.items.root_claims import RootClaimable, RootClaimed
from subtensor_spec.chain.items.stake_weight import PendingChildKeys
from subtensor_spec.chain.items.staking import (
    LastColdkeyHotkeyStakeBlock,
    NominatorMinRequiredStake,
    StakeThreshold,
    TotalHotkeySharesV2,
)
from subtensor_spec.chain.items.swap import SwapBalancer
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, Balancer, LockState, NetUid, TaoBalance
from subtensor_spec.chapters.balances.lookup import Id
from subtensor_spec.chapters.staking.limits import (
    ensure_add_stake_input_within_swap_limit,
    ensure_remove_stake_input_within_swap_limit,
    get_max_amount_add,
    get_max_amount_move,
    get_max_amount_remove,
    inverse_price,
)
from subtensor_spec.chapters.staking.movement import unstake_from_subnet
from subtensor_spec.chapters.staking.nominations import clear_small_nomination_if_required
from subtensor_spec.chapters.staking.totals import get_total_stake_for_hotkey
from subtensor_spec.chapters.staking.transition import Place, move_between_subnets
from subtensor_spec.chapters.staking.validation import validate_add_stake
from subtensor_spec.chapters.subnets.existence import account_of

TAO, LEAST = 10**9, 2_000_000
OWNER, NOMINATOR = (AccountId(bytes([number]) * 32) for number in (1, 2))
HOTKEY, OTHER_HOTKEY, NOBODY = (AccountId(bytes([number]) * 32) for number in (11, 12, 99))
FIRST, SECOND, STABLE, UNKNOWN = NetUid(1), NetUid(2), NetUid(3), NetUid(9)
ALL = 2**64 - 1


@pytest.fixture
def staked(chain: Any) -> Any:
    """Both coldkeys have 10 TAO with the hotkey on the first subnet, on root and on the stable one."""
    for coldkey in (OWNER, NOMINATOR):
        for netuid in (FIRST, ROOT, STABLE):
            chain.send("add_stake", coldkey, hotkey=HOTKEY, netuid=netuid, amount_staked=10 * TAO)
    chain.events()
    return chain


def test_a_sale_is_counted_in_reserve_volume_flow_and_block(staked: Any) -> None:
    state = staked.state
    alpha, volume, flow = (item.get(state, FIRST) for item in (SubnetAlphaIn, SubnetVolume, SubnetTaoFlow))
    LastColdkeyHotkeyStakeBlock.remove(state, OWNER, HOTKEY)
    held = staked.stake()
    staked.send("remove_stake", hotkey=HOTKEY, netuid=FIRST, amount_unstaked=ALL)
    to_author = state.events[1].values[-1]
    tao = state.events[-1].values[2]
    assert SubnetAlphaIn.get(state, FIRST) == alpha + held, "what the author's fee was sold for, too"
    assert SubnetVolume.get(state, FIRST) == volume + tao + to_author
    assert SubnetTaoFlow.get(state, FIRST) == flow - tao - to_author
    assert LastColdkeyHotkeyStakeBlock.get(state, OWNER, HOTKEY) == 100


def claims(state: Any, coldkey: AccountId = OWNER) -> int:
    return RootClaimed.get(state, FIRST, HOTKEY, coldkey)


def test_stake_on_root_takes_its_claims_along_and_other_stake_has_none(staked: Any) -> None:
    """At a rate of a half a rao staked on root counts as half a rao claimed."""
    state = staked.state
    RootClaimable.put(state, HOTKEY, {FIRST: I96F32.from_bits(1 << 31)})
    staked.send("add_stake", hotkey=HOTKEY, netuid=ROOT, amount_staked=8 * TAO)
    assert claims(state) == 4 * TAO
    staked.send("add_stake", hotkey=HOTKEY, netuid=FIRST, amount_staked=8 * TAO)
    assert claims(state) == 4 * TAO
    staked.send("remove_stake", hotkey=HOTKEY, netuid=ROOT, amount_unstaked=2 * TAO)
    assert claims(state) == 3 * TAO
    staked.send("remove_stake", hotkey=HOTKEY, netuid=FIRST, amount_unstaked=TAO)
    assert claims(state) == 3 * TAO
    given = {"destination_coldkey": NOMINATOR, "hotkey": HOTKEY, "alpha_amount": 2 * TAO}
    staked.send("transfer_stake", origin_netuid=ROOT, destination_netuid=ROOT, **given)
    assert (claims(state), claims(state, NOMINATOR)) == (2 * TAO, TAO)
    staked.send("transfer_stake", origin_netuid=FIRST, destination_netuid=FIRST, **given)
    assert (claims(state), claims(state, NOMINATOR)) == (2 * TAO, TAO)


def lock(chain: Any, mass: int, coldkey: AccountId = OWNER) -> None:
    Lock.put(chain.state, coldkey, FIRST, HOTKEY, LockState(AlphaBalance(mass), U64F64.ZERO, 90))


def locked(chain: Any, coldkey: AccountId = OWNER) -> LockState | None:
    found: LockState | None = Lock.get(chain.state, coldkey, FIRST, HOTKEY)
    return found


def test_every_purchase_and_sale_rolls_the_lock_forward(staked: Any) -> None:
    for name, amount in (("add_stake", "amount_staked"), ("remove_stake", "amount_unstaked")):
        lock(staked, TAO)
        staked.send(name, hotkey=HOTKEY, netuid=FIRST, **{amount: TAO})
        rolled = locked(staked)
        assert rolled is not None
        assert rolled.last_update == 100


def test_locked_stake_does_not_leave_its_subnet_or_its_coldkey(staked: Any) -> None:
    lock(staked, 10 * TAO)
    ends = {"hotkey": HOTKEY, "origin_netuid": FIRST, "destination_netuid": SECOND, "alpha_amount": ALL}
    assert staked.refusal("swap_stake", **ends) == "StakeUnavailable"
    given = ends | {"destination_netuid": FIRST, "destination_coldkey": NOMINATOR}
    assert staked.refusal("transfer_stake", **given) == "AccountRejectsLockedAlpha"


def test_what_a_price_limit_leaves_over_of_a_sale_is_staked_again(staked: Any) -> None:
    before = staked.stake()
    limit = TaoBalance(1_035_000_000)
    unstake_from_subnet(staked.state, HOTKEY, OWNER, OWNER, FIRST, AlphaBalance(before), limit, False)
    sold, fee = (staked.state.events[-1].values[at] for at in (3, 5))
    assert 0 < before - sold - fee - staked.stake() + 1 <= 2


def test_stake_that_arrives_must_be_worth_a_share(staked: Any) -> None:
    TotalHotkeySharesV2.put(staked.state, HOTKEY, SECOND, SafeFloat.from_u64(5))
    ends = {"hotkey": HOTKEY, "origin_netuid": FIRST, "destination_netuid": SECOND, "alpha_amount": ALL}
    assert staked.refusal("swap_stake", **ends) == "InsufficientLiquidity"
    with pytest.raises(CallError, match="InsufficientLiquidity"):
        validate_add_stake(staked.state, OWNER, HOTKEY, SECOND, TaoBalance(TAO), TaoBalance(TAO), False)


def test_bounds_on_input_are_inclusive(chain: Any) -> None:
    state = chain.state
    for netuid in (FIRST, ROOT):
        ensure_add_stake_input_within_swap_limit(state, netuid, TaoBalance(1_000 * SubnetTAO.get(state, FIRST)))
        ensure_remove_stake_input_within_swap_limit(
            state, netuid, AlphaBalance(1_000 * SubnetAlphaIn.get(state, FIRST))
        )
    with pytest.raises(CallError, match="InsufficientLiquidity"):
        ensure_remove_stake_input_within_swap_limit(state, FIRST, AlphaBalance(10**15 + 1))


def test_the_least_stake_itself_is_enough_but_for_a_move_between_subnets(staked: Any) -> None:
    given = {"hotkey": HOTKEY, "netuid": STABLE}
    assert staked.refusal("remove_stake", amount_unstaked=LEAST - 1, **given) == "AmountTooLow"
    staked.send("remove_stake", amount_unstaked=LEAST, **given)
    within: dict[str, Any] = {"origin_hotkey": HOTKEY, "destination_hotkey": OTHER_HOTKEY}
    within |= {"origin_netuid": STABLE, "destination_netuid": STABLE}
    assert staked.refusal("move_stake", alpha_amount=LEAST - 1, **within) == "AmountTooLow"
    staked.send("move_stake", alpha_amount=LEAST, **within)
    between = {"hotkey": HOTKEY, "origin_netuid": STABLE, "destination_netuid": ROOT}
    assert staked.refusal("swap_stake", alpha_amount=LEAST, **between) == "AmountTooLow"
    staked.send("swap_stake", alpha_amount=LEAST + 1, **between)
    origin, destination = Place(OWNER, HOTKEY, STABLE), Place(OWNER, HOTKEY, ROOT)
    before = staked.stake(ROOT)
    move_between_subnets(staked.state, origin, destination, AlphaBalance(LEAST))
    assert staked.stake(ROOT) == before + LEAST


def test_an_amount_that_a_limit_lets_through_exactly_does_not_slip(staked: Any) -> None:
    limit = TaoBalance(1_035_000_000)
    exactly = get_max_amount_remove(staked.state, FIRST, limit)
    ends = {"hotkey": HOTKEY, "origin_netuid": FIRST, "destination_netuid": STABLE}
    limited = {"limit_price": limit, "allow_partial": False}
    assert staked.refusal("swap_stake_limit", alpha_amount=exactly + 1, **limited, **ends) == "SlippageTooHigh"
    staked.send("swap_stake_limit", alpha_amount=exactly, **limited, **ends)


def test_a_move_with_one_fixed_price_has_the_limit_of_the_other_pool(chain: Any) -> None:
    state, limit = chain.state, TaoBalance(900_000_000)
    assert get_max_amount_move(state, FIRST, STABLE, limit) == get_max_amount_remove(state, FIRST, limit) > 0
    bought = get_max_amount_add(state, FIRST, inverse_price(limit))
    assert int(get_max_amount_move(state, ROOT, FIRST, limit)) == bought > 0
    assert [get_max_amount_remove(state, STABLE, TaoBalance(at)) for at in (TAO, TAO + 1)] == [ALL, 0]


def test_a_limit_at_the_ratio_of_the_prices_lets_through_what_the_reserves_say(chain: Any) -> None:
    """With weights of 1 to 4 the prices are equal, and the formula, which does not know weights, still gives 1500."""
    SwapBalancer.put(chain.state, FIRST, Balancer(Perquintill(8 * 10**17)))
    limits = [get_max_amount_move(chain.state, FIRST, SECOND, TaoBalance(at)) for at in (TAO, TAO + 1)]
    assert limits == [1500 * TAO, 0]


def test_too_little_is_said_before_what_is_missing(chain: Any) -> None:
    """The least amount counts the fee on it, and comes before the coldkey's balance and the hotkey."""
    given = {"hotkey": NOBODY, "netuid": FIRST, "amount_staked": LEAST + 1_006}
    assert chain.refusal("add_stake", NOBODY, **given) == "AmountTooLow"
    assert chain.refusal("add_stake", NOBODY, **given | {"amount_staked": LEAST + 1_007}) == "NotEnoughBalanceToStake"


def test_the_origin_of_a_move_is_asked_by_itself(staked: Any) -> None:
    ends = {"origin_hotkey": HOTKEY, "destination_hotkey": HOTKEY, "alpha_amount": ALL}
    assert staked.refusal("move_stake", origin_netuid=UNKNOWN, destination_netuid=FIRST, **ends) == "SubnetNotExists"
    ends["origin_hotkey"] = NOBODY
    assert (
        staked.refusal("move_stake", origin_netuid=FIRST, destination_netuid=SECOND, **ends) == "HotKeyAccountNotExists"
    )


def test_a_nomination_of_exactly_the_least_stays(staked: Any) -> None:
    NominatorMinRequiredStake.put(staked.state, 500_000_000)
    given = {"hotkey": HOTKEY, "netuid": STABLE}
    staked.send("remove_stake", NOMINATOR, amount_unstaked=9 * TAO, **given)
    assert staked.stake(STABLE, NOMINATOR) == TAO
    staked.send("remove_stake", NOMINATOR, amount_unstaked=LEAST, **given)
    assert staked.stake(STABLE, NOMINATOR) == 0


def test_clearing_a_nomination_costs_the_fee_and_loosens_a_lock(staked: Any) -> None:
    state = staked.state
    left = staked.stake(coldkey=NOMINATOR) // 2
    lock(staked, left, NOMINATOR)
    NominatorMinRequiredStake.put(state, 5_000_000_000)
    staked.send("remove_stake", NOMINATOR, hotkey=HOTKEY, netuid=FIRST, amount_unstaked=left)
    assert staked.stake(coldkey=NOMINATOR) == 0
    assert state.events[-1].values[-1] > 0, "a fee"
    assert locked(staked, NOMINATOR) is None


@pytest.mark.parametrize(
    ("name", "arguments", "kind"),
    [
        ("add_stake_limit", {"amount_staked": TAO, "limit_price": 2 * TAO, "allow_partial": False}, "StakeAdded"),
        ("remove_stake_limit", {"amount_unstaked": TAO, "limit_price": 1, "allow_partial": False}, "StakeRemoved"),
        ("unstake_all", {}, "StakeRemoved"),
    ],
)
def test_limits_and_selling_all_cost_the_fee(staked: Any, name: str, arguments: Any, kind: str) -> None:
    place = {"hotkey": HOTKEY} if name == "unstake_all" else {"hotkey": HOTKEY, "netuid": FIRST}
    staked.send(name, **place, **arguments)
    fees = [event.values[-1] for event in staked.state.events if event.kind.name == kind and event.values[4] == FIRST]
    assert len(fees) == 1
    assert fees[0] > 0


def test_a_limited_order_is_measured_before_its_limit_is_looked_at(staked: Any) -> None:
    """The limits are past already, which would be said next."""
    given = {"hotkey": HOTKEY, "netuid": FIRST, "allow_partial": True}
    too_much = {"amount_staked": 2 * 10**6 * TAO, "limit_price": 1}
    assert staked.refusal("add_stake_limit", **too_much, **given) == "InsufficientLiquidity"
    too_much = {"amount_unstaked": 2 * 10**6 * TAO, "limit_price": 9 * TAO}
    assert staked.refusal("remove_stake_limit", **too_much, **given) == "InsufficientLiquidity"
    assert staked.refusal("unstake_all_alpha", hotkey=NOBODY) == "HotKeyAccountNotExists"


def test_a_limited_sale_tidies_up_as_any(staked: Any) -> None:
    state = staked.state
    NominatorMinRequiredStake.put(state, 5_000_000_000)
    StakeThreshold.put(state, 10**6 * TAO)
    PendingChildKeys.put(state, FIRST, HOTKEY, ((), 1))
    sale = {"amount_unstaked": TAO, "limit_price": 1, "allow_partial": False}
    staked.send("remove_stake_limit", NOMINATOR, hotkey=HOTKEY, netuid=STABLE, **sale)
    assert not PendingChildKeys.contains(state, FIRST, HOTKEY)
    assert staked.stake(STABLE, NOMINATOR) == 0


def test_a_fixed_price_below_a_sellers_limit_lets_nothing_through(staked: Any) -> None:
    """A part is allowed, and it is nothing: the call succeeds and sells nothing."""
    sale = {"amount_unstaked": TAO, "limit_price": TAO + 1, "allow_partial": True}
    staked.send("remove_stake_limit", hotkey=HOTKEY, netuid=STABLE, **sale)
    assert (staked.stake(STABLE), staked.state.events[-1].values[2:4]) == (10 * TAO, (0, 0))


def test_what_a_failed_clearing_did_stays_done(staked: Any) -> None:
    """The pool was moved before the subnet's account turned out to have too little, and it stays moved."""
    state, alpha = staked.state, staked.stake(coldkey=NOMINATOR)
    staked.send("Balances.force_set_balance", None, who=Id(account_of(FIRST)), new_free=500)
    pool = SubnetTAO.get(state, FIRST)
    NominatorMinRequiredStake.put(state, 10_000_000_000)
    clear_small_nomination_if_required(state, HOTKEY, NOMINATOR, FIRST)
    assert staked.stake(coldkey=NOMINATOR) == 0 < alpha
    assert SubnetTAO.get(state, FIRST) < pool
    assert staked.free(NOMINATOR) == 470 * TAO


def test_children_are_forgotten_below_the_threshold_and_not_at_it(staked: Any) -> None:
    state = staked.state
    staked.send("remove_stake", hotkey=HOTKEY, netuid=STABLE, amount_unstaked=LEAST)
    threshold = get_total_stake_for_hotkey(state, HOTKEY) - LEAST
    for more, forgotten in ((0, False), (1, True)):
        PendingChildKeys.put(state, FIRST, HOTKEY, ((), 1))
        StakeThreshold.put(state, threshold + more - (LEAST if more else 0))
        staked.send("remove_stake", hotkey=HOTKEY, netuid=STABLE, amount_unstaked=LEAST)
        assert PendingChildKeys.contains(state, FIRST, HOTKEY) != forgotten
