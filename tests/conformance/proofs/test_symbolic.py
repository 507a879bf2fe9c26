"""The stand-ins for numbers: what they answer, and what they refuse to answer."""

import numpy as np
import pytest
import z3

from subtensor_conformance.proofs.proof import Refuted, Undecided
from subtensor_conformance.proofs.symbolic.numbers import WIDTH, Number
from subtensor_conformance.proofs.symbolic.paths import assume, explore, prove, prove_every_path
from subtensor_conformance.proofs.symbolic.unknowns import with_unknowns
from subtensor_conformance.proofs.symbolic.wholes import unknown, whole
from subtensor_conformance.proofs.symbolic.words import BITS, Word, word

SECONDS = 20


def number(name: str) -> Number:
    return Number(z3.BitVec(name, WIDTH))


def test_a_branch_is_followed_both_ways_with_what_is_known_on_each():
    x = number("x")
    paths = list(explore(lambda: "small" if x < 10 else "large" if x > 20 else "between"))
    assert sorted(result for _, result in paths) == ["between", "large", "small"]
    for facts, result in paths:
        if result == "between":
            prove(z3.And(x.expression >= 10, x.expression <= 20), facts, SECONDS)


def test_a_way_that_cannot_be_taken_is_not_followed():
    x = number("x")
    results = [result for _, result in explore(lambda: (x > 5, x > 3))]
    assert (True, False) not in results
    assert len(results) == 3


def test_contradicting_assumptions_prove_nothing():
    x = z3.Int("x")
    with pytest.raises(Undecided, match="contradict"):
        prove_every_path(lambda: z3.BoolVal(True), SECONDS, [x > 1, x < 1])


def test_a_false_claim_is_refuted_with_values():
    x = z3.Int("x")
    with pytest.raises(Refuted, match="x = 7"):
        prove(x != 7, [x > 6, x < 8], SECONDS)


@pytest.mark.parametrize("operation", [int, str, float, lambda x: x**2, lambda x: x.bit_length(), lambda x: x.real])
def test_a_symbolic_integer_refuses_what_it_cannot_follow(operation):
    """Were it to answer as the plain integer that it is derived from, a proof would be about zero."""
    with pytest.raises(NotImplementedError):
        operation(number("x"))


def test_a_word_shifts_and_compares_as_its_type_of_numpy():
    ones = np.array([2**64 - 1], dtype=np.uint64)
    unsigned, signed = word(ones), word(ones).view(np.int64)
    for found, expected in (
        ((unsigned >> np.uint64(60)).expression == 15, True),
        ((signed >> 60).expression == 2**64 - 1, True),
        ((unsigned < np.uint64(1)).expression, False),
        ((signed < 1).expression, True),
    ):
        prove(found if expected else z3.Not(found), [], SECONDS)


def test_signed_and_unsigned_words_do_not_mix():
    """numpy would answer in floating point, and the kernel be wrong."""
    with pytest.raises(TypeError, match="leave the integers"):
        Word(z3.BitVec("x", BITS)) + Word(z3.BitVec("y", BITS), signed=True)


def test_a_whole_number_that_may_leave_the_word_is_refuted():
    def run():
        return (unknown("x", 0, 2**64 - 1) + 1).formula > 0

    with pytest.raises(Refuted, match="word"):
        prove_every_path(with_unknowns(run), SECONDS)


def test_a_whole_number_that_cannot_leave_the_word_is_followed():
    def run():
        x = unknown("x", 0, 2**64 - 1)
        assume(x.formula < 2**63)
        return (x + x).formula == 2 * x.formula

    prove_every_path(with_unknowns(run), SECONDS)


def test_what_is_cut_off_and_what_is_kept_make_up_the_number():
    def run():
        x = unknown("x", 0, 2**64 - 1)
        high, low = x >> np.uint64(32), x & np.uint64(2**32 - 1)
        assert (high.low, high.high, low.low, low.high) == (0, 2**32 - 1, 0, 2**32 - 1)
        return z3.And(high.formula * 2**32 + low.formula == x.formula, low.formula < 2**32)

    prove_every_path(with_unknowns(run), SECONDS)


def test_overlapping_sides_of_a_bitwise_or_are_refuted():
    def run():
        return (unknown("x", 0, 7) * whole(4) | unknown("y", 0, 7)).formula >= 0

    with pytest.raises(Refuted, match="overlap"):
        prove_every_path(with_unknowns(run), SECONDS)
