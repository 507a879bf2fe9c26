"""The picture of ``subtensor-spec replay``: each subnet's price, emission and stake, block by block."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes

from subtensor_conformance.runner.replay import Moment, replay
from subtensor_spec.chain.items.emission import SubnetTaoInEmission
from subtensor_spec.chain.items.pools import SubnetAlphaOut
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, NetUid
from subtensor_spec.chain.units import RAO_PER_TAO
from subtensor_spec.chapters.swap.answers import current_alpha_price_in_rao
from subtensor_spec.cli.picture_style import COLOURS, DASHES, picture

Series = dict[NetUid, list[tuple[int, float]]]
"""Heights of each subnet, with the block of each."""


@dataclass
class Curves:
    """What is drawn, read off the state when a block is open."""

    price: Series = field(default_factory=dict)
    emission: Series = field(default_factory=dict)
    stake: Series = field(default_factory=dict)

    def watch(self, state: State, steps: list[dict[str, Any]]) -> Iterator[Moment]:
        """Take the steps of a trace, yield each, and note the heights after every block."""
        for moment in replay(state, steps):
            if "block" in moment.step and moment.block is not None:
                self._note(state, moment.block)
            yield moment

    def _note(self, state: State, block: int) -> None:
        for netuid in NetworksAdded.keys(state):
            if netuid == ROOT:
                continue
            _add(self.stake, netuid, block, SubnetAlphaOut.get(state, netuid) / RAO_PER_TAO)
            _add(self.emission, netuid, block, SubnetTaoInEmission.get(state, netuid) / RAO_PER_TAO)
            _add(self.price, netuid, block, current_alpha_price_in_rao(state, netuid) / RAO_PER_TAO)

    def draw(self, file: Path) -> None:
        """Draw three panels into a file."""
        panels = ((self.price, "price, TAO"), (self.emission, "TAO a block"), (self.stake, "alpha staked"))
        with picture(file, rows=3, height=2.0, sharex=True) as axes:
            for panel, (series, label) in zip(axes, panels, strict=True):
                _draw(panel, series)
                panel.set_ylabel(label)
            axes[0].set_title("Price, emission and stake of every subnet")
            axes[0].legend(ncols=6)
            axes[2].set_xlabel("block")


def _add(series: Series, netuid: NetUid, block: int, height: float) -> None:
    series.setdefault(netuid, []).append((block, height))


def _draw(axes: Axes, series: Series) -> None:
    for place, (netuid, points) in enumerate(sorted(series.items())):
        blocks, heights = zip(*points, strict=True)
        colour, dash = COLOURS[place % len(COLOURS)], DASHES[place // len(COLOURS) % len(DASHES)]
        axes.plot(blocks, heights, color=colour, linestyle=dash, linewidth=1.4, label=f"subnet {netuid}")
