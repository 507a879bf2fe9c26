"""What a share of the stake earns, when two camps each favour their own miners.

The curves follow the idea of the original Yuma analysis: the right panel shows, for a majority with 60 % of the stake,
at which weights it retains its share of emission against a minority that rates itself.
"""

from pathlib import Path

from matplotlib.axes import Axes

from subtensor_site.figures.subnets import PROPORTION, epoch_input
from subtensor_spec.chapters.consensus import run_epoch
from subtensor_spec.cli.picture_style import COLOURS, DASHES, picture

KAPPAS = (0.35, 0.5, 0.65)
SHARES = range(1, 100)
GRID = 21
MAJORITY = 60


def emission_share(stake: int, own: float, other_own: float, kappa: float) -> float:
    """Return the part of an epoch's emission that camp A earns.

    Camp A has ``stake`` percent of the stake and puts the part ``own`` of its weight on its own miner, the rest on that
    of camp B; camp B does likewise with ``other_own``. The uids are: validator A, validator B, miner A, miner B.
    """
    weights = [[0, 0, round(own * PROPORTION), round((1 - own) * PROPORTION)],
               [0, 0, round((1 - other_own) * PROPORTION), round(other_own * PROPORTION)], [0] * 4, [0] * 4]
    stakes = [stake * 10**9, (100 - stake) * 10**9, 0, 0]
    stages = run_epoch(epoch_input(stakes, weights, kappa=round(kappa * PROPORTION))).stages
    earned = [int(amount) for amount in stages.combined_emission]
    return (earned[0] + earned[2]) / sum(earned)


def draw(file: Path) -> None:
    """Draw emission share against stake share, and the retention of a majority."""
    with picture(file, columns=2) as (curves, retention):
        _draw_curves(curves)
        _draw_retention(retention)


def _draw_curves(axes: Axes) -> None:
    for colour, dash, kappa in zip(COLOURS, DASHES, KAPPAS, strict=False):
        shares = [100 * emission_share(stake, 0.8, 0.8, kappa) for stake in SHARES]
        axes.plot(SHARES, shares, color=colour, linestyle=dash, label=f"κ = {kappa}")
    axes.plot([0, 100], [0, 100], color="black", linewidth=0.6, linestyle=":")
    axes.set(xlim=(0, 100), ylim=(0, 100), xlabel="stake of a camp (%)", ylabel="its share of emission (%)",
             title="both camps rate themselves 0.8")
    axes.legend()


def _draw_retention(axes: Axes) -> None:
    ratios = [step / (GRID - 1) for step in range(GRID)]
    for colour, dash, kappa in zip(COLOURS, DASHES, KAPPAS, strict=False):
        grid = [[emission_share(MAJORITY, own, other, kappa) for own in ratios] for other in ratios]
        axes.contour(ratios, ratios, grid, levels=[MAJORITY / 100], colors=[colour], linestyles=[dash])
        axes.plot([], [], color=colour, linestyle=dash, label=f"κ = {kappa}")
    axes.set(xlabel="weight of the majority on its own miner", ylabel="weight of the minority on its own miner",
             title=f"where {MAJORITY} % of stake keeps {MAJORITY} %")
    axes.legend(loc="lower right")
