"""``subtensor-spec accuracy``: how far exp, ln, log2, pow and sqrt lie from true values."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from subtensor_spec.arithmetic.transcendental.accuracy import DOMAINS, Error, Measurement, measure

_HEADINGS = ("function", "format", "from … to", "points", "bits off", "at", "relative", "bound: bits", "relative")
_WORDS = 3
"""So many columns hold words and are set flush left; the others hold figures."""


@click.command()
@click.option("--plot", type=click.Path(path_type=Path), help="Draw the errors into this file (.svg, .png or .pdf).")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(plot: Path | None, as_json: bool) -> None:
    """Measure the transcendental functions against true values, domain by domain.

    Errors are in bits of the format, with their sign: negative is too low. Exit status 1 if a bound is exceeded.

    \b
    subtensor-spec accuracy --plot errors.svg
    """
    measured = [measure(domain) for domain in DOMAINS]
    if as_json:
        click.echo(json.dumps([_row(measurement) for measurement in measured], indent=2, ensure_ascii=False))
    else:
        exceeded = sum(not within_bounds(measurement) for measurement in measured)
        click.echo(table(measured))
        click.echo(f"{len(measured)} domains, {exceeded} beyond their bounds")
    if plot is not None:
        from subtensor_spec.cli.accuracy_picture import draw

        draw(plot)
    if not all(within_bounds(measurement) for measurement in measured):
        raise SystemExit(1)


def within_bounds(measurement: Measurement) -> bool:
    """Tell whether a measurement keeps the bounds of its domain."""
    domain = measurement.domain
    relative = domain.relative_bound
    return bool(abs(measurement.bits.bits) <= domain.bits_bound) and (
        relative is None or bool(abs(measurement.relative.relative) <= relative)
    )


def _row(measurement: Measurement) -> dict[str, Any]:
    domain = measurement.domain
    bounded = domain.relative_bound is not None
    return {
        "function": domain.function,
        "format": domain.number.NAME,
        "domain": domain.description,
        "points": measurement.points,
        "bits": _significant(measurement.bits.bits),
        "bits_at": _place(measurement.bits),
        "relative": _significant(measurement.relative.relative) if bounded else None,
        "relative_at": _place(measurement.relative) if bounded else None,
        "bits_bound": _significant(domain.bits_bound),
        "relative_bound": _significant(domain.relative_bound) if bounded else None,
        "within_bounds": within_bounds(measurement),
    }


def _significant(value: Any) -> str:
    return f"{float(value):.4g}"


def _place(error: Error) -> list[str]:
    """Return the decimals of the point at which the error was found."""
    return [number.to_decimal() for number in error.point]


def table(measured: Sequence[Measurement]) -> str:
    """Return measurements as lines of text: the error furthest off in bits, where, and the greatest relative one."""
    rows = [_HEADINGS, *(_cells(_row(measurement)) for measurement in measured)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    return "\n".join(_line(row, widths) for row in rows)


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    at = ", ".join(f"{float(text):.5g}" for text in row["bits_at"])
    found = str(row["points"]), row["bits"], at, row["relative"] or "–"
    return row["function"], row["format"], row["domain"], *found, row["bits_bound"], row["relative_bound"] or "–"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    aligned = [
        cell.ljust(width) if column < _WORDS else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(aligned).rstrip()
