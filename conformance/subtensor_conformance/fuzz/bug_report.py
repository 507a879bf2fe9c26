"""A difference as a vector file: valid, self-explaining, and ready to be sent to those who can mend it."""

from contextlib import suppress
from typing import Any

from subtensor_conformance.adapters.epochs import EpochPath
from subtensor_conformance.adapters.paths import built_in, decode_arguments
from subtensor_conformance.adapters.session import Implementation
from subtensor_conformance.functions import all_functions
from subtensor_conformance.fuzz.search import Difference
from subtensor_conformance.vectors.canonical import slug_of
from subtensor_conformance.vectors.documents import SINCE_R425
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chapters.consensus import run_epoch
from subtensor_spec.errors import Panic
from subtensor_spec.rules import record
from subtensor_spec.wire.epoch.parsing import parse_epoch_input

SHOWN = 160
"""Characters of a difference that the vector quotes."""

Document = dict[str, Any]


def bug_report(difference: Difference, implementation: Implementation) -> Document:
    """Return the vector file that shows a difference; the answer in it is the exact path's."""
    return (
        _epoch(difference, implementation) if difference.topic.kind == "epoch" else _arith(difference, implementation)
    )


def rules_of(difference: Difference) -> list[str]:
    """Return the rules to look at: of an epoch those of the stage that differs, of a function its own and then all
    others that run on the exact path for the input.
    """
    with record() as ran, suppress(Panic, CallError):
        if difference.topic.kind == "epoch":
            run_epoch(parse_epoch_input(difference.input))
        else:
            function = all_functions()[difference.topic.name]
            function.exact(*decode_arguments(function, difference.input, bits=False))
    own = difference.finding.rules if difference.topic.kind == "epoch" else function.rules
    first = [rule for rule in own if rule in ran]
    return first if first and difference.topic.kind == "epoch" else [*first, *sorted(ran.difference(first))]


def in_words(difference: Difference) -> str:
    """Return what is wrong: the first differing value, or how the implementation failed."""
    finding = difference.finding
    what = str(finding.difference) if finding.difference else finding.detail or str(finding.verdict)
    return what if len(what) <= SHOWN else what[: SHOWN - 1] + "…"


def _arith(difference: Difference, implementation: Implementation) -> Document:
    function = all_functions()[difference.topic.name]
    tag, payload = built_in("exact").evaluate(function, [difference.input], raw=False)[0]
    other = built_in("numpy").evaluate(function, [difference.input], raw=False)[0]
    module, _, name = function.name.replace("_", "-").rpartition(".")
    group = {
        "slug": "found-by-fuzzing",
        **_about(difference, implementation, agreed=other == (tag, payload)),
        "rows": [[slug_of(difference.input), *difference.input, {tag: payload}]],
    }
    return {
        "kind": "arith",
        "format": 1,
        "id": f"arith/fuzz/{module.replace('.', '-')}/{name}",
        "function": function.name,
        "signature": {"in": [list(parameter) for parameter in function.parameters], "out": function.result},
        "revisions": SINCE_R425,
        "groups": [group],
    }


def _epoch(difference: Difference, implementation: Implementation) -> Document:
    value = difference.input
    answer = EpochPath("exact").answer(value, stages=True)
    other = EpochPath("numpy").answer(value, stages=False)
    return {
        "kind": "epoch",
        "format": 1,
        "id": f"epoch/fuzz/{slug_of([value])}",
        "revisions": SINCE_R425,
        **_about(difference, implementation, agreed=other["output"] == answer["output"]),
        "input": value,
        "stages": answer["stages"],
        "output": answer["output"],
        "laws": [],
    }


def _about(difference: Difference, implementation: Implementation, *, agreed: bool) -> Document:
    title = f"{implementation.name} {implementation.version}".strip()
    return {
        "rules": rules_of(difference),
        "why": f"Fuzzing found that {title} is not right here ({difference.finding.verdict}): {in_words(difference)}",
        "catches": "Whatever makes an implementation differ here; the input is as small as the search could make it.",
        "evidence": "two-paths" if agreed else "reference-only",
        "tier": "full",
    }
