"""The ``{commands}`` directive: the help of every command, taken from the commands themselves."""

from collections.abc import Iterator

import click
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_conformance.cli import main

WIDTH = 86
"""Characters that fit a page's width."""


class CommandsDirective(SphinxDirective):
    """``:::{commands}`` shows one section for each command, with the parts of a command that has any."""

    def run(self) -> list[nodes.Node]:
        whole = click.Context(main, info_name="subtensor-spec")
        return [self._section(whole, name) for name in main.list_commands(whole)]

    def _section(self, whole: click.Context, name: str) -> nodes.section:
        section = nodes.section(ids=[f"command-{name}"])
        section += nodes.title(text=name)
        section += [nodes.literal_block(text, text, language="text") for text in helps(whole, main, name)]
        return section


def helps(parent: click.Context, group: click.Group, name: str) -> Iterator[str]:
    """Yield the help of a command and of the commands within it."""
    command = group.get_command(parent, name)
    assert command is not None
    context = click.Context(command, parent=parent, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH)
    yield command.get_help(context)
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            yield from helps(context, command, inner)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("commands", CommandsDirective)
