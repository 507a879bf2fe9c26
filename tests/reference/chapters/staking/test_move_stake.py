"""Moving stake: within a subnet as it is, between subnets as TAO; each refusal in its turn."""

from typing import Any

import pytest

from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetTAO, SubtokenEnabled
from subtensor_spec.chain.items.stake_weight import Delegates
from subtensor_spec.chain.items.staking import LastColdkeyHotkeyStakeBlock, TransferToggle
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.staking.limits import get_max_amount_move, inverse_price

TAO = 10**9
OWNER, NOMINATOR, AUTHOR = (AccountId(bytes([number]) * 32) for number in (1, 2, 3))
HOTKEY, OTHER_HOTKEY, NOBODY = (AccountId(bytes([number]) * 32) for number in (11, 12, 99))
FIRST, SECOND, STABLE, UNKNOWN = NetUid(1), NetUid(2), NetUid(3), NetUid(9)
ALL = 2**64 - 1


@pytest.fixture
def staked(chain: Any) -> Any:
    """The owner has 10 TAO with the hotkey on the first subnet and 10 on root."""
    for netuid in (FIRST, ROOT):
        chain.send("add_stake", hotkey=HOTKEY, netuid=netuid, amount_staked=10 * TAO)
    chain.events()
    return chain


def move(**given: Any) -> dict[str, Any]:
    return {
        "origin_hotkey": HOTKEY,
        "destination_hotkey": OTHER_HOTKEY,
        "origin_netuid": FIRST,
        "destination_netuid": FIRST,
        "alpha_amount": ALL,
    } | given


def swap(**given: Any) -> dict[str, Any]:
    ends = {"hotkey": HOTKEY, "origin_netuid": FIRST, "destination_netuid": SECOND, "alpha_amount": ALL}
    return ends | given


def test_within_a_subnet_nothing_is_traded(staked: Any) -> None:
    alpha, tao = staked.stake(), SubnetTAO.get(staked.state, FIRST)
    staked.send("move_stake", **move())
    assert (staked.stake(), staked.stake(hotkey=OTHER_HOTKEY)) == (0, alpha)
    assert SubnetTAO.get(staked.state, FIRST) == tao
    assert LastColdkeyHotkeyStakeBlock.contains(staked.state, OWNER, OTHER_HOTKEY)
    worth = staked.state.events[-1].values[-1]
    assert [event.values[2:4] for event in staked.state.events[:2]] == [(worth, alpha)] * 2
    assert staked.events() == ["StakeRemoved", "StakeAdded", "StakeMoved"]


def test_what_moves_within_a_subnet_must_be_worth_the_least_stake(staked: Any) -> None:
    """That is asked when all is done, so the refusal undoes it."""
    assert staked.refusal("move_stake", **move(alpha_amount=1_900_000)) == "AmountTooLow"
    staked.send("move_stake", **move(alpha_amount=2_000_000))


def test_refusals_of_a_move_come_in_productions_order(staked: Any) -> None:
    """Each case mends what the one before it was refused for; the origin is asked first."""
    state = staked.state

    def refused(**given: Any) -> str:
        answer: str = staked.refusal("move_stake", **move(**given))
        return answer

    assert staked.refusal("move_stake", None, **move()) == "BadOrigin"
    assert refused(destination_hotkey=HOTKEY, origin_netuid=UNKNOWN, destination_netuid=UNKNOWN) == "SameNetuid"
    ends: dict[str, Any] = {"origin_hotkey": NOBODY, "destination_hotkey": NOBODY, "destination_netuid": UNKNOWN}
    assert refused(**ends | {"origin_netuid": NetUid(8)}) == "SubnetNotExists"
    assert refused(**ends) == "SubnetNotExists"
    ends["destination_netuid"] = SECOND
    for netuid in (FIRST, SECOND):
        SubtokenEnabled.put(state, netuid, False)
        assert refused(**ends) == "SubtokenDisabled"
        SubtokenEnabled.put(state, netuid, True)
    assert refused(**ends) == "HotKeyAccountNotExists"
    ends["origin_hotkey"] = HOTKEY
    assert refused(**ends) == "HotKeyAccountNotExists"
    ends["destination_hotkey"] = OTHER_HOTKEY
    assert refused(**ends, alpha_amount=1_900_000) == "AmountTooLow"
    SubnetTAO.put(state, FIRST, TaoBalance(10**6 - 1))
    assert refused(**ends) == "InsufficientLiquidity"


