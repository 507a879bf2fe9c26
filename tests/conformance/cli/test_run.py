"""``run.py``: it says what it does, mends what is half made, and ends in one line where it cannot go on."""

import importlib.util
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[3] / "run.py"


class Calls:
    """What ``run.py`` would have run; pip is there once an environment was made."""

    def __init__(self, pip_status: int = 0, install_status: int = 0) -> None:
        self.commands: list[list[str]] = []
        self.pip_status, self.install_status = pip_status, install_status

    def __call__(self, command: list[Any], **options: Any) -> "subprocess.CompletedProcess[bytes]":
        self.commands.append([str(word) for word in command[1:]])
        status = self.pip_status if "--version" in command else self.install_status
        if options.get("check") and status:
            raise subprocess.CalledProcessError(status, command)
        return subprocess.CompletedProcess(command, status)


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, with an environment in a folder of its own that is whole."""
    specification = importlib.util.spec_from_file_location("run_py", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    environment = tmp_path / ".venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").symlink_to(sys.executable)
    monkeypatch.setattr(module, "ENVIRONMENT", environment)
    monkeypatch.setattr(module, "PYTHON", environment / "bin" / "python")
    return module


def set_up(script: ModuleType, monkeypatch: pytest.MonkeyPatch, calls: Calls, job: str = "quote") -> list[Path]:
    """Set a job up and return the environments that were made."""
    made: list[Path] = []

    def create(place: Path, *, with_pip: bool, clear: bool) -> None:
        assert with_pip
        assert clear
        made.append(place)

    monkeypatch.setattr(script.subprocess, "run", calls)
    monkeypatch.setattr(script.venv, "create", create)
    script.set_up(job)
    return made


def test_the_first_run_says_what_it_does_and_the_second_does_nothing(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = Calls()
    assert set_up(script, monkeypatch, calls) == []
    assert "setting up" in capsys.readouterr().err
    assert calls.commands[-1][-2:] == ["--editable", "."]
    seen = len(calls.commands)
    assert set_up(script, monkeypatch, calls) == []
    assert len(calls.commands) == seen
    assert capsys.readouterr().err == ""


def test_an_environment_that_was_cut_short_is_made_again(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    assert set_up(script, monkeypatch, Calls(pip_status=1)) == [script.ENVIRONMENT]


def test_an_environment_whose_interpreter_is_gone_is_made_again(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(script, monkeypatch, Calls())
    script.PYTHON.unlink()
    script.PYTHON.symlink_to("/nowhere/python")
    assert set_up(script, monkeypatch, Calls()) == [script.ENVIRONMENT]


def test_a_checkout_that_moved_is_installed_again(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    set_up(script, monkeypatch, Calls())
    elsewhere = script.ENVIRONMENT.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "pyproject.toml").write_bytes((script.ROOT / "pyproject.toml").read_bytes())
    monkeypatch.setattr(script, "ROOT", elsewhere)
    calls = Calls()
    set_up(script, monkeypatch, calls)
    assert calls.commands


@pytest.mark.parametrize(("job", "target"), [("proofs", ".[test]"), ("site", ".[docs]"), ("halving", ".")])
def test_a_job_has_what_it_needs(script: ModuleType, monkeypatch: pytest.MonkeyPatch, job: str, target: str) -> None:
    calls = Calls()
    set_up(script, monkeypatch, calls, job)
    assert calls.commands[-1][-1] == target


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (PermissionError(13, "Permission denied", "/there/.venv"), "/there/.venv: Permission denied; the"),
        (OSError(30, "Read-only file system"), "Read-only file system; the checkout must be writable"),
        (OSError(28, "No space left on device", "/there/.venv"), "/there/.venv: No space left on device"),
        (subprocess.CalledProcessError(1, ["python", "-m", "ensurepip"]), "on Debian and Ubuntu install python3-venv"),
        (subprocess.CalledProcessError(7, ["python", "-m", "pip"]), "pip ended with status 7"),
    ],
)
def test_what_cannot_be_set_up_is_one_line(
    script: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    failure: Exception,
    words: str,
) -> None:
    def fail(_extra: str) -> None:
        raise failure

    monkeypatch.setattr(script, "install", fail)
    assert script.main(["quote"]) == 1
    complaint = capsys.readouterr().err
    assert complaint.startswith("could not install the project: ")
    assert words in complaint
    assert len(complaint.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="interrupts are sent otherwise there")
def test_an_interrupt_ends_the_job_without_a_traceback(tmp_path: Path) -> None:
    """Both processes get it, as from a terminal: the job runs in a group of its own."""
    code = (
        f"import sys; sys.argv = ['run.py', 'adapter', 'exact']; import runpy\n"
        f"space = runpy.run_path({str(SCRIPT)!r})\n"
        "main = space['main']; main.__globals__['set_up'] = lambda job: None\n"
        "from pathlib import Path; main.__globals__['PYTHON'] = Path(sys.executable)\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"seq":0,"method":"dance"}\n')
    process.stdin.flush()
    process.stdout.readline()
    time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    _, complaint = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in complaint
