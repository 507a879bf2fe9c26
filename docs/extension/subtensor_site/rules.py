"""The ``{rule}`` directive: one rule of the registry, shown exactly once in the whole site."""

import inspect
import textwrap
from collections.abc import Iterator
from html import escape
from itertools import groupby

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_site import divergences, registry
from subtensor_site.divergences import reference
from subtensor_site.domain import SpecDomain, anchor, link
from subtensor_site.values import spaced
from subtensor_spec.rules import Rule, Source, stated_by


class RuleDirective(SphinxDirective):
    """``:::{rule} ID`` with the plain words and the mathematics as its body."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        identifier = self.arguments[0]
        rule = registry.rules().get(identifier)
        if rule is None:
            raise self.error(f"unknown rule {identifier}")
        domain = self.env.get_domain("spec")
        assert isinstance(domain, SpecDomain)
        domain.note_rule(identifier, self.env.docname, self.get_location())
        box = nodes.container(classes=["rule"], ids=[anchor(identifier)])
        box += _heading(identifier)
        body = nodes.container(classes=["rule-body"])
        self.state.nested_parse(self.content, self.content_offset, body)
        box += body
        box += _code(rule, self.env.docname)
        box += _evidence(rule, self.env.docname)
        return [box]


def _heading(identifier: str) -> nodes.Node:
    heading = nodes.paragraph(classes=["rule-id"])
    link = nodes.reference("", "", refuri=f"#{anchor(identifier)}", internal=True)
    link += nodes.literal(text=identifier)
    heading += link
    return heading


def _code(rule: Rule, document: str) -> nodes.Node:
    """Return the function's text, or a link to the rule with which it is shown if it states several."""
    first = next(iter(stated_by(rule.function)), rule.id)
    if first != rule.id:
        return nodes.paragraph("", "", nodes.Text("Code: that of "), link(first, document), classes=["rule-code"])
    lines = textwrap.dedent(inspect.getsource(rule.function))
    name = f"{rule.function.__module__}.{rule.function.__qualname__}"
    block = nodes.container(classes=["rule-code"])
    block += nodes.raw("", f"<details><summary>Code: <code>{escape(name)}</code></summary>", format="html")
    block += nodes.literal_block(lines, lines, language="python")
    block += nodes.raw("", "</details>", format="html")
    return block


def _evidence(rule: Rule, document: str) -> nodes.Node:
    rows = nodes.field_list(classes=["rule-evidence"])
    rows += _field("Production", [list(_cited(group)) for group in _by_file(rule.sources)])
    rows += _field("Revisions", [[nodes.Text(f"{', '.join(rule.revisions)}, cited at {_commits(rule.sources)}")]])
    rows += _field("Vectors", list(_vectors(rule.id)))
    mutants = registry.mutants_killed(rule.id)
    if mutants:
        rows += _field("Faults caught", [[nodes.Text(", ".join(mutants))]])
    apart = [reference(entry, document) for entry in divergences.of_rule(rule.id)]
    if apart:
        rows += _field("Divergences", [[node] for node in apart])
    verdicts = ", ".join(f"{count} {name}" for name, count in registry.verdicts(rule.id).items())
    if verdicts:
        rows += _field("Formal results", [[nodes.Text(verdicts)]])
    return rows


def _field(name: str, lines: list[list[nodes.Node]]) -> nodes.field:
    return nodes.field("", nodes.field_name(text=name), nodes.field_body("", *(_line(line) for line in lines)))


def _line(content: list[nodes.Node]) -> nodes.paragraph:
    paragraph = nodes.paragraph()
    paragraph += content
    return paragraph


def _by_file(sources: tuple[Source, ...]) -> Iterator[list[Source]]:
    """Yield the cited functions of each file together, in the order in which the rule cites them."""
    for _, group in groupby(sources, key=lambda source: (source.repository, source.path)):
        yield list(group)


def _cited(sources: list[Source]) -> Iterator[nodes.Node]:
    first = sources[0]
    for index, source in enumerate(sources):
        if index:
            yield nodes.Text(", ")
        yield nodes.literal(text=source.function)
    yield nodes.Text(" in ")
    address = f"https://github.com/{first.repository}/blob/{first.commit}/{first.path}"
    yield nodes.reference("", first.path, refuri=address)


def _commits(sources: tuple[Source, ...]) -> str:
    return " and ".join(dict.fromkeys(f"{source.repository} {source.commit[:9]}" for source in sources))


def _vectors(identifier: str) -> Iterator[list[nodes.Node]]:
    counts = registry.vectors_by_evidence(identifier)
    grades = ", ".join(f"{spaced(count)} {grade}" for grade, count in counts.items())
    yield [nodes.Text(grades or "none")]
    if counts:
        yield [nodes.literal(text=f"subtensor-spec conform --rule {identifier}")]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("rule", RuleDirective)
