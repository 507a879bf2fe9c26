"""From the answer to an epoch to a verdict, and to the first value that is wrong in order of computation."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from subtensor_conformance.protocol.digest import value_digest
from subtensor_conformance.runner.compare import MISSING, first_difference, path_text, same
from subtensor_conformance.runner.decimals import OUTPUT_TYPES, shown
from subtensor_conformance.runner.forms import complaint, misformed
from subtensor_conformance.runner.verdict import Difference, Finding, Verdict
from subtensor_conformance.subjects import part_of
from subtensor_conformance.vectors.case import Case


def judge_epoch(case: Case, body: dict[str, Any]) -> Finding:
    """Return what became of an epoch.

    Of what differs the first is told: stages in order of computation, then outputs in that order.
    """
    from subtensor_spec.chapters.consensus import STAGES

    if "panic" in body:
        return Finding(case.id, Verdict.FAIL, "the epoch panicked; production's has a result")
    expected, output = case.expected["output"], body["output"]
    stages = body.get("stages", {})
    unknown = next((name for name in stages if name not in STAGES), None)
    if unknown is not None:
        return Finding(case.id, Verdict.PROTOCOL, _unknown_stage(unknown, STAGES))
    held = same(expected, output)
    finding = _stage_finding(case, stages, held) or (None if held else _output_finding(case, expected, output, stages))
    return finding or Finding(case.id, Verdict.PASS)


def _unknown_stage(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    hint = f"; near it are {', '.join(near)}" if near else ""
    return f"stages.{name}: no stage of an epoch is called so{hint}"


def _stage_finding(case: Case, stages: dict[str, Any], held: bool) -> Finding | None:
    """Return what is wrong with the first stage that both sides have and that differs."""
    from subtensor_spec.chapters.consensus import STAGES

    expected = case.expected.get("stages", {})
    for name in STAGES:
        if name not in expected or name not in stages:
            continue
        if isinstance(expected[name], dict):
            found = first_difference(expected[name]["sha256"], value_digest(stages[name]))
        else:
            found = first_difference(expected[name], stages[name])
        if found is None:
            continue
        type_text = STAGES[name].type
        form = misformed(stages[name], type_text)
        if form:
            return Finding(case.id, Verdict.PROTOCOL, complaint(f"stages.{name}", form))
        difference = _difference(name, *found, type_text)
        verdict, what = (Verdict.WRONG_REASON, "the output agrees, a stage does not") if held else (Verdict.FAIL, "")
        return Finding(case.id, verdict, what, difference, rules=_run_by(case, stage_rules(name)))
    return None


def _output_finding(case: Case, expected: Any, output: Any, stages: dict[str, Any]) -> Finding:
    """Return what is wrong with the first part of the output that differs, in order of computation."""
    for part in _outputs():
        here, there = (side.get(part.section, {}).get(part.name, MISSING) for side in (expected, output))
        found = first_difference(here, there)
        if found is None:
            continue
        place = f"{part.section}.{part.name}"
        form = misformed(there, part.type) if there is not MISSING else None
        if form:
            return Finding(case.id, Verdict.PROTOCOL, complaint(f"output.{place}", form))
        blamed = part.rules if part.stage in stages else (*stage_rules(part.stage), *part.rules)
        difference = _difference(place, *found, OUTPUT_TYPES.get(part.name, "json"))
        return Finding(case.id, Verdict.FAIL, difference=difference, rules=_run_by(case, blamed))
    steps, here, there = first_difference(expected, output) or ([], expected, output)
    difference = _difference(path_text(steps[:2]).lstrip("."), steps[2:], here, there, "json")
    return Finding(case.id, Verdict.FAIL, difference=difference)


def _difference(stage: str, steps: list[Any], expected: Any, actual: Any, type_text: str) -> Difference:
    return Difference(stage, path_text(steps), shown(expected, type_text, steps), shown(actual, type_text, steps))


def _outputs() -> tuple[Any, ...]:
    part = part_of("consensus", "epoch_parts")
    assert part is not None
    return tuple(part.OUTPUTS)


def stage_rules(name: str) -> tuple[str, ...]:
    """Return the rules that make a stage of those before it."""
    part = part_of("consensus", "epoch_parts")
    assert part is not None
    return tuple(part.STAGE_RULES[name])


def _run_by(case: Case, rules: tuple[str, ...]) -> tuple[str, ...]:
    """Return the rules of a place without those of the kind of Yuma that the epoch does not run."""
    yuma3 = isinstance(case.input, dict) and bool(case.input.get("yuma3"))
    other = "YC-yuma2/" if yuma3 else "YC-yuma3/"
    return tuple(rule for rule in rules if not rule.startswith(other))
