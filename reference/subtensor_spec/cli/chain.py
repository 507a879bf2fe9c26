"""``subtensor-spec chain``: a chain of one's own."""

from importlib import import_module
from pkgutil import iter_modules

import click

from subtensor_spec.cli import chain_run, chain_sweep, examples
from subtensor_spec.cli.chain_script import apply, new


class _Examples(click.Group):
    """Every module of :mod:`subtensor_spec.cli.examples` is a command; an underscore in its name becomes a dash."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """Return the names of all examples."""
        return sorted(module.name.replace("_", "-") for module in iter_modules(examples.__path__))

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Import and return the example ``name``, or nothing if there is none."""
        if name not in self.list_commands(context):
            return None
        command: click.Command = import_module(f"{examples.__name__}.{name.replace('-', '_')}").command
        command.name = name
        return command


@click.group()
def command() -> None:
    """Run a chain of one's own, block by block and call by call, as production would.

    \b
    subtensor-spec chain example competition
    subtensor-spec chain new --balance @alice=10000 -o begin.json
    """


command.add_command(new)
command.add_command(apply)


@command.group(cls=_Examples)
def example() -> None:
    """Run a chain that tells a story, from its first block on.

    \b
    subtensor-spec chain example competition --plot day.svg
    """


command.add_command(chain_run.command)
command.add_command(chain_sweep.command)
