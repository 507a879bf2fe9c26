"""Every command, and every command within one, shows how it is called."""

import shlex
from collections.abc import Iterator

import click
import pytest

from subtensor_conformance.cli import main

CONTEXT = click.Context(main, info_name="subtensor-spec")


def commands(command: click.Command, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    if words:
        yield words, command
    if isinstance(command, click.Group):
        for name in command.list_commands(CONTEXT):
            inner = command.get_command(CONTEXT, name)
            assert inner is not None
            yield from commands(inner, (*words, name))


ALL = dict(commands(main, ()))


def examples(command: click.Command) -> list[str]:
    lines = (line.strip() for line in (command.help or "").splitlines())
    return [line for line in lines if line.startswith("subtensor-spec ")]


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_help_has_an_example_of_the_command(words: tuple[str, ...]) -> None:
    found = examples(ALL[words])
    assert found
    assert any(line.removeprefix("subtensor-spec ").startswith(" ".join(words)) for line in found)


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_an_example_uses_options_that_exist(words: tuple[str, ...]) -> None:
    for line in examples(ALL[words]):
        called = shlex.split(line.partition(" > ")[0])[1:]
        length = max(len(key) for key in ALL if key == tuple(called[: len(key)]))
        command = ALL[tuple(called[:length])]
        known = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
        assert {word for word in called[length:] if word.startswith("-")} <= known
