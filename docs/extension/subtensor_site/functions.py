"""The directives of the reference of functions: ``{functions}``, ``{function-types}`` and ``{state-members}``."""

from collections.abc import Iterator, Mapping

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_conformance.authoring.registry import types
from subtensor_conformance.functions import functions_by_subject
from subtensor_conformance.functions.function import Function
from subtensor_conformance.functions.meanings import RESULT, meanings_of
from subtensor_conformance.functions.types import codec
from subtensor_conformance.subjects.common.state_members import STATE, SUBNET, Member
from subtensor_site.domain import link
from subtensor_site.tables import Cell, table
from subtensor_spec.contents import CHAPTERS

BREAK = "\u200b"
"""Where a long name may be broken over two lines."""


class FunctionsDirective(SphinxDirective):
    """``:::{functions}``: every function by chapter, with its rules, arguments and result."""

    def run(self) -> list[nodes.Node]:
        titles = {chapter.word: f"{chapter.number} {chapter.title}" for chapter in CHAPTERS}
        return [self._section(word, titles[word], own) for word, own in functions_by_subject().items() if own]

    def _section(self, word: str, title: str, own: Mapping[str, Function]) -> nodes.section:
        section = nodes.section(ids=[f"functions-{word.replace('_', '-')}"])
        section += nodes.title(text=title)
        rows = [self._row(word, function) for function in own.values()]
        section += table(["function", "arguments", "result", "rules"], rows, "functions")
        return section

    def _row(self, word: str, function: Function) -> list[Cell]:
        meanings = meanings_of(word, function)
        arguments = [_typed(name, text, meanings.get(name, "")) for name, text in function.parameters]
        rules = [link(rule, self.env.docname) for rule in function.rules]
        return [
            [nodes.literal(text=function.name.replace(".", f".{BREAK}"))],
            list(_joined(arguments)),
            _typed("", function.result, meanings.get(RESULT, "")),
            list(_joined([[node] for node in rules])),
        ]


def _typed(name: str, text: str, meaning: str) -> list[nodes.Node]:
    shown: list[nodes.Node] = [nodes.strong(text=f"{name} ")] if name else []
    shown.append(nodes.literal(text=text.replace(",", f",{BREAK}").replace("<", f"<{BREAK}")))
    return [*shown, nodes.Text(f" {meaning}")] if meaning else shown


def _joined(cells: list[list[nodes.Node]]) -> Iterator[nodes.Node]:
    for position, cell in enumerate(cells):
        if position:
            yield nodes.Text("; ")
        yield from cell


class TypesDirective(SphinxDirective):
    """``:::{function-types}``: the types of arguments and results, and how each is written in JSON."""

    def run(self) -> list[nodes.Node]:
        known = types()
        rows = [
            [[nodes.literal(text=name)], entry["least"], entry["greatest"], entry["written_as"]]
            for kind in ("integers", "fixed_point")
            for name, entry in known[kind].items()
        ]
        combined = [[[nodes.literal(text=name)], what] for name, what in known["others"].items()]
        return [
            table(["type", "least", "greatest", "written as"], rows, "types"),
            table(["type", "what it is"], combined, "types"),
        ]


class StateMembersDirective(SphinxDirective):
    """``:::{state-members} state`` or ``subnet``: members with types, defaults and storage items."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        members = {"state": STATE, "subnet": SUBNET}[self.arguments[0]]
        rows = [_member(name, member) for name, member in members.items()]
        return [table(["member", "type", "default", "what it is", "storage item"], rows, "members")]


def _member(name: str, member: Member) -> list[Cell]:
    what = f"{member.what}; {member.parts}" if member.parts else member.what
    item: Cell = [nodes.literal(text=member.item.full_name)] if member.item else "–"
    return [[nodes.literal(text=name)], [nodes.literal(text=member.type)], _default(name, member), what, item]


def _default(name: str, member: Member) -> str:
    if name == "netuid":
        return "none: required"
    if member.default is None:
        return "null"
    form = codec(member.type).encode(member.default)
    return str(form).lower() if isinstance(form, bool) else str(form)


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("functions", FunctionsDirective)
    app.add_directive("function-types", TypesDirective)
    app.add_directive("state-members", StateMembersDirective)
