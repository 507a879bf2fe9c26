"""The options of ``conform``, in four groups."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from subtensor_conformance.runner.target import BUILT_IN
from subtensor_conformance.vectors.case import KINDS, TIERS
from subtensor_spec.cli.kinds import Duration

Command = Callable[..., Any]

NEW_FILE = click.Path(dir_okay=False, path_type=Path)
EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
FILE_OR_DASH = click.Path(dir_okay=False, path_type=Path, allow_dash=True)
SECONDS = Duration(0.01)


class ShardType(click.ParamType):  # type: ignore[type-arg]  # click's older versions know no arguments here
    """``i/n``: the i-th of n parts."""

    name = "i/n"

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> tuple[int, int]:
        """Return ``(i, n)``."""
        first, _, second = str(value).partition("/")
        if not (first.isdecimal() and second.isdecimal() and 1 <= int(first) <= int(second)):
            self.fail(f"{value!r} is not i/n with 1 <= i <= n, such as 1/4", param, context)
        return int(first), int(second)


def _together(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def add(function: Command) -> Command:
        for option in reversed(options):
            function = option(function)
        return function

    return add


target_options = _together(
    click.option("--adapter", metavar="'CMD ARG…'", help="The adapter program; split into words, run by no shell."),
    click.option("--target", type=click.Choice(BUILT_IN), help="A built-in path.  [default: both]"),
)
"""What is held against the vectors."""

selection_options = _together(
    click.option("--tier", type=click.Choice(TIERS), default="full", show_default=True, help="With the quicker ones."),
    click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only this kind. Repeatable."),
    click.option("--rule", "rules", multiple=True, metavar="GLOB", help="Only of such rules: 'YC-*'. Repeatable."),
    click.option("--id", "ids", multiple=True, metavar="GLOB", help="Only such vectors: 'arith/i32f32/*'. Repeatable."),
    click.option("--list", "listed", type=EXISTING_FILE, help="Only the ids in this file, and those below them."),
    click.option("--revision", default="r425", show_default=True, help="The chain's revision."),
    click.option("--shard", type=ShardType(), help="Only the i-th of n parts of what is selected."),
    click.option("--file", "files", type=EXISTING_FILE, multiple=True, help="A file instead of those published."),
    click.option("--print-ids", is_flag=True, help="Print the selected ids, one a line, and run nothing."),
)
"""Which vectors are taken."""

manner_options = _together(
    click.option(
        "--jobs", type=click.IntRange(1, 256), metavar="N", help="Adapter processes side by side.  [default: by size]"
    ),
    click.option("--shuffle", type=int, metavar="SEED", help="Ask in another order, to find state that leaks."),
    click.option(
        "--deadline", type=SECONDS, metavar="SECONDS", default=60.0, show_default=True, help="Time for a batch."
    ),
    click.option(
        "--start-deadline", type=SECONDS, metavar="SECONDS", default=30.0, show_default=True, help="Time to start."
    ),
    click.option(
        "--batch", type=click.IntRange(1), metavar="N", default=512, show_default=True, help="Most cases in a request."
    ),
    click.option("--known", type=EXISTING_FILE, help="Failures that are known and do not count, with reasons."),
    click.option("--require", "required", multiple=True, metavar="GLOB", help="What must be supported; `all` is all."),
)
"""How the cases are asked, and what counts."""

output_options = _together(
    click.option("--junit", type=NEW_FILE, help="Write JUnit XML."),
    click.option("--html", type=FOLDER, help="Write a page of rules and verdicts into this folder."),
    click.option("--markdown", type=NEW_FILE, help="Append a summary, as for a CI job page."),
    click.option("--json", "json_file", type=FILE_OR_DASH, help="Write everything as JSON; - prints it."),
)
"""Where reports go."""
