"""From published files to cases: the manifest says which files a selection needs; only those are opened."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from subtensor_conformance.vectors import documents, manifest, schemas
from subtensor_conformance.vectors.case import Case, Selection, Signature
from subtensor_conformance.vectors.chains import about, op_cases, trace_cases
from subtensor_conformance.vectors.locations import published
from subtensor_conformance.vectors.states import folder_above
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.plain import shown

GLOB_CHARACTERS = "*?["


def iter_cases(selection: Selection, folder: Path | None = None) -> Iterator[Case]:
    """Yield the published cases that a selection takes, in the order of the manifest.

    Every file is held against the manifest's digest before it is used. Raises :class:`InvalidInput` for a revision that
    the manifest does not know, and for a file that is missing, damaged or edited.
    """
    folder = folder or published()
    content = manifest.read(folder)
    holding = {revision: frozenset(ids) for revision, ids in content["revisions"].items()}
    if selection.revision and selection.revision not in holding:
        raise InvalidInput("revision", f"{selection.revision} is unknown; the vectors know {', '.join(holding)}")
    wanted = holding.get(selection.revision, frozenset().union(*holding.values()))
    above = _above(selection.listed)
    for entry in content["files"]:
        if entry["id"] in wanted and _may_hold_wanted(entry, selection, above):
            document = _checked(folder, entry)
            revisions = tuple(revision for revision, ids in holding.items() if entry["id"] in ids)
            yield from filter(selection.takes, cases_of(document, revisions, folder))


def load_file(path: Path, folder: Path | None = None) -> list[Case]:
    """Return the cases of one vector file that need not be published, after validating it.

    The state of a chain, or of calls, may lie beside it, in a folder ``states``; else it is a published one.
    """
    document = documents.read(path)
    kind = document.get("kind") if isinstance(document, dict) else None
    if kind not in _READERS:
        raise InvalidInput(str(path), f"has kind {shown(kind)}; a vector file is of kind {', '.join(_READERS)}")
    folder = folder or published()
    schemas.validate(document, kind, folder / "schema", str(path))
    beside = _folder_of_states(document, path)
    return list(cases_of(document, (document["revisions"]["from"],), beside or folder))


def _folder_of_states(document: dict[str, Any], path: Path) -> Path | None:
    """Return the folder above a file in which the state lies that it begins on, nothing if none has it."""
    if document["kind"] == "op":
        return folder_above(path, document["groups"][0]["cases"][0]["pre"])
    return folder_above(path, document["pre"]) if document["kind"] == "trace" else None


def read_list(path: Path) -> frozenset[str]:
    """Return the ids in a list such as ``lists/smoke.txt``: one a line, ``#`` begins a comment."""
    try:
        text = documents.read_bytes(path).decode()
    except UnicodeDecodeError:
        raise InvalidInput(str(path), "is not UTF-8 text") from None
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return frozenset(line for line in lines if line)


def cases_of(document: dict[str, Any], revisions: tuple[str, ...], folder: Path) -> Iterator[Case]:
    """Yield the cases of one vector document of a folder."""
    return _READERS[document["kind"]](document, revisions, folder)


def _prefixes(identifier: str) -> Iterator[str]:
    """Yield an id and every id above it."""
    while identifier:
        yield identifier
        identifier = identifier.rpartition("/")[0]


def _above(listed: frozenset[str] | None) -> frozenset[str]:
    """Return the listed ids and every id above one of them."""
    return frozenset(prefix for name in listed or () for prefix in _prefixes(name))


def _may_hold_wanted(entry: dict[str, Any], selection: Selection, above: frozenset[str]) -> bool:
    listed = selection.listed
    kinds = {entry["kind"], "law"} if entry["kind"] == "epoch" else {entry["kind"]}
    return (
        any(selection.takes_tier(tier) for tier in entry["cases"])
        and (not selection.kinds or not kinds.isdisjoint(selection.kinds))
        and (not selection.ids or any(_may_match(entry["id"], pattern) for pattern in selection.ids))
        and (listed is None or entry["id"] in above or any(name in listed for name in _prefixes(entry["id"])))
    )


def _may_match(file_id: str, pattern: str) -> bool:
    """Return whether an id below ``file_id`` can match a pattern, by the part before its first wildcard."""
    cut = min((pattern.index(mark) for mark in GLOB_CHARACTERS if mark in pattern), default=len(pattern))
    literal = pattern[:cut]
    return literal.startswith(file_id) or file_id.startswith(literal)


def _checked(folder: Path, entry: dict[str, Any]) -> dict[str, Any]:
    path = folder / entry["path"]
    content = documents.read_bytes(path)
    if documents.digest(content) != entry["sha256"]:
        raise InvalidInput(str(path), "has been edited: its digest is not the one in MANIFEST.json")
    document: dict[str, Any] = documents.parse(content, str(path))
    return document


def _arith(document: dict[str, Any], revisions: tuple[str, ...], _folder: Path) -> Iterator[Case]:
    parameters = tuple((name, kind) for name, kind in document["signature"]["in"])
    signature = Signature(parameters, document["signature"]["out"])
    for group in document["groups"]:
        common = about(group)
        prefix = f"{document['id']}/{group['slug']}/"
        for slug, *arguments, outcome in group["rows"]:
            yield Case(
                kind="arith",
                id=prefix + slug,
                revisions=revisions,
                input=arguments,
                expected=outcome,
                function=document["function"],
                signature=signature,
                **common,
            )


def _epoch(document: dict[str, Any], revisions: tuple[str, ...], _folder: Path) -> Iterator[Case]:
    expected = {name: document[name] for name in ("output", "stages") if name in document}
    common = {"id": document["id"], "revisions": revisions, "laws": tuple(document["laws"]), **about(document)}
    yield Case(kind="epoch", input=document["input"], expected=expected, **common)
    for law in document["laws"]:
        named = {**common, "id": f"{document['id']}/law/{law}", "laws": (law,)}
        yield Case(kind="law", input={"epoch": document["input"]}, **named)


def _law(document: dict[str, Any], revisions: tuple[str, ...], _folder: Path) -> Iterator[Case]:
    common = about(document)
    for slug, value in document["inputs"]:
        name = f"{document['id']}/{slug}"
        yield Case(kind="law", id=name, revisions=revisions, input=value, laws=(document["law"],), **common)


_READERS = {"arith": _arith, "epoch": _epoch, "op": op_cases, "trace": trace_cases, "law": _law}
