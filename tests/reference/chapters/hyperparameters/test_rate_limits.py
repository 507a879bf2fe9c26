"""Rate limits: how many blocks each kind waits, where its last block is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain import types
from subtensor_spec.chain.items.rate_limits import (
    LastRateLimitedBlock,
    OwnerHyperparamRateLimit,
    TransactionKeyLastBlock,
    TxRateLimit,
)
from subtensor_spec.chain.items.schedule import Tempo
from subtensor_spec.chain.items.stake_weight import TxChildkeyTakeRateLimit, TxDelegateTakeRateLimit
from subtensor_spec.chain.items.subnets import NetworkRateLimit
from subtensor_spec.chain.items.weights import WeightsVersionKeyRateLimit
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, U64_MAX, AccountId, Hyperparameter, NetUid
from subtensor_spec.chapters.hyperparameters import tx_blocks
from subtensor_spec.chapters.hyperparameters.rate_limits import (
    LimitedTransaction,
    TransactionType,
    check_passes_rate_limit,
    exceeds_tx_delegate_take_rate_limit,
    exceeds_tx_rate_limit,
    last_block,
    last_block_on_subnet,
    passes_rate_limit,
    passes_rate_limit_on_subnet,
    rate_limit,
    rate_limit_on_subnet,
    set_last_block_on_subnet,
)

NETUID = NetUid(1)
KEY, OTHER = (AccountId(bytes([number]) * 32) for number in (1, 2))
KINDS: list[LimitedTransaction] = [*TransactionType, *Hyperparameter]
SHARED: dict[LimitedTransaction, types.RateLimitKey] = {
    TransactionType.RegisterNetwork: types.NetworkLastRegistered(),
    TransactionType.SetSNOwnerHotkey: types.SetSNOwnerHotkey(NETUID),
    **{kind: types.OwnerHyperparamUpdate(NETUID, kind) for kind in Hyperparameter},
}
"""The kinds whose last block does not depend on who sent them."""


def limited() -> State:
    state = State()
    Tempo.put(state, NETUID, 400)
    TxChildkeyTakeRateLimit.put(state, 11)
    NetworkRateLimit.put(state, 12)
    WeightsVersionKeyRateLimit.put(state, 13)
    OwnerHyperparamRateLimit.put(state, 14)
    return state


def test_limits_of_the_chain() -> None:
    limits = {kind: rate_limit(limited(), kind) for kind in KINDS}
    assert {kind: limit for kind, limit in limits.items() if limit} == {
        TransactionType.SetChildren: 150,
        TransactionType.SetChildkeyTake: 11,
        TransactionType.RegisterNetwork: 12,
        TransactionType.MechanismCountUpdate: 7_200,
        TransactionType.MechanismEmission: 7_200,
        TransactionType.MaxUidsTrimming: 216_000,
    }


def test_limits_on_a_subnet() -> None:
    differing = {
        TransactionType.SetWeightsVersionKey: 5_200,
        TransactionType.SetSNOwnerHotkey: 50_400,
        TransactionType.AddStakeBurn: 400,
        TransactionType.TempoUpdate: 360,
        **dict.fromkeys(Hyperparameter, 5_600),
    }
    state = limited()
    for kind in KINDS:
        assert rate_limit_on_subnet(state, kind, NETUID) == differing.get(kind, rate_limit(state, kind))


def test_a_limit_in_tempos_saturates() -> None:
    state = limited()
    WeightsVersionKeyRateLimit.put(state, U64_MAX)
    assert rate_limit_on_subnet(state, TransactionType.SetWeightsVersionKey, NETUID) == U64_MAX


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_a_limit_passes_once_its_blocks_have_gone_by(limit: int, block: int, last: int) -> None:
    assert check_passes_rate_limit(limit, block, last) is (last == 0 or limit == 0 or block >= last + limit)


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_last_block_is_read_where_it_was_written(kind: LimitedTransaction) -> None:
    state = State()
    set_last_block_on_subnet(state, kind, KEY, NETUID, 77)
    assert last_block_on_subnet(state, kind, KEY, NETUID) == 77
    if kind in SHARED:
        assert LastRateLimitedBlock.items(state) == [(SHARED[kind], 77)]
        assert last_block_on_subnet(state, kind, OTHER, NETUID) == 77
    else:
        assert TransactionKeyLastBlock.keys(state) == [(KEY, NETUID, kind.value)]
        assert last_block_on_subnet(state, kind, OTHER, NETUID) == 0
    of_the_chain = 77 if kind is TransactionType.RegisterNetwork else 0
    assert last_block(state, kind, KEY) == of_the_chain
    set_last_block_on_subnet(state, kind, KEY, ROOT, 78)
    assert last_block(state, kind, KEY) == 78


def test_kinds_have_the_numbers_of_the_chain() -> None:
    assert {kind.name: kind.value for kind in TransactionType} == {
        "SetChildren": 0,
        "SetChildkeyTake": 1,
        "Unknown": 2,
        "RegisterNetwork": 3,
        "SetWeightsVersionKey": 4,
        "SetSNOwnerHotkey": 5,
        "MechanismCountUpdate": 7,
        "MechanismEmission": 8,
        "MaxUidsTrimming": 9,
        "AddStakeBurn": 10,
        "TempoUpdate": 11,
    }


def test_passing_reads_the_current_block(subnet: State) -> None:
    for last, passes in ((850, True), (851, False), (0, True)):
        set_last_block_on_subnet(subnet, TransactionType.SetChildren, KEY, NETUID, last)
        set_last_block_on_subnet(subnet, TransactionType.SetChildren, KEY, ROOT, last)
        assert passes_rate_limit_on_subnet(subnet, TransactionType.SetChildren, KEY, NETUID) is passes
        assert passes_rate_limit(subnet, TransactionType.SetChildren, KEY) is passes


@given(st.integers(0, 20), st.integers(0, 30), st.integers(0, 30))
def test_swaps_and_rises_of_takes_wait_one_block_longer(limit: int, previous: int, block: int) -> None:
    state = State()
    TxRateLimit.put(state, limit)
    TxDelegateTakeRateLimit.put(state, limit)
    exceeds = exceeds_tx_rate_limit(state, previous, block)
    assert exceeds is (limit > 0 and previous > 0 and block <= previous + limit)
    assert exceeds_tx_delegate_take_rate_limit(state, previous, block) is exceeds


def test_blocks_of_keys_are_kept_apart() -> None:
    state = State()
    tx_blocks.set_last_tx_block(state, KEY, 1)
    tx_blocks.set_last_tx_block_delegate_take(state, KEY, 2)
    tx_blocks.set_last_tx_block_childkey(state, KEY, 3)
    tx_blocks.set_network_last_lock_block(state, 4)
    readers = (
        tx_blocks.get_last_tx_block,
        tx_blocks.get_last_tx_block_delegate_take,
        tx_blocks.get_last_tx_block_childkey_take,
    )
    assert [read(state, KEY) for read in readers] == [1, 2, 3]
    assert [read(state, OTHER) for read in readers] == [0, 0, 0]
    assert tx_blocks.get_network_last_lock_block(state) == 4
    tx_blocks.remove_last_tx_block(state, KEY)
    tx_blocks.remove_last_tx_block_delegate_take(state, KEY)
    tx_blocks.remove_last_tx_block_childkey(state, KEY)
    assert [read(state, KEY) for read in readers] == [0, 0, 0]
    assert LastRateLimitedBlock.items(state) == [(types.NetworkLastRegistered(), 4)]
