"""The ``{real-faults}`` directive: which planted faults real blocks of the main network can tell from the truth."""

import json
from collections.abc import Mapping
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_site import registry
from subtensor_site.domain import link
from subtensor_site.tables import Cell, table


class RealFaultsDirective(SphinxDirective):
    """``:::{real-faults}`` shows each fault with the items whose audit noticed it."""

    def run(self) -> list[nodes.Node]:
        path = registry.DATA / "real-blocks.json"
        self.env.note_dependency(str(path))
        rows = sorted(json.loads(path.read_text())["faults"], key=lambda row: (not row["noticed_by"], row["rule"]))
        return [table(("Fault", "Rule", "Noticed in"), (self._row(row) for row in rows), "faults")]

    def _row(self, row: Mapping[str, Any]) -> list[Cell]:
        items = list(dict.fromkeys(check.split(" ", 1)[-1].rpartition(".")[2] for check in row["noticed_by"]))
        noticed: Cell = nodes.strong(text="nothing")
        if items:
            noticed = ", ".join(items[:3]) + (f" and {len(items) - 3} more" if len(items) > 3 else "")
        return [row["description"], link(row["rule"], self.env.docname), noticed]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("real-faults", RealFaultsDirective)
