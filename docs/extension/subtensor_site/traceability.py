"""The ``{traceability}`` directive: from each rule of a chapter to its code, source, vectors, tests and mutants."""

from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_site import registry
from subtensor_site.domain import link
from subtensor_site.tables import Cell, table
from subtensor_site.values import spaced
from subtensor_spec.rules import Rule

HEADINGS = ("Rule, code", "Production functions", "Vectors", "Tests", "Faults caught")


class TraceabilityDirective(SphinxDirective):
    """``:::{traceability} FX`` shows the rules of one chapter."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        chapter = self.arguments[0]
        chosen = [rule for rule in registry.rules().values() if rule.chapter == chapter]
        if not chosen:
            raise self.error(f"no rule belongs to chapter {chapter}")
        return [table(HEADINGS, (self._row(rule) for rule in chosen), "traceability")]

    def _row(self, rule: Rule) -> list[Cell]:
        code = f"{rule.function.__module__.removeprefix('subtensor_spec.')}.{rule.function.__qualname__}"
        return [
            [link(rule.id, self.env.docname), nodes.Text(" "), nodes.inline(text=code, classes=["code-path"])],
            list(_listed(f"{source.path.rsplit('/', 1)[-1]} {source.function}" for source in rule.sources)),
            list(_listed(f"{spaced(count)} {grade}" for grade, count in registry.vectors_by_evidence(rule.id).items())),
            list(_listed(registry.tests_of(rule))),
            list(_listed(registry.mutants_killed(rule.id))),
        ]


def _listed(items: Iterator[str] | list[str]) -> Iterator[nodes.Node]:
    """Yield items as lines of one cell."""
    for index, item in enumerate(items):
        if index:
            yield nodes.raw("", "<br>", format="html")
        yield nodes.Text(item)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("traceability", TraceabilityDirective)
