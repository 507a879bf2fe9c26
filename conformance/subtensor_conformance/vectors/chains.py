"""Vectors of calls and chains: from their documents to cases."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from subtensor_conformance.vectors.case import Case
from subtensor_conformance.vectors.states import path_of

Document = dict[str, Any]

ANSWERS = ("outcome", "changes", "events", "checkpoint")
"""The members of a step, or of a case, that say what it leaves behind; the others ask."""


def about(block: Document) -> dict[str, Any]:
    """Return what a case knows of the document or group that it comes from."""
    return {
        "tier": block["tier"],
        "rules": tuple(block["rules"]),
        "why": block["why"],
        "catches": block["catches"],
        "evidence": block["evidence"],
        "disputed": "disputed" in block,
    }


def op_cases(document: Document, revisions: tuple[str, ...], folder: Path) -> Iterator[Case]:
    """Yield the calls of a document, each with what it asks and what is expected of it."""
    for group in document["groups"]:
        common = {"revisions": revisions, "function": document["call"], **about(group)}
        for case in group["cases"]:
            asked = {"call": document["call"], "origin": case["origin"], "args": case["args"], "ext": "ext" in case}
            yield Case(
                kind="op",
                id=f"{document['id']}/{group['slug']}/{case['slug']}",
                input=asked,
                expected=_answers(case),
                state=str(path_of(folder, case["pre"])),
                **common,
            )


def trace_cases(document: Document, revisions: tuple[str, ...], folder: Path) -> Iterator[Case]:
    """Yield the one case of a trace: the steps that it asks, and what is expected of each."""
    yield Case(
        kind="trace",
        id=document["id"],
        revisions=revisions,
        input=[question(step) for step in document["steps"]],
        expected=[_answers(step) for step in document["steps"]],
        state=str(path_of(folder, document["pre"])),
        **about(document),
    )


def question(step: Document) -> Document:
    """Return what a step asks; nothing of a checkpoint."""
    return {name: value for name, value in step.items() if name not in ANSWERS}


def _answers(step: Document) -> Document:
    return {name: step[name] for name in ANSWERS if name in step}
