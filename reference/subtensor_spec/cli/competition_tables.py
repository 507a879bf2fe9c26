"""The competition on a terminal: the rounds, what a round pays before and after the halving, who earned what."""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.table import Table

from subtensor_spec.chain.units import RAO_PER_TAO
from subtensor_spec.explain.examples.competition import Round, Story
from subtensor_spec.explain.examples.competition.script import BLOCKS_OF_A_ROUND
from subtensor_spec.explain.examples.competition.summary import GROUPS, accounts, average_pay

_GROUP_NAMES = {
    "winner": "the winner",
    "validators": "Vera, Viktor, Vesna",
    "staker": "Nina, who stakes with Vera",
    "owner": "Olga, owner and validator",
    "recycled": "root's part, recycled",
    "unowned": "issued, and nobody's",
}


def tables(story: Story) -> Iterator[Table]:
    """Yield every table of the story."""
    yield rounds_table(story)
    yield pay_table(story)
    yield accounts_table(story)


def rounds_table(story: Story) -> Table:
    """Return one line for each round; a rule stands where the emission halves."""
    table = _table(
        "Round by round", "round", "record", "TAO in", "α price", "winner α", "Vera α", "Vesna α", "Nina α", "Olga α",
        "sold TAO",
    )  # fmt: skip
    for entry in story.rounds:
        halves = entry.block - BLOCKS_OF_A_ROUND < story.halving <= entry.block
        table.add_row(*_round_cells(entry), end_section=halves)
    table.caption, table.caption_justify = "* Vesna votes for somebody else.", "left"
    return table


def _round_cells(entry: Round) -> tuple[str, ...]:
    record = f"{entry.holder} {entry.points}{'*' * bool(entry.dissent)}" if entry.holder else "nobody"
    paid = [entry.paid[name] for name in ("Vera", "Vesna", "Nina", "Olga")]
    amounts = [shown(amount) for amount in (GROUPS["winner"](entry), *paid, sum(entry.proceeds.values()))]
    return str(entry.number), record, shown(entry.minted), _price(entry), *amounts


def pay_table(story: Story) -> Table:
    """Return what an average round pays each group, before and after the halving, in alpha and its worth in TAO."""
    before, after = average_pay(story.before_halving()), average_pay(story.after_halving())
    table = _table("What a round pays", "who", "α before", "α after", "TAO before", "TAO after")
    for group, name in _GROUP_NAMES.items():
        amounts = (before[group].alpha, after[group].alpha, before[group].worth, after[group].worth)
        table.add_row(name, *map(shown, amounts))
    return table


def accounts_table(story: Story) -> Table:
    """Return one line for each person."""
    last = story.rounds[-1]
    table = _table("Who earned what", "who", "role", "won", "paid α", "sold TAO", "holds α", "worth TAO")
    for entry in accounts(story):
        amounts = (entry.paid, entry.sold, entry.holds, last.worth(entry.holds))
        won = str(entry.won) if entry.won else ""
        table.add_row(entry.person.name, entry.person.role, won, *map(shown, amounts))
    return table


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for heading in headings:
        words = heading in ("who", "role", "record")
        least = len(heading.split()[0])
        table.add_column(heading, justify="left" if words else "right", no_wrap=words, min_width=least)
    return table


def shown(rao: int) -> str:
    """Return an amount of a whole with one digit behind the point, rounded half to even; nothing for zero."""
    return f"{rao / RAO_PER_TAO:_.1f}" if rao else ""


def _price(entry: Round) -> str:
    return f"{entry.price.bits / 2**64:.3f}"
