"""How the reference is built: its floors, its sizes, what it needs, and that each thing is said once."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import subtensor_spec.chain.items
from subtensor_spec.chain.storage import declared_items

ROOT = Path(subtensor_spec.__file__).parent

FLOORS = [
    {"contents", "errors", "rules"},
    {"arithmetic"},
    {"chain"},
    {"chapters"},
    {"blocks"},
    {"wire"},
    {"catalogue"},
    {"sources"},
    {"vectorised"},
    {"explain", "bench"},
    {"cli"},
]
HEIGHT = {name: height for height, floor in enumerate(FLOORS) for name in floor}

FAST = ("vectorised", "bench", "cli")
"""Rooms that may need numpy."""

MOST_LINES = 250
MOST_LINES_OF_A_FUNCTION = 40

MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")
every_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Every module that a file imports, absolutely and anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)]


def lines_of(node: ast.FunctionDef) -> int:
    """How many lines a function has; a return that only fills the fields of a record counts as one."""
    lines = (node.end_lineno or 0) - node.lineno + 1
    last = node.body[-1]
    if isinstance(last, ast.Return) and isinstance(last.value, ast.Call) and not last.value.args:
        lines -= (last.end_lineno or 0) - last.lineno
    return lines


@every_module
def test_a_room_imports_only_from_floors_below(path: Path) -> None:
    here = room(path)
    assert here in HEIGHT, f"{here} stands on no floor"
    for module in imported(path):
        other = module.split(".")[1] if module.startswith("subtensor_spec.") else here
        if other not in (here, "__version__"):
            assert HEIGHT[other] < HEIGHT[here], f"{path} reaches up to {module}"


@every_module
def test_the_reference_knows_nothing_of_the_conformance_kit(path: Path) -> None:
    assert not {name for name in imported(path) if name.startswith("subtensor_conformance")}


@every_module
def test_the_exact_path_never_imports_numpy(path: Path) -> None:
    if room(path) not in FAST:
        assert not {name for name in imported(path) if name.split(".")[0] == "numpy"}


def test_the_exact_path_runs_in_an_interpreter_without_numpy() -> None:
    """Every module but those of the fast rooms is imported where importing numpy fails, and an epoch is run."""
    names = [
        ".".join(("subtensor_spec", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
        for path in MODULES
        if room(path) not in FAST
    ]
    program = f"""
import importlib, sys

class NoNumpy:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("numpy", "matplotlib"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, NoNumpy())
for name in {names!r}:
    importlib.import_module(name)
from subtensor_spec.chapters.consensus import run_epoch
from subtensor_spec.wire.epoch.example import worked_example
print(len(run_epoch(worked_example()).output), "numpy" in sys.modules)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ran.stdout.split() == ["5", "False"], ran.stderr


@every_module
def test_a_file_can_be_read_at_a_sitting(path: Path) -> None:
    """Tables of declarations, with hardly a function in them, are as long as what they declare."""
    lines = len(path.read_text().splitlines())
    of_functions = sum((node.end_lineno or 0) - node.lineno + 1 for node in functions(path))
    assert lines <= MOST_LINES or of_functions * 10 <= lines, f"{lines} lines"


@every_module
def test_a_function_stands_on_one_screen(path: Path) -> None:
    long = {node.name: lines_of(node) for node in functions(path) if lines_of(node) > MOST_LINES_OF_A_FUNCTION}
    assert not long


KINDS = {"Value", "Map", "DoubleMap", "TripleMap", "OptionalMap", "OptionalDoubleMap", "OptionalTripleMap"}
"""The kinds of storage items; calling one declares an item."""


def declarations(path: Path) -> list[tuple[str, str]]:
    """Pallet and name of each storage item that a file declares."""
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            kind = node.func.value if isinstance(node.func, ast.Subscript) else node.func
            if isinstance(kind, ast.Name) and kind.id in KINDS:
                pallet, name = node.args[:2]
                found.append((ast.unparse(pallet), ast.literal_eval(name)))
    return found


def test_a_storage_item_is_declared_once_and_in_its_place() -> None:
    found = [(item, path.relative_to(ROOT).parts[:2]) for path in MODULES for item in declarations(path)]
    assert len(found) == len(set(found)) == len(declared_items())
    assert {place for _, place in found} == {("chain", "items")}


def spelled(path: Path) -> Iterator[str]:
    """Every string of a file, but for the names that it lets others import."""
    for statement in tree(path).body:
        exported = isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__all__"
        for node in () if exported else ast.walk(statement):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


@every_module
def test_the_name_of_a_storage_item_is_spelled_once(path: Path) -> None:
    """All but its declaration goes by the declared item. Names of one word, and of events, mean other things too."""
    place = path.relative_to(ROOT).parts[:2]
    if place not in (("chain", "items"), ("chain", "event_kinds")):
        names = {item.name for item in declared_items().values() if sum(map(str.isupper, item.name)) > 1}
        assert "SubnetTAO" in names
        assert not set(spelled(path)) & names
