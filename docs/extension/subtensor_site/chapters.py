"""The ``{chapters}`` and ``{unwritten}`` directives: what each chapter has, counted, and which are still to come."""

from collections.abc import Iterator

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_site import registry
from subtensor_site.tables import Cell, table
from subtensor_site.values import spaced
from subtensor_spec.contents import BY_ID, CHAPTERS, Chapter

HEADINGS = ("Chapter", "Id", "Rules", "Vectors", "Observed", "Faults noticed")


class ChaptersDirective(SphinxDirective):
    """``:::{chapters}`` shows one line for each chapter that states rules."""

    def run(self) -> list[nodes.Node]:
        stated = {rule.chapter for rule in registry.rules().values()}
        if unknown := stated - BY_ID.keys():
            raise self.error(f"no chapter has the id {', '.join(sorted(unknown))}")
        chosen = (chapter for chapter in CHAPTERS if chapter.id in stated)
        return [table(HEADINGS, (list(self._row(chapter)) for chapter in chosen), "chapters")]

    def _row(self, chapter: Chapter) -> Iterator[Cell]:
        page = f"/spec/{chapter.page}"
        target = {"refdomain": "std", "reftype": "doc", "reftarget": page, "refexplicit": False, "refwarn": True}
        title = nodes.inline(text=f"{chapter.number} {chapter.title}")
        yield pending_xref("", title, refdoc=self.env.docname, **target)
        yield chapter.id
        yield spaced(sum(rule.chapter == chapter.id for rule in registry.rules().values()))
        yield spaced(sum(registry.vectors_of_chapter(chapter.id).values()))
        yield spaced(registry.vectors_of_chapter(chapter.id)["observed-native"])
        planted = [row for row in registry.mutants() if row["rule"].startswith(f"{chapter.id}-")]
        yield f"{sum(bool(row['killed_by']) for row in planted)} of {len(planted)}"


class UnwrittenDirective(SphinxDirective):
    """``:::{unwritten}`` lists the chapters that have no page yet."""

    def run(self) -> list[nodes.Node]:
        missing = [chapter for chapter in CHAPTERS if f"spec/{chapter.page}" not in self.env.found_docs]
        items = (nodes.list_item("", nodes.paragraph(text=f"{item.number} {item.title}")) for item in missing)
        return [nodes.bullet_list("", *items) if missing else nodes.paragraph(text="None: every chapter is written.")]


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("chapters", ChaptersDirective)
    app.add_directive("unwritten", UnwrittenDirective)
