"""What a command says when it cannot go on: one line for people, or JSON where the caller asked for JSON."""

import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import click

from subtensor_spec.errors import InvalidInput, SpecError


def complaint_of(error: Exception) -> click.ClickException:
    """Return an error that a user can meet as one line."""
    if isinstance(error, click.ClickException):
        return error
    if isinstance(error, OSError):
        return click.ClickException(_about_a_file(error))
    if isinstance(error, UnicodeDecodeError):
        return click.ClickException("a file that was read is not UTF-8 text")
    if isinstance(error, RecursionError):
        return click.ClickException("what was read is nested too deeply")
    if isinstance(error, ModuleNotFoundError):
        return click.ClickException(f"this needs the package {error.name}; install 'subtensor-spec[test]'")
    return click.ClickException(" ".join(str(error).split()))


def _about_a_file(error: OSError) -> str:
    reason = error.strerror or "cannot be read or written"
    if error.filename is None:
        _discard_output()
        return f"the output cannot be written: {reason}"
    return f"{os.fsdecode(error.filename)}: {reason}"


def _discard_output() -> None:
    """Let what is still to be written go nowhere: the interpreter would try it again at its end, and complain."""
    with suppress(OSError, ValueError):  # where no real file stands behind it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def as_json(error: Exception, complaint: click.ClickException) -> str:
    """Return a complaint as JSON: its message, and where and with which of the chain's errors if known."""
    form: dict[str, Any] = {"message": " ".join(complaint.format_message().split())}
    if isinstance(error, InvalidInput) and error.where:
        form["where"] = error.where
    code = getattr(error, "code", None)
    if isinstance(code, str):
        form["code"] = code
    return json.dumps({"error": form}, ensure_ascii=False)


def wants_json(group: click.Group, context: click.Context, arguments: Sequence[str]) -> bool:
    """Tell whether a command line asks for JSON on standard output: ``--json`` as a switch, or ``--json -``."""
    if "--json" not in arguments:
        return False
    command: click.Command | None = group
    for word in arguments:
        if isinstance(command, click.Group) and word in command.list_commands(context):
            command = command.get_command(context, word)
    options = command.params if command else []
    switch = any(isinstance(one, click.Option) and one.is_flag for one in options if "--json" in one.opts)
    return switch or "-" in arguments[arguments.index("--json") + 1 :][:1]


MET = (SpecError, click.ClickException, OSError, UnicodeDecodeError, RecursionError, ModuleNotFoundError)
"""Errors that a user can meet."""


def is_ours(error: Exception) -> bool:
    """Tell whether an error shows a mistake in this project and not in its use: a module of its own that is missing."""
    return isinstance(error, ModuleNotFoundError) and (error.name or "subtensor_").startswith("subtensor_")
