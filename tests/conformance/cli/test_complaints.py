"""What goes wrong is one line without a traceback, and JSON where JSON was asked for."""

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.cli import main
from subtensor_conformance.cli.group import LazyGroup

COMMAND = [sys.executable, "-m", "subtensor_conformance"]
POOL = ["--tao-in", "1tao", "--alpha-in", "1alpha"]


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize(
    ("arguments", "status", "error"),
    [
        (
            ["quote", *POOL, "--stake", "5000tao", "--json"],
            1,
            {
                "message": "the chain refuses: the order is more than 1_000 times the reserve that it is paid into"
                " (Swap.SwapInputTooLarge)",
                "code": "Swap.SwapInputTooLarge",
            },
        ),
        (
            ["quote", *POOL, "--json", "--stake", "1alpha"],
            1,
            {"message": "--stake: '1alpha' is alpha where TAO is due, as in 1.5tao", "where": "--stake"},
        ),
        (["quote", "--json", *POOL], 2, {"message": "give either --stake or --unstake"}),
        (["conform", "--id", "nothing", "--json", "-"], 1, None),
        (["vectors", "show", "nothing", "--json"], 1, None),
    ],
)
def test_a_refusal_is_json_where_json_was_asked_for(
    arguments: list[str], status: int, error: dict[str, str] | None
) -> None:
    result = call(*arguments)
    found = json.loads(result.stdout)["error"]
    assert result.exit_code == status
    assert result.stderr == ""
    assert found == error if error else found["message"]


def test_a_report_that_goes_to_a_file_leaves_complaints_to_people(tmp_path: Path) -> None:
    result = call("conform", "--id", "nothing", "--json", str(tmp_path / "report.json"))
    assert result.stdout == ""
    assert result.stderr.startswith("Error: ")


KINDS = ("binary", "empty", "deep", "compressed and broken")
BINARY = [
    ["epoch", "FILE"],
    ["epoch", "--state", "FILE", "--netuid", "1"],
    ["quote", "--state", "FILE", "--netuid", "1", "--stake", "1"],
    ["state", "import", "FILE"],
    ["state", "show", "FILE", "System.Number"],
    ["state", "diff", "FILE", "FILE"],
    ["metadata", "FILE"],
    ["conform", "--file", "FILE"],
    ["conform", "--known", "FILE", "--id", "epoch/bma/*"],
    ["report", "merge", "FILE"],
]


@pytest.mark.parametrize("arguments", BINARY, ids=" ".join)
@pytest.mark.parametrize("content", [b"\xff\xfe\x00\x80" * 64, b"", b"[" * 100_000, b"\x1f\x8bbroken"], ids=KINDS)
def test_a_file_of_anything_is_one_line_that_names_it(arguments: list[str], content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    result = call(*(str(file) if word == "FILE" else word for word in arguments))
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert str(file) in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_list_that_is_no_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / "list"
    file.write_bytes(b"\xff\xfe")
    assert call("conform", "--list", str(file)).stderr == f"Error: {file}: is not UTF-8 text\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["conform", "--print-ids", "--deadline"],
        ["conform", "--print-ids", "--start-deadline"],
        ["fuzz", "--minutes"],
        ["fuzz", "--deadline"],
        ["bench", "--limit"],
        ["proofs", "--budget"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e308", "-1", "soon"])
def test_a_time_is_a_number_that_a_clock_can_hold(arguments: list[str], number: str) -> None:
    result = call(*arguments, number)
    assert result.exit_code == 2
    assert f"{number} is not a number from " in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["halving"], ["epoch", "--example"], ["quote", *POOL, "--stake", "1", "--json"]])
def test_a_full_disk_is_one_line(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 1
    if arguments[0] != "quote":
        assert done.stderr == "Error: the output cannot be written: No space left on device\n"


def test_a_reader_that_stops_reading_is_no_error() -> None:
    process = subprocess.Popen([*COMMAND, "halving"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, complaint = process.communicate(timeout=60)
    assert complaint == b""


@pytest.mark.parametrize(
    "error",
    [
        PermissionError(13, "Permission denied", "vectors/MANIFEST.json"),
        OSError(30, "Read-only file system", "vectors/MANIFEST.json"),
        RecursionError("maximum recursion depth exceeded"),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    ],
)
def test_what_the_system_refuses_is_one_line(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise error

    module = type(sys)("a_command_that_fails")
    module.command = click.command()(fail)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    result = CliRunner().invoke(LazyGroup("test", {"Only": {"go": (module.__name__, "Go.")}}), ["go"])
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("Error: ")
    if isinstance(error, OSError):
        assert result.stderr == f"Error: vectors/MANIFEST.json: {error.strerror}\n"


def failing(error: Exception, monkeypatch: pytest.MonkeyPatch) -> Result:
    def fail() -> None:
        raise error

    module = type(sys)("a_command_without_its_package")
    module.command = click.command()(fail)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return CliRunner().invoke(LazyGroup("test", {"Only": {"go": (module.__name__, "Go.")}}), ["go"])


def test_a_package_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    result = failing(ModuleNotFoundError("No module named 'z3'", name="z3"), monkeypatch)
    assert result.exit_code == 1
    assert result.stderr == "Error: this needs the package z3; install 'subtensor-spec[test]'\n"


def test_a_module_of_our_own_that_is_missing_is_no_mistake_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    error = ModuleNotFoundError("No module named 'subtensor_spec.none'", name="subtensor_spec.none")
    assert failing(error, monkeypatch).exception is error
