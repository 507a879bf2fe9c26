"""Divergences: what each entry of chapter 26 is, the index of all, and the links from rules and pages to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole

from subtensor_site import registry
from subtensor_site.domain import DIVERGENCES, link
from subtensor_site.tables import table

logger = logging.getLogger(__name__)

PAGE = DIVERGENCES
SOURCE = Path(__file__).resolve().parents[3] / f"{PAGE}.md"

CLASSES = {"surprise": "surprise", "defect": "defect", "out-of-reach": "out of reach", "document": "document"}
"""The classes of entries, and how they are shown."""

_ID = re.compile(r"DVG-[a-z0-9]+(-[a-z0-9]+)*")
_ENTRY = re.compile(r"^### (?P<title>.+)\n(?P<body>(?:(?!^##).*\n?)*)", re.MULTILINE)
_HEAD = re.compile(r":::\{divergence\} (?P<id>\S+)\n:class: (?P<kind>\S+)\n")
_RULE = re.compile(r"\{rule\}`([^`]+)`")


@dataclass(frozen=True)
class Divergence:
    """One entry; ``rules`` are those that its words link to, in their order."""

    id: str
    kind: str
    title: str
    rules: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """Return the permanent fragment of the entry's address."""
        return self.id.lower()


def parse(text: str) -> list[Divergence]:
    """Return the entries of a page; :class:`ValueError` names what has no id, a second one, or no known class."""
    found: dict[str, Divergence] = {}
    for entry in _ENTRY.finditer(text):
        head = _HEAD.search(entry["body"])
        if head is None or not _ID.fullmatch(head["id"]) or head["kind"] not in CLASSES:
            raise ValueError(f"the divergence {entry['title']!r} lacks an id or a class")
        if head["id"] in found:
            raise ValueError(f"two divergences have the id {head['id']}")
        rules = tuple(dict.fromkeys(_RULE.findall(entry["body"])))
        found[head["id"]] = Divergence(head["id"], head["kind"], entry["title"], rules)
    return list(found.values())


@cache
def all_divergences() -> dict[str, Divergence]:
    """Return the entries of chapter 26 by id."""
    return {entry.id: entry for entry in parse(SOURCE.read_text(encoding="utf-8"))}


def of_rule(identifier: str) -> Iterator[Divergence]:
    """Yield the divergences that name a rule."""
    return (entry for entry in all_divergences().values() if identifier in entry.rules)


def reference(entry: Divergence, document: str, text: str = "") -> pending_xref:
    """Return a link from a page to an entry, not yet resolved."""
    target = {"refdomain": "spec", "reftype": "divergence", "reftarget": entry.id, "refdoc": document, "refwarn": True}
    return pending_xref("", nodes.literal(text=text or entry.id, classes=["rule-link"]), **target)


class DivergenceDirective(SphinxDirective):
    """``:::{divergence} DVG-…`` with ``:class:``: what an entry of chapter 26 is, and which code it is about."""

    required_arguments = 1
    option_spec = {"class": directives.unchanged_required}  # noqa: RUF012 - docutils' own form

    def run(self) -> list[nodes.Node]:
        entry = all_divergences().get(self.arguments[0])
        if entry is None or self.env.docname != PAGE:
            raise self.error(f"{self.arguments[0]} is no divergence of chapter 26")
        line = nodes.paragraph(classes=["divergence"], ids=[entry.anchor])
        address = nodes.reference("", "", refuri=f"#{entry.anchor}", internal=True)
        address += nodes.literal(text=entry.id)
        line += [address, nodes.Text(f" · {CLASSES[entry.kind]}")]
        line += _cited(entry)
        return [line]


def _cited(entry: Divergence) -> Iterator[nodes.Node]:
    rules = registry.rules()
    sources = dict.fromkeys(source for name in entry.rules if name in rules for source in rules[name].sources)
    for position, source in enumerate(sources):
        yield nodes.Text(" · production: " if not position else ", ")
        address = f"https://github.com/{source.repository}/blob/{source.commit}/{source.path}"
        yield nodes.reference("", "", nodes.literal(text=source.function), refuri=address)


class DivergencesDirective(SphinxDirective):
    """``:::{divergences}``: the index, or with an argument those that name rules of a chapter (``YC``)."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        chapter = self.arguments[0] if self.arguments else ""
        chosen = [one for one in all_divergences().values() if any(_is_of(chapter, rule) for rule in one.rules)]
        if chapter and not chosen:
            raise self.error(f"no divergence names a rule of {chapter}")
        entries = chosen if chapter else list(all_divergences().values())
        return [table(["id", "class", "what", "rules"], [self._row(entry) for entry in entries], "divergences")]

    def _row(self, entry: Divergence) -> list[str | list[nodes.Node]]:
        rules: list[nodes.Node] = []
        for position, identifier in enumerate(entry.rules):
            rules += [nodes.Text(", "), link(identifier, self.env.docname)][not position :]
        title = entry.title.replace("`", "").replace("$2^{63}$", "2⁶³")
        return [[reference(entry, self.env.docname)], CLASSES[entry.kind], title, rules or "–"]


def _is_of(chapter: str, rule: str) -> bool:
    return rule.startswith(f"{chapter}-")


class DivergenceRole(SphinxRole):
    """``{divergence}`DVG-…` ``: a link to the entry."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link; an unknown id fails the build."""
        entry = all_divergences().get(self.text)
        if entry is None:
            return [], [self.inliner.reporter.error(f"unknown divergence {self.text}", line=self.lineno)]
        return [reference(entry, self.env.docname)], []


def check(_app: Sphinx, _env: BuildEnvironment) -> None:
    """Complain of an entry that is about no rule that there is."""
    for entry in all_divergences().values():
        unknown = [rule for rule in entry.rules if rule not in registry.rules()]
        if unknown or not entry.rules:
            logger.warning("divergence %s names %s", entry.id, ", ".join(unknown) or "no rule")


def setup(app: Sphinx) -> None:
    """Register the directives and the role."""
    app.add_directive("divergence", DivergenceDirective)
    app.add_directive("divergences", DivergencesDirective)
    app.add_role("divergence", DivergenceRole())
    app.connect("env-check-consistency", check)
