"""What the bench times of this package: each family of calls on a plausible block, beside the exact path.

``prepare`` gathers the state in the arrays that ``run`` takes, so that it can be timed apart; ``exact`` is the same
work on the state, one by one.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.bench.states import (
    BLOCK,
    MOVING_ALPHA,
    NETUID,
    ROOT_TAO,
    TAO_WEIGHT,
    state_of_hotkeys,
    state_of_subnets,
)
from subtensor_spec.chain.items.stake_weight import ChildkeyTake, ParentKeys
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.distribution.dividends import calculate_dividend_distribution, get_stake_map
from subtensor_spec.chapters.distribution.parents import get_parent_child_dividends_distribution
from subtensor_spec.chapters.emission.block_emission import get_subnet_block_emissions
from subtensor_spec.chapters.emission.price import moving_price_after
from subtensor_spec.chapters.emission.subnet_terms import get_subnet_terms
from subtensor_spec.chapters.stake_weight.inherited import (
    get_inherited_for_hotkey_on_subnet,
    get_tao_inherited_for_hotkey_on_subnet,
    get_tao_weight,
)
from subtensor_spec.chapters.swap.liquidity import current_alpha_price
from subtensor_spec.vectorised.distribution import dividends
from subtensor_spec.vectorised.distribution import parents as splits
from subtensor_spec.vectorised.emission import price as averages
from subtensor_spec.vectorised.emission import shares, terms
from subtensor_spec.vectorised.emission.subnets import SubnetArrays
from subtensor_spec.vectorised.stake_weight import inheritance
from subtensor_spec.vectorised.stake_weight.families import FamilyArrays
from subtensor_spec.vectorised.words.integers import Integers, integers

BLOCK_EMISSION = U96F32.saturating_from_num(10**9)


@dataclass(frozen=True)
class CallFamily:
    """One family of calls at one size."""

    name: str
    lanes: int
    prepare: Callable[[], Any]
    run: Callable[[Any], Any]
    exact: Callable[[], Any]


def call_families(subnets: int = 128, hotkeys: int = 256, seed: int = 1) -> list[CallFamily]:
    """Return the families for so many subnets in a block, and so many hotkeys in a subnet."""
    netuids = [NetUid(1 + place) for place in range(subnets)]
    accounts, state = state_of_hotkeys(hotkeys, seed)
    draw = random.Random(seed)
    amounts = {account: AlphaBalance(draw.randrange(10**11)) for account in accounts}
    return [*_of_subnets(state_of_subnets(netuids, seed), netuids), *_of_hotkeys(state, amounts)]


def _of_subnets(state: State, netuids: list[NetUid]) -> list[CallFamily]:
    prices = [current_alpha_price(state, netuid) for netuid in netuids]

    def arrays() -> SubnetArrays:
        return SubnetArrays.gathered([(state, netuid) for netuid in netuids], prices)

    emissions = get_subnet_block_emissions(state, netuids, BLOCK_EMISSION)
    tao = integers(emissions[netuid].bits for netuid in netuids)
    root = integers([ROOT_TAO]), integers([TAO_WEIGHT])
    return [
        CallFamily(
            "shares and emissions",
            len(netuids),
            arrays,
            lambda subnets: shares.subnet_block_emissions(subnets, BLOCK_EMISSION.bits)[1],
            lambda: [amount.bits for amount in get_subnet_block_emissions(state, netuids, BLOCK_EMISSION).values()],
        ),
        CallFamily(
            "subnet terms",
            len(netuids),
            arrays,
            lambda subnets: terms.terms(subnets, tao, *root).tao_in,
            lambda: [term.tao_in.bits for term in get_subnet_terms(state, emissions).values()],
        ),
        CallFamily(
            "price averages",
            len(netuids),
            arrays,
            lambda subnets: averages.updated_moving_prices(subnets, BLOCK, MOVING_ALPHA.bits),
            lambda: [moving_price_after(state, *pair).bits for pair in zip(netuids, prices, strict=True)],
        ),
    ]


def _of_hotkeys(state: State, amounts: dict[AccountId, AlphaBalance]) -> list[CallFamily]:
    hotkeys = list(amounts)
    ties = [(hotkey, parent) for hotkey in hotkeys for _stored, parent in ParentKeys.get(state, hotkey, NETUID)]
    foreign = np.array(
        [Owner.get(state, hotkey) != Owner.get(state, parent) for hotkey, parent in ties], dtype=np.bool_
    )
    takes = np.array([ChildkeyTake.get(state, hotkey, NETUID) for hotkey in hotkeys], dtype=np.uint64)
    rates = splits.Rates(takes, 0, TAO_WEIGHT)
    given = integers(amounts.values())

    def arrays() -> FamilyArrays:
        return FamilyArrays.gathered(state, hotkeys, NETUID)

    def inherited() -> list[int]:
        alpha = [get_inherited_for_hotkey_on_subnet(state, hotkey, NETUID) for hotkey in hotkeys]
        return [*alpha, *(get_tao_inherited_for_hotkey_on_subnet(state, hotkey, NETUID) for hotkey in hotkeys)]

    def split() -> list[int]:
        found = (get_parent_child_dividends_distribution(state, key, NETUID, amount) for key, amount in amounts.items())
        return [split.paid[-1][1] for split in found]

    return [
        CallFamily(
            "inherited stake",
            len(hotkeys),
            arrays,
            lambda family: np.concatenate((inheritance.inherited_alpha(family), inheritance.inherited_tao(family))),
            inherited,
        ),
        CallFamily(
            "dividends split with parents",
            len(hotkeys),
            arrays,
            lambda family: splits.split_dividends(family, foreign, given, rates).to_self,
            split,
        ),
        _distribution(state, amounts),
    ]


def _distribution(state: State, given: dict[AccountId, AlphaBalance]) -> CallFamily:
    pending, pending_root, weight = AlphaBalance(2 * 10**11), AlphaBalance(10**10), get_tao_weight(state)
    stakes = get_stake_map(state, NETUID, given)
    amounts = {hotkey: U96F32.saturating_from_num(amount) for hotkey, amount in given.items()}

    def arrays() -> tuple[Any, Any, Integers]:
        in_subnet, on_root = np.array([stakes[hotkey] for hotkey in given], dtype=np.uint64).T
        return in_subnet, on_root, integers(amount.bits for amount in amounts.values())

    def paid() -> list[int]:
        found = calculate_dividend_distribution(pending, pending_root, weight, stakes, amounts)
        return [amount.bits for amount in found.alpha.values()]

    return CallFamily(
        "dividend distribution",
        len(given),
        arrays,
        lambda lanes: dividends.distributed_dividends(pending, pending_root, weight.bits, *lanes)[0],
        paid,
    )
