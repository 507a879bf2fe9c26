"""Finds the stage at which a failing epoch goes wrong first: the exact path computes every stage of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from subtensor_conformance.adapters.epochs import EpochPath
from subtensor_conformance.runner.judge import ANSWER, Reply, judge
from subtensor_conformance.runner.verdict import Finding, Verdict
from subtensor_conformance.vectors.case import Case
from subtensor_spec.errors import InvalidInput, Panic

WRONG = (Verdict.FAIL, Verdict.WRONG_REASON)

AskAgain = Callable[[Sequence[Case]], dict[str, Reply]]


def with_all_stages(case: Case) -> Case:
    """Return a case with every stage spelled out, as the exact path computes it; as it is if that refuses its input."""
    try:
        answer = EpochPath("exact").answer(case.input, stages=True)
    except (InvalidInput, Panic):
        return case
    if answer["output"] != case.expected["output"]:
        return case
    return replace(case, expected={**case.expected, "stages": answer["stages"]})


def located(cases: Sequence[Case], replies: dict[str, Reply], findings: dict[str, Finding], again: AskAgain) -> None:
    """Say of every wrong epoch in ``findings`` at which stage it goes wrong first.

    An epoch that was answered without stages is asked once more with them; ``again`` returns no replies if the adapter
    has none. An epoch that then is right, or has no answer, keeps its finding.
    """
    wrong = [case for case in cases if findings[case.id].verdict in WRONG and "panic" not in replies[case.id][1]]
    bare = [case for case in wrong if not replies[case.id][1].get("stages")]
    told = {case.id: replies[case.id] for case in wrong if case not in bare} | (again(bare) if bare else {})
    for case in wrong:
        if case.id not in told or told[case.id][0] != ANSWER:
            continue
        finding = judge(with_all_stages(case), told[case.id])
        if finding.verdict not in (Verdict.PASS, Verdict.DISPUTED):
            findings[case.id] = finding
