"""The picture of ``subtensor-spec halving``: supply and emission over time; the same bytes for the same options."""

from datetime import datetime
from pathlib import Path

from matplotlib.axes import Axes

from subtensor_spec.chain.units import RAO_PER_TAO, whole_and_rao
from subtensor_spec.chapters.issuance.projection import FIRST_HALVING, Start, project, trajectory
from subtensor_spec.chapters.issuance.schedule import BLOCKS_PER_DAY, steps
from subtensor_spec.cli.picture_style import COLOURS, FAINT, INK, picture

SUPPLY, EMISSION = COLOURS[:2]
DAYS_PER_YEAR = 365.25
YEARS_BEFORE, YEARS_AFTER = 2, 23.8
MILLION_TAO = RAO_PER_TAO * 10**6

Curve = tuple[list[float], list[float]]
"""Years, with a decimal fraction, and a height for each."""


def draw(file: Path, start: Start, recycled_per_day: int) -> None:
    """Draw supply and emission from two years before the first halving to two dozen after the start."""
    with picture(file, rows=2, height=2.6, sharex=True, height_ratios=(3, 2)) as (upper, lower):
        _draw_supply(upper, start, recycled_per_day)
        _draw_emission(lower, start, recycled_per_day)
        upper.set_title(f"TAO in existence and TAO emitted a day, {_rate(recycled_per_day)}", fontsize=11)


def curves(start: Start, recycled_per_day: int) -> tuple[Curve, Curve]:
    """Return the supply in million TAO, and the emission from each year on in TAO a day, up to the picture's end."""
    end = year(start.moment) + YEARS_AFTER
    years: list[float] = []
    supply: list[float] = []
    emission: list[float] = []
    for corner in trajectory(start, recycled_per_day):
        years.append(year(start.moment) + float(corner.blocks / BLOCKS_PER_DAY) / DAYS_PER_YEAR)
        supply.append(float(corner.issuance / MILLION_TAO))
        emission.append(float(corner.emission * BLOCKS_PER_DAY / RAO_PER_TAO))
    if years[-1] < end:
        years, supply, emission = [*years, end], [*supply, supply[-1]], [*emission, emission[-1]]
    return (years, supply), (years, emission)


def year(moment: datetime) -> float:
    """Return a moment as a year with a decimal fraction."""
    return moment.year + (moment.timetuple().tm_yday - 1) / DAYS_PER_YEAR


def _rate(recycled_per_day: int) -> str:
    if not recycled_per_day:
        return "if nothing is recycled"
    return f"if {whole_and_rao(recycled_per_day).rstrip('0').rstrip('.')} TAO are recycled a day"


def _draw_supply(axes: Axes, start: Start, recycled: int) -> None:
    first, half = year(FIRST_HALVING.moment), FIRST_HALVING.issuance / MILLION_TAO
    past = half - YEARS_BEFORE * DAYS_PER_YEAR * steps()[0].emission_per_day / MILLION_TAO
    axes.plot([first - YEARS_BEFORE, first], [past, half], color=SUPPLY, linewidth=1.4, linestyle=(0, (4, 2)))
    if recycled:
        axes.plot(*curves(start, 0)[0], color=FAINT, linewidth=1.2, linestyle=":", label="if none were recycled")
    axes.plot(*curves(start, recycled)[0], color=SUPPLY, linewidth=2, label="projected")
    axes.axhline(21, color=INK, linewidth=0.8, linestyle="--")
    _label(axes, "the cap, 21 million", first, 21, below=True)
    _label(axes, "before the first halving: drawn as\nif nothing had been recycled", first, half - 4)
    axes.set(ylabel="million TAO", ylim=(5, 22))
    _frame(axes, start)
    for moment, supply in _halvings(start, recycled):
        axes.plot([moment], [supply], "o", color=SUPPLY, markersize=4.5)
        _label(axes, f"{supply:.7f}".rstrip("0"), moment, supply, below=True)
    if recycled:
        axes.legend(loc="lower right")


def _draw_emission(axes: Axes, start: Start, recycled: int) -> None:
    first = year(FIRST_HALVING.moment)
    before, after = (step.emission_per_day / RAO_PER_TAO for step in steps()[:2])
    if recycled:
        axes.step(*curves(start, 0)[1], where="post", color=FAINT, linewidth=1.2, linestyle=":")
    years, emission = curves(start, recycled)[1]
    heights = [before, after, *emission]
    axes.step([first - YEARS_BEFORE, first, *years], heights, where="post", color=EMISSION, linewidth=2)
    axes.annotate(
        f"first halving, December 2025:\n{_spaced(before)} → {_spaced(after)} TAO a day",
        (first, (before + after) / 2),
        (14, 14),
        textcoords="offset points",
        fontsize=9.5,
        arrowprops={"arrowstyle": "->", "color": INK},
    )
    axes.set(ylabel="TAO a day", ylim=(0, 7_900), yticks=[0, 900, 1_800, 3_600, 7_200])
    axes.yaxis.set_major_formatter(lambda value, _position: _spaced(value))
    _frame(axes, start)
    for halving in project(start, recycled):
        if halving.moment is not None and year(halving.moment) < year(start.moment) + YEARS_AFTER:
            level = halving.step.emission_per_day / RAO_PER_TAO
            _label(axes, f"{halving.moment:%b %Y}", year(halving.moment), max(level, recycled / RAO_PER_TAO))


def _halvings(start: Start, recycled: int) -> list[tuple[float, float]]:
    """Return the year and supply of every halving within the picture."""
    reached = [(year(FIRST_HALVING.moment), FIRST_HALVING.issuance / MILLION_TAO)]
    for halving in project(start, recycled):
        if halving.moment is not None and year(halving.moment) < year(start.moment) + YEARS_AFTER:
            reached.append((year(halving.moment), halving.step.first_issuance / MILLION_TAO))
    return reached


def _frame(axes: Axes, start: Start) -> None:
    first = year(FIRST_HALVING.moment)
    axes.set_xlim(first - YEARS_BEFORE, max(year(start.moment), first) + YEARS_AFTER)
    axes.axvline(first, color=INK, linewidth=0.8, linestyle=":")
    axes.grid(False, axis="x")


def _label(axes: Axes, text: str, at: float, height: float, *, below: bool = False) -> None:
    axes.annotate(text, (at, height), (5, -13 if below else 4), textcoords="offset points", fontsize=9, color=INK)


def _spaced(number: float) -> str:
    return f"{number:,.0f}".replace(",", " ")
