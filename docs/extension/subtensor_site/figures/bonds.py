"""Bonds over several epochs: an honest validator, one that is late, and one that copies the last consensus."""

from dataclasses import replace
from pathlib import Path

from matplotlib.axes import Axes

from subtensor_site.figures.subnets import PROPORTION, epoch_input
from subtensor_spec.chapters.consensus import EpochInput, run_epoch
from subtensor_spec.cli.picture_style import COLOURS, DASHES, picture

EPOCHS = 40
DISCOVERY, LATE = 5, 15
"""The epochs in which a new server's quality shows, and in which the late validator notices."""

VALIDATORS = ("honest majority", "honest", "late", "copier")
STAKES = [55, 15, 15, 15]
OLD, NEW = 4, 5


def weights(epoch: int, consensus: tuple[float, float]) -> list[list[int]]:
    """Return each validator's weights on the old and the new server in one epoch."""
    opinions = [
        (0.3, 0.7) if epoch >= DISCOVERY else (1.0, 0.0),
        (0.3, 0.7) if epoch >= DISCOVERY else (1.0, 0.0),
        (0.3, 0.7) if epoch >= LATE else (1.0, 0.0),
        consensus,
    ]
    rows = [[0] * 4 + [round(share * PROPORTION) for share in opinion] for opinion in opinions]
    return [*rows, [0] * 6, [0] * 6]


def simulate(liquid_alpha: bool) -> list[tuple[list[float], list[float]]]:
    """Return each epoch's bonds on the new server, and dividends per stake against the majority's, by validator."""
    start = epoch_input([stake * 10**9 for stake in STAKES] + [0, 0], weights(0, (1.0, 0.0)))
    state: EpochInput = replace(start, liquid_alpha=liquid_alpha)
    consensus, history = (1.0, 0.0), []
    for epoch in range(EPOCHS):
        rows = [[(j, weight) for j, weight in enumerate(row) if weight] for row in weights(epoch, consensus)]
        result = run_epoch(replace(state, weights=rows))
        medians = [value.bits / 2**32 for value in result.stages.consensus]
        consensus = (medians[OLD], medians[NEW])
        bonds = [100 * dict(row).get(NEW, 0) / PROPORTION for row in result.persisted.mechanism.bonds]
        paid = [value.bits / stake for value, stake in zip(result.stages.dividends, STAKES, strict=False)]
        history.append((bonds, [100 * (amount / paid[0] - 1) for amount in paid]))
        state = replace(state, bonds=result.persisted.mechanism.bonds)
    return history


def draw(file: Path) -> None:
    """Draw bonds and what they earn, without and with liquid alpha."""
    with picture(file, columns=2, rows=2, height=2.6) as panels:
        for column, liquid in enumerate((False, True)):
            history = simulate(liquid)
            for row, axes in enumerate((panels[column], panels[2 + column])):
                _draw_panel(axes, [epoch[row] for epoch in history])
            panels[column].set_title("liquid alpha" if liquid else "one moving average")
            panels[2 + column].set_xlabel("epoch")
        panels[0].set_ylabel("bond on the new server (%)")
        panels[2].set_ylabel("dividends per stake\nagainst the majority (%)")
        panels[3].legend(loc="lower right")


def _draw_panel(axes: Axes, history: list[list[float]]) -> None:
    for validator in (1, 2, 3):
        axes.plot(
            [row[validator] for row in history], color=COLOURS[validator - 1], linestyle=DASHES[validator - 1],
            label=VALIDATORS[validator],
        )
    for epoch in (DISCOVERY, LATE):
        axes.axvline(epoch, color="black", linewidth=0.6, linestyle=":")
