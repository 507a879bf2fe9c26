"""Buying stake: each refusal in its turn, who pays what, and what is counted."""

from typing import Any

import pytest

from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.pools import (
    SubnetAlphaIn,
    SubnetAlphaOut,
    SubnetTAO,
    SubnetTaoFlow,
    SubnetVolume,
    SubtokenEnabled,
)
from subtensor_spec.chain.items.stake_weight import Delegates
from subtensor_spec.chain.items.staking import (
    LastColdkeyHotkeyStakeBlock,
    NumStakingColdkeys,
    Owner,
    StakingHotkeys,
    TotalHotkeyAlpha,
    TotalHotkeySharesV2,
    TotalStake,
)
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, BlockNumber, NetUid, TaoBalance
from subtensor_spec.chapters.balances.accounts import free_balance
from subtensor_spec.chapters.balances.lookup import Id
from subtensor_spec.chapters.balances.pallet_accounts import burn_account
from subtensor_spec.chapters.subnets.existence import account_of

TAO = 10**9
OWNER, NOMINATOR, AUTHOR = (AccountId(bytes([number]) * 32) for number in (1, 2, 3))
HOTKEY, NOBODY = AccountId(bytes([11]) * 32), AccountId(bytes([99]) * 32)
FIRST, STABLE, UNKNOWN = NetUid(1), NetUid(3), NetUid(9)
LEAST = 2_000_000


def test_tao_buys_alpha_and_all_books_follow(chain: Any) -> None:
    chain.send("add_stake", hotkey=HOTKEY, netuid=FIRST, amount_staked=10 * TAO)
    state, bought, fee = chain.state, 9_896_053_816, 5_035_477
    assert chain.stake() == TotalHotkeyAlpha.get(state, HOTKEY, FIRST) == SubnetAlphaOut.get(state, FIRST) == bought
    assert SubnetAlphaIn.get(state, FIRST) == 1_000 * TAO - bought
    assert SubnetTAO.get(state, FIRST) == 1_010 * TAO - fee == chain.free(account_of(FIRST))
    assert TotalStake.get(state) == SubnetVolume.get(state, FIRST) == 10 * TAO, "with the fee"
    assert SubnetTaoFlow.get(state, FIRST) == 10 * TAO - fee, "without it"
    assert (chain.free(), chain.free(AUTHOR)) == (490 * TAO, 500 * TAO + fee)
    assert StakingHotkeys.get(state, OWNER) == (HOTKEY,)
    assert LastColdkeyHotkeyStakeBlock.get(state, OWNER, HOTKEY) == 100
    assert state.events[-1].values == (OWNER, HOTKEY, 10 * TAO, bought, FIRST, fee)
    assert chain.events() == ["Transfer", "Transfer", "StakeAdded"]


def test_a_block_without_an_author_burns_the_fee(make: Any) -> None:
    chain = make(author=None)
    chain.send("add_stake", hotkey=HOTKEY, netuid=FIRST, amount_staked=10 * TAO)
    assert free_balance(chain.state, burn_account()) == 5_035_477


def test_a_fee_too_small_for_the_account_of_burned_tao_stays_with_the_subnet(make: Any) -> None:
    """Below the existential deposit nothing can be burned as long as nothing was."""
    chain = make(author=None)
    amount = 2_002_000
    chain.send("Swap.set_fee_rate", None, netuid=FIRST, rate=1)
    chain.send("add_stake", hotkey=HOTKEY, netuid=FIRST, amount_staked=amount)
    assert 0 < chain.state.events[-1].values[-1] < 500
    assert free_balance(chain.state, burn_account()) == 0
    assert chain.free(account_of(FIRST)) == 1_000 * TAO + amount


def test_on_root_and_where_there_is_no_pool_stake_is_one_for_one(chain: Any) -> None:
    for netuid in (ROOT, STABLE):
        chain.send("add_stake", hotkey=HOTKEY, netuid=netuid, amount_staked=3 * TAO)
        assert chain.stake(netuid) == 3 * TAO
    assert NumStakingColdkeys.get(chain.state) == 1, "root alone gives a coldkey a number"


def test_all_of_a_balance_can_be_staked_but_the_existential_deposit_stays(chain: Any) -> None:
    chain.send("add_stake", hotkey=HOTKEY, netuid=STABLE, amount_staked=500 * TAO)
    assert (chain.free(), chain.stake(STABLE)) == (500, 500 * TAO - 500)
    assert chain.refusal("add_stake", hotkey=HOTKEY, netuid=STABLE, amount_staked=501) == "AmountTooLow"


def test_refusals_come_in_productions_order(chain: Any) -> None:
    """Each case mends what the one before it was refused for."""
    state = chain.state

    def refused(**given: Any) -> str:
        arguments = {"hotkey": NOBODY, "netuid": UNKNOWN, "amount_staked": 1} | given
        answer: str = chain.refusal("add_stake", **arguments)
        return answer

    assert chain.refusal("add_stake", None, hotkey=NOBODY, netuid=FIRST, amount_staked=1) == "BadOrigin"
    assert refused(netuid=FIRST, amount_staked=10**6 * TAO + 1) == "InsufficientLiquidity"
    assert refused() == "SubnetNotExists"
    SubtokenEnabled.put(state, FIRST, False)
    assert refused(netuid=FIRST) == "SubtokenDisabled"
    SubtokenEnabled.put(state, FIRST, True)
    assert refused(netuid=FIRST) == "AmountTooLow"
    assert refused(netuid=FIRST, amount_staked=501 * TAO) == "NotEnoughBalanceToStake"
    assert refused(netuid=FIRST, amount_staked=TAO) == "HotKeyAccountNotExists"
    SubnetAlphaIn.put(state, FIRST, AlphaBalance(10**6 - 1))
    assert refused(netuid=FIRST, amount_staked=TAO, hotkey=HOTKEY) == "InsufficientLiquidity"


