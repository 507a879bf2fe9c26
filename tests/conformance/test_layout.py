"""How the kit is built: engines know no subject, a subject is a chapter, and what it says is found where it stands."""

import ast
from pathlib import Path

import pytest

import subtensor_conformance
from subtensor_conformance import subjects
from subtensor_spec.contents import CHAPTERS

ROOT = Path(subtensor_conformance.__file__).parent
SUBJECTS = ROOT / "subjects"
MODULES = sorted(ROOT.rglob("*.py"))
ENGINES = [path for path in MODULES if SUBJECTS not in path.parents]

GIVES = {
    "functions": "FUNCTIONS",
    "numpy_functions": "KERNELS",
    "groups": "GROUPS",
    "plans": "rows",
    "mutants": "MUTANTS",
    "laws": "LAWS",
    "law_plans": "planned_laws",
    "chain_laws": "CHAIN_LAWS",
    "situations": "SITUATIONS",
    "strategies": "arguments",
    "epochs": "planned_epochs",
    "epoch_parts": "STAGE_RULES",
    "proofs": "proofs",
}
"""What the engines ask of each part."""

FINDERS = {f"subjects.{name}" for name in ("words", "parts", "part_of")}
"""What engines find parts with."""

BEHIND_AUTHORING = ("authoring", "subjects", "cli")
"""Rooms that may need what only maintainers use."""

MOST_LINES = 250
MOST_LINES_OF_A_FUNCTION = 40


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    """Return what a file imports of the kit, without the kit's own name."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    prefix = f"{subtensor_conformance.__name__}."
    return {name.removeprefix(prefix) for name in names if name.startswith(prefix)}


def test_a_subject_has_its_chapters_word() -> None:
    """Every folder is a chapter's, but for what several share; all are found, in order of chapter."""
    folders = {path.parent.name for path in SUBJECTS.glob("*/__init__.py")}
    words = [chapter.word for chapter in CHAPTERS if chapter.word in folders]
    assert folders - {"common"} == set(words)
    assert list(subjects.words()) == words


@pytest.mark.parametrize("path", ENGINES, ids=shown)
def test_an_engine_knows_no_subject(path: Path) -> None:
    """Engines find the parts of subjects by name; none imports a subject's module."""
    assert not {name for name in imported(path) if name.startswith("subjects.")} - FINDERS


@pytest.mark.parametrize("path", ENGINES, ids=shown)
def test_what_maintainers_use_is_needed_by_nobody_else(path: Path) -> None:
    """Whoever only checks an implementation needs nothing of how vectors are made."""
    if path.relative_to(ROOT).parts[0] not in BEHIND_AUTHORING:
        assert not {name for name in imported(path) if name.split(".")[0] == "authoring"}


@pytest.mark.parametrize("name", GIVES)
def test_a_part_gives_what_is_asked_of_it(name: str) -> None:
    """Some subject has the part, and each that has it says something in it."""
    found = dict(subjects.parts(name))
    assert found
    for word, part in found.items():
        assert getattr(part, GIVES[name]), word
    assert subjects.part_of("consensus", "no_such_part") is None


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_files_and_functions_fit_a_sitting(path: Path) -> None:
    """No file and no function is longer than it may be."""
    text = path.read_text()
    assert text.count("\n") <= MOST_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MOST_LINES_OF_A_FUNCTION, node.name
