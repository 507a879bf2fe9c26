"""The competition told: what is noted while its script runs, round by round."""

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.blocks.steps import BlockStep, CallStep, Result, Step, execute
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.emission import SubnetAlphaOutEmission, SubnetExcessTao, SubnetTaoInEmission
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.items.swap import AlphaRecycled
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, TaoBalance
from subtensor_spec.chapters.balances.accounts import free_balance
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.chapters.swap.pool import current_price, read_pool
from subtensor_spec.explain.examples.competition.cast import EVERYBODY, Person
from subtensor_spec.explain.examples.competition.script import (
    BLOCKS_OF_A_ROUND,
    DISSENT,
    FIRST_HALVING,
    SUBNET,
    begin,
    record,
    script,
)

SAMPLE_EVERY = 10
"""Blocks between two samples of price and emission."""


@dataclass(frozen=True)
class Round:
    """A round, as it stands when its last block has paid; amounts are rao."""

    number: int
    block: int
    holder: str | None
    """Who holds the record."""
    points: int | None
    dissent: str | None
    """Whom Vesna voted for instead."""
    price: U64F64
    """TAO for an alpha, before anybody sells."""
    liquidity: TaoBalance
    """What of the round's TAO went into the pool beside new alpha."""
    purchases: TaoBalance
    """What of it bought alpha."""
    emitted: AlphaBalance
    """Alpha minted for participants."""
    recycled: AlphaBalance
    """What of it was taken back: root's part, as root is not paid on this chain."""
    paid: dict[str, AlphaBalance]
    """Alpha by which each person's stake grew."""
    proceeds: dict[str, TaoBalance] = field(default_factory=dict)
    """TAO for which people sold afterwards."""

    @property
    def minted(self) -> TaoBalance:
        """All TAO that the subnet was given in the round."""
        return TaoBalance(self.liquidity + self.purchases)

    @property
    def unowned(self) -> AlphaBalance:
        """Alpha that was issued and neither recycled nor paid to anybody."""
        return AlphaBalance(self.emitted - self.recycled - sum(self.paid.values()))

    def worth(self, alpha: AlphaBalance) -> TaoBalance:
        """Return what alpha is worth in rao of TAO at the price of the moment, rounded down."""
        return TaoBalance(alpha * self.price.bits >> U64F64.FRACTION_BITS)


@dataclass(frozen=True)
class Sample:
    """What a block left behind."""

    block: int
    price: U64F64
    given: TaoBalance
    """TAO that the block gave the subnet."""


@dataclass(frozen=True)
class Story:
    """The whole day."""

    rounds: tuple[Round, ...]
    samples: tuple[Sample, ...]
    halving: int
    """The first block of half the emission."""
    issuance: TaoBalance
    holds: dict[str, AlphaBalance]
    """Alpha that each person has in the end."""
    calls: int
    refused: tuple[str, ...]
    digest: str
    """SHA-256 over the last state."""

    def before_halving(self) -> list[Round]:
        """Return the rounds that had a winner and ended before the halving."""
        return [entry for entry in self.rounds if entry.holder and entry.block < self.halving]

    def after_halving(self) -> list[Round]:
        """Return the rounds that began after the halving."""
        return [entry for entry in self.rounds if entry.block - BLOCKS_OF_A_ROUND >= self.halving]


@cache
def tell() -> Story:
    """Run the whole chain, 7 200 blocks of it, and return its story."""
    state = begin()
    book = _Book(state)
    for step in script(state):
        book.before(step)
        book.after(step, execute(state, step))
    return book.story()


@dataclass
class _Book:
    """What is noted along the way."""

    state: State
    rounds: list[Round] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    halving: int = 0
    calls: int = 0
    refused: list[str] = field(default_factory=list)
    _sums: Counter[str] = field(default_factory=Counter)
    _held: dict[str, AlphaBalance] = field(default_factory=dict)
    _money: dict[str, TaoBalance] = field(default_factory=dict)

    def before(self, step: Step) -> None:
        """Take note of what a step is going to change."""
        if isinstance(step, BlockStep):
            height = current_block(self.state) + 1
            if not self.halving and TotalIssuance.get(self.state) >= FIRST_HALVING:
                self.halving = height
            if height % BLOCKS_OF_A_ROUND == 0:
                self._held = self._holdings()
        else:
            self._money = self._balances()

    def after(self, step: Step, result: Result) -> None:
        """Take note of what a step has changed."""
        if isinstance(step, CallStep):
            self.calls += 1
            if result.refusal is not None:
                self.refused.append(f"{step.name}: {result.refusal}")
            if self.rounds and self._money != self._balances():
                self._add_proceeds()
            return
        self._add_block(current_block(self.state))

    def _add_block(self, height: int) -> None:
        liquidity, purchases = SubnetTaoInEmission.get(self.state, SUBNET), SubnetExcessTao.get(self.state, SUBNET)
        emitted = SubnetAlphaOutEmission.get(self.state, SUBNET)
        self._sums.update(liquidity=liquidity, purchases=purchases, emitted=emitted)
        if height % SAMPLE_EVERY == 0:
            self.samples.append(Sample(height, self._price(), TaoBalance(liquidity + purchases)))
        if height % BLOCKS_OF_A_ROUND == 0:
            self._close_round(height)

    def _close_round(self, height: int) -> None:
        number = height // BLOCKS_OF_A_ROUND
        holder, recycled = record(number), AlphaRecycled.get(self.state, SUBNET)
        paid = {name: AlphaBalance(held - self._held[name]) for name, held in self._holdings().items()}
        entry = Round(
            number=number,
            block=height,
            holder=holder and holder[0],
            points=holder and holder[1],
            dissent=DISSENT.get(number),
            price=self._price(),
            liquidity=TaoBalance(self._sums["liquidity"]),
            purchases=TaoBalance(self._sums["purchases"]),
            emitted=AlphaBalance(self._sums["emitted"]),
            recycled=AlphaBalance(recycled - sum(past.recycled for past in self.rounds)),
            paid=paid,
        )
        self._sums.clear()
        self.rounds.append(entry)

    def _add_proceeds(self) -> None:
        last = self.rounds[-1]
        earned = {name: TaoBalance(now - self._money[name]) for name, now in self._balances().items()}
        sold = {name: amount for name, amount in earned.items() if amount}
        self.rounds[-1] = replace(last, proceeds=last.proceeds | sold)

    def _balances(self) -> dict[str, TaoBalance]:
        return {person.name: free_balance(self.state, person.coldkey) for person in EVERYBODY}

    def _price(self) -> U64F64:
        return current_price(read_pool(self.state, SUBNET))

    def _holdings(self) -> dict[str, AlphaBalance]:
        return {person.name: _stake(self.state, person) for person in EVERYBODY}

    def story(self) -> Story:
        """Return all that was noted."""
        return Story(
            rounds=tuple(self.rounds),
            samples=tuple(self.samples),
            halving=self.halving,
            issuance=TotalIssuance.get(self.state),
            holds=self._holdings(),
            calls=self.calls,
            refused=tuple(self.refused),
            digest=self.state.digest(),
        )


def _stake(state: State, person: Person) -> AlphaBalance:
    return get_stake_for_hotkey_and_coldkey_on_subnet(state, person.hotkey, person.coldkey, SUBNET)
