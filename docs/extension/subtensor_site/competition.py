"""Figures of the competition for prose: ``{computed}`competition paid 9 Vesna``` and the like."""

from collections.abc import Callable

from subtensor_site.values import spaced
from subtensor_spec.chain.units import RAO_PER_TAO
from subtensor_spec.explain.examples.competition import Round, Story, tell
from subtensor_spec.explain.examples.competition.cast import EVERYBODY
from subtensor_spec.explain.examples.competition.summary import accounts, average_pay


def figure(argument: str) -> str:
    """Return a figure of the story; :class:`KeyError` or :class:`ValueError` if there is none of that name."""
    name, *rest = argument.split()
    return FIGURES[name](tell(), *rest)


def _amount(rao: int) -> str:
    """Return rao as wholes with one digit behind the point."""
    return f"{rao / RAO_PER_TAO:,.1f}".replace(",", "\u202f")


def _round(story: Story, number: str) -> Round:
    return story.rounds[int(number) - 1]


def _average(story: Story, when: str, group: str, unit: str) -> str:
    rounds = {"before": story.before_halving, "after": story.after_halving}[when]()
    pay = average_pay(rounds)[group]
    return _amount({"alpha": pay.alpha, "tao": pay.worth}[unit])


def _account(story: Story, name: str, what: str) -> str:
    entry = next(entry for entry in accounts(story) if entry.person.name == name)
    if what == "won":
        return str(entry.won)
    return _amount({"paid": entry.paid, "sold": entry.sold, "holds": entry.holds}[what])


def _person(_story: Story, name: str, what: str) -> str:
    person = next(person for person in EVERYBODY if person.name == name)
    return spaced({"brings": person.brings, "stakes": person.stakes}[what] // RAO_PER_TAO)


FIGURES: dict[str, Callable[..., str]] = {
    "rounds": lambda story: str(len(story.rounds)),
    "blocks": lambda story: spaced(story.rounds[-1].block),
    "halving": lambda story: spaced(story.halving),
    "halving-round": lambda story: str(next(entry.number for entry in story.rounds if entry.block >= story.halving)),
    "holder": lambda story, number: _round(story, number).holder or "nobody",
    "price": lambda story, number: f"{_round(story, number).price.bits / 2**64:.2f}",
    "minted": lambda story, number: _amount(_round(story, number).minted),
    "purchases": lambda story, number: _amount(_round(story, number).purchases),
    "emitted": lambda story, number: _amount(_round(story, number).emitted),
    "recycled": lambda story, number: _amount(_round(story, number).recycled),
    "unowned": lambda story, number: _amount(_round(story, number).unowned),
    "paid": lambda story, number, name: _amount(_round(story, number).paid[name]),
    "sold": lambda story, number, name: _amount(_round(story, number).proceeds[name]),
    "average": _average,
    "account": _account,
    "person": _person,
}
"""What can be asked for: a name, then a round, a person or a group, and what of it."""
