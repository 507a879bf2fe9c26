"""Bonds over several epochs: an honest validator, one that is late, and one that copies the last consensus."""

from dataclasses import replace
from pathlib import Path

from subtensor_site.figures.style import COLOURS, DASHES, picture
from subtensor_site.figures.subnets import PROPORTION, epoch_input
from subtensor_spec.consensus import EpochInput, run_epoch

EPOCHS = 40
DISCOVERY, LATE = 5, 15
"""The epochs in which a new miner's quality shows, and in which the late validator notices."""

VALIDATORS = ("honest majority", "honest", "late", "copier")
STAKES = [55, 15, 15, 15]
OLD, NEW = 4, 5


def weights(epoch: int, consensus: tuple[float, float]) -> list[list[int]]:
    """Return each validator's weights on the old and the new miner in one epoch."""
    opinions = [
        (0.3, 0.7) if epoch >= DISCOVERY else (1.0, 0.0),
        (0.3, 0.7) if epoch >= DISCOVERY else (1.0, 0.0),
        (0.3, 0.7) if epoch >= LATE else (1.0, 0.0),
        consensus,
    ]
    rows = [[0] * 4 + [round(share * PROPORTION) for share in opinion] for opinion in opinions]
    return [*rows, [0] * 6, [0] * 6]


def simulate(**changes: object) -> list[list[float]]:
    """Return every epoch's dividends per stake, relative to the honest majority's, by validator."""
    state: EpochInput = epoch_input([stake * 10**9 for stake in STAKES] + [0, 0], weights(0, (1.0, 0.0)), **changes)
    consensus, history = (1.0, 0.0), []
    for epoch in range(EPOCHS):
        rows = [[(j, weight) for j, weight in enumerate(row) if weight] for row in weights(epoch, consensus)]
        result = run_epoch(replace(state, weights=rows))
        medians = [value.bits / 2**32 for value in result.stages["consensus"]]
        consensus = (medians[OLD], medians[NEW])
        paid = [value.bits / stake for value, stake in zip(result.stages["dividends"], STAKES, strict=False)]
        history.append([100 * (amount / paid[0] - 1) for amount in paid])
        state = replace(state, bonds=result.persisted.bonds)
    return history


def draw(file: Path) -> None:
    """Draw what each validator earns per stake, without and with liquid alpha."""
    with picture(file, columns=2) as panels:
        for axes, liquid in zip(panels, (False, True), strict=True):
            history = simulate(liquid_alpha=liquid, bonds_penalty=PROPORTION)
            for validator in (1, 2, 3):
                axes.plot(
                    [row[validator] for row in history], color=COLOURS[validator - 1],
                    linestyle=DASHES[validator - 1], label=VALIDATORS[validator],
                )
            axes.axvline(DISCOVERY, color="black", linewidth=0.6, linestyle=":")
            axes.axvline(LATE, color="black", linewidth=0.6, linestyle=":")
            axes.set(xlabel="epoch", title="liquid alpha" if liquid else "one moving average")
        panels[0].set_ylabel("dividends per stake against the majority (%)")
        panels[0].legend()