@pytest.mark.parametrize(("more", "refused"), [(0, False), (-1, True)])
def test_the_least_amount_is_the_least_stake_and_its_fee(chain: Any, more: int, refused: bool) -> None:
    """The fee on it is 1 007 rao; on a stable subnet there is none."""
    for netuid, least in ((FIRST, LEAST + 1007), (STABLE, LEAST)):
        given = {"hotkey": HOTKEY, "netuid": netuid, "amount_staked": least + more}
        if refused:
            assert chain.refusal("add_stake", **given) == "AmountTooLow"
        else:
            chain.send("add_stake", **given)


def test_alpha_that_would_be_worth_no_share_is_not_bought(chain: Any) -> None:
    """A pool that has shares left and no value: an amount is worth none of them."""
    TotalHotkeySharesV2.put(chain.state, HOTKEY, FIRST, SafeFloat.from_u64(5))
    given = {"hotkey": HOTKEY, "netuid": FIRST, "amount_staked": TAO}
    assert chain.refusal("add_stake", **given) == "InsufficientLiquidity"
    TotalHotkeySharesV2.remove(chain.state, HOTKEY, FIRST)
    chain.send("add_stake", **given)


def test_a_limit_price_lets_a_part_through_if_that_is_allowed(chain: Any) -> None:
    given = {"hotkey": HOTKEY, "netuid": FIRST, "amount_staked": 100 * TAO, "limit_price": 1_100_000_000}
    assert chain.refusal("add_stake_limit", allow_partial=False, **given) == "SlippageTooHigh"
    chain.send("add_stake_limit", allow_partial=True, **given)
    assert chain.state.events[-1].values[2:4] == (48_833_438_136, 46_537_410_754)
    assert chain.free() == 500 * TAO - 48_833_438_136
    reached = given | {"amount_staked": TAO}
    assert chain.refusal("add_stake_limit", allow_partial=True, **reached) in {
        "Swap.PriceLimitExceeded",
        "AmountTooLow",
    }
    below = given | {"limit_price": TAO}
    assert chain.refusal("add_stake_limit", allow_partial=True, **below) == "Swap.PriceLimitExceeded"


def test_at_a_fixed_price_a_limit_lets_everything_through_or_nothing(chain: Any) -> None:
    given = {"hotkey": HOTKEY, "netuid": STABLE, "amount_staked": TAO}
    assert chain.refusal("add_stake_limit", limit_price=TAO - 1, allow_partial=False, **given) == "SlippageTooHigh"
    assert chain.refusal("add_stake_limit", limit_price=TAO - 1, allow_partial=True, **given) == "AmountTooLow"
    chain.send("add_stake_limit", limit_price=TAO, allow_partial=False, **given)
    assert chain.stake(STABLE) == TAO


def test_only_a_limited_purchase_makes_somebody_elses_hotkey_a_delegate(chain: Any) -> None:
    chain.send("add_stake", NOMINATOR, hotkey=HOTKEY, netuid=FIRST, amount_staked=TAO)
    given = {"hotkey": HOTKEY, "netuid": FIRST, "amount_staked": TAO, "limit_price": 2 * TAO, "allow_partial": False}
    chain.send("add_stake_limit", **given)
    assert not Delegates.contains(chain.state, HOTKEY), "its owner staked"
    chain.send("add_stake_limit", NOMINATOR, **given)
    assert Delegates.contains(chain.state, HOTKEY)


def test_a_hotkey_joins_the_list_of_its_stakers_once(chain: Any) -> None:
    Owner.put(chain.state, NOBODY, NOMINATOR)
    for block, hotkey in ((101, NOBODY), (102, HOTKEY), (103, NOBODY)):
        Number.put(chain.state, BlockNumber(block))
        chain.send("add_stake", hotkey=hotkey, netuid=STABLE, amount_staked=TAO)
    assert StakingHotkeys.get(chain.state, OWNER) == (NOBODY, HOTKEY)
    assert LastColdkeyHotkeyStakeBlock.get(chain.state, OWNER, NOBODY) == 103


def test_what_a_coldkey_must_keep_can_leave_less_than_the_least_stake(chain: Any) -> None:
    """The deposit counts as had where the balance is checked, and is not paid."""
    poor = AccountId(bytes([4]) * 32)
    chain.send("Balances.transfer_allow_death", dest=Id(poor), value=LEAST + 499)
    chain.send("add_stake", poor, hotkey=HOTKEY, netuid=STABLE, amount_staked=TaoBalance(LEAST + 499))
    assert (chain.free(poor), chain.stake(STABLE, poor)) == (500, LEAST - 1), "less than the least stake after all"
