"""A click group that imports a command only when it is called, and turns errors into one line."""

import errno
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from subtensor_conformance.cli.complaints import MET, as_json, complaint_of, is_ours, wants_json

Sections = Mapping[str, Mapping[str, tuple[str, str]]]
"""Heading, then command name, then the module that exports ``command`` and one line about it."""

_ARGUMENTS = f"{__name__}.arguments"

INTERRUPTED = 130
"""The exit status of a command that the user stopped, as shells have it."""


class LazyGroup(click.Group):
    """The top command. A command's module stays unread until that command runs."""

    def __init__(self, name: str, sections: Sections) -> None:
        super().__init__(
            name,
            help="Bittensor's consensus, exact: calculators, and checks for any implementation of it.",
            context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        )
        self.sections = sections
        self.modules = {command: module for group in sections.values() for command, (module, _) in group.items()}
        click.version_option(package_name="subtensor-spec")(self)

    def list_commands(self, _context: click.Context) -> list[str]:
        """Return the names of all commands, in the order of the help page."""
        return list(self.modules)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """Import and return the command ``name``, or nothing if there is none."""
        module = self.modules.get(name)
        if module is None:
            return None
        command: click.Command = import_module(module).command
        command.name = name
        return command

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help page's list of commands without importing any of them."""
        for heading, commands in self.sections.items():
            with formatter.section(heading):
                formatter.write_dl([(name, line) for name, (_, line) in commands.items()])

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Keep the command line: a complaint follows the form of output that it asks for."""
        context.meta[_ARGUMENTS] = tuple(args)
        return super().parse_args(context, args)

    def invoke(self, context: click.Context) -> Any:
        """Run a command; an error that a user can meet is one line or JSON, an interrupt status 130."""
        try:
            return super().invoke(context)
        except MET as error:
            if is_ours(error) or (isinstance(error, OSError) and error.errno == errno.EPIPE):
                raise
            complaint = complaint_of(error)
            if not wants_json(self, context, context.meta[_ARGUMENTS]):
                raise complaint from None
            click.echo(as_json(error, complaint))
            context.exit(complaint.exit_code)
        except KeyboardInterrupt:
            context.exit(INTERRUPTED)
