"""``subtensor-spec adapter``: a built-in path as an adapter program."""

import io
import sys

import click

from subtensor_conformance.adapters.serve import serve
from subtensor_conformance.adapters.server import Server


@click.command()
@click.argument("path", type=click.Choice(["exact", "numpy"]))
@click.option("--json", "_json", is_flag=True, help="Accepted for uniformity: the protocol is JSON in any case.")
def command(path: str, _json: bool) -> None:
    """Serve the exact or the numpy PATH over the adapter protocol.

    Reads one request a line on standard input and writes one response a line on standard output, until `bye` or
    the end of input. Bad requests are answered; they do not end the server.

    \b
    subtensor-spec adapter exact
    """
    serve(Server(path), io.FileIO(sys.stdin.fileno(), closefd=False), sys.stdout.buffer)
