"""The ``{items}`` directive: storage items as they are declared, and which chapters write them."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_site.tables import table
from subtensor_spec import chapters
from subtensor_spec.chain import items
from subtensor_spec.chain.storage import Item
from subtensor_spec.contents import CHAPTERS
from subtensor_spec.wire.values import to_json

_WRITES = {"put", "take", "remove", "kill", "clear", "clear_prefix", "clear_pair"}
_LONG = 40
"""Letters of a default that a cell shows."""


class ItemsDirective(SphinxDirective):
    """``:::{items} MODULE``: the items that a module below ``chain.items`` declares."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        module = _modules().get(self.arguments[0])
        if module is None:
            raise self.error(f"no items are declared in {self.arguments[0]}; modules are {', '.join(_modules())}")
        noted.add(self.arguments[0])
        rows = [_row(name, item) for name, item in _declared(module)]
        return [table(["item", "keys", "value", "default", "what it holds", "written in"], rows, "items")]


noted: set[str] = set()
"""Modules that a page shows; :func:`_all_shown` compares them with those that there are."""


@cache
def _modules() -> dict[str, ModuleType]:
    names = [module.name for module in pkgutil.iter_modules(items.__path__)]
    return {name: importlib.import_module(f"{items.__name__}.{name}") for name in names}


def _declared(module: ModuleType) -> list[tuple[str, Item[Any]]]:
    return [(name, value) for name, value in vars(module).items() if isinstance(value, Item)]


def _row(name: str, item: Item[Any]) -> list[Any]:
    keys = ", ".join(f"{key.hasher.name} {key.codec.name}" for key in item.keys_of)
    default = "nothing" if item.optional else _default(item)
    writers = [chapter.number for chapter in CHAPTERS if chapter.package in _writers().get(name, ())]
    shown = ", ".join(map(str, writers)) or "–"
    name_of, type_of = nodes.literal(text=item.full_name), nodes.literal(text=item.value.name)
    return [[name_of], keys, [type_of], default, item.about, shown]


def _default(item: Item[Any]) -> str:
    form = to_json(item.value, item.default)
    text = str(form).lower() if isinstance(form, bool) else str(form)
    return text if len(text) <= _LONG else text[:_LONG] + "…"


@cache
def _writers() -> dict[str, set[str]]:
    """Return for each declared name the chapters' packages whose code writes it."""
    found: dict[str, set[str]] = {}
    root = Path(chapters.__path__[0])
    for file in root.rglob("*.py"):
        package = "chapters." + file.relative_to(root).parts[0].removesuffix(".py")
        for name in _written(ast.parse(file.read_text())):
            found.setdefault(name, set()).add(package)
    return found


def _written(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=method) if method in _WRITES:
                yield name
            case ast.Attribute(value=ast.Attribute(attr=name), attr=method) if method in _WRITES:
                yield name


def _all_shown(_app: Sphinx, failure: Exception | None) -> None:
    missing = sorted(set(_modules()) - noted)
    if failure is None and noted and missing:
        raise ValueError(f"no page shows the items of {', '.join(missing)}")


def setup(app: Sphinx) -> None:
    """Register the directive, and the check that every item is shown."""
    app.add_directive("items", ItemsDirective)
    app.connect("build-finished", _all_shown)
