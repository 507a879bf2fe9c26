"""What a registration costs: the price halves over a time and rises with every registration, within bounds."""

from functools import lru_cache

from subtensor_spec.arithmetic import U64, U64F64
from subtensor_spec.arithmetic.decimals.q32 import decay_factor, multiply
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.neurons import (
    Burn,
    BurnHalfLife,
    BurnIncreaseMult,
    MaxBurn,
    MinBurn,
    RegistrationsThisBlock,
    RegistrationsThisInterval,
)
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, NetUid, TaoBalance
from subtensor_spec.chapters.schedule.due import should_run_epoch
from subtensor_spec.rules import SUBTENSOR, remembers, rule

REGISTRATION = "pallets/subtensor/src/subnets/registration.rs"
"""Where production keeps registration, its price, and who is replaced."""

_decay_factor = lru_cache(decay_factor)
remembers(_decay_factor.cache_clear)


@rule("REG-price/block", SUBTENSOR(REGISTRATION, "update_registration_prices_for_networks"))
def update_registration_prices_for_networks(state: State) -> None:
    """At the beginning of a block every subnet's price decays, its registrations of the block are counted from zero.

    Every entry of ``NetworksAdded`` counts, root's too, in order of raw key. At root the registrations of the
    interval are counted from zero as well where an epoch of root is due; since root's epochs never run, it is due in
    every block from the first tempo on.
    """
    block = current_block(state)
    for netuid in NetworksAdded.keys(state):
        price = decayed_price(state, netuid, block)
        if price != Burn.get(state, netuid):
            Burn.put(state, netuid, price)
        RegistrationsThisBlock.put(state, netuid, 0)
        if netuid == ROOT and should_run_epoch(state, netuid, block):
            RegistrationsThisInterval.put(state, netuid, 0)


@rule("REG-price/decay", SUBTENSOR(REGISTRATION, "update_registration_prices_for_networks"))
def decayed_price(state: State, netuid: NetUid, block: int) -> TaoBalance:
    """A price is multiplied by the Q32 decay factor of its half-life, rounded down, and brought into its bounds.

    A half-life of zero, whose factor is one, and the blocks 0 and 1 leave it as it is but for the bounds. It is rao.
    """
    price = int(Burn.get(state, netuid))
    if block > 1:
        price = multiply(price, _decay_factor(BurnHalfLife.get(state, netuid)))
    return within_bounds(state, netuid, price)


@rule("REG-price/bump", SUBTENSOR(REGISTRATION, "bump_registration_price_after_registration"))
def bump_registration_price_after_registration(state: State, netuid: NetUid) -> None:
    """A registration multiplies the price by ``BurnIncreaseMult``, rounded down, and brings it into its bounds.

    A multiplier below one counts as one; the product saturates. At root nothing happens.
    """
    if netuid == ROOT:
        return
    multiplier = max(BurnIncreaseMult.get(state, netuid), U64F64.ONE)
    price = U64F64.saturating_from_num(Burn.get(state, netuid)).saturating_mul(multiplier).saturating_to_num(U64)
    Burn.put(state, netuid, within_bounds(state, netuid, price))


@rule("REG-price/bounds", SUBTENSOR(REGISTRATION, "update_registration_prices_for_networks"))
def within_bounds(state: State, netuid: NetUid, price: int) -> TaoBalance:
    """A price below ``MinBurn`` is raised to it; what is then above ``MaxBurn`` is lowered to that: the upper wins."""
    return TaoBalance(min(max(price, MinBurn.get(state, netuid)), MaxBurn.get(state, netuid)))
