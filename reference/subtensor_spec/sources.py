"""Digests of the production functions that rules cite, and which rules have gone stale in another checkout.

A digest covers the text of every function (macro, constant or type) of that name in the file, without indentation and
blank lines, so that moving or re-indenting one is not a change and any edit of it is.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import LATER_COMMITS, PARITY_SCALE_CODEC, POLKADOT_SDK, Rule, Source

PINNED_FILE = "source_digests.json"

_SKIPPED = re.compile(
    r"//[^\n]*|/\*.*?\*/"  # comments
    r"|b?\"(?:\\.|[^\"\\])*\""  # strings
    r"|b?'(?:\\.[^']*|[^'\\])'",  # characters; a lifetime has no closing quote
    re.DOTALL,
)
_BRACES = {"{": 1, "}": -1}


@dataclass(frozen=True)
class Stale:
    """A rule whose production source differs from the pinned one; ``why`` says how."""

    rule: str
    source: Source
    why: str


def key(source: Source) -> str:
    """Return the name under which a source's digest is pinned."""
    return f"{source.repository}:{source.path}:{source.function}"


def is_digested(source: Source) -> bool:
    """Tell whether a source's digest is pinned: the chain's own code, and the libraries of its arithmetic.

    The framework beneath them is cited at its commit only; much of what is cited there is no single definition. So are
    revisions after the pinned one, of which no tree is whole.
    """
    is_framework = source.repository in (PARITY_SCALE_CODEC.name, POLKADOT_SDK.name)
    return not is_framework and source.commit not in LATER_COMMITS


def pinned_digests() -> dict[str, str]:
    """Return the digests of all cited production functions at their pinned commits."""
    loaded: dict[str, str] = json.loads(files("subtensor_spec").joinpath(PINNED_FILE).read_text())
    return loaded


def digest(text: str, function: str) -> str | None:
    """Return the digest of every definition of ``function`` in Rust ``text``, or ``None`` if there is none.

    A constant, a type and a macro have definitions as a function has.
    """
    bodies = list(_definitions(text, function))
    if not bodies:
        return None
    lines = (line.strip() for body in bodies for line in body.splitlines())
    return hashlib.sha256("\n".join(line for line in lines if line).encode()).hexdigest()[:32]


def measure(rules: Iterable[Rule], checkouts: Mapping[str, Path]) -> dict[str, str | None]:
    """Return the digest of every source that the rules cite, read from checkouts by repository name.

    A source whose file or function is missing has digest ``None``; repositories without a checkout are left out.
    """
    sources = {key(source): source for rule in rules for source in rule.sources if is_digested(source)}
    found: dict[str, str | None] = {}
    for name, source in sorted(sources.items()):
        checkout = checkouts.get(source.repository)
        if checkout is None:
            continue
        if not checkout.is_dir():
            raise InvalidInput(str(checkout), "is not a folder")
        file = checkout / source.path
        found[name] = digest(file.read_text(), source.function) if file.is_file() else None
    return found


def stale(rules: Iterable[Rule], measured: Mapping[str, str | None], pinned: Mapping[str, str]) -> list[Stale]:
    """Return every rule with a measured source that is not the pinned one."""
    result = []
    for rule in rules:
        for source in rule.sources:
            name = key(source)
            if name not in measured or not is_digested(source):
                continue
            found = measured[name]
            if found is None:
                result.append(Stale(rule.id, source, "not found"))
            elif found != pinned.get(name):
                result.append(Stale(rule.id, source, "changed"))
    return result


def _definitions(text: str, function: str) -> Iterable[str]:
    """Yield the text of each ``fn`` or ``macro_rules!`` of that name, from its keyword to its closing brace, and of
    each ``const`` or ``type`` of that name, to its semicolon.
    """
    visible = _SKIPPED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    head = re.compile(rf"\b(?:fn|macro_rules!|(const|type))\s+{re.escape(function)}\b")
    for match in head.finditer(visible):
        end = _end(visible, match.end(), at_semicolon=match[1] is not None)
        if end is not None:
            yield text[match.start() : end]


def _end(visible: str, start: int, *, at_semicolon: bool) -> int | None:
    """Return where a definition ends, nothing for a declaration without a body."""
    depth = 0
    for position in range(start, len(visible)):
        character = visible[position]
        if character == ";" and depth == 0:
            return position + 1 if at_semicolon else None
        depth += _BRACES.get(character, 0)
        if character == "}" and depth == 0 and not at_semicolon:
            return position + 1
    return None
