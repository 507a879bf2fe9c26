"""The ``{rule}`` directive and role: one rule of the registry, shown exactly once in the whole site."""

import inspect
import textwrap
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from subtensor_site import registry
from subtensor_spec.rules import Rule


def anchor(identifier: str) -> str:
    """Return the permanent fragment of a rule's address."""
    return "rule-" + identifier.lower().replace("/", "-")


class RuleDirective(SphinxDirective):
    """``:::{rule} ID`` with the plain words and the mathematics as its body."""

    required_arguments = 1
    has_content = True
    option_spec = {"class": directives.class_option}  # noqa: RUF012 - docutils' own form

    def run(self) -> list[nodes.Node]:
        identifier = self.arguments[0]
        rule = registry.rules().get(identifier)
        if rule is None:
            raise self.error(f"unknown rule {identifier}")
        domain = self.env.get_domain("spec")
        assert isinstance(domain, SpecDomain)
        domain.note_rule(identifier, self.env.docname, self.get_location())
        box = nodes.container(classes=["rule"], ids=[anchor(identifier)])
        box += self._heading(identifier)
        body = nodes.container(classes=["rule-body"])
        self.state.nested_parse(self.content, self.content_offset, body)
        box += body
        box += self._code(rule)
        box += self._evidence(rule)
        return [box]

    def _heading(self, identifier: str) -> nodes.Node:
        heading = nodes.paragraph(classes=["rule-id"])
        link = nodes.reference("", "", refuri=f"#{anchor(identifier)}", internal=True)
        link += nodes.literal(text=identifier)
        heading += link
        return heading

    def _code(self, rule: Rule) -> nodes.Node:
        lines = textwrap.dedent(inspect.getsource(rule.function))
        code = nodes.literal_block(lines, lines, language="python")
        module = rule.function.__module__
        return _details(f"Code: {module}.{rule.function.__qualname__}", code)

    def _evidence(self, rule: Rule) -> nodes.Node:
        rows = nodes.field_list(classes=["rule-evidence"])
        rows += _field("Production source", list(_sources(rule)))
        rows += _field("Revisions", [nodes.Text(", ".join(rule.revisions))])
        rows += _field("Vectors", list(_vectors(rule.id)))
        return rows


def _details(summary: str, content: nodes.Node) -> nodes.Node:
    """Return a block that HTML folds away."""
    wrapper = nodes.container(classes=["rule-code"])
    wrapper += nodes.raw("", f"<details><summary>{summary}</summary>", format="html")
    wrapper += content
    wrapper += nodes.raw("", "</details>", format="html")
    return wrapper


def _field(name: str, content: list[nodes.Node]) -> nodes.field:
    paragraph = nodes.paragraph()
    paragraph += content
    return nodes.field("", nodes.field_name(text=name), nodes.field_body("", paragraph))


def _sources(rule: Rule) -> Iterator[nodes.Node]:
    for index, source in enumerate(rule.sources):
        if index:
            yield nodes.Text("; ")
        address = f"https://github.com/{source.repository}/blob/{source.commit}/{source.path}"
        link = nodes.reference("", source.path, refuri=address)
        yield link
        yield nodes.Text(" ")
        yield nodes.literal(text=source.function)
        yield nodes.Text(f" at {source.commit[:9]}")


def _vectors(identifier: str) -> Iterator[nodes.Node]:
    counts = registry.vectors_by_evidence(identifier)
    total = sum(counts.values())
    grades = ", ".join(f"{count:,} {grade}" for grade, count in sorted(counts.items()))
    yield nodes.Text(f"{total:,} ({grades}); run them with " if total else "none")
    if total:
        yield nodes.literal(text=f"subtensor-spec conform --rule {identifier}")
    mutants = registry.mutants_killed(identifier)
    if mutants:
        yield nodes.Text(f"; mutants killed: {', '.join(mutants)}")


class SpecDomain(Domain):
    """Knows on which page each rule stands."""

    name = "spec"
    label = "Specification"
    object_types = {"rule": ObjType("rule", "rule")}  # noqa: RUF012 - Sphinx's own form
    initial_data = {"rules": {}}  # noqa: RUF012

    def note_rule(self, identifier: str, document: str, location: str) -> None:
        """Remember one place where a rule is shown."""
        self.data["rules"].setdefault(identifier, []).append((document, location))

    def clear_doc(self, docname: str) -> None:
        """Forget the rules of a page that is read again."""
        for identifier, places in list(self.data["rules"].items()):
            kept = [place for place in places if place[0] != docname]
            if kept:
                self.data["rules"][identifier] = kept
            else:
                del self.data["rules"][identifier]

    def merge_domaindata(self, docnames: set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader found."""
        for identifier, places in otherdata["rules"].items():
            for document, location in places:
                if document in docnames:
                    self.note_rule(identifier, document, location)

    def resolve_xref(
        self, env: BuildEnvironment, fromdocname: str, builder: Builder, typ: str, target: str,
        node: pending_xref, contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Link a rule id to the place where the rule stands."""
        places = self.data["rules"].get(target)
        if not places:
            return None
        return make_refnode(builder, fromdocname, places[0][0], anchor(target), contnode, target)

    def resolve_any_xref(self, *_arguments: Any) -> list[tuple[str, nodes.reference]]:
        """Rules are linked by their own role only."""
        return []

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """List the rules for the site's search."""
        for identifier, places in self.data["rules"].items():
            yield identifier, identifier, "rule", places[0][0], anchor(identifier), 1


class RuleRole(XRefRole):
    """``{rule}`ID` ``: a link to the place where the rule stands."""

    def create_xref_node(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Resolve in the domain even where the role is used without its name."""
        self.refdomain, self.reftype = "spec", "rule"
        return super().create_xref_node()


def setup(app: Sphinx) -> None:
    """Register the domain, and the directive and role under their short names."""
    app.add_domain(SpecDomain)
    app.add_directive("rule", RuleDirective)
    app.add_role("rule", RuleRole())
