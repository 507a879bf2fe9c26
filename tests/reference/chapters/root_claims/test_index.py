"""The numbered coldkeys: drawn by a hash, added, removed, and found by the walk."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chain.items.staking import (
    Alpha,
    AlphaMapLastKey,
    AlphaV2,
    AlphaV2MapLastKey,
    NumStakingColdkeys,
    StakingColdkeys,
    StakingColdkeysByIndex,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, Hash, NetUid
from subtensor_spec.chapters.root_claims.auto_claim import block_hash_to_indices
from subtensor_spec.chapters.root_claims.index import (
    coldkey_has_root_stake,
    maybe_add_coldkey_index,
    maybe_remove_coldkey_index,
    populate_root_coldkey_staking_maps,
    populate_root_coldkey_staking_maps_v2,
)

Account = Callable[[int], AccountId]


def key(number: int) -> AccountId:
    return AccountId(number.to_bytes(32, "big"))


def words(*numbers: int) -> Hash:
    return Hash(b"".join(number.to_bytes(8, "big") for number in numbers))


@pytest.mark.parametrize(
    ("block_hash", "k", "n", "drawn"),
    [
        (words(1, 10, 100, 1000), 4, 5000, [2, 12, 112, 1112]),
        (words(1, 10, 100, 1000), 5, 5000, [2, 12, 112, 1112, 1113]),
        (words(1, 10, 100, 1000), 4, 100, [2, 12]),
        (words(2**63, 0, 0, 0), 1, 1000, [(2**64 - 1) % 1000]),
        (words(2**63 - 1, 0, 0, 0), 1, 1000, [(2**64 - 2) % 1000]),
        (words(5, 5, 5, 5), 3, 0, [0]),
        (words(5, 5, 5, 5), 0, 7, []),
    ],
    ids=["one of each word", "the first again", "twice", "saturated", "just not saturated", "of none", "no draw"],
)
def test_what_a_hash_draws(block_hash: Hash, k: int, n: int, drawn: list[int]) -> None:
    assert block_hash_to_indices(block_hash, k, n) == drawn


@given(st.binary(min_size=32, max_size=32), st.integers(0, 50), st.integers(1, 10**6))
def test_draws_are_distinct_in_order_and_within_the_list(block_hash: bytes, k: int, n: int) -> None:
    drawn = block_hash_to_indices(Hash(block_hash), k, n)
    assert drawn == sorted(set(drawn))
    assert len(drawn) <= k
    assert all(number < n for number in drawn)


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 8)), max_size=40))
def test_numbers_and_coldkeys_are_each_others_inverse(steps: list[tuple[bool, int]]) -> None:
    state, present = State(), set()
    for adds, number in steps:
        if adds:
            maybe_add_coldkey_index(state, key(number))
            present.add(key(number))
        else:
            maybe_remove_coldkey_index(state, key(number))
            present.discard(key(number))
    numbers = dict(StakingColdkeys.items(state))
    assert numbers.keys() == present
    assert {number: coldkey for coldkey, number in numbers.items()} == dict(StakingColdkeysByIndex.items(state))
    assert sorted(StakingColdkeysByIndex.keys(state)) == list(range(NumStakingColdkeys.get(state)))


def test_a_coldkey_keeps_its_number(chain: State, account: Account) -> None:
    for coldkey in (1, 2, 1):
        maybe_add_coldkey_index(chain, account(coldkey))
    assert StakingColdkeys.get(chain, account(1)) == 0
    assert NumStakingColdkeys.get(chain) == 2


def test_the_last_takes_the_number_that_is_given_up(chain: State, account: Account) -> None:
    for coldkey in (1, 2, 3):
        maybe_add_coldkey_index(chain, account(coldkey))
    maybe_remove_coldkey_index(chain, account(1))
    assert StakingColdkeysByIndex.get(chain, 0) == account(3)
    assert StakingColdkeys.get(chain, account(3)) == 0
    assert not StakingColdkeysByIndex.contains(chain, 2)


def test_a_list_whose_end_is_missing_only_loses_the_number(chain: State, account: Account) -> None:
    """A state that production does not reach by itself: the number is removed, none takes its place."""
    maybe_add_coldkey_index(chain, account(1))
    NumStakingColdkeys.put(chain, 5)
    maybe_remove_coldkey_index(chain, account(1))
    assert not StakingColdkeysByIndex.keys(chain)
    assert NumStakingColdkeys.get(chain) == 4


def test_who_counts_as_staking_on_root(chain: State, account: Account) -> None:
    assert coldkey_has_root_stake(chain, account(1))
    assert not coldkey_has_root_stake(chain, account(3))


def walk_until_done(state: State) -> list[int]:
    """Walk block by block until the walk begins anew; return how many coldkeys had a number after each."""
    counts = []
    while True:
        populate_root_coldkey_staking_maps_v2(state)
        counts.append(NumStakingColdkeys.get(state))
        if AlphaV2MapLastKey.get(state) is None:
            return counts


@pytest.mark.parametrize(
    ("entries", "counts"), [(1, [1]), (29, [29]), (30, [30, 30]), (31, [30, 31]), (60, [30, 60, 60])]
)
def test_thirty_entries_a_block(entries: int, counts: list[int]) -> None:
    state = State()
    for number in range(entries):
        AlphaV2.put(state, key(7), key(100 + number), ROOT, SafeFloat(1, 0))
    assert walk_until_done(state) == counts


def test_only_roots_coldkeys_are_numbered(chain: State) -> None:
    state = State()
    AlphaV2.put(state, key(7), key(8), NetUid(1), SafeFloat(1, 0))
    Alpha.put(state, key(7), key(9), ROOT, U64F64.ONE)
    populate_root_coldkey_staking_maps(state)
    populate_root_coldkey_staking_maps_v2(state)
    assert StakingColdkeys.keys(state) == [key(9)]


def test_over_an_empty_map_nothing_is_stored() -> None:
    state = State()
    populate_root_coldkey_staking_maps(state)
    assert not AlphaMapLastKey.exists(state)


def test_the_walk_goes_on_behind_an_entry_that_is_gone() -> None:
    state = State()
    for number in range(40):
        AlphaV2.put(state, key(7), key(100 + number), ROOT, SafeFloat(1, 0))
    populate_root_coldkey_staking_maps_v2(state)
    stored = AlphaV2MapLastKey.get(state)
    assert stored is not None
    AlphaV2.remove(state, *AlphaV2.keys_in(stored))
    populate_root_coldkey_staking_maps_v2(state)
    assert NumStakingColdkeys.get(state) == 40


def test_when_all_is_gone_the_walk_begins_anew() -> None:
    state = State()
    AlphaV2MapLastKey.put(state, AlphaV2.prefix)
    populate_root_coldkey_staking_maps_v2(state)
    assert AlphaV2MapLastKey.exists(state)
    assert AlphaV2MapLastKey.get(state) is None
