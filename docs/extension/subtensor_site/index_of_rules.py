"""The ``{rules}`` directive: the rules of one chapter with what each says, in a sentence."""

from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_site import registry
from subtensor_site.domain import link


class RulesDirective(SphinxDirective):
    """``:::{rules} FX`` lists the rules whose chapter has that short name."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        chapter = self.arguments[0]
        chosen = [rule for rule in registry.rules().values() if rule.chapter == chapter]
        if not chosen:
            raise self.error(f"no rule belongs to chapter {chapter}")
        entries = nodes.definition_list(classes=["rules"])
        for rule in chosen:
            term = nodes.term("", "", link(rule.id, self.env.docname))
            summary = nodes.paragraph("", "", *inline(rule.summary))
            entries += nodes.definition_list_item("", term, nodes.definition("", summary))
        return [entries]


def inline(text: str) -> Iterator[nodes.Node]:
    """Yield the nodes of a docstring's sentence: what stands in double backquotes is literal."""
    for position, part in enumerate(text.split("``")):
        if part:
            yield nodes.literal(text=part) if position % 2 else nodes.Text(part)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("rules", RulesDirective)
