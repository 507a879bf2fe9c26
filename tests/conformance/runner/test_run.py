"""A run asks every case once, in whatever order and with however many processes, and finds the same."""

import shlex
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from subtensor_conformance.adapters.program import Program
from subtensor_conformance.runner.asker import Limits
from subtensor_conformance.runner.run import run
from subtensor_conformance.runner.target import Target, program
from subtensor_conformance.runner.task import LARGEST, plan
from subtensor_conformance.runner.verdict import Verdict
from subtensor_conformance.vectors.case import Case, Signature
from subtensor_spec.errors import InvalidInput

ECHO = (sys.executable, "-S", str(Path(__file__).with_name("echo_adapter.py")))
SIGNATURE = Signature((("a", "I32F32"), ("b", "I32F32")), "I32F32")

ROWS_PER_SECOND = 50_000
SLACK = 2.5
"""The machine that runs the tests may be slower than the one that the promise is for, and busy besides."""


def row(number: int, outcome: str | None = None, function: str = "i32f32.echo") -> Case:
    return Case(
        kind="arith",
        id=f"arith/echo/numbers/row-{number}",
        tier="core",
        rules=("FX-mul/floor",),
        why="An echo gives back what it is given.",
        catches="An echo that does not.",
        evidence="reference-only",
        revisions=("r425",),
        input=[str(number), "4294967296"],
        expected={"ok": str(number) if outcome is None else outcome},
        function=function,
        signature=SIGNATURE,
    )


def verdicts(cases: list[Case], **options: Any) -> dict[str, Verdict]:
    shuffle = options.pop("shuffle", None)
    outcome = run(plan(cases, shuffle), lambda: Program(ECHO), **options)
    assert len(outcome.findings) == len(cases)
    return {name: finding.verdict for name, finding in outcome.findings.items()}


def test_throughput() -> None:
    """At least 50 000 rows of arith a second pass between the runner and an echo adapter written in Python."""
    cases = [row(number) for number in range(60_000)]
    tasks = plan(cases)
    started = time.perf_counter()
    outcome = run(tasks, lambda: Program(ECHO))
    rate = len(cases) / (time.perf_counter() - started)
    assert {finding.verdict for finding in outcome.findings.values()} == {Verdict.PASS}
    assert rate > ROWS_PER_SECOND / SLACK, f"{rate:.0f} rows a second"


@pytest.mark.parametrize("options", [{}, {"jobs": 3}, {"shuffle": 7}, {"shuffle": 8, "jobs": 2}])
def test_order_and_processes_change_nothing(options: dict[str, Any]) -> None:
    """The same cases pass and fail in any order and with any number of processes."""
    cases = [row(number, "1" if number % 100 == 0 else None, f"i32f32.echo_{number % 3}") for number in range(1, 2000)]
    found = verdicts(cases, **options)
    wrong = {f"arith/echo/numbers/row-{number}" for number in range(100, 2000, 100)}
    assert {name for name, verdict in found.items() if verdict is Verdict.FAIL} == wrong
    assert {name for name, verdict in found.items() if verdict is Verdict.PASS} == set(found) - wrong


def test_shuffling_asks_in_another_order_and_loses_nothing() -> None:
    """A seed gives one order, another seed another, always of the same cases."""
    cases = [row(number) for number in range(1000)]

    def order(seed: int | None) -> list[str]:
        return [case.id for task in plan(cases, seed) for case in task.cases]

    assert order(None) == [case.id for case in cases]
    assert order(1) == order(1) != order(2)
    assert sorted(order(1)) == sorted(order(None))


def test_tasks_hold_one_function_and_are_bounded() -> None:
    """A task asks one function, of at most so many rows; epochs are bounded by their neurons too."""
    cases = [row(number, function=f"i32f32.echo_{number % 2}") for number in range(2100)]
    for task in plan(cases):
        assert {case.function for case in task.cases} == {task.function}
        assert len(task.cases) <= LARGEST["arith"]
    epochs = [Case("epoch", f"epoch/e/{n}", "core", (), "", "", "", (), {"n": 400}, {}) for n in range(5)]
    assert [len(task.cases) for task in plan(epochs)] == [2, 2, 1]


