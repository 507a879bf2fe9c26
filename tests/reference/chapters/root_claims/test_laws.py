"""Whatever happens to stake and rates, nobody claims more than the stake has earned while it was there."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I96F32
from subtensor_spec.chain.items.root_claims import RootClaimable, RootClaimableThreshold, RootClaimType
from subtensor_spec.chain.items.staking import TotalHotkeyAlpha
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, Keep, NetUid
from subtensor_spec.chapters.root_claims.claim import do_root_claim
from subtensor_spec.chapters.root_claims.rates import increase_root_claimable_for_hotkey_and_subnet
from subtensor_spec.chapters.root_claims.records import (
    add_stake_adjust_root_claimed_for_hotkey_and_coldkey,
    remove_stake_adjust_root_claimed_for_hotkey_and_coldkey,
)
from subtensor_spec.chapters.staking.stakes import (
    decrease_stake_for_hotkey_and_coldkey_on_subnet,
    get_stake_for_hotkey_and_coldkey_on_subnet,
    increase_stake_for_hotkey_and_coldkey_on_subnet,
)

NETUID = NetUid(1)
HOTKEY, ONE, OTHER = (AccountId(bytes([number]) * 32) for number in (11, 1, 2))

steps = st.lists(
    st.tuples(st.sampled_from(["earn", "add", "remove", "claim"]), st.integers(1, 10**6)), min_size=1, max_size=25
)


def add(state: State, coldkey: AccountId, amount: int) -> None:
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, HOTKEY, coldkey, ROOT, AlphaBalance(amount))
    add_stake_adjust_root_claimed_for_hotkey_and_coldkey(state, HOTKEY, coldkey, amount)


def staked(state: State, netuid: NetUid = ROOT) -> int:
    return get_stake_for_hotkey_and_coldkey_on_subnet(state, HOTKEY, ONE, netuid)


def rate(state: State) -> I96F32:
    return RootClaimable.get(state, HOTKEY).get(NETUID, I96F32.ZERO)


def take(state: State, amount: int) -> None:
    part = AlphaBalance(min(amount, staked(state)))
    decrease_stake_for_hotkey_and_coldkey_on_subnet(state, HOTKEY, ONE, ROOT, part)
    remove_stake_adjust_root_claimed_for_hotkey_and_coldkey(state, HOTKEY, ONE, part)


@given(steps)
def test_claims_stay_within_what_was_earned(history: list[tuple[str, int]]) -> None:
    """But for a rao for each step, by which roundings of records and of shares can be off."""
    state, earned = State(), Fraction(0)
    RootClaimableThreshold.put(state, NETUID, I96F32.ZERO)
    RootClaimType.put(state, ONE, Keep())
    add(state, OTHER, 10**6)
    add(state, ONE, 10**6)
    for step, amount in history:
        before = rate(state)
        if step == "earn":
            part = min(amount, TotalHotkeyAlpha.get(state, HOTKEY, ROOT))
            increase_root_claimable_for_hotkey_and_subnet(state, HOTKEY, NETUID, AlphaBalance(part))
            earned += Fraction(rate(state).bits - before.bits, 2**32) * staked(state)
        elif step == "add":
            add(state, ONE, amount)
        elif step == "remove":
            take(state, amount)
        else:
            do_root_claim(state, ONE, None)
    do_root_claim(state, ONE, None)
    assert staked(state, NETUID) <= earned + len(history) + 2


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 10**6)), max_size=20))
def test_all_that_was_earned_can_be_claimed_where_nothing_is_taken_away(history: list[tuple[bool, int]]) -> None:
    state, earned = State(), Fraction(0)
    RootClaimableThreshold.put(state, NETUID, I96F32.ZERO)
    RootClaimType.put(state, ONE, Keep())
    add(state, ONE, 10**6)
    for earns, amount in history:
        before = rate(state)
        if earns:
            increase_root_claimable_for_hotkey_and_subnet(state, HOTKEY, NETUID, AlphaBalance(amount))
            earned += Fraction(rate(state).bits - before.bits, 2**32) * staked(state)
        else:
            add(state, ONE, amount)
    do_root_claim(state, ONE, None)
    assert abs(staked(state, NETUID) - earned) <= len(history) + 2
