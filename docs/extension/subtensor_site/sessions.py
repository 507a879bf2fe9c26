"""The ``{session}`` directive: commands that are run when the site is built, each with what it printed."""

import os
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_conformance.cli import main

PROMPT = "$ subtensor-spec "
KEY = "subtensor-site-sessions"
WIDTH = 100
"""Columns of the terminal that the commands believe they write to."""


class SessionDirective(SphinxDirective):
    """``:::{session}`` with lines ``$ subtensor-spec ARG…`` or ``$ subtensor-spec ARG… > FILE`` as its body.

    ``lines`` cuts each output off. ``status`` is the exit status of the last command, 0 unless given; another status
    fails the build.
    """

    has_content = True
    option_spec = {  # noqa: RUF012 - docutils' own form
        "lines": directives.positive_int,
        "status": directives.nonnegative_int,
    }

    def run(self) -> list[nodes.Node]:
        text = "\n".join(self._transcript(self._folder()))
        return [nodes.literal_block(text, text, language="console")]

    def _folder(self) -> Path:
        """Return the folder in which all sessions of this page run; it goes when the page has been read."""
        if KEY not in self.env.temp_data:
            self.env.temp_data[KEY] = tempfile.TemporaryDirectory()
        return Path(self.env.temp_data[KEY].name)

    def _transcript(self, folder: Path) -> Iterator[str]:
        for position, line in enumerate(self.content):
            if not line.startswith(PROMPT):
                raise self.error(f"{line!r} does not begin with {PROMPT!r}")
            last = position == len(self.content) - 1
            expected = self.options.get("status", 0) if last else 0
            status, output = run(line.removeprefix(PROMPT), folder)
            if status != expected:
                raise self.error(f"{line} ended with status {status}, not {expected}: {output}")
            printed = output.splitlines()
            limit = self.options.get("lines", len(printed))
            yield line
            yield from printed[:limit]
            if len(printed) > limit:
                yield "…"


def run(line: str, folder: Path) -> tuple[int, str]:
    """Run one command in ``folder`` and return its exit status and what it printed; ``> FILE`` writes that there."""
    command, _, file = line.partition(" > ")
    before = Path.cwd()
    os.chdir(folder)
    try:
        result = CliRunner(env={"COLUMNS": str(WIDTH)}).invoke(main, shlex.split(command), prog_name="subtensor-spec")
    finally:
        os.chdir(before)
    if not file:
        return result.exit_code, "\n".join(line.rstrip() for line in result.output.splitlines())
    (folder / file.strip()).write_text(result.output)
    return result.exit_code, ""


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("session", SessionDirective)
