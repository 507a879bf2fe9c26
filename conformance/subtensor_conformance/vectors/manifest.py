"""What is published: the manifest, the lists of ids and the digests of all files."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from subtensor_conformance.vectors import documents
from subtensor_conformance.vectors.case import TIERS
from subtensor_spec import __version__
from subtensor_spec.chain.revisions import KNOWN, REVISIONS
from subtensor_spec.errors import InvalidInput

NAME, DIGESTS, PROVENANCE = "MANIFEST.json", "SHA256SUMS", "PROVENANCE.json"

STATE = "state"
"""The kind of a document that holds no vector: a state that calls and traces begin on."""

Document = dict[str, Any]
Published = Mapping[str, tuple[Document, bytes]]
"""Documents and their content by path below the folder of vectors."""


def read(folder: Path) -> Document:
    """Return the manifest of a folder. Raises :class:`InvalidInput` if it is missing, edited or none."""
    path = folder / NAME
    content = documents.read_bytes(path)
    if digests(folder).get(NAME) != documents.digest(content):
        raise InvalidInput(str(path), f"has been edited: its digest is not the one in {DIGESTS}")
    manifest: Document = documents.parse(content, str(path))
    return manifest


def digests(folder: Path) -> dict[str, str]:
    """Return the digests in ``SHA256SUMS`` by path. Raises :class:`InvalidInput` if the file is missing or none."""
    path = folder / DIGESTS
    found = {}
    for number, line in enumerate(documents.read_bytes(path).decode(errors="replace").splitlines(), start=1):
        digest, separator, name = line.partition("  ")
        if not separator or not re.fullmatch("[0-9a-f]{64}", digest):
            raise InvalidInput(f"{path}:{number}", "is not a digest, two spaces and a path")
        found[name] = digest
    return found


def digest_lines(folder: Path, names: Iterable[str]) -> bytes:
    """Return ``SHA256SUMS`` for files as they lie on disk, so that ``sha256sum -c`` checks them."""
    lines = [f"{documents.digest((folder / name).read_bytes())}  {name}\n" for name in sorted(names)]
    return "".join(lines).encode()


def build(published: Published) -> Document:
    """Return the manifest of some documents."""
    ordered = sorted(published.items(), key=lambda item: natural_order(item[1][0]["id"]))
    vectors = [(path, *entry) for path, entry in ordered if entry[0]["kind"] != STATE]
    return {
        "format": 1,
        "suite": __version__,
        "revisions": _revisions([document for _, document, _ in vectors]),
        "states": [_state(path, *entry) for path, entry in ordered if entry[0]["kind"] == STATE],
        "files": [_entry(path, document, content) for path, document, content in vectors],
    }


def lists(published: Published) -> dict[str, bytes]:
    """Return the lists by path: one of each revision and of each tier, a tier with all quicker ones.

    A list names a file where it takes all of it, and else the groups that it takes.
    """
    ordered = [document for document, _ in published.values() if document["kind"] != STATE]
    ordered.sort(key=lambda document: natural_order(document["id"]))
    files = {}
    for index, tier in enumerate(TIERS):
        quicker = TIERS[: index + 1]
        files[f"lists/{tier}.txt"] = _lines(name for document in ordered for name in _listed(document, quicker))
    for revision, identifiers in _revisions(ordered).items():
        files[f"lists/{revision}.txt"] = _lines(identifiers)
    return files


def _listed(document: Document, tiers: tuple[str, ...]) -> list[str]:
    """Return the ids with which a list takes the part of a document that is in some tiers."""
    if "groups" not in document:
        return [document["id"]] if document["tier"] in tiers else []
    taken = [group["slug"] for group in document["groups"] if group["tier"] in tiers]
    if len(taken) == len(document["groups"]):
        return [document["id"]]
    return [f"{document['id']}/{slug}" for slug in taken]


def natural_order(identifier: str) -> list[Any]:
    """Return a key that sorts ids by kind and name, numbers in them by value."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", identifier)]


def _state(path: str, document: Document, content: bytes) -> Document:
    name = document["id"].rpartition("/")[2]
    return {"name": name, "path": path, "sha256": documents.digest(content), "bytes": len(content)}


def _entry(path: str, document: Document, content: bytes) -> Document:
    cases: Counter[str] = Counter()
    rules: dict[str, None] = {}
    for tier, count, pinned in _counted(document):
        cases[tier] += count
        rules |= dict.fromkeys(pinned)
    return {
        "id": document["id"],
        "path": path,
        "kind": document["kind"],
        "sha256": documents.digest(content),
        "bytes": len(content),
        "cases": {tier: cases[tier] for tier in TIERS if cases[tier]},
        "rules": list(rules),
    }


def _counted(document: Document) -> Iterator[tuple[str, int, list[str]]]:
    if "groups" in document:
        for group in document["groups"]:
            yield group["tier"], len(group["rows" if document["kind"] == "arith" else "cases"]), group["rules"]
    elif document["kind"] == "law":
        yield document["tier"], len(document["inputs"]), document["rules"]
    else:
        yield document["tier"], 1 + len(document.get("laws", ())), document["rules"]


def _revisions(ordered: Iterable[Document]) -> dict[str, list[str]]:
    """Return for each revision that any document names the ids that hold in it, spelled out.

    An interval without an end that begins at a whole revision ends with the last whole one: of later revisions only
    parts are specified, and documents that hold there say so.
    """
    names = [revision.name for revision in KNOWN]
    holding: dict[str, list[str]] = {}
    for document in ordered:
        interval = document["revisions"]
        first = names.index(interval["from"])
        last = len(REVISIONS) if first < len(REVISIONS) else len(names)
        end = names.index(interval["until"]) if interval["until"] else last
        for name in names[first:end]:
            holding.setdefault(name, []).append(document["id"])
    return {name: holding[name] for name in names if name in holding}


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()
