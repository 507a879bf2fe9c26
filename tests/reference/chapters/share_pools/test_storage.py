"""A stored pool behaves as one in memory, and moves entries of the older maps when it writes them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chain.items.staking import Alpha, AlphaV2, TotalHotkeyAlpha, TotalHotkeyShares
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.share_pools.pool import (
    SharesInMemory,
    update_value_for_all,
    update_value_for_one,
    value_of,
    value_of_known,
)
from subtensor_spec.chapters.share_pools.storage import HotkeyShares

UPDATES = st.lists(st.tuples(st.integers(0, 3), st.integers(-(10**12), 10**13)), max_size=15)
HOT, A, B = (AccountId(bytes([number]) * 32) for number in (9, 1, 2))
NETUID = NetUid(1)


def coldkey(number: int) -> AccountId:
    return AccountId(bytes([number]) * 32)


@given(UPDATES)
@settings(deadline=None)
def test_a_stored_pool_is_worth_what_one_in_memory_is(updates: list[tuple[int, int]]) -> None:
    stored, held = HotkeyShares(State(), HOT, NETUID), SharesInMemory[int]()
    for key, update in updates:
        update_value_for_one(stored, coldkey(key), update)
        update_value_for_one(held, key, update)
        assert [value_of(stored, coldkey(key)) for key in range(4)] == [value_of(held, key) for key in range(4)]


def test_what_is_zero_is_not_stored() -> None:
    state = State()
    pool = HotkeyShares(state, HOT, NETUID)
    update_value_for_one(pool, A, 5)
    assert AlphaV2.keys(state) == [(HOT, A, NETUID)]
    update_value_for_one(pool, A, -5)
    assert state.storage() == {}
    assert value_of_known(pool, A) is None


def test_an_entry_of_an_older_map_counts_until_it_is_written() -> None:
    state = State()
    TotalHotkeyAlpha.put(state, HOT, NETUID, AlphaBalance(300))
    Alpha.put(state, HOT, A, NETUID, U64F64.saturating_from_num(1))
    Alpha.put(state, HOT, B, NETUID, U64F64.saturating_from_num(2))
    AlphaV2.put(state, HOT, A, NETUID, SafeFloat.from_u64(77))
    TotalHotkeyShares.put(state, HOT, NETUID, U64F64.saturating_from_num(3))
    pool = HotkeyShares(state, HOT, NETUID)
    assert (value_of(pool, A), value_of(pool, B)) == (100, 200)
    update_value_for_one(pool, A, 100)
    assert Alpha.keys(state) == [(HOT, B, NETUID)]
    assert not TotalHotkeyShares.contains(state, HOT, NETUID)
    assert list(AlphaV2.entries(state)) == [((HOT, A, NETUID), SafeFloat.from_u64(2))]
    assert (value_of(pool, A), value_of(pool, B)) == (200, 200)


def test_pools_of_other_hotkeys_and_subnets_are_left_alone() -> None:
    state = State()
    here, there, elsewhere = (
        HotkeyShares(state, hotkey, NetUid(netuid)) for hotkey, netuid in ((HOT, 1), (HOT, 2), (B, 1))
    )
    for pool in (here, there, elsewhere):
        update_value_for_one(pool, A, 10)
    update_value_for_all(here, 10)
    assert [value_of(pool, A) for pool in (here, there, elsewhere)] == [20, 10, 10]
