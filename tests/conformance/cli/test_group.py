"""The console command: quick to start, complete in its help, brief in its complaints."""

import importlib
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from subtensor_conformance.cli import SECTIONS, main
from subtensor_conformance.cli.group import LazyGroup
from subtensor_spec.errors import InvalidInput, Panic

STARTED_WITHIN = 0.3
"""Seconds for the help page."""

COMMANDS = {name: module for section in SECTIONS.values() for name, (module, _) in section.items()}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_helps(name: str) -> None:
    """Each command's module exports it, with a line about it and a help page."""
    command = importlib.import_module(COMMANDS[name]).command
    assert isinstance(command, click.Command)
    assert command.get_short_help_str()
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"{name} [OPTIONS]" in result.output


def test_help_lists_every_command_with_a_line() -> None:
    """The help page names all commands, in sections, without importing one."""
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    for heading, commands in SECTIONS.items():
        assert f"{heading}:" in result.output
        for name, (_, line) in commands.items():
            assert name in result.output
            assert line in result.output


def test_help_is_quick_and_imports_no_command() -> None:
    """The help page takes less than 0.3 s of processor time and loads neither numpy nor any command."""
    code = (
        "import sys, time; from subtensor_conformance.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'numpy', 'rich', 'jsonschema', 'hypothesis', 'matplotlib', 'subtensor_spec.arithmetic'}\n"
        "print(sorted(heavy & set(sys.modules)), time.process_time())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded, _, seconds = done.stdout.splitlines()[-1].rpartition(" ")
    assert loaded == "[]"
    assert float(seconds) < STARTED_WITHIN


def test_version() -> None:
    """--version names the distribution."""
    assert "subtensor-spec, version" in CliRunner().invoke(main, ["--version"]).output


def group_of(function: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LazyGroup:
    """Return a group with one command that runs ``function``."""
    module = type(sys)("a_command_for_a_test")
    module.command = click.command()(function)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return LazyGroup("test", {"Only": {"go": (module.__name__, "Go.")}})


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (InvalidInput("weights[3]", "too\nwide"), "Error: weights[3]: too wide"),
        (Panic("divided by zero"), "Error: divided by zero"),
    ],
)
def test_an_error_is_one_line_and_status_1(
    error: Exception, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the specification complains of reaches the user as one line on standard error."""

    def fail() -> None:
        raise error

    result = CliRunner().invoke(group_of(fail, tmp_path, monkeypatch), ["go"])
    assert result.exit_code == 1
    assert result.stderr.startswith(line)
    assert len(result.stderr.splitlines()) == 1


def test_an_interrupt_is_status_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user who stops a command sees no traceback."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    result = CliRunner().invoke(group_of(interrupted, tmp_path, monkeypatch), ["go"])
    assert result.exit_code == 130
    assert "Traceback" not in result.output


def test_an_unknown_command_is_a_usage_error() -> None:
    """A command that is not there is named."""
    result = CliRunner().invoke(main, ["dance"])
    assert result.exit_code == 2
    assert "No such command 'dance'" in result.stderr


def test_a_reader_that_goes_away_is_no_error() -> None:
    """Output into a pipe that nobody reads any more ends the command without a word."""
    command = [sys.executable, "-m", "subtensor_conformance", "adapter", "exact"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, complaint = process.communicate(b'{"seq":0,"method":"dance"}\n' * 10_000, timeout=20)
    assert complaint == b""


def test_an_adapter_stopped_by_its_user_ends_quietly() -> None:
    """An interrupt ends a server that waits for a request, with status 130."""
    import signal

    command = [sys.executable, "-m", "subtensor_conformance", "adapter", "exact"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"seq":0,"method":"dance"}\n')
    process.stdin.flush()
    process.stdout.readline()
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in complaint
