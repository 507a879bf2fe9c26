"""The ``{proofs}`` directive: formal results, each with its claim, range, method, verdict and time."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_site import registry
from subtensor_site.domain import link
from subtensor_site.index_of_rules import inline
from subtensor_site.tables import Cell, table

HEADINGS = ("Claim", "For", "Rules", "Verdict", "Seconds")
POWER = re.compile(r"\*\*(\d+)")
MOST_RULES = 6
"""Of a result about more rules than this only their number is shown."""


class ProofsDirective(SphinxDirective):
    """``:::{proofs} contract`` shows the results whose ids begin with ``contract/``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        prefix = self.arguments[0] + "/"
        chosen = [proof for proof in registry.proofs() if proof["id"].startswith(prefix)]
        if not chosen:
            raise self.error(f"no formal result has an id that begins with {prefix}")
        return [table(HEADINGS, (self._row(proof) for proof in chosen), "proofs")]

    def _row(self, proof: Mapping[str, Any]) -> list[Cell]:
        return [
            [*inline(proof["claim"]), nodes.Text(" "), nodes.inline(text=proof["id"], classes=["code-path"])],
            [*mathematical(proof["scope"]), nodes.Text(" "), nodes.inline(text=proof["method"], classes=["method"])],
            list(self._rules(proof["rules"])),
            f"{proof['verdict']}: {proof['note']}" if proof["note"] else proof["verdict"],
            f"{registry.seconds_of_proof(proof['id']):.1f}",
        ]

    def _rules(self, rules: list[str]) -> Iterator[nodes.Node]:
        if len(rules) > MOST_RULES:
            yield nodes.Text(f"{len(rules)} rules")
            return
        for index, identifier in enumerate(rules):
            if index:
                yield nodes.raw("", "<br>", format="html")
            yield link(identifier, self.env.docname)


def mathematical(text: str) -> Iterator[nodes.Node]:
    """Yield the nodes of a condition that is written as in a program: ``2**63`` and ``<=`` as in a book."""
    for position, part in enumerate(POWER.split(text.replace("<=", "≤").replace(" != ", " ≠ ").replace("-2", "−2"))):
        if part:
            yield nodes.superscript(text=part) if position % 2 else nodes.Text(part)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("proofs", ProofsDirective)
