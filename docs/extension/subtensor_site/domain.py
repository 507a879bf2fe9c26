"""The ``spec`` domain: on which page each rule stands, and the ``{rule}`` role that links there."""

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from subtensor_site import registry

DIVERGENCES = "spec/26-divergences"
"""The page on which divergences stand."""


def anchor(identifier: str) -> str:
    """Return the permanent fragment of a rule's address."""
    return "rule-" + identifier.lower().replace("/", "-")


def link(identifier: str, document: str) -> pending_xref:
    """Return a link from a page to the place where a rule stands, not yet resolved."""
    target = {"refdomain": "spec", "reftype": "rule", "reftarget": identifier, "refdoc": document, "refwarn": True}
    return pending_xref("", nodes.literal(text=identifier, classes=["rule-link"]), **target)


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
        """Link a rule id to the place where the rule stands, a divergence's to its entry."""
        if typ == "divergence":
            return make_refnode(builder, fromdocname, DIVERGENCES, target.lower(), contnode)
        places = self.data["rules"].get(target)
        if not places:
            return None
        summary = registry.rules()[target].summary
        return make_refnode(builder, fromdocname, places[0][0], anchor(target), contnode, summary)

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
    """Register the domain, and the role under its short name."""
    app.add_domain(SpecDomain)
    app.add_role("rule", RuleRole(warn_dangling=True))
