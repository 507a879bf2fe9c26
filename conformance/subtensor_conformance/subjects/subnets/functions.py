"""The published functions of subnets; amounts are rao, blocks are heights."""

from collections.abc import Sequence

from subtensor_conformance.functions.function import Function, Namespace
from subtensor_spec.arithmetic import I96F32
from subtensor_spec.chain.items import emission, pools, staking, subnets
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import BlockNumber, NetUid, TaoBalance
from subtensor_spec.chapters.hyperparameters.tx_blocks import set_network_last_lock_block
from subtensor_spec.chapters.subnets.lock_cost import get_network_lock_cost
from subtensor_spec.chapters.subnets.prices import get_network_to_prune

Subnet = tuple[int, int, I96F32]
"""Netuid, block of registration, price average."""


def _cost(block: int, last_block: int, last_cost: int, minimum: int, interval: int, issuance: int) -> int:
    state = State()
    Number.put(state, BlockNumber(block))
    set_network_last_lock_block(state, last_block)
    subnets.NetworkLastLockCost.put(state, TaoBalance(last_cost))
    subnets.NetworkMinLockCost.put(state, TaoBalance(minimum))
    subnets.NetworkLockReductionInterval.put(state, interval)
    staking.TotalIssuance.put(state, TaoBalance(issuance))
    return get_network_lock_cost(state)


def _prune(block: int, immunity: int, listed: Sequence[Subnet]) -> int | None:
    state = State()
    Number.put(state, BlockNumber(block))
    subnets.NetworkImmunityPeriod.put(state, immunity)
    for number, registered, average in listed:
        netuid = NetUid(number)
        subnets.NetworksAdded.put(state, netuid, True)
        subnets.NetworkRegisteredAt.put(state, netuid, registered)
        pools.SubnetMechanism.put(state, netuid, 1)
        emission.SubnetMovingPrice.put(state, netuid, average)
    return get_network_to_prune(state)


_function = Namespace("subnets", "net")

FUNCTIONS: list[Function] = [
    _function(
        "network_lock_cost",
        "block: u64, last_block: u64, last_cost: u64, minimum: u64, interval: u64, issuance: u64 -> u64",
        _cost,
        *("NET-cost/lock", "NET-cost/interval"),
        raw="get_network_lock_cost",
    ),
    _function(
        "network_to_prune",
        "block: u64, immunity_period: u64, subnets: list<tuple<u16,u64,I96F32>> -> option<u16>",
        _prune,
        "NET-limit/prune",
        raw="get_network_to_prune",
    ),
]
