"""The ``{laws}`` directive: every law, in its own words, with the rules that it rests on."""

from collections.abc import Iterable, Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_conformance.laws.catalogue import LAWS
from subtensor_conformance.laws.chain_law import StateLaw, StepLaw, chain_laws
from subtensor_conformance.laws.law import Law
from subtensor_site.domain import link
from subtensor_site.tables import Cell, table

HEADINGS = ("Law", "What holds", "Rests on")


class LawsDirective(SphinxDirective):
    """``:::{laws} answers`` shows laws over answers, ``states`` and ``steps`` those over chains."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        kinds = {
            "answers": list(LAWS.values()),
            "states": [law for law in chain_laws().values() if isinstance(law, StateLaw)],
            "steps": [law for law in chain_laws().values() if isinstance(law, StepLaw)],
        }
        if self.arguments[0] not in kinds:
            raise self.error(f"laws are of {', '.join(kinds)}, not of {self.arguments[0]}")
        return [table(HEADINGS, self._rows(kinds[self.arguments[0]]), "laws")]

    def _rows(self, laws: Iterable[Law | StateLaw | StepLaw]) -> Iterator[list[Cell]]:
        for law in laws:
            rules = list(self._links(law.rules))
            yield [nodes.literal(text=law.name), law.statement, rules]

    def _links(self, rules: tuple[str, ...]) -> Iterator[nodes.Node]:
        for place, rule in enumerate(rules):
            if place:
                yield nodes.Text(", ")
            yield link(rule, self.env.docname)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("laws", LawsDirective)