def test_between_subnets_only_one_swap_has_a_fee(staked: Any) -> None:
    staked.send("swap_stake", **swap())
    removed, added = (event for event in staked.state.events if event.kind.name in ("StakeRemoved", "StakeAdded"))
    assert (removed.values[-1] > 0, added.values[-1]) == (True, 0)
    assert removed.values[2] == added.values[2] == staked.state.events[-1].values[-1]
    assert staked.stake(SECOND) == added.values[3]
    staked.events()
    staked.send("swap_stake", **swap(origin_netuid=ROOT, destination_netuid=FIRST))
    removed, added = (event for event in staked.state.events if event.kind.name in ("StakeRemoved", "StakeAdded"))
    assert (removed.values[-1], added.values[-1] > 0) == (0, True)
    assert staked.free() == 480 * TAO, "a coldkey's own TAO is not touched"


def test_stake_is_given_away_where_both_subnets_allow_it(staked: Any) -> None:
    given = swap(destination_coldkey=NOMINATOR, alpha_amount=TAO)
    for netuid in (FIRST, SECOND):
        TransferToggle.put(staked.state, netuid, False)
        assert staked.refusal("transfer_stake", **given) == "TransferDisallowed"
        TransferToggle.put(staked.state, netuid, True)
    staked.send("transfer_stake", **given)
    assert staked.stake(SECOND, NOMINATOR) > 0 == staked.stake(SECOND)
    assert Delegates.contains(staked.state, HOTKEY), "it holds the stake of a coldkey that does not own it"
    assert staked.free(NOMINATOR) == 500 * TAO
    assert staked.events()[-2:] == ["StakeAdded", "StakeTransferred"]
    staked.send("transfer_stake", **swap(destination_coldkey=NOMINATOR, destination_netuid=FIRST))
    assert (staked.stake(), staked.stake(coldkey=NOMINATOR) > 0) == (0, True)


def test_a_limit_on_the_ratio_of_prices_lets_a_part_through(staked: Any) -> None:
    """The first subnet's alpha is worth a little more than four of the second's here; moving lowers that."""
    limited = {"limit_price": 4_060_000_000} | swap()
    assert staked.refusal("swap_stake_limit", allow_partial=False, **limited) == "SlippageTooHigh"
    before = staked.stake()
    staked.send("swap_stake_limit", allow_partial=True, **limited)
    assert 0 < staked.stake() < before
    staked.send("swap_stake_limit", allow_partial=True, **limited | {"limit_price": 5_000_000_000})
    assert staked.events()[-2:] == ["StakeRemoved", "StakeSwapped"], "a part may be nothing, which is no error"


@pytest.mark.parametrize(
    ("origin", "destination", "limit", "expected"),
    [
        (ROOT, STABLE, TAO, ALL),
        (ROOT, STABLE, TAO + 1, 0),
        (STABLE, FIRST, 0, ALL),
        (FIRST, SECOND, 0, ALL),
        (FIRST, SECOND, 2**63, 0),
    ],
)
def test_limits_of_moves_at_their_corners(
    chain: Any, origin: NetUid, destination: NetUid, limit: int, expected: int
) -> None:
    assert get_max_amount_move(chain.state, origin, destination, TaoBalance(limit)) == expected


def test_between_pools_the_limit_follows_the_reserves(chain: Any) -> None:
    """a₂ · ½ / l - a₁ · ½ with 4000 and 1000 alpha: nothing at the ratio of four, 1500 at one."""
    at = {
        limit: get_max_amount_move(chain.state, FIRST, SECOND, TaoBalance(limit)) for limit in (4 * TAO, TAO, TAO // 2)
    }
    assert at == {4 * TAO: 0, TAO: 1500 * TAO, TAO // 2: 3500 * TAO}
    reserves: list[tuple[Any, NetUid]] = [(SubnetTAO, FIRST), (SubnetAlphaIn, SECOND)]
    for item, netuid in reserves:
        held = item.get(chain.state, netuid)
        item.put(chain.state, netuid, 0)
        assert get_max_amount_move(chain.state, FIRST, SECOND, TaoBalance(TAO)) == 0
        item.put(chain.state, netuid, held)


def test_an_inverse_price_is_cut_twice() -> None:
    assert [inverse_price(TaoBalance(price)) for price in (TAO, 3 * TAO, 1, 2**64 - 1)] == [
        TAO,
        333_333_333,
        10**18,
        0,
    ]


def test_less_than_the_least_stake_is_not_staked_again(staked: Any) -> None:
    """A limit may let so little through; its TAO stays with the coldkey."""
    SubnetTAO.put(staked.state, FIRST, TaoBalance(1_000 * TAO))
    SubnetAlphaIn.put(staked.state, FIRST, AlphaBalance(1_000 * TAO))
    staked.send("swap_stake_limit", limit_price=3_999_992_000, allow_partial=True, **swap())
    tao = staked.state.events[-1].values[-1]
    assert 900_000 < tao < 1_100_000
    assert (staked.stake(SECOND), staked.free()) == (0, 480 * TAO + tao)
