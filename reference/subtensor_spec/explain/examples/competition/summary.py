"""Who earned what: by group in an average round before and after the halving, and by person over the whole day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from subtensor_spec.chain.types import AlphaBalance, TaoBalance
from subtensor_spec.explain.examples.competition.cast import EVERYBODY, OWNER, STAKER, VALIDATORS, Person
from subtensor_spec.explain.examples.competition.story import Round, Story

_AMOUNT = Mapping[str, Callable[[Round], AlphaBalance]]


def _of(*people: Person) -> Callable[[Round], AlphaBalance]:
    return lambda entry: AlphaBalance(sum(entry.paid[person.name] for person in people))


def _of_winner(entry: Round) -> AlphaBalance:
    return AlphaBalance(0) if entry.holder is None else entry.paid[entry.holder]


GROUPS: _AMOUNT = {
    "winner": _of_winner,
    "validators": _of(*VALIDATORS),
    STAKER.role: _of(STAKER),
    OWNER.role: _of(OWNER),
    "recycled": lambda entry: entry.recycled,
    "unowned": lambda entry: entry.unowned,
}
"""What becomes of a round's alpha: who is paid how much of it, what is recycled, and what is nobody's."""


@dataclass(frozen=True)
class Pay:
    """What a group is paid in an average round, rounded down."""

    alpha: AlphaBalance
    worth: TaoBalance
    """The same in rao of TAO, at the price of each round."""


def average_pay(rounds: Sequence[Round]) -> dict[str, Pay]:
    """Return what an average one of the rounds paid each group."""
    pay = {}
    for group, amount in GROUPS.items():
        alpha = sum(amount(entry) for entry in rounds)
        worth = sum(entry.worth(amount(entry)) for entry in rounds)
        pay[group] = Pay(AlphaBalance(alpha // len(rounds)), TaoBalance(worth // len(rounds)))
    return pay


@dataclass(frozen=True)
class Account:
    """What became of a person over the day; amounts are rao."""

    person: Person
    won: int
    """Rounds in which all weight was theirs."""
    paid: AlphaBalance
    sold: TaoBalance
    """TAO for alpha sold."""
    holds: AlphaBalance
    """Alpha in the end, what was bought in the beginning included."""


def accounts(story: Story) -> list[Account]:
    """Return an account of everybody, in the order in which they enter."""
    return [_account(story, person) for person in EVERYBODY]


def _account(story: Story, person: Person) -> Account:
    name = person.name
    return Account(
        person=person,
        won=sum(entry.holder == name for entry in story.rounds),
        paid=AlphaBalance(sum(entry.paid[name] for entry in story.rounds)),
        sold=TaoBalance(sum(entry.proceeds.get(name, 0) for entry in story.rounds)),
        holds=story.holds[name],
    )
