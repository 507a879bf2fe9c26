"""Verification: published files are whole, obey their schemas, mean what they say and run the rules they name."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from subtensor_conformance.authoring import publish, released
from subtensor_conformance.authoring.arith_documents import pinned_rules
from subtensor_conformance.authoring.chains.verify import chain_complaints
from subtensor_conformance.authoring.epoch_documents import rules_of_epoch
from subtensor_conformance.authoring.grouping.arrangement import GENERATED
from subtensor_conformance.authoring.on_chain import EVIDENCE as ON_CHAIN
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.functions import find
from subtensor_conformance.functions.types import codec
from subtensor_conformance.laws.catalogue import LAWS
from subtensor_conformance.vectors import documents, manifest, schemas
from subtensor_conformance.vectors.canonical import slug_of
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.errors import InvalidInput, SpecError

Document = dict[str, Any]
Progress = Callable[[str], None]


def verify(folder: Path, *, run_rules: bool = True, progress: Progress = lambda _identifier: None) -> list[str]:
    """Return a line for everything that is wrong with a folder of vectors.

    Damage (a missing or edited file, one that breaks its schema) is reported before meaning: what is damaged is not
    judged further. ``run_rules`` runs every group and epoch to see that the rules it names really run.
    """
    complaints = [*damaged_files(folder)]
    if complaints:
        return complaints
    content = manifest.read(folder)
    complaints += _caught(lambda: schemas.validate(content, "manifest", folder / "schema", manifest.NAME))
    found: dict[str, Document] = {}
    states = [{"id": f"states/{entry['name']}", "kind": manifest.STATE, **entry} for entry in content["states"]]
    for entry in (*states, *content["files"]):
        progress(entry["id"])
        complaints += _of_file(folder, entry, found)
    if complaints:
        return complaints
    complaints += stale_files(folder, found)
    complaints += released.breaches(folder, found.values())
    for identifier, document in found.items():
        progress(identifier)
        complaints += _of_meaning(document, run_rules)
    complaints += chain_complaints(found, run_rules=run_rules, progress=progress)
    return complaints + _uncovered(found.values())


def damaged_files(folder: Path) -> Iterator[str]:
    """Yield a line for each file that is missing, has no digest or another one."""
    recorded = manifest.digests(folder)
    for name, digest in recorded.items():
        path = folder / name
        if not path.is_file():
            yield f"{name} is missing"
        elif documents.digest(path.read_bytes()) != digest:
            yield f"{name} has been edited: its digest is not the one in {manifest.DIGESTS}"
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in recorded and name not in (manifest.DIGESTS, manifest.PROVENANCE):
            yield f"{name} has no digest in {manifest.DIGESTS}"


def _caught(check: Callable[[], object]) -> list[str]:
    try:
        check()
    except SpecError as error:
        return [str(error)]
    return []


def _of_file(folder: Path, entry: Document, found: dict[str, Document]) -> list[str]:
    """Return what is wrong with one vector file by itself, and add its document to those found."""
    name = entry["path"]
    try:
        content = documents.read_bytes(folder / name)
        document = documents.parse(content, name)
        schemas.validate(document, entry["kind"], folder / "schema", name)
    except InvalidInput as error:
        return [str(error)]
    found[document["id"]] = document
    checks = (
        (documents.digest(content) == entry["sha256"], f"is not the content that {manifest.NAME} records"),
        (document["id"] == entry["id"], f"holds {document['id']}, which {manifest.NAME} has elsewhere"),
        (documents.relative_path(entry["id"], content) == name, "is not where a file of its id and size belongs"),
        (documents.content_of(document) == content, "is not in canonical form"),
    )
    return [f"{name} {complaint}" for holds, complaint in checks if not holds]


def stale_files(folder: Path, found: dict[str, Document]) -> Iterator[str]:
    """Yield what is wrong with the manifest, the lists and the registries, which follow from the documents."""
    derived = publish.all_files(found)
    yield from publish.differences(folder, derived)


def _of_meaning(document: Document, run_rules: bool) -> Iterator[str]:
    known = complete_registry()
    for identifier in _rules_named(document):
        if identifier not in known:
            yield f"{document['id']} names {identifier}, which is no rule"
            return
    if document["kind"] == "arith":
        yield from _of_rows(document, run_rules)
    elif document["kind"] == "epoch":
        unknown = [law for law in document["laws"] if law not in LAWS]
        yield from (f"{document['id']} names {law}, which is no law" for law in unknown)
        idle = set(document["rules"]) - rules_of_epoch(document["input"]) if run_rules else set()
        yield from (f"{document['id']} names {rule}, which does not run" for rule in sorted(idle))
    elif document["kind"] == "law" and document["law"] not in LAWS:
        yield f"{document['id']} tries {document['law']}, which is no law"


def _rules_named(document: Document) -> list[str]:
    if "groups" in document:
        return [rule for group in document["groups"] for rule in group["rules"]]
    return list(document.get("rules", ()))


def _of_rows(document: Document, run_rules: bool) -> Iterator[str]:
    identifier = document["id"]
    function = find(document["function"])
    if function is None:
        yield f"{identifier} asks {document['function']}, which is no function"
        return
    signature = {"in": [list(parameter) for parameter in function.parameters], "out": function.result}
    if signature != document["signature"]:
        yield f"{identifier} has another signature than {function.name}"
        return
    yield from _repeated(identifier, [group["slug"] for group in document["groups"]])
    for group in document["groups"]:
        where = f"{identifier}/{group['slug']}"
        yield from _repeated(where, [row[0] for row in group["rows"]])
        named = group["evidence"] == ON_CHAIN or group["slug"].endswith(GENERATED)
        rows = []
        for slug, *arguments, outcome in group["rows"]:
            row = Row(function, tuple(arguments), outcome)
            complaint = _of_row(row, slug, named)
            if complaint:
                yield f"{where}/{slug} {complaint}"
                return
            rows.append(row)
        if run_rules and pinned_rules(group["rules"], rows, group["slug"]) != group["rules"]:
            yield f"{where} names a rule that does not run: {', '.join(group['rules'])}"


def _of_row(row: Row, slug: str, named: bool) -> str:
    """Return what is wrong with one row, the empty text if nothing is."""
    if len(row.arguments) != len(row.function.parameters):
        return f"has {len(row.arguments)} arguments, not {len(row.function.parameters)}"
    try:
        values, result = row.values, row.result
    except InvalidInput as error:
        return f"does not fit its signature: {error}"
    written = [
        codec(kind, bits=True).encode(value) for (_, kind), value in zip(row.function.parameters, values, strict=True)
    ]
    if written != list(row.arguments) or ("ok" in row.outcome and _rewritten(row, result) != row.outcome["ok"]):
        return "writes a value in another form than the canonical one"
    if not named and slug != slug_of(row.arguments):
        return "has a slug that is not the digest of its arguments"
    return ""


def _rewritten(row: Row, result: Any) -> Any:
    return codec(row.function.result, bits=True).encode(result)


def _repeated(where: str, slugs: list[str]) -> Iterator[str]:
    for slug, count in Counter(slugs).items():
        if count > 1:
            yield f"{where} has {count} entries called {slug}"


def _uncovered(found: Iterable[Document]) -> list[str]:
    named = {rule for document in found for rule in _rules_named(document)}
    return [f"rule {rule} has no vector" for rule in complete_registry() if rule not in named]
