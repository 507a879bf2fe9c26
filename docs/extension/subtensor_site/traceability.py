"""The ``{traceability}`` directive: rule, code, production source, vectors and mutants of a chapter in one table."""

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_site import registry
from subtensor_spec.rules import Rule

HEADINGS = ("Rule", "Code", "Production function", "Vectors", "Mutants killed")


class TraceabilityDirective(SphinxDirective):
    """``:::{traceability} FX`` shows the rules of one chapter."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        chapter = self.arguments[0]
        chosen = [rule for rule in registry.rules().values() if rule.chapter == chapter]
        if not chosen:
            raise self.error(f"no rule belongs to chapter {chapter}")
        group = nodes.tgroup(cols=len(HEADINGS))
        group += [nodes.colspec(colwidth=width) for width in (3, 3, 3, 1, 2)]
        group += nodes.thead("", nodes.row("", *(_cell(nodes.Text(text)) for text in HEADINGS)))
        group += nodes.tbody("", *(self._row(rule) for rule in chosen))
        return [nodes.table("", group, classes=["traceability"])]

    def _row(self, rule: Rule) -> nodes.row:
        target = {"refdomain": "spec", "reftype": "rule", "reftarget": rule.id, "refdoc": self.env.docname}
        link = pending_xref("", nodes.literal(text=rule.id), **target)
        code = f"{rule.function.__module__.removeprefix('subtensor_spec.')}.{rule.function.__qualname__}"
        functions = ", ".join(f"{source.path.rsplit('/', 1)[-1]} {source.function}" for source in rule.sources)
        return nodes.row(
            "",
            _cell(link),
            _cell(nodes.literal(text=code)),
            _cell(nodes.Text(functions)),
            _cell(nodes.Text(f"{sum(registry.vectors_by_evidence(rule.id).values()):,}")),
            _cell(nodes.Text(", ".join(registry.mutants_killed(rule.id)))),
        )


def _cell(content: nodes.Node) -> nodes.entry:
    return nodes.entry("", nodes.paragraph("", "", content))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("traceability", TraceabilityDirective)
