"""The console that reports are printed on."""

import sys

from rich.console import Console

WIDTH = 120
"""Columns where the output is no terminal that has a width of its own."""


def report_console(stderr: bool = False) -> Console:
    """Return a console for standard output, or standard error."""
    stream = sys.stderr if stderr else sys.stdout
    return Console(stderr=stderr, highlight=False, width=None if stream.isatty() else WIDTH)
