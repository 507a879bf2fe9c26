"""The liquid-alpha sigmoid: how fast a bond follows, as a function of the difference that drives it."""

from pathlib import Path

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.steps.liquid_alpha import alpha_sigmoid
from subtensor_spec.cli.picture_style import COLOURS, DASHES, picture

STEEPNESSES = (2, 5, 10, 30)
STEPS = 200
LOW, HIGH = 45_875, 58_982


def _proportion(part: int) -> I32F32:
    return I32F32.saturating_from_num(part).safe_div(I32F32.saturating_from_num(65_535))


def draw(file: Path) -> None:
    """Draw alpha against the difference between weight and consensus for several steepnesses."""
    low, high, zero = _proportion(LOW), _proportion(HIGH), I32F32.ZERO
    differences = [I32F32.from_bits((step << 32) // STEPS) for step in range(STEPS + 1)]
    with picture(file) as (axes,):
        for colour, dash, steepness in zip(COLOURS, DASHES, STEEPNESSES, strict=False):
            hundredfold = I32F32.saturating_from_num(100 * steepness)
            alphas = [alpha_sigmoid(zero, difference, zero, low, high, hundredfold) for difference in differences]
            axes.plot(
                [difference.bits / 2**32 for difference in differences], [alpha.bits / 2**32 for alpha in alphas],
                color=colour, linestyle=dash, label=f"steepness {steepness}",
            )
        axes.set(xlabel="weight above consensus (buying), or bond above weight (selling)", ylabel="alpha", xlim=(0, 1))
        axes.legend()
