"""What a step leaves behind, held against what is expected: the outcome, then storage, then events."""

from typing import Any

from subtensor_conformance.runner.compare import first_difference, path_text, same
from subtensor_conformance.runner.entries import Entries, first_entry, read_changes
from subtensor_conformance.runner.forms import misformed_like
from subtensor_conformance.runner.verdict import Difference, Shown, Verdict
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.state.changes import Changes

LONGEST = 300
"""Characters of a call that a failure shows."""

Found = tuple[Verdict, Difference]


def step_difference(
    asked: dict[str, Any], expected: dict[str, Any], changes: Changes, given: dict[str, Any]
) -> Found | None:
    """Return what is wrong with the result of a step, nothing if it is right.

    ``changes`` are the expected ones in bytes. Two refusals with different codes are one for the wrong reason. Raises
    :class:`InvalidInput` if the given changes cannot be read, or a number is written in another form.
    """
    if "set" in asked:
        return None if given == {} else (Verdict.FAIL, _difference("result", {}, given))
    if not same(expected.get("outcome"), _without_message(given.get("outcome"))):
        return _outcome(expected.get("outcome"), given.get("outcome"))
    entry = first_entry(changes, read_changes(given["changes"]))
    if entry is not None:
        return Verdict.FAIL, _difference(*entry)
    if same(expected["events"], given["events"]):
        return None
    steps, here, there = first_difference(expected["events"], given["events"]) or ([], expected, given)
    if what := misformed_like(here, there):
        raise InvalidInput(f"events{path_text(steps)}", what)
    return Verdict.FAIL, _difference(f"events{path_text(steps)}", here, there)


def _without_message(outcome: Any) -> Any:
    if isinstance(outcome, dict) and "err" in outcome:
        return {"err": {"code": outcome["err"]["code"]}}
    return outcome


def _outcome(expected: Any, given: Any) -> Found:
    refused = all(outcome and ("err" in outcome or "invalid" in outcome) for outcome in (expected, given))
    verdict = Verdict.WRONG_REASON if refused else Verdict.FAIL
    return verdict, _difference("outcome", outcome_words(expected), outcome_words(given))


def outcome_words(outcome: Any) -> str:
    """Return an outcome in words."""
    if not outcome:
        return "(none)"
    ((tag, payload),) = outcome.items()
    if tag == "err":
        return str(payload["code"])
    if tag == "invalid":
        return f"not admitted, {payload['custom']}"
    return {"ok": "it goes through", "panic": "a panic"}[tag]


def checkpoint_difference(expected: Entries, given: Entries, digest: str, other: str) -> Difference:
    """Return the first entry in which two states differ, or their digests if the entries are the same."""
    entry = first_entry(expected, given)
    return _difference(*entry) if entry else _difference("digest", digest, other)


def _difference(stage: str, expected: Any, given: Any) -> Difference:
    return Difference(stage, "", Shown(expected), Shown(given))


def words(step: dict[str, Any]) -> str:
    """Return a step as a reader would say it."""
    if "call" in step:
        arguments = ", ".join(f"{name} = {value}" for name, value in step["args"].items())
        text = f"{step['call']}({arguments}) by {step['origin']}"
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    if "block" in step:
        return f"the step to block {step['block']['number']}"
    return "storage written from outside" if "set" in step else "the digest of the whole state"
