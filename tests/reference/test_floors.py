"""The packages are floors: each imports only from those below it."""

import ast
from pathlib import Path

import pytest

import subtensor_spec

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

MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


def imported(path: Path) -> set[str]:
    """Every module that a file imports, absolutely and anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def room(module: str) -> str:
    return module.split(".")[1] if module.count(".") else ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_from_floors_below(path: Path) -> None:
    here = path.relative_to(ROOT).parts[0].removesuffix(".py")
    assert here in HEIGHT, f"{here} stands on no floor"
    for module in imported(path):
        if module.startswith("subtensor_spec."):
            other = room(module)
            if other not in ("", here, "__version__"):
                assert HEIGHT[other] <= HEIGHT[here], f"{path} reaches up to {module}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_reference_knows_nothing_of_the_conformance_kit(path: Path) -> None:
    assert not {name for name in imported(path) if name.startswith("subtensor_conformance")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_exact_path_never_imports_numpy(path: Path) -> None:
    if path.relative_to(ROOT).parts[0] not in ("vectorised", "bench", "cli"):
        assert not {name for name in imported(path) if name.split(".")[0] == "numpy"}
