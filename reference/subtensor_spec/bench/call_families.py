"""What the bench times of this package: each family of calls on a plausible block, beside the exact path.

``prepare`` turns views into the arrays that ``run`` takes, so that conversion can be timed apart; ``exact`` is the same
work on the views, one by one.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from subtensor_spec.arithmetic import I96F32, U64F64, U96F32
from subtensor_spec.chapters.distribution.dividends import distributed_dividends
from subtensor_spec.chapters.distribution.parents import split_dividends
from subtensor_spec.chapters.emission.block_emission import subnet_block_emissions
from subtensor_spec.chapters.emission.price import updated_moving_price
from subtensor_spec.chapters.emission.subnet_terms import terms_of_block
from subtensor_spec.chapters.emission.views import RootView, SubnetView
from subtensor_spec.chapters.stake_weight.inheritance import inherited_alpha, inherited_tao
from subtensor_spec.chapters.stake_weight.view import ROOT_NETUID
from subtensor_spec.vectorised.distribution import dividends
from subtensor_spec.vectorised.distribution import parents as splits
from subtensor_spec.vectorised.emission import price as averages
from subtensor_spec.vectorised.emission import shares, terms
from subtensor_spec.vectorised.emission.subnets import SubnetArrays
from subtensor_spec.vectorised.stake_weight import inheritance
from subtensor_spec.vectorised.stake_weight.families import FamilyArrays
from subtensor_spec.vectorised.words.integers import Integers, integers

NETUID = 1
BLOCK = 7_000_000
MOVING_ALPHA = I96F32.from_bits(12_884)
BLOCK_EMISSION = U96F32.saturating_from_num(10**9)
ROOT = RootView(tao=6 * 10**15, tao_weight=971_718_665_099_567_868)
TAO_WEIGHT = U96F32.from_bits(226_245_882)
VALIDATORS = 64


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
    return [*_of_subnets(_subnet_views(subnets, seed)), *_of_hotkeys(_Subnet.drawn(hotkeys, seed))]


def _subnet_views(count: int, seed: int) -> list[SubnetView]:
    draw = random.Random(seed)
    return [
        SubnetView(
            netuid=1 + place,
            moving_price=I96F32.from_bits(draw.randrange(2**24, 2**30)),
            miner_burned=U96F32.from_bits(draw.randrange(2**32)),
            emission_enabled=draw.random() < 0.95,
            alpha_in=draw.randrange(10**12, 10**15),
            alpha_out=draw.randrange(10**12, 10**16),
            price=U64F64.from_bits(draw.randrange(2**56, 2**62)),
            first_emission_block=draw.randrange(BLOCK),
            ema_price_halving_blocks=201_600,
        )
        for place in range(count)
    ]


def _of_subnets(views: list[SubnetView]) -> list[CallFamily]:
    def arrays() -> SubnetArrays:
        return SubnetArrays.from_views(views)

    emissions = subnet_block_emissions(views, BLOCK_EMISSION)
    by_netuid = {view.netuid: view for view in views}
    tao = integers(emissions[view.netuid].bits for view in views)
    root = integers([ROOT.tao]), integers([ROOT.tao_weight])
    return [
        CallFamily(
            "shares and emissions",
            len(views),
            arrays,
            lambda subnets: shares.subnet_block_emissions(subnets, BLOCK_EMISSION.bits)[1],
            lambda: [amount.bits for amount in subnet_block_emissions(views, BLOCK_EMISSION).values()],
        ),
        CallFamily(
            "subnet terms",
            len(views),
            arrays,
            lambda subnets: terms.terms(subnets, tao, *root).tao_in,
            lambda: [term.tao_in.bits for term in terms_of_block(emissions, by_netuid, ROOT).values()],
        ),
        CallFamily(
            "price averages",
            len(views),
            arrays,
            lambda subnets: averages.updated_moving_prices(subnets, BLOCK, MOVING_ALPHA.bits),
            lambda: [updated_moving_price(view, BLOCK, MOVING_ALPHA).bits for view in views],
        ),
    ]


@dataclass(frozen=True)
class _Subnet:
    """A subnet whose first hotkeys validate, lend to each other and belong to a few owners."""

    stakes: Mapping[tuple[int, int], int]
    lends: Mapping[int, Sequence[tuple[int, int]]]
    borrows: Mapping[int, Sequence[tuple[int, int]]]
    dividends: Mapping[int, int]
    tao_weight: int = ROOT.tao_weight
    childkey_burn: int = 0

    @classmethod
    def drawn(cls, count: int, seed: int) -> "_Subnet":
        draw = random.Random(seed)
        stakes = {
            (hotkey, netuid): draw.randrange(10**14) for hotkey in range(count) for netuid in (ROOT_NETUID, NETUID)
        }
        lends = {
            hotkey: [(draw.randrange(2**61), draw.randrange(VALIDATORS)) for _ in range(5)]
            for hotkey in range(min(count, 4 * VALIDATORS))
        }
        borrows: dict[int, list[tuple[int, int]]] = {}
        for parent, children in lends.items():
            for stored, child in children:
                borrows.setdefault(child, []).append((stored, parent))
        return cls(stakes, lends, borrows, {hotkey: draw.randrange(10**11) for hotkey in range(count)})

    def stake(self, hotkey: int, netuid: int) -> int:
        return self.stakes.get((hotkey, netuid), 0)

    def parents(self, hotkey: int, netuid: int) -> Sequence[tuple[int, int]]:
        return self.borrows.get(hotkey, ())

    def children(self, hotkey: int, netuid: int) -> Sequence[tuple[int, int]]:
        return self.lends.get(hotkey, ())

    def owner(self, hotkey: int) -> int:
        return hotkey % 16

    def childkey_take(self, hotkey: int, netuid: int) -> int:
        return 11_796


def _of_hotkeys(subnet: _Subnet) -> list[CallFamily]:
    hotkeys = list(subnet.dividends)
    parents = [(hotkey, parent) for hotkey in hotkeys for _stored, parent in subnet.parents(hotkey, NETUID)]
    foreign = np.array([subnet.owner(hotkey) != subnet.owner(parent) for hotkey, parent in parents], dtype=np.bool_)
    takes = np.full(len(hotkeys), subnet.childkey_take(0, NETUID), dtype=np.uint64)
    rates = splits.Rates(takes, subnet.childkey_burn, subnet.tao_weight)
    given = integers(subnet.dividends.values())

    def arrays() -> FamilyArrays:
        return FamilyArrays.from_view(subnet, hotkeys, NETUID)

    return [
        CallFamily(
            "inherited stake",
            len(hotkeys),
            arrays,
            lambda family: np.concatenate((inheritance.inherited_alpha(family), inheritance.inherited_tao(family))),
            lambda: [
                inherit(subnet, hotkey, NETUID) for inherit in (inherited_alpha, inherited_tao) for hotkey in hotkeys
            ],
        ),
        CallFamily(
            "dividends split with parents",
            len(hotkeys),
            arrays,
            lambda family: splits.split_dividends(family, foreign, given, rates).to_self,
            lambda: [
                split_dividends(subnet, hotkey, NETUID, amount).paid[-1][1]
                for hotkey, amount in subnet.dividends.items()
            ],
        ),
        _distribution(subnet, hotkeys),
    ]


def _distribution(subnet: _Subnet, hotkeys: list[int]) -> CallFamily:
    pending, pending_root = 2 * 10**11, 10**10
    stakes = {hotkey: (subnet.stake(hotkey, NETUID), subnet.stake(hotkey, ROOT_NETUID)) for hotkey in hotkeys}
    amounts = {hotkey: U96F32.saturating_from_num(amount) for hotkey, amount in subnet.dividends.items()}

    def arrays() -> tuple[Any, Any, Integers]:
        in_subnet, on_root = np.array([stakes[hotkey] for hotkey in hotkeys], dtype=np.uint64).T
        return in_subnet, on_root, integers(amount.bits for amount in amounts.values())

    return CallFamily(
        "dividend distribution",
        len(hotkeys),
        arrays,
        lambda lanes: dividends.distributed_dividends(pending, pending_root, TAO_WEIGHT.bits, *lanes)[0],
        lambda: [
            amount.bits
            for amount in distributed_dividends(pending, pending_root, TAO_WEIGHT, stakes, amounts).alpha.values()
        ],
    )
