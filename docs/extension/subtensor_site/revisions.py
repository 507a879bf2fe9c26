"""Directives: ``{revisions}``, ``{upgrades}`` of the network, ``{changes}`` between two, ``{audit}`` of real blocks."""

from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_conformance.subjects.revisions.real import blocks_441
from subtensor_site.domain import link
from subtensor_site.tables import Cell, table
from subtensor_site.values import spaced
from subtensor_spec.chain.network_history import UPGRADES, revision_of_runtime
from subtensor_spec.chain.revisions import CURRENT, KNOWN, Revision, revision
from subtensor_spec.explain.audit import Check, audit_blocks
from subtensor_spec.explain.changes import changes


class RevisionsDirective(SphinxDirective):
    """``:::{revisions}`` shows every revision: its source, what it was first to have, what is specified of it."""

    def run(self) -> list[nodes.Node]:
        headings = ("Revision", "Source", "Date", "First to have", "Specified here", "Known and not specified")
        return [table(headings, (self._row(entry) for entry in KNOWN), "revisions")]

    def _row(self, entry: Revision) -> list[Cell]:
        source = f"{entry.repository}@{entry.commit[:9]}"
        specified = ", ".join(sorted(entry.chapters or ())) or ("all" if entry is CURRENT else "as far as rules say so")
        return [
            nodes.literal(text=entry.name), source, entry.date.isoformat(), entry.first_to_have, specified,
            entry.unspecified,
        ]


class UpgradesDirective(SphinxDirective):
    """``:::{upgrades}`` shows which runtime began after which block of the main network, and whose rules it follows."""

    def run(self) -> list[nodes.Node]:
        return [table(("First block", "Runtime", "Rules"), self._rows(), "upgrades")]

    def _rows(self) -> Iterator[list[Cell]]:
        for upgrade in UPGRADES:
            known = upgrade.spec_version >= CURRENT.spec_version
            name = revision_of_runtime(upgrade.spec_version).name if known else "not specified"
            yield [spaced(upgrade.block + 1), str(upgrade.spec_version), name]


class ChangesDirective(SphinxDirective):
    """``:::{changes} r425 r432`` shows the steps that two revisions take differently, by rule."""

    required_arguments = 2

    def run(self) -> list[nodes.Node]:
        first, second = (revision(name) for name in self.arguments)
        found = changes(first, second)
        rows = [
            [step.step, self._links(step.before), self._links(step.after)]
            for step in found.steps
        ]
        return [table(("Step", first.name, second.name), rows, "changes")]

    def _links(self, identifiers: tuple[str, ...]) -> Cell:
        if not identifiers:
            return "–"
        return [part for number, each in enumerate(identifiers)
                for part in ([nodes.Text(", ")] if number else []) + [link(each, self.env.docname)]]


class AuditDirective(SphinxDirective):
    """``:::{audit} r441`` shows the audit of two real blocks by the rules of a revision."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        before, after = blocks_441()
        found = audit_blocks(before, after, revision(self.arguments[0]))
        checks = [check for check in found.checks if check.equal or check.unequal]
        told = dict.fromkeys(
            f"Subnet {entry.key[0]}: {entry.explanation}."
            for check in checks for entry in check.unequal if entry.explanation
        )
        shown: list[nodes.Node] = [table(("Rule", "Stored item", "Equal", "Unequal"), map(self._row, checks), "audit")]
        return [*shown, *(nodes.paragraph(text=line) for line in told)]

    def _row(self, check: Check) -> list[Cell]:
        item = nodes.literal(text=check.item.replace("SubtensorModule.", ""))
        return [link(check.rule, self.env.docname), item, str(check.equal), str(len(check.unequal) or "")]


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("revisions", RevisionsDirective)
    app.add_directive("upgrades", UpgradesDirective)
    app.add_directive("changes", ChangesDirective)
    app.add_directive("audit", AuditDirective)
