"""A failing epoch names the stage at which it goes wrong first, whatever the vector holds."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from subtensor_conformance.adapters.epochs import EpochPath
from subtensor_conformance.runner.epoch_stages import located, with_all_stages
from subtensor_conformance.runner.judge import judge
from subtensor_conformance.runner.verdict import Finding, Verdict
from subtensor_conformance.subjects.consensus.epoch_parts import OUTPUTS, STAGE_RULES
from subtensor_conformance.vectors.case import Case, Selection
from subtensor_conformance.vectors.load import iter_cases
from subtensor_spec.chapters.consensus import STAGES
from subtensor_spec.rules import all_rules, record

FOLDERS = ("averages-yuma-2", "averages-yuma-3", "commit-reveal", "liquid-alpha*")


@cache
def epochs() -> tuple[Case, ...]:
    """Return published epochs of both kinds of Yuma, without their stages."""
    ids = tuple(f"epoch/{folder}/*" for folder in FOLDERS)
    cases = iter_cases(Selection(tier="full", kinds=("epoch",), ids=ids))
    return tuple(case for case in cases if case.input["n"] <= 16)


@cache
def exact(place: int) -> dict[str, Any]:
    return EpochPath("exact").answer(epochs()[place].input, stages=True)


def wrong_from(place: int, stage: str) -> dict[str, Any]:
    """Return an answer whose stages are wrong from one on, and whose output is wrong too."""
    answer = exact(place)
    names = list(answer["stages"])
    spoiled = {name: spoil(name, answer["stages"][name]) for name in names[names.index(stage) :]}
    right = answer["output"]["terms"]
    terms = right | {"consensus": [1 - min(each, 1) for each in right["consensus"]]}
    return {"id": "e", "output": answer["output"] | {"terms": terms}, "stages": answer["stages"] | spoiled}


def spoil(name: str, value: Any) -> Any:
    """Return another value of the same form."""
    if STAGES[name].type.startswith("sparse"):
        return [[*value[0], [0, "1"]], *value[1:]]
    last = value[-1] if isinstance(value, list) else value
    if isinstance(last, list):
        return [*value[:-1], [*last[:-1], str(int(last[-1]) + 1)]]
    other = not last if isinstance(last, bool) else str(int(last) + 1)
    return [*value[:-1], other] if isinstance(value, list) else other


def stage_of(finding: Finding) -> str:
    assert finding.difference is not None
    return finding.difference.stage


def places() -> Iterator[tuple[int, str]]:
    for place in (0, len(epochs()) - 1):
        yield from ((place, stage) for stage in exact(place)["stages"])


@pytest.mark.parametrize(("place", "stage"), list(places()))
def test_the_first_wrong_stage_is_named_though_the_vector_has_none(place: int, stage: str) -> None:
    """All stages are the exact path's; the rules shown are the stage's and not the vector's list."""
    case = epochs()[place]
    replies = {case.id: ("answer", wrong_from(place, stage))}
    findings = {case.id: judge(case, replies[case.id])}
    located([case], replies, findings, lambda _cases: {})
    finding = findings[case.id]
    assert finding.verdict is Verdict.FAIL
    assert stage_of(finding) == stage
    assert finding.rules
    assert set(finding.rules) <= set(STAGE_RULES[stage])


def test_an_epoch_answered_without_stages_is_asked_again_with_them() -> None:
    """Only wrong ones are, and an adapter without stages is told the first wrong output and where it comes from."""
    case = epochs()[0]
    bare = {name: value for name, value in wrong_from(0, "ranks").items() if name != "stages"}
    asked: list[str] = []

    def again(cases: Any) -> dict[str, Any]:
        asked.extend(each.id for each in cases)
        return {case.id: ("answer", wrong_from(0, "ranks"))}

    findings = {case.id: judge(case, ("answer", bare))}
    assert findings[case.id].rules[-1] == "YC-output/proportions"
    assert stage_of(findings[case.id]) == "terms.consensus"
    without = dict(findings)
    located([case], {case.id: ("answer", bare)}, without, lambda _cases: {})
    assert without == findings
    located([case], {case.id: ("answer", bare)}, findings, again)
    assert asked == [case.id]
    assert stage_of(findings[case.id]) == "ranks"


def test_a_right_epoch_is_not_asked_again() -> None:
    """What passes costs nothing more."""
    case = epochs()[0]
    findings = {case.id: Finding(case.id, Verdict.PASS)}

    def again(_cases: Any) -> dict[str, Any]:
        raise AssertionError

    located([case], {case.id: ("answer", {"output": case.expected["output"]})}, findings, again)
    assert findings[case.id].verdict is Verdict.PASS


def test_an_unknown_stage_is_an_error_that_names_the_nearest() -> None:
    """A misspelt stage is never compared with anything, so it must not pass."""
    case = epochs()[0]
    finding = judge(case, ("answer", {"id": "e", "output": case.expected["output"], "stages": {"bond_masked": []}}))
    assert finding.verdict is Verdict.PROTOCOL
    assert finding.detail.startswith("stages.bond_masked: no stage of an epoch is called so; near it are bonds_masked")


def test_outputs_are_told_in_order_of_computation() -> None:
    """Of two wrong outputs the one that is made of the earlier stage comes first."""
    case = epochs()[0]
    terms = case.expected["output"]["terms"]
    wrong = terms | {"bond": [], "validator_trust": [1 - min(each, 1) for each in terms["validator_trust"]]}
    finding = judge(case, ("answer", {"id": "e", "output": case.expected["output"] | {"terms": wrong}}))
    assert stage_of(finding) == "terms.validator_trust"
    order = [list(STAGES).index(part.stage) for part in OUTPUTS]
    assert order == sorted(order)


def test_every_stage_and_output_has_rules_that_an_epoch_runs() -> None:
    """The table knows every stage in order, every output, and no rule that does not exist or never runs."""
    assert list(STAGE_RULES) == list(STAGES)
    output = exact(0)["output"]
    assert {(part.section, part.name) for part in OUTPUTS} == {(s, name) for s in output for name in output[s]}
    named = {rule for rules in (*STAGE_RULES.values(), *(part.rules for part in OUTPUTS)) for rule in rules}
    assert named <= set(all_rules())
    with record() as ran:
        for case in epochs():
            with_all_stages(case)
    assert named <= set(ran)
