"""The registries: types, rules, errors, revisions and laws that vectors speak of, and each rule's vectors."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from subtensor_conformance.laws.catalogue import LAWS
from subtensor_conformance.vectors.manifest import STATE
from subtensor_spec.arithmetic import FORMATS, FixedPoint
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.chain.errors import BAD_ORIGIN
from subtensor_spec.chain.revisions import KNOWN
from subtensor_spec.rules import Source
from subtensor_spec.wire.metadata.compare import declared_errors

WIDEST_PLAIN = 32
"""Bits up to which an integer is written as a JSON integer."""

WIDTHS = (8, 16, 32, 64, 128)

COMBINED = {
    "bool": "true or false",
    "text": "a string",
    "f32": "the IEEE bits of a 32-bit float as an unsigned integer in decimal text",
    "f64": "the IEEE bits of a 64-bit float as an unsigned integer in decimal text",
    "usize": "a length or an index, written as u64",
    "json": "an object or list; docs/reference/functions.md says its members, or a schema of vectors/schema does",
    "list<T>": "a list",
    "sparse<T>": "a sparse matrix: a list of rows, a row a list of [column, value], a column a u16",
    "option<T>": "a value, or null for none",
    "tuple<A,B,…>": "a list with one value of each type",
}

Documents = Iterable[dict[str, Any]]


def types() -> dict[str, Any]:
    """Return the types of signatures: fixed-point formats, integers, and what combines them."""
    return {
        "format": 1,
        "fixed_point": {name: _fixed_point(number) for name, number in FORMATS.items()},
        "integers": {name: entry for signed in (False, True) for name, entry in _integers(signed)},
        "others": COMBINED,
    }


def _fixed_point(number: type[FixedPoint]) -> dict[str, Any]:
    return {
        "signed": number.SIGNED,
        "width": number.WIDTH,
        "fraction_bits": number.FRACTION_BITS,
        "least": str(number.MIN_BITS),
        "greatest": str(number.MAX_BITS),
        "written_as": "the raw bits in decimal text",
    }


def _integers(signed: bool) -> Iterable[tuple[str, dict[str, Any]]]:
    for width in WIDTHS:
        least, greatest = (-(2 ** (width - 1)), 2 ** (width - 1) - 1) if signed else (0, 2**width - 1)
        yield (
            f"{'i' if signed else 'u'}{width}",
            {
                "least": str(least),
                "greatest": str(greatest),
                "written_as": "a JSON integer" if width <= WIDEST_PLAIN else "decimal text",
            },
        )


def rules() -> dict[str, Any]:
    """Return every rule: what it says, the function that states it, its production sources and revisions."""
    return {
        "format": 1,
        "rules": {
            identifier: {
                "summary": rule.summary,
                "code": f"{rule.function.__module__}.{rule.function.__qualname__}",
                "sources": [_source(source) for source in rule.sources],
                "revisions": list(rule.revisions),
                "interval": {"since": rule.since, "until": rule.until},
            }
            for identifier, rule in complete_registry().items()
        },
    }


def _source(source: Source) -> dict[str, str]:
    return {
        "repository": source.repository,
        "commit": source.commit,
        "path": source.path,
        "function": source.function,
    }


def errors() -> dict[str, Any]:
    """Return the error codes that outcomes may carry, each with what it means."""
    declared = {code: error.about for code, error in sorted(declared_errors().items())}
    return {"format": 1, "errors": {BAD_ORIGIN: "The origin may not make the call.", **declared}}


def revisions() -> dict[str, Any]:
    """Return the revisions of the production code, oldest first."""
    return {
        "format": 1,
        "revisions": {
            revision.name: {
                "repository": revision.repository,
                "commit": revision.commit,
                "date": revision.date.isoformat(),
                "spec_version": revision.spec_version,
                "first_to_have": revision.first_to_have,
            }
            for revision in KNOWN
        },
    }


def laws() -> dict[str, Any]:
    """Return every law in words."""
    return {
        "format": 1,
        "laws": {
            name: {"statement": law.statement, "takes": law.takes, "rules": list(law.rules)}
            for name, law in LAWS.items()
        },
    }


def coverage(documents: Documents) -> dict[str, Any]:
    """Return how many cases pin each rule, by evidence; a rule without any has an empty entry."""
    counts: dict[str, Counter[str]] = {identifier: Counter() for identifier in complete_registry()}
    for document in documents:
        for block, cases in _blocks(document):
            for identifier in block["rules"]:
                counts.setdefault(identifier, Counter())[block["evidence"]] += cases
    return {"format": 1, "rules": {name: dict(sorted(count.items())) for name, count in sorted(counts.items())}}


def _blocks(document: dict[str, Any]) -> Iterable[tuple[dict[str, Any], int]]:
    """Yield each part of a document that has rules and evidence of its own, and its number of cases."""
    if "groups" in document:
        for group in document["groups"]:
            yield group, len(group["rows" if document["kind"] == "arith" else "cases"])
    elif document["kind"] == "law":
        yield document, len(document["inputs"])
    elif document["kind"] != STATE:
        yield document, 1
