"""The ids of the last release: permanent, and never used for another question.

``registry/released.json.gz`` is written once at a release. It keeps how many rows each captured group had, since the
slug of such a row is a digest of its arguments and cannot come to mean anything else, and a digest of the question for
every id that was given a name. ``registry/retired.json`` is the graveyard.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from subtensor_conformance.authoring.grouping.arrangement import GENERATED
from subtensor_conformance.vectors import documents
from subtensor_conformance.vectors.canonical import slug_of
from subtensor_conformance.vectors.chains import question as question_of
from subtensor_spec import __version__

RELEASED, RETIRED = "registry/released.json.gz", "registry/retired.json"

Document = dict[str, Any]


def release(found: Iterable[Document]) -> Document:
    """Return the record of a release that publishes these documents."""
    counts: dict[str, int] = {}
    questions: dict[str, str] = {}
    for document in found:
        counts |= dict(_counts(document))
        questions |= dict(_questions(document))
    return {"format": 1, "release": __version__, "captured": counts, "named": questions}


def breaches(folder: Path, found: Iterable[Document]) -> Iterator[str]:
    """Yield a line for each id of the last release that has gone without a grave, or that asks something else now."""
    if not (folder / RELEASED).is_file():
        return
    before, now = documents.read(folder / RELEASED), release(found)
    retired = {entry["id"] for entry in documents.read(folder / RETIRED)["retired"]}
    for identifier, count in before["captured"].items():
        gone = count - now["captured"].get(identifier, 0)
        buried = sum(name == identifier or name.startswith(f"{identifier}/") for name in retired)
        if gone > 0 and identifier not in retired and buried < gone:
            yield f"{identifier} has lost {gone} of the rows of release {before['release']}"
    for identifier, question in before["named"].items():
        if identifier in retired:
            if identifier in now["named"]:
                yield f"{identifier} is retired and used again"
        elif now["named"].get(identifier) != question:
            word = "asks something else than" if identifier in now["named"] else "is missing from what was published in"
            yield f"{identifier} {word} release {before['release']}"


def _counts(document: Document) -> Iterator[tuple[str, int]]:
    if "groups" in document:
        for group in document["groups"]:
            if not group["slug"].endswith(GENERATED):
                yield (
                    f"{document['id']}/{group['slug']}",
                    len(group["rows" if document["kind"] == "arith" else "cases"]),
                )


def _questions(document: Document) -> Iterator[tuple[str, str]]:
    """Yield each named id and a digest of what it asks."""
    if document["kind"] == "arith":
        for group in document["groups"]:
            if group["slug"].endswith(GENERATED):
                for slug, *arguments, _outcome in group["rows"]:
                    yield f"{document['id']}/{group['slug']}/{slug}", slug_of(arguments)
    elif document["kind"] == "law":
        for slug, value in document["inputs"]:
            yield f"{document['id']}/{slug}", slug_of([value])
    elif document["kind"] == "trace":
        yield document["id"], slug_of([document["pre"], [question_of(step) for step in document["steps"]]])
    elif document["kind"] == "epoch":
        yield document["id"], slug_of([document["input"]])
