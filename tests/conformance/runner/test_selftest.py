"""The runner sees every deliberately broken adapter for what it is."""

from subtensor_conformance.adapters.broken import catalogue
from subtensor_conformance.runner.selftest import SCENARIOS, run_scenario, selftest
from subtensor_conformance.runner.verdict import FAILURES, Verdict


def test_each_broken_adapter_is_classified() -> None:
    """The verdicts are exactly those that the fault deserves, and only sound adapters conform."""
    trials = list(selftest())
    assert len(trials) == len(SCENARIOS)
    wrongly = [(trial.scenario.fault, trial.found, trial.conforms) for trial in trials if not trial.ok]
    assert wrongly == []


def test_every_fault_is_tried() -> None:
    """The list of scenarios names every broken adapter once, and one program that is not there."""
    names = [scenario.fault for scenario in SCENARIOS]
    assert sorted(names) == sorted([*catalogue.FAULTS, "does-not-exist"])
    assert all(catalogue.description(name) for name in names)


def test_every_failing_verdict_is_provoked() -> None:
    """Each way to fail is the right classification of at least one adapter."""
    provoked = {verdict for scenario in SCENARIOS for verdict in scenario.verdicts}
    assert provoked == {verdict.value for verdict in FAILURES | {Verdict.UNSUPPORTED, Verdict.SKIPPED}}


def test_the_log_of_a_dead_adapter_is_kept() -> None:
    """What an adapter wrote to standard error before it died is in the report."""
    (scenario,) = (each for each in SCENARIOS if each.fault == "dies-at-start")
    run = run_scenario(scenario)
    assert "cannot find my configuration" in run.faults[0].log
    assert "status 1" in run.faults[0].what
