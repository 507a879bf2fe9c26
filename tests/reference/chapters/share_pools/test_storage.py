"""A stored pool behaves as one in memory, and moves entries of the older maps when it writes them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chapters.share_pools.pool import (
    SharesInMemory,
    update_value_for_all,
    update_value_for_one,
    value_of,
    value_of_known,
)
from subtensor_spec.chapters.share_pools.storage import HotkeyShares, ShareMaps

UPDATES = st.lists(st.tuples(st.integers(0, 3), st.integers(-(10**12), 10**13)), max_size=15)


@given(UPDATES)
@settings(deadline=None)
def test_a_stored_pool_is_worth_what_one_in_memory_is(updates: list[tuple[int, int]]) -> None:
    stored, held = HotkeyShares(ShareMaps[int](), 99, 1), SharesInMemory[int]()
    for key, update in updates:
        update_value_for_one(stored, key, update)
        update_value_for_one(held, key, update)
        assert [value_of(stored, other) for other in range(4)] == [value_of(held, other) for other in range(4)]


def test_what_is_zero_is_not_stored() -> None:
    maps = ShareMaps[str]()
    pool = HotkeyShares(maps, "hot", 1)
    update_value_for_one(pool, "cold", 5)
    assert maps.alpha_v2.keys() == {("hot", "cold", 1)}
    update_value_for_one(pool, "cold", -5)
    assert maps == ShareMaps()
    assert value_of_known(pool, "cold") is None


def test_an_entry_of_an_older_map_counts_until_it_is_written() -> None:
    maps = ShareMaps[str]()
    maps.total_hotkey_alpha["hot", 1] = 300
    maps.alpha["hot", "a", 1] = U64F64.saturating_from_num(1)
    maps.alpha["hot", "b", 1] = U64F64.saturating_from_num(2)
    maps.alpha_v2["hot", "a", 1] = SafeFloat.from_u64(77)
    maps.total_hotkey_shares["hot", 1] = U64F64.saturating_from_num(3)
    pool = HotkeyShares(maps, "hot", 1)
    assert (value_of(pool, "a"), value_of(pool, "b")) == (100, 200)
    update_value_for_one(pool, "a", 100)
    assert maps.alpha.keys() == {("hot", "b", 1)}
    assert maps.total_hotkey_shares == {}
    assert maps.alpha_v2 == {("hot", "a", 1): SafeFloat.from_u64(2)}
    assert (value_of(pool, "a"), value_of(pool, "b")) == (200, 200)


def test_pools_of_other_hotkeys_and_subnets_are_left_alone() -> None:
    maps = ShareMaps[str]()
    here, there, elsewhere = HotkeyShares(maps, "x", 1), HotkeyShares(maps, "x", 2), HotkeyShares(maps, "y", 1)
    for pool in (here, there, elsewhere):
        update_value_for_one(pool, "cold", 10)
    update_value_for_all(here, 10)
    assert [value_of(pool, "cold") for pool in (here, there, elsewhere)] == [20, 10, 10]
