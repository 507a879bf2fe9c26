"""The ``{out-of-scope}`` and ``{unreachable}`` directives: what is left out and what never happens, with reasons."""

from collections.abc import Mapping

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_site.tables import table
from subtensor_spec.chain.scope import OUT_OF_SCOPE, SPECIFIED_PALLETS
from subtensor_spec.chain.unreachable import UNREACHABLE


class _Reasons(SphinxDirective):
    """A table of reasons; the argument is the kind: ``storage``, ``calls``, ``errors`` or ``events``."""

    required_arguments = 1
    listed: Mapping[str, Mapping[str, str]]

    def run(self) -> list[nodes.Node]:
        reasons = self.listed.get(self.arguments[0])
        if reasons is None:
            raise self.error(f"there is no kind {self.arguments[0]}; there are {', '.join(self.listed)}")
        rows = [[_literals(names), reason] for reason, names in by_reason(reasons).items()]
        return [table(["which", "why"], rows, "reasons")]


class OutOfScopeDirective(_Reasons):
    """``:::{out-of-scope} calls``: what of the pallets specified is left out."""

    listed = OUT_OF_SCOPE


class UnreachableDirective(_Reasons):
    """``:::{unreachable} errors``: what the runtime declares and nothing produces."""

    listed = UNREACHABLE


class SpecifiedPalletsDirective(SphinxDirective):
    """``:::{specified-pallets}``: the pallets of which everything is specified or listed."""

    def run(self) -> list[nodes.Node]:
        return [nodes.paragraph("", "", *_literals(SPECIFIED_PALLETS))]


def by_reason(reasons: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the names for each reason, in the order in which they are listed."""
    found: dict[str, list[str]] = {}
    for name, reason in reasons.items():
        found.setdefault(reason, []).append(name)
    return found


def _literals(names: list[str] | tuple[str, ...]) -> list[nodes.Node]:
    shown: list[nodes.Node] = []
    for name in names:
        shown += [nodes.Text(", "), nodes.literal(text=name)] if shown else [nodes.literal(text=name)]
    return shown


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("out-of-scope", OutOfScopeDirective)
    app.add_directive("unreachable", UnreachableDirective)
    app.add_directive("specified-pallets", SpecifiedPalletsDirective)
