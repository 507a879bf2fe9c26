"""Captured answers: files in which another program wrote down what production gave, in the ``raw`` dialect.

A capture is a JSON object with ``cases``, gzip'd or not. Three forms of case are read: ``{"f", "a", "r"}`` (or
``"panic": true``), an answer of one function; ``{"name", "input", "sparse", "persist"}``, an epoch; and
``{"name", "mode", "trace"}``, the log lines of an epoch that another capture holds. What the reference does not specify
(functions that no block runs, and so pin no rule, among them) is counted and left out.
"""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from subtensor_conformance.authoring.epoch_documents import canonical_input, epoch_plans
from subtensor_conformance.authoring.observations import Observations, ObservedEpoch
from subtensor_conformance.authoring.rows import NONE, PANIC, Row
from subtensor_conformance.authoring.trace_lines import stages_of
from subtensor_conformance.functions import find
from subtensor_conformance.functions.function import Function
from subtensor_conformance.functions.types import codec
from subtensor_conformance.vectors import documents
from subtensor_spec.errors import InvalidInput

TRACED_MODE = "sparse"
"""The production path; what else a capture ran is not normative."""


@dataclass
class Tally:
    """What an import did."""

    added: Counter[str] = field(default_factory=Counter)
    repeated: Counter[str] = field(default_factory=Counter)
    unspecified: Counter[str] = field(default_factory=Counter)


def read_capture(path: Path, observations: Observations, tally: Tally) -> dict[str, Any]:
    """Add a capture's answers to the observations and return what provenance says of it."""
    content = documents.read_bytes(path)
    capture = documents.parse(content, str(path))
    if not isinstance(capture, dict) or not isinstance(capture.get("cases"), list):
        raise InvalidInput(str(path), "is no capture: it has no list of cases")
    for index, case in enumerate(capture["cases"]):
        try:
            _read_case(case, observations, tally)
        except InvalidInput as error:
            raise error.within(f"{path}: cases[{index}]") from None
        except (KeyError, TypeError, ValueError, AttributeError):
            raise InvalidInput(f"{path}: cases[{index}]", "is in none of the forms of a captured case") from None
    return {
        "title": capture.get("title", ""),
        "cases": len(capture["cases"]),
        "sha256": hashlib.sha256(content).hexdigest(),
        "upstream": capture.get("upstream", {}),
    }


def _read_case(case: dict[str, Any], observations: Observations, tally: Tally) -> None:
    if "f" in case:
        _read_answer(case, observations, tally)
    elif "trace" in case:
        _read_trace(case, observations, tally)
    else:
        output = {"terms": case["sparse"]["r"], "persisted": case["persist"]["r"]}
        new = observations.add_epoch(
            epoch_plans().epoch_id(case["name"]), ObservedEpoch(canonical_input(case["input"]), output)
        )
        (tally.added if new else tally.repeated)["epoch"] += 1


def _read_answer(case: dict[str, Any], observations: Observations, tally: Tally) -> None:
    function = find(case["f"])
    if function is None or not function.rules:
        tally.unspecified[case["f"]] += 1
        return
    new = observations.add_row(_row(function, case))
    (tally.added if new else tally.repeated)[function.name] += 1


def _read_trace(case: dict[str, Any], observations: Observations, tally: Tally) -> None:
    if case["mode"] != TRACED_MODE:
        tally.unspecified[f"trace of {case['mode']}"] += 1
        return
    identifier = epoch_plans().epoch_id(case["name"])
    epoch = observations.epochs.get(identifier)
    if epoch is None:
        raise InvalidInput(case["name"], "is traced but the epoch itself was not captured")
    traced = ObservedEpoch(epoch.input, epoch.output, stages_of(case["trace"]))
    observations.add_epoch(identifier, traced)
    tally.added["stages of an epoch"] += 1


def _row(function: Function, case: dict[str, Any]) -> Row:
    if len(case["a"]) != len(function.parameters):
        raise InvalidInput(function.raw_name, f"takes {len(function.parameters)} arguments, not {len(case['a'])}")
    arguments = tuple(_published(kind, value) for (_, kind), value in zip(function.parameters, case["a"], strict=True))
    if case.get("panic"):
        return Row(function, arguments, dict(PANIC))
    if case["r"] is None:
        return Row(function, arguments, dict(NONE))
    return Row(function, arguments, {"ok": _published(function.result, case["r"])})


def _published(kind: str, value: Any) -> Any:
    """Return a captured value as vectors write it."""
    form = codec(kind, bits=True)
    return form.encode(form.decode(value))
