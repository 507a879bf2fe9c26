"""A mutant is planted in the running exact path, and taken out again without a trace."""

import pytest

from subtensor_conformance.mutants.catalogue import all_mutants, chapters
from subtensor_conformance.mutants.mutant import Mutant
from subtensor_conformance.mutants.planting import Unplantable, planted
from subtensor_spec.arithmetic import I32F32
from subtensor_spec.arithmetic.fixed_point.multiplication import floored_product
from subtensor_spec.chapters.consensus.matrix.vectors import normalize

BIT, MINUS_BIT = I32F32.from_bits(1), I32F32.from_bits(-1)


def test_callers_see_the_fault() -> None:
    """A function that was imported before the fault was planted has it, and so do methods that call it."""
    with planted(all_mutants()["mul-toward-zero"]):
        assert floored_product(-1, 1, 32) == 0
        assert MINUS_BIT.saturating_mul(BIT) == I32F32.ZERO
    assert MINUS_BIT.saturating_mul(BIT) == MINUS_BIT


def test_a_fault_is_taken_out_after_an_exception() -> None:
    """The code is the original's again, even where the fault or its observer raised."""
    original = floored_product.__code__
    with pytest.raises(RuntimeError, match="observed"), planted(all_mutants()["mul-nearest"]):
        raise RuntimeError("observed")
    assert floored_product.__code__ is original


def test_a_class_method_can_be_changed() -> None:
    """A rule stated by a class method is changed for every format."""
    with planted(all_mutants()["wrap-saturates"]):
        assert I32F32.MAX + BIT == I32F32.MAX
    assert I32F32.MAX + BIT == I32F32.MIN


def test_a_fault_in_a_helper() -> None:
    """Where a rule leaves its work to a helper, the helper has the fault."""
    mutant = all_mutants()["column-division-saturates"]
    assert mutant.place == "subtensor_spec.chapters.consensus.matrix.sparse_columns:_divided"
    with planted(mutant):
        pass


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("no such text", ""),
        ("vector", "vector"),
        ("return []", "return ["),
        ("def normalize(", "def normalized("),
        ("vector: Sequence[Number]", "vector: Sequence[Number], total: int = 0"),
    ],
    ids=["missing", "more than once", "not Python", "another name", "another signature"],
)
def test_what_cannot_be_planted_fails_loudly(old: str, new: str) -> None:
    """A text that is not there exactly once, or whose change is no function of the same kind, is refused."""
    original = normalize.__code__
    mutant = Mutant("odd", "YC-vector/normalise", old, new, "It cannot be planted.")
    with pytest.raises((Unplantable, SyntaxError)), planted(mutant):
        pass
    assert normalize.__code__ is original


@pytest.mark.parametrize("chapter", chapters())
def test_every_mutant_can_be_planted(chapter: str) -> None:
    """The text of every mutant stands in the function that its rule names."""
    for mutant in (mutant for mutant in all_mutants().values() if mutant.chapter == chapter):
        function = mutant.function()
        original = function.__code__
        with planted(mutant):
            assert function.__code__ is not original
        assert function.__code__ is original
