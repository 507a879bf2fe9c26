"""The ``{commands}`` directive: the help of every command, taken from the commands themselves."""

import click
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_conformance.cli import main


class CommandsDirective(SphinxDirective):
    """``:::{commands}`` shows one section for each command."""

    def run(self) -> list[nodes.Node]:
        context = click.Context(main, info_name="subtensor-spec")
        return [self._section(context, name) for name in main.list_commands(context)]

    def _section(self, parent: click.Context, name: str) -> nodes.section:
        command = main.get_command(parent, name)
        assert command is not None
        section = nodes.section(ids=[f"command-{name}"])
        section += nodes.title(text=name)
        context = click.Context(command, parent=parent, info_name=name, terminal_width=100, max_content_width=100)
        text = command.get_help(context)
        section += nodes.literal_block(text, text, language="text")
        return section


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("commands", CommandsDirective)
