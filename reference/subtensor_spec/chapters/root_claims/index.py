"""The numbered list of coldkeys that claims are drawn from, and the walk that fills it."""

from bisect import bisect_right
from typing import Any

from subtensor_spec.chain.items.staking import (
    Alpha,
    AlphaMapLastKey,
    AlphaV2,
    AlphaV2MapLastKey,
    NumStakingColdkeys,
    StakingColdkeys,
    StakingColdkeysByIndex,
    StakingHotkeys,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Item, Value
from subtensor_spec.chain.types import ROOT, U64_MAX, AccountId
from subtensor_spec.chapters.root_claims.source import in_claims
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.rules import SUBTENSOR, rule

ALPHA_MAP_BATCH_SIZE = 30
"""Entries of each share map that one block looks at."""

_HELPERS = "pallets/subtensor/src/staking/helpers.rs"


@rule("RC-index/add", in_claims("maybe_add_coldkey_index"))
def maybe_add_coldkey_index(state: State, coldkey: AccountId) -> None:
    """A coldkey that has no number gets the next one, which is how many there are."""
    if StakingColdkeys.contains(state, coldkey):
        return
    count = NumStakingColdkeys.get(state)
    StakingColdkeysByIndex.put(state, count, coldkey)
    StakingColdkeys.put(state, coldkey, count)
    NumStakingColdkeys.put(state, min(count + 1, U64_MAX))


@rule("RC-index/remove", in_claims("maybe_remove_coldkey_index"))
def maybe_remove_coldkey_index(state: State, coldkey: AccountId) -> None:
    """A coldkey that has a number gives it up to the coldkey with the last number, so that none is left out."""
    number = StakingColdkeys.take(state, coldkey)
    if number is None:
        return
    last = max(NumStakingColdkeys.get(state) - 1, 0)
    moved = None if number == last else StakingColdkeysByIndex.take(state, last)
    if moved is None:
        StakingColdkeysByIndex.remove(state, number)
    else:
        StakingColdkeysByIndex.put(state, number, moved)
        StakingColdkeys.put(state, moved, number)
    NumStakingColdkeys.put(state, last)


@rule("RC-index/root-stake", in_claims("coldkey_has_root_stake"))
def coldkey_has_root_stake(state: State, coldkey: AccountId) -> bool:
    """A coldkey counts as staking on root while its stake there with any of its ``StakingHotkeys`` is worth a rao."""
    return any(
        get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, ROOT)
        for hotkey in StakingHotkeys.get(state, coldkey)
    )


def populate_root_coldkey_staking_maps(state: State) -> None:
    """Walk on through the share map of the first kind."""
    populate_from(state, Alpha, AlphaMapLastKey)


def populate_root_coldkey_staking_maps_v2(state: State) -> None:
    """Walk on through the share map of the second kind."""
    populate_from(state, AlphaV2, AlphaV2MapLastKey)


@rule(
    "RC-index/walk",
    SUBTENSOR(_HELPERS, "populate_root_coldkey_staking_maps"),
    SUBTENSOR(_HELPERS, "populate_root_coldkey_staking_maps_v2"),
)
def populate_from(state: State, shares: Item[Any], last_key: Value[bytes | None]) -> None:
    """Each block looks at the next 30 entries of both share maps, in order of raw keys: root's coldkeys get numbers.

    The walk goes on behind the raw key that the last block stored, whether that entry is still there or not, or
    begins with the first. It stores the raw key of the entry that it looked at last, or that there is none once it
    has found fewer than 30; then the next block begins anew. Before a beginning an empty map stores nothing.
    """
    raw_keys = state.raw_keys(shares.prefix, shares.prefix)
    begun = last_key.get(state)
    if begun is None and not raw_keys:
        return
    start = 0 if begun is None else bisect_right(raw_keys, begun)
    batch = raw_keys[start : start + ALPHA_MAP_BATCH_SIZE]
    for raw_key in batch:
        _, coldkey, netuid = shares.keys_in(raw_key)
        if netuid == ROOT:
            maybe_add_coldkey_index(state, coldkey)
    last_key.put(state, batch[-1] if len(batch) == ALPHA_MAP_BATCH_SIZE else None)
