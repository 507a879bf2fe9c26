"""How the numpy path is written: integers only, and no loop over neurons or entries."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from subtensor_spec import vectorised

ROOT = Path(vectorised.__file__).parent
EXACT_LANES = ROOT / "words" / "integers.py"
"""The one module whose lanes are Python integers, on purpose."""
FILES = sorted(
    {ROOT / "issuance.py", *(ROOT / "words").glob("*.py"), *(ROOT / "consensus").rglob("*.py")} - {EXACT_LANES}
)
BLOCKS = sorted((ROOT / "blocks").glob("*.py"))
"""Whole blocks: integers too, but what is touched is gone through one by one."""

FLOATING = {
    "float",
    "float16",
    "float32",
    "float64",
    "double",
    "longdouble",
    "true_divide",
    "divide",
    "mean",
    "average",
    "sqrt",
    "exp",
    "log",
    "log2",
    "rint",
    "object",
    "object_",
}
"""Names of numpy and Python that give floats, or arrays of Python objects."""

CONVERSIONS = {
    "from_lists",
    "to_lists",
    "from_bits",
    "to_bits",
    "from_input",
    "by_name",
    "output",
}
"""Functions that turn lists into arrays or back; they look at every item by nature, and are timed apart."""

LOOPS = {
    "words/i32f32.py:_wide_quotient": "over the fraction bits of a quotient, several at a time: at most 32",
    "words/i32f32_sums.py:saturating_sums": "each round halves the number of terms",
    "words/i64f64.py:_proportions": "over two corrections of an estimate",
    "words/i64f64.py:sums": "over the two words of a number",
    "issuance.py:halvings": "over halvings: at most 32",
    "consensus/matrix/exponential.py:exp_series": "over the terms of a series: at most 30",
    "consensus/matrix/exponential.py:term_bounds": "over the terms of a series: at most 30",
    "consensus/matrix/exponential.py:_step": "over the terms of a series: at most 30",
    "consensus/matrix/median.py:weighted_median_columns": "over blocks of a million scores",
    "consensus/matrix/median.py:searched_medians": "over rounds of a search that drops its pivots",
    "consensus/activity.py:earliest_commit_blocks": "over the two kinds of commits",
    "consensus/compact/parts.py:parts": "over parts of 32 768 cells",
    "consensus/compact/parts.py:__init__": "over parts of 32 768 cells",
    "consensus/compact/agreement.py:agreement_of": "over parts of 32 768 cells",
    "consensus/compact/bonds.py:paid_by_incentive": "over parts of 32 768 cells",
    "consensus/compact/yuma2.py:bonds_of": "over parts of 32 768 cells",
    "consensus/compact/yuma3.py:bonds_of": "over parts of 32 768 cells",
}
"""Every loop there is, with what it runs over."""

LOOP = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """Every function that is not inside another one."""
    for node in tree.body:
        body = node.body if isinstance(node, ast.ClassDef) else [node]
        yield from (item for item in body if isinstance(item, ast.FunctionDef))


@pytest.mark.parametrize("path", [*FILES, *BLOCKS], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_value_is_ever_a_float(path: Path) -> None:
    """No float constant, no true division, no function or type that gives floats, and no array of Python objects."""
    for node in ast.walk(ast.parse(path.read_text())):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), f"{path}:{node.lineno}"
        assert not (isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div)), (
            f"{path}:{node.lineno}"
        )
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "np":
            assert node.attr not in FLOATING, f"{path}:{node.lineno}"
        assert not (isinstance(node, ast.Name) and node.id == "float"), f"{path}:{node.lineno}"


def test_every_loop_is_over_something_few() -> None:
    """Neither over neurons nor over entries: a loop that is not in the list, or is gone from the code, fails here."""
    found = {
        f"{path.relative_to(ROOT)}:{function.name}"
        for path in FILES
        for function in functions(ast.parse(path.read_text()))
        if function.name not in CONVERSIONS and any(isinstance(node, LOOP) for node in ast.walk(function))
    }
    assert found == set(LOOPS)
