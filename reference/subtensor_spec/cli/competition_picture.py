"""The picture of ``subtensor-spec chain example competition``: what came in, what alpha was worth, who was paid."""

from pathlib import Path
from typing import Any

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.units import RAO_PER_TAO
from subtensor_spec.cli.picture_style import COLOURS, DASHES, FAINT, picture
from subtensor_spec.explain.examples.competition import Story, tell
from subtensor_spec.explain.examples.competition.script import BLOCKS_OF_A_ROUND
from subtensor_spec.explain.examples.competition.summary import GROUPS

PALE = "#dddddd"
HATCHES = ("", "//", "..", "xx", "", "")
LABELS = ("winner", "validators", "staker", "owner", "recycled", "nobody's")


def draw(file: Path) -> None:
    """Draw the whole day into ``file``; its kind follows from the file's ending."""
    with picture(file, rows=3, height=2.3) as (given, price, pay):
        _given(given, tell())
        _price(price, tell())
        _pay(pay, tell())


def draw_market(file: Path) -> None:
    """Draw what the chain gives the subnet, and the price of its alpha."""
    with picture(file, rows=2, height=2.2, sharex=True) as (given, price):
        _given(given, tell())
        _price(price, tell())


def draw_pay(file: Path) -> None:
    """Draw who was paid how much in each round."""
    with picture(file, height=3.2) as (pay,):
        _pay(pay, tell())


def _given(axes: Any, story: Story) -> None:
    blocks = [sample.block for sample in story.samples]
    axes.plot(blocks, [sample.given / RAO_PER_TAO for sample in story.samples], color=COLOURS[0], drawstyle="steps-pre")
    axes.set(title="TAO that a block gives the subnet", ylim=(0, 1.1), xlim=(0, blocks[-1]))
    _mark_halving(axes, story)


def _price(axes: Any, story: Story) -> None:
    blocks = [sample.block for sample in story.samples]
    prices = [sample.price.bits / 2**U64F64.FRACTION_BITS for sample in story.samples]
    axes.plot(blocks, prices, color=COLOURS[1], linestyle=DASHES[0])
    axes.set(title="price of an alpha in TAO", xlabel="block", ylim=(0, 1.1 * max(prices)), xlim=(0, blocks[-1]))
    _mark_halving(axes, story)


def _mark_halving(axes: Any, story: Story) -> None:
    axes.axvline(story.halving, color=FAINT, linestyle=DASHES[1], linewidth=0.9)


def _pay(axes: Any, story: Story) -> None:
    numbers = [entry.number for entry in story.rounds]
    floor = [0.0] * len(numbers)
    for (group, amount), colour, hatch, label in zip(GROUPS.items(), (*COLOURS, PALE), HATCHES, LABELS, strict=True):
        heights = [amount(entry) / RAO_PER_TAO for entry in story.rounds]
        look = {"color": colour, "hatch": hatch, "edgecolor": "white", "linewidth": 0.4}
        axes.bar(numbers, heights, bottom=floor, label=label, **look)
        if group == "winner":
            _names(axes, story, heights)
        floor = [below + height for below, height in zip(floor, heights, strict=True)]
    axes.axvline(story.halving / BLOCKS_OF_A_ROUND + 0.5, color=FAINT, linestyle=DASHES[1], linewidth=0.9)
    axes.set(title="who shares a round's alpha", xlabel="round", xticks=numbers, xlim=(0.4, len(numbers) + 0.6))
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2), ncols=6, columnspacing=1.2, handlelength=1.4)


def _names(axes: Any, story: Story, heights: list[float]) -> None:
    for entry, height in zip(story.rounds, heights, strict=True):
        if entry.holder:
            axes.text(entry.number, height / 2, entry.holder, ha="center", va="center", rotation=90, color="white")
