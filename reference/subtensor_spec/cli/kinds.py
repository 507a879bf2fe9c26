"""Kinds of options that several commands take."""

import math
from typing import Any

import click

LONGEST = 10_000_000
"""Seconds (or minutes) that an option takes at most, some four months: clocks and timeouts hold no more for sure."""


class Duration(click.ParamType):  # type: ignore[type-arg]  # click's older versions know no arguments here
    """A number of seconds or minutes from ``least`` to ``most``; never infinite, never undefined."""

    name = "number"

    def __init__(self, least: float, most: float = LONGEST) -> None:
        self.least, self.most = least, most

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> float:
        """Return the number."""
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if not self.least <= number <= self.most:
            self.fail(f"{value} is not a number from {self.least:g} to {self.most:.10g}", param, context)
        return number
