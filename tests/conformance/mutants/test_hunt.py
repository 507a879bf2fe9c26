"""A vector kills a mutant if it makes the exact path give a wrong answer, and only then."""

from typing import Any

from subtensor_conformance.mutants.catalogue import all_mutants
from subtensor_conformance.mutants.hunt import Hunter, score
from subtensor_conformance.mutants.mutant import Mutant
from subtensor_conformance.vectors.case import Case, Signature

RULE = "FX-mul/floor"


def product(slug: str, left: int, right: int, result: str, rules: tuple[str, ...] = (RULE,)) -> Case:
    return Case(
        kind="arith",
        id=f"arith/i32f32/mul/{slug}",
        tier="core",
        rules=rules,
        why="A product, to see who notices what.",
        catches="A mutant of the product.",
        evidence="reference-only",
        revisions=("r425",),
        input=[str(left), str(right)],
        expected={"ok": result},
        function="i32f32.saturating_mul",
        signature=Signature((("a", "I32F32"), ("b", "I32F32")), "I32F32"),
    )


def killers(mutant: Mutant, *cases: Case) -> tuple[str, ...]:
    return Hunter(cases).hunt(mutant).killed_by


def test_a_wrong_answer_kills() -> None:
    """A product of minus one bit tells rounding down from truncation; a positive one does not."""
    cases = product("positive/one", 1, 1, "0"), product("negative/one", -1, 1, "-1")
    assert killers(all_mutants()["mul-toward-zero"], *cases) == ("arith/i32f32/mul/negative/one",)


def test_a_survivor_is_told() -> None:
    """A mutant that no vector notices has no killers, and counts as not killed."""
    kill = Hunter([product("positive/one", 1, 1, "0")]).hunt(all_mutants()["mul-toward-zero"])
    assert kill.killed_by == ()
    assert score([kill]) == (0, 1)


def test_vectors_of_the_rule_come_first() -> None:
    """Of vectors that kill, those that are there for the mutant's rule are named first, then others."""
    elsewhere = product("elsewhere/one", -1, 1, "-1", ("FX-add/exact",))
    own = product("own/one", -1, 1, "-1")
    found = killers(all_mutants()["mul-toward-zero"], elsewhere, own)
    assert found == (own.id, elsewhere.id)


def test_each_group_is_named_once_and_three_at_most() -> None:
    """Killers that are named belong to different groups, so that they say different things."""
    rows = [product(f"group-{number // 2}/row-{number}", -1, 1, "-1") for number in range(10)]
    found = killers(all_mutants()["mul-toward-zero"], *rows)
    assert found == tuple(f"arith/i32f32/mul/group-{group}/row-{2 * group}" for group in range(3))


def test_a_crash_is_no_kill() -> None:
    """A port with the same mistake need not crash, so a fault that only crashes has not been noticed."""
    crashing = Mutant("crash", RULE, "return left * right", "return 1 // 0 * left * right", "It divides by zero.")
    assert killers(crashing, product("positive/one", 1, 1, "0")) == ()


def test_a_panic_is_an_answer() -> None:
    """A mutant that panics where production has a result is killed."""
    mutant: Any = all_mutants()["wrap-panics"]
    case = product("overflow/one", 2**62, 2**62, str(2**63 - 1), ("FX-overflow/wrap",))
    assert killers(mutant, case) == ()
    wraps = Case(**{name: getattr(case, name) for name in case.__slots__} | {"function": "i32f32.wrapping_mul"})
    assert killers(mutant, wraps) == (wraps.id,)
