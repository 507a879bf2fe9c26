"""A program is spoken to within its time, and leaves nothing behind."""

import os
import sys
import time
from pathlib import Path

import pytest

from subtensor_conformance.adapters.program import LOG_KEPT, Program
from subtensor_conformance.adapters.session import AdapterFault, Session

ANSWER = "import sys\nfor line in sys.stdin: print(line, end='', flush=True)\n"


def python(code: str, **options: int) -> Program:
    return Program([sys.executable, "-S", "-c", code], **options)


def fault(program: Program, deadline: float = 10.0) -> AdapterFault:
    """Return how an exchange with a program fails."""
    try:
        with pytest.raises(AdapterFault) as caught:
            program.exchange({"seq": 1}, deadline)
        return caught.value
    finally:
        program.kill()


def test_lines_go_there_and_back() -> None:
    """A request is a line, and so is its response, of whatever length."""
    program = python(ANSWER)
    try:
        for size in (1, 1000, 3_000_000):
            assert program.exchange({"text": "é" * size}, 20.0) == {"text": "é" * size}
    finally:
        program.close()
    assert program.process.returncode == 0


def test_a_deadline_is_kept_even_while_the_program_does_not_read() -> None:
    """A request larger than any pipe does not block the runner when nobody takes it."""
    program = python("import time; time.sleep(60)")
    started = time.monotonic()
    with pytest.raises(AdapterFault) as caught:
        program.exchange({"text": "x" * 5_000_000}, 0.3)
    program.kill()
    assert caught.value.verdict == "timeout"
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("code", "verdict", "what"),
    [
        ("import sys; sys.exit(7)", "crash", "ended with status 7 without an answer"),
        ("import os; os.kill(os.getpid(), 9)", "crash", "ended with status -9 without an answer"),
        ("print('half', end='')", "crash", "ended with status 0 in the middle of a line: 'half'"),
        ("print('noise'); import time; time.sleep(9)", "protocol", "not JSON"),
        ("print('x' * 5000); import time; time.sleep(9)", "protocol", "a line of more than 1000 bytes"),
    ],
)
def test_what_is_no_answer_is_told_apart(code: str, verdict: str, what: str) -> None:
    """The end of a program, half a line, noise and an endless line are different faults."""
    found = fault(python(code, longest_line=1000))
    assert found.verdict == verdict
    assert what in str(found)


def test_a_program_that_cannot_be_started_is_a_crash() -> None:
    """The complaint names it."""
    for command in (["no-such-program-anywhere"], [str(Path(__file__))], ["a\0b"]):
        with pytest.raises(AdapterFault, match="cannot start") as caught:
            Program(command)
        assert caught.value.verdict == "crash"


def test_the_end_of_the_log_is_kept() -> None:
    """However much a program writes to standard error, the last of it is there, and not too much of it."""
    program = python("import sys\nfor n in range(100_000): sys.stderr.write(f'line {n}\\n')\nsys.exit(1)")
    fault(program)
    assert program.log.endswith("line 99999\n")
    assert len(program.log) <= LOG_KEPT


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
@pytest.mark.parametrize("end", ["kill", "close"])
def test_what_a_program_has_started_ends_with_it(end: str) -> None:
    """A wrapper's child does not outlive the adapter, nor does it keep the runner waiting."""
    program = python(
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-S', '-c', 'import time; time.sleep(60)'])\n"
        "for line in sys.stdin: print(child.pid, flush=True)\n"
    )
    child = program.exchange({}, 10.0)
    started = time.monotonic()
    getattr(program, end)()
    assert time.monotonic() - started < 5
    for _ in range(50):
        state = Path(f"/proc/{child}/stat")
        if not state.exists() or state.read_text().split()[2] == "Z":
            return
        time.sleep(0.1)
    pytest.fail("the child is still running")


def test_a_response_with_the_wrong_number_is_a_fault() -> None:
    """A session takes no answer but that to its own request."""
    program = python("import sys\nfor line in sys.stdin: print('{\"seq\": 5}', flush=True)\n")
    with pytest.raises(AdapterFault, match="seq 5 instead of 0") as caught:
        Session(program).ask("bye", {}, 10.0)
    program.kill()
    assert caught.value.verdict == "protocol"