def test_a_kind_that_is_not_offered_is_unsupported() -> None:
    """What hello does not offer is not asked."""
    epoch = Case("epoch", "epoch/e/a", "core", ("YC-x/y",), "", "", "", ("r425",), {"n": 1}, {"output": {}})
    assert verdicts([epoch, row(1)]) == {"epoch/e/a": Verdict.UNSUPPORTED, row(1).id: Verdict.PASS}
    assert set(verdicts([row(1)], revision="r1").values()) == {Verdict.UNSUPPORTED}


def test_a_disputed_vector_never_passes() -> None:
    """Its verdict is disputed whether the answer agrees or not."""
    cases = [row(1), row(2, "1")]
    doubtful = [Case(**{name: getattr(case, name) for name in Case.__slots__} | {"disputed": True}) for case in cases]
    assert set(verdicts(doubtful).values()) == {Verdict.DISPUTED}


def test_an_adapter_is_split_into_words_and_run_by_no_shell() -> None:
    """Quotes hold words together; nothing else of a shell works."""
    assert program("my-adapter --path 'a b' \"c\"").command == ("my-adapter", "--path", "a b", "c")
    assert program("run; rm -rf $HOME | cat").command == ("run;", "rm", "-rf", "$HOME", "|", "cat")
    for text in ("'open", "", "  "):
        with pytest.raises(InvalidInput):
            program(text)


def test_the_option_of_a_target_means_the_target() -> None:
    """What a report tells to run again leads back to the same program."""
    target = Target(command=("my adapter", "it's"))
    option, _, text = target.option.partition(" ")
    assert option == "--adapter"
    assert program(shlex.split(text)[0]) == target
    assert Target("numpy").option == "--target numpy"


HANGS = """
import json, sys, time
for line in sys.stdin:
    request = json.loads(line)
    if request["method"] == "hello":
        offers = {"kinds": ["arith"], "functions": ["*"], "revisions": ["r425"]}
        body = {"protocol": 1, "implementation": {"name": "h", "version": "1"}, "capabilities": offers}
        print(json.dumps({"seq": request["seq"], **body}), flush=True)
    else:
        time.sleep(3600)
"""


def test_an_interrupt_ends_adapters_at_once() -> None:
    """A user who stops a run need not wait for the deadline of an adapter that hangs."""
    programs = []

    def connect() -> Program:
        programs.append(Program([sys.executable, "-S", "-c", HANGS]))
        return programs[-1]

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    previous = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.7)
    started = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            run(plan([row(number) for number in range(2000)]), connect, jobs=2)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
    assert time.monotonic() - started < 10
    assert all(program.process.poll() is not None for program in programs)
    assert len(programs) == 2


def test_an_interrupt_ends_an_adapter_that_has_not_said_hello() -> None:
    """A program that hangs at its start is no reason to wait for the time that it has for that."""
    programs = []

    def connect() -> Program:
        programs.append(Program([sys.executable, "-S", "-c", "import time; time.sleep(3600)"]))
        return programs[-1]

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    previous = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    started = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            run(plan([row(1)]), connect, jobs=2)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
    assert time.monotonic() - started < 5
    assert [program.process.poll() is None for program in programs] == [False]


def test_an_adapter_that_does_not_start_is_one_fault() -> None:
    """No case is blamed; what it wrote to standard error is kept."""
    code = "import sys; sys.exit('no configuration')"
    outcome = run(plan([row(number) for number in range(50)]), lambda: Program([sys.executable, "-S", "-c", code]))
    assert outcome.implementation is None
    assert outcome.findings == {}
    (incident,) = outcome.incidents
    assert (incident.verdict, "no configuration" in incident.log) == ("crash", True)


def test_no_answer_mentions_flushing() -> None:
    """What most often keeps an answer from coming is said."""
    outcome = run(
        plan([row(1)]),
        lambda: Program([sys.executable, "-S", "-c", "import time; time.sleep(60)"]),
        limits=Limits(start=0.3),
    )
    assert "flushed" in outcome.incidents[0].what
