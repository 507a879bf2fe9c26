"""Holds the runner against deliberately broken adapters: each must be classified rightly."""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from subtensor_conformance.adapters.program import Program
from subtensor_conformance.reports.build import Context, build_run
from subtensor_conformance.reports.model import Run
from subtensor_conformance.runner.asker import Limits
from subtensor_conformance.runner.run import run
from subtensor_conformance.runner.selftest_cases import ROWS, right_result, selftest_cases, state_answers
from subtensor_conformance.runner.target import Target
from subtensor_conformance.runner.task import plan

PATIENT = Limits(start=30.0, batch=30.0)
"""For adapters that answer or die: a busy machine must not turn their verdicts into timeouts."""

HASTY = Limits(start=30.0, batch=1.5)
"""For adapters that hang on a case, which is waited for several times."""

HASTY_START = Limits(start=1.5, batch=1.5)

LONGEST_LINE = 1 << 20
SIDE_BY_SIDE = 6
"""Adapters that are tried at once; most of them only wait."""


@dataclass(frozen=True)
class Scenario:
    """An adapter, the verdicts that must be found apart from passes, and whether the run may be all right."""

    fault: str
    verdicts: dict[str, int]
    conforms: bool = False
    limits: Limits = PATIENT


@dataclass(frozen=True)
class Trial:
    """A scenario and what the runner made of it."""

    scenario: Scenario
    found: dict[str, int]
    conforms: bool

    @property
    def ok(self) -> bool:
        """Whether the runner saw the fault for what it is."""
        return self.found == self.scenario.verdicts and self.conforms == self.scenario.conforms


ALL = len(ROWS) + 5

SCENARIOS = (
    Scenario("honest", {}, conforms=True),
    Scenario("starts-slowly", {}, conforms=True),
    Scenario("fills-its-log", {}, conforms=True),
    Scenario("ignores-bye", {}, conforms=True),
    Scenario("dies-on-large-batches", {}, conforms=True),
    Scenario("skips-one", {"skipped": 1}, conforms=True),
    Scenario("does-not-exist", {"crash": 1}),
    Scenario("dies-at-start", {"crash": 1}),
    Scenario("dies-on-one-case", {"crash": 1}),
    Scenario("dies-on-every-request", {"crash": ALL}),
    Scenario("dies-once", {}),
    Scenario("dies-after-answering", {"crash": 1}),
    Scenario("closes-its-output", {"crash": 1}),
    Scenario("stops-in-the-middle-of-a-line", {"crash": 1}),
    Scenario("hangs-in-the-middle-of-a-line", {"timeout": 1}, limits=HASTY),
    Scenario("hangs-at-start", {"timeout": 1}, limits=HASTY_START),
    Scenario("hangs-on-one-case", {"timeout": 1}, limits=HASTY),
    Scenario("prints-noise", {"protocol": ALL}),
    Scenario("answers-twice", {"protocol": ALL}),
    Scenario("writes-bytes-that-are-not-text", {"protocol": 1}),
    Scenario("writes-a-huge-line", {"protocol": 1}),
    Scenario("nests-deeply", {"protocol": 1}),
    Scenario("counts-wrongly", {"protocol": ALL}),
    Scenario("speaks-another-version", {"protocol": 1}),
    Scenario("answers-out-of-order", {"protocol": ALL - 2}),
    Scenario("leaves-one-out", {"protocol": 1}),
    Scenario("repeats-one", {"protocol": 1}),
    Scenario("answers-what-was-not-asked", {"protocol": 1}),
    Scenario("adds-a-field", {"protocol": 1}),
    Scenario("answers-with-a-fraction", {"protocol": 1}),
    Scenario("lies-about-its-capabilities", {"protocol": ALL}),
    Scenario("offers-nothing", {"unsupported": ALL}),
    Scenario("one-bit-off", {"fail": 1}),
    Scenario("writes-a-number-for-text", {"protocol": 1}),
    Scenario("panics-where-there-is-a-result", {"fail": 1}),
    Scenario("writes-true-for-one", {"protocol": 2}),
    Scenario("keeps-state", {"fail": len(ROWS) - 1}),
    Scenario("right-for-the-wrong-reason", {"wrong-reason": 2}),
    Scenario("rejects-with-another-code", {"wrong-reason": 1}),
    Scenario("rejects-what-goes-through", {"fail": 1}),
    Scenario("writes-a-wrong-entry", {"fail": 2}),
    Scenario("forgets-an-entry", {"fail": 2}),
    Scenario("leaves-a-trace-of-a-refused-call", {"fail": 1}),
    Scenario("tells-events-in-another-order", {"fail": 2}),
    Scenario("loses-a-change-without-telling", {"fail": 1}),
    Scenario("opens-another-state", {"protocol": 3}),
    Scenario("answers-fewer-steps", {"protocol": 1}),
    Scenario("writes-a-key-twice", {"protocol": 2}),
    Scenario("reports-an-error", {"error": 1}),
    Scenario("refuses-the-whole-request", {"error": 1}),
)
"""Every broken adapter. Where nothing is wrong, or nothing that a case can be blamed for, there are passes only.

An adapter that does not say hello is one fault, and no verdict on any case.
"""


def selftest(scenarios: Sequence[Scenario] = SCENARIOS) -> Iterator[Trial]:
    """Yield what the runner makes of each broken adapter, in order."""
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        yield from pool.map(try_scenario, scenarios)


def try_scenario(scenario: Scenario) -> Trial:
    """Run the self-test's cases against one broken adapter."""
    found = run_scenario(scenario)
    verdicts = Counter(entry.verdict.value for entry in found.entries) or Counter(each.verdict for each in found.faults)
    verdicts.pop("pass", None)
    return Trial(scenario, dict(verdicts), found.ok)


def run_scenario(scenario: Scenario) -> Run:
    """Return the report on one broken adapter."""
    with TemporaryDirectory() as folder:
        cases = selftest_cases(Path(folder))
        answers = {case.id: right_result(case) for case in cases} | state_answers()
        Path(folder, "answers.json").write_text(json.dumps(answers), encoding="utf-8")
        program = "subtensor-spec-adapter-that-does-not-exist" if scenario.fault == "does-not-exist" else sys.executable
        command = (program, "-m", "subtensor_conformance.adapters.broken", scenario.fault, folder)
        outcome = run(plan(cases), lambda: Program(command, LONGEST_LINE), limits=scenario.limits)
        return build_run(cases, outcome, Context(Target(command=command)))
