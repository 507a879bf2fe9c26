"""The ``{chapters}`` directive: every chapter with its rules, vectors and planted faults, counted."""

from collections.abc import Iterator

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_site import registry
from subtensor_site.tables import Cell, table
from subtensor_site.values import spaced

HEADINGS = ("Chapter", "Rules", "Vectors", "Observed", "Faults noticed")


class ChaptersDirective(SphinxDirective):
    """``:::{chapters}`` with one line ``SHORT-NAME page`` for each chapter as its body."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        pages = dict(line.split() for line in self.content)
        missing = {rule.chapter for rule in registry.rules().values()} - pages.keys()
        if missing:
            raise self.error(f"no page is given for {', '.join(sorted(missing))}")
        return [table(HEADINGS, (list(self._row(*item)) for item in pages.items()), "chapters")]

    def _row(self, chapter: str, page: str) -> Iterator[Cell]:
        target = {"refdomain": "std", "reftype": "doc", "reftarget": page, "refexplicit": False, "refwarn": True}
        yield pending_xref("", nodes.inline(text=chapter), refdoc=self.env.docname, **target)
        yield spaced(sum(rule.chapter == chapter for rule in registry.rules().values()))
        yield spaced(sum(registry.vectors_of_chapter(chapter).values()))
        yield spaced(registry.vectors_of_chapter(chapter)["observed-native"])
        planted = [row for row in registry.mutants() if row["rule"].startswith(f"{chapter}-")]
        yield f"{sum(bool(row['killed_by']) for row in planted)} of {len(planted)}"


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("chapters", ChaptersDirective)
