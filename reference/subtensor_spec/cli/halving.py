"""``subtensor-spec halving``: the schedule of TAO emission, the emission at an issuance, and when halvings fall."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from subtensor_spec.chain.revisions import CURRENT
from subtensor_spec.chain.units import parse_amount, whole_and_rao
from subtensor_spec.chapters.issuance.emission import block_emission_for_issuance
from subtensor_spec.chapters.issuance.projection import FIRST_HALVING, Halving, Start, project
from subtensor_spec.chapters.issuance.schedule import BLOCKS_PER_DAY, Step, step_at, steps
from subtensor_spec.errors import InvalidInput

NEVER, FAR = "never", "after 9999"


@click.command()
@click.option("--issuance", help="Show the emission at this issuance, as in 12500000tao.")
@click.option("--recycling", default="0tao", show_default=True, help="What is recycled a day, as in 500tao.")
@click.option(
    "--from-date", default=f"{FIRST_HALVING.moment:%Y-%m-%d}", show_default=True, help="Project from this day (UTC) …"
)
@click.option("--from-issuance", default="10500000tao", show_default=True, help="… and this issuance on it.")
@click.option("--plot", type=click.Path(path_type=Path, dir_okay=False), help="Draw it to a .png, .svg or .pdf.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON; amounts are rao as decimal strings.")
def command(
    issuance: str | None, recycling: str, from_date: str, from_issuance: str, plot: Path | None, as_json: bool
) -> None:
    """Print the halving schedule of TAO, and project when the next halvings fall.

    A halving depends on how much TAO has been issued, not on the block's number. Recycling lowers the issuance and so
    delays the next halving. Thresholds and emissions are exact; dates count blocks of twelve seconds from the start.
    An amount is a number with its unit; a number alone is rao, 10⁻⁹ TAO, in every option.

    \b
    subtensor-spec halving
    subtensor-spec halving --issuance 10800000tao
    subtensor-spec halving --recycling 500tao --plot halvings.svg
    """
    start = Start(_day(from_date), parse_amount(from_issuance, "--from-issuance"))
    recycled = parse_amount(recycling, "--recycling")
    asked = None if issuance is None else parse_amount(issuance, "--issuance")
    projection = {halving.step.halvings: halving for halving in project(start, recycled)}
    if plot is not None:
        from subtensor_spec.cli.halving_picture import draw

        draw(plot, start, recycled)
    if as_json:
        click.echo(json.dumps(_as_json(start, recycled, asked, projection), indent=2))
        return
    if asked is not None:
        click.echo(_at_issuance(asked) + "\n")
    click.echo("\n".join(_table(start, recycled, projection)))


def _day(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        raise InvalidInput("--from-date", f"'{text}' is not a day such as 2025-12-14") from None


def _at_issuance(issuance: int) -> str:
    emission, step = block_emission_for_issuance(issuance), step_at(issuance)
    halvings = "1 halving" if step.halvings == 1 else f"{step.halvings} halvings"
    lines = [
        f"At an issuance of {whole_and_rao(issuance)} TAO ({issuance} rao), after {halvings}:",
        f"  {whole_and_rao(emission)} TAO a block ({emission} rao), {whole_and_rao(step.emission_per_day)} TAO a day",
    ]
    following = steps()[step.halvings + 1 :]
    if following:
        missing = following[0].first_issuance - issuance
        lines.append(f"  {whole_and_rao(missing)} TAO ({missing} rao) before the next halving")
    return "\n".join(lines)


def _table(start: Start, recycled: int, projection: dict[int, Halving]) -> list[str]:
    lines = [
        f"From {whole_and_rao(start.issuance)} TAO on {start.moment:%Y-%m-%d},"
        f" {whole_and_rao(recycled)} TAO recycled a day, {BLOCKS_PER_DAY} blocks a day.",
        "",
        f"{'halvings':>8}  {'from issuance (rao)':>19}  {'rao a block':>11}  {'TAO a day':>17}  about",
    ]
    for step in steps():
        when = _when(step, start, projection.get(step.halvings))
        amounts = f"{step.first_issuance:>19}  {step.emission:>11}  {whole_and_rao(step.emission_per_day):>17}"
        lines.append(f"{step.halvings:>8}  {amounts}  {when}".rstrip())
    return lines + _what_stops(projection)


def _what_stops(projection: dict[int, Halving]) -> list[str]:
    never = next((halving.step for halving in projection.values() if halving.blocks is None), None)
    if never is None:
        return []
    reached = [halving.step for halving in projection.values() if halving.blocks is not None]
    if not reached:
        return ["", "So much recycling takes all that is emitted at the start: no further halving is reached."]
    here = reached[-1]
    return [
        "",
        f"From halving {here.halvings} on so much recycling takes all that is emitted: the issuance stays about"
        f" {whole_and_rao(here.first_issuance)} TAO, where that halving is undone and happens again.",
    ]


def _when(step: Step, start: Start, halving: Halving | None) -> str:
    if halving is None:
        return f"{start.moment:%Y-%m-%d}" if step.halvings and step.first_issuance == start.issuance else ""
    if halving.blocks is None:
        return NEVER
    return FAR if halving.moment is None else f"{halving.moment:%Y-%m-%d}"


def _as_json(start: Start, recycled: int, asked: int | None, projection: dict[int, Halving]) -> dict[str, Any]:
    schedule = []
    for step in steps():
        halving = projection.get(step.halvings)
        when = _when(step, start, halving)
        schedule.append(
            {
                "halvings": step.halvings,
                "from_issuance": str(step.first_issuance),
                "emission_per_block": str(step.emission),
                "emission_per_day": str(step.emission_per_day),
                "date": when if when not in ("", NEVER, FAR) else None,
                "blocks_from_start": None if halving is None or halving.blocks is None else halving.blocks,
                "reached": halving is None or halving.blocks is not None,
                "lasts": halving is None or halving.lasts,
            }
        )
    result: dict[str, Any] = {
        "revision": CURRENT.name,
        "start": {"date": f"{start.moment:%Y-%m-%d}", "issuance": str(start.issuance)},
        "recycled_per_day": str(recycled),
        "blocks_per_day": BLOCKS_PER_DAY,
        "schedule": schedule,
    }
    if asked is not None:
        emission, step = block_emission_for_issuance(asked), step_at(asked)
        result["at_issuance"] = {
            "issuance": str(asked),
            "halvings": step.halvings,
            "emission_per_block": str(emission),
            "emission_per_day": str(emission * BLOCKS_PER_DAY),
        }
    return result
