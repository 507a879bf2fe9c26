"""The ``{faults}`` directive: what was broken on purpose in a chapter's rules, and a vector that noticed."""

from collections.abc import Mapping
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_site import registry
from subtensor_site.domain import link
from subtensor_site.tables import Cell, table

HEADINGS = ("Fault", "Rule", "Noticed first by")


class FaultsDirective(SphinxDirective):
    """``:::{faults} FX`` shows the faults planted in the rules of one chapter."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        prefix = self.arguments[0] + "-"
        chosen = [row for row in registry.mutants() if row["rule"].startswith(prefix)]
        if not chosen:
            raise self.error(f"no fault was planted in chapter {self.arguments[0]}")
        return [table(HEADINGS, (self._row(row) for row in chosen), "faults")]

    def _row(self, row: Mapping[str, Any]) -> list[Cell]:
        noticed: Cell = nodes.literal(text=row["killed_by"][0]) if row["killed_by"] else nodes.strong(text="no vector")
        name: list[nodes.Node] = [nodes.literal(text=row["name"]), nodes.Text(f" {row['description']}")]
        return [name, link(row["rule"], self.env.docname), noticed]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("faults", FaultsDirective)
