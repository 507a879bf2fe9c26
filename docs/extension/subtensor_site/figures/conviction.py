"""A lock over time: what stays locked, and the conviction that it earns, decaying and perpetual."""

from pathlib import Path

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.items.locks import MaturityRate, UnlockRate
from subtensor_spec.chain.types import AlphaBalance, LockState
from subtensor_spec.chapters.locks.rolling import DECAYING, PERPETUAL, Role, roll_forward_lock
from subtensor_spec.cli.picture_style import COLOURS, DASHES, picture

BLOCKS_PER_DAY = 7200
DAYS = range(0, 721, 5)
LOCKED = 10**12


def percentages(day: int, role: Role) -> tuple[float, float]:
    """Return a lock's mass and conviction after so many days, in percent of what was locked."""
    start = LockState(AlphaBalance(LOCKED), U64F64.ZERO, 0)
    lock = roll_forward_lock(start, day * BLOCKS_PER_DAY, UnlockRate.default, MaturityRate.default, role)
    return 100 * lock.locked_mass / LOCKED, 100 * lock.conviction.bits / 2**64 / LOCKED


def draw(file: Path) -> None:
    """Draw mass and conviction of a decaying lock, and conviction of a perpetual one, against time."""
    decaying = [percentages(day, DECAYING) for day in DAYS]
    perpetual = [percentages(day, PERPETUAL) for day in DAYS]
    curves = {
        "mass, decaying": [mass for mass, _ in decaying],
        "conviction, decaying": [conviction for _, conviction in decaying],
        "mass, perpetual": [mass for mass, _ in perpetual],
        "conviction, perpetual": [conviction for _, conviction in perpetual],
    }
    with picture(file) as (axes,):
        for colour, dash, (label, values) in zip(COLOURS, DASHES, curves.items(), strict=False):
            axes.plot(DAYS, values, color=colour, linestyle=dash, label=label)
        axes.set(xlabel="days after locking", ylabel="% of what was locked", xlim=(0, 720), ylim=(0, 105))
        axes.legend(loc="center right")
