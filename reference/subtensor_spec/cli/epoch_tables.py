"""An epoch's result and an explanation of it, as tables for people; no two numbers that differ look alike."""

import sys
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from subtensor_spec.arithmetic import FixedPoint
from subtensor_spec.chain.units import grouped, whole_and_rao
from subtensor_spec.chapters.consensus import EpochTerms
from subtensor_spec.explain import Step, Wide

PAGE_WIDTH = 140
"""Columns of the output where it does not go to a terminal."""

DIGITS = 5
"""Digits behind the point of a part of 65535: so many tell any two of them apart."""


def neuron_table(output: Iterable[EpochTerms]) -> Table:
    """Return a table of what each neuron gets."""
    table = Table("uid", box=None, header_style="bold")
    for name in ("stake, alpha", "permit", "active", "trust", "consensus", "incentive", "dividends"):
        table.add_column(name, justify="right")
    table.add_column("as server, rao", justify="right")
    table.add_column("as validator, rao", justify="right")
    for terms in output:
        proportions = (terms.validator_trust, terms.consensus, terms.incentive, terms.dividend)
        table.add_row(
            str(terms.uid),
            whole_and_rao(terms.stake),
            "yes" if terms.new_validator_permit else "",
            "yes" if terms.active else "",
            *(f"{value / 65535:.{DIGITS}f}" if value else "" for value in proportions),
            grouped(terms.server_emission) if terms.server_emission else "",
            grouped(terms.validator_emission) if terms.validator_emission else "",
        )
    return table


def print_steps(steps: list[Step]) -> None:
    """Print an explanation."""
    console = page()
    for number, step in enumerate(steps, start=1):
        console.print(Text(f"{number} {step.title}", style="bold"), Text(" ".join(step.rules), style="dim"), sep="  ")
        for name, value in step.facts.items():
            console.print(Text(f"    {name}: {_shown(value)}"))
        if step.rows:
            console.print(_step_table(step))
        console.print()


def page() -> Console:
    """Return a console as wide as the terminal, or of a fixed width where there is none."""
    return Console(width=None if sys.stdout.isatty() else PAGE_WIDTH, highlight=False)


def _step_table(step: Step) -> Table:
    table = Table(box=None, header_style="italic", padding=(0, 2, 0, 2))
    for name in step.columns:
        table.add_column(name, justify="right")
    for row in step.rows:
        table.add_row(*(Text(_shown(value)) for value in row))
    return table


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Wide):
        return grouped(value.value)
    if isinstance(value, FixedPoint):
        return f"{value.to_decimal()} [{value.bits}]"
    return grouped(value) if isinstance(value, int) else str(value)
