"""Kernels at a smaller width, on every input."""

from collections.abc import Iterator
from functools import partial

from subtensor_conformance.proofs.proof import Proof, bounded_by
from subtensor_conformance.subjects.fixed_point.proofs.small import formats as small_formats
from subtensor_conformance.subjects.fixed_point.proofs.small import words as small_words
from subtensor_conformance.subjects.fixed_point.proofs.small.formats import I4F4, I6F2, U4F4, U7F1
from subtensor_spec.arithmetic import FixedPoint

LIMBS = (
    "the kernels take the width of a limb as an argument and depend on it in nothing else but the room in a word, "
    "which is shown at the full width"
)
WORDS = "the kernels' own source with every width an eighth: all of them halve and double together"
PROPORTIONS = ("scale", "divide_columns")
"""Kernels that are meant for proportions only."""

METHOD = "every pair of numbers, both paths"
RULES = {
    "add": ("FX-add/exact",),
    "subtract": ("FX-sub/exact",),
    "multiply": ("FX-mul/floor",),
    "checked_multiply_or_zero": ("FX-mul/floor", "FX-overflow/check"),
    "safe_divide": ("FX-div/toward-zero", "FX-div/safe-zero"),
    "scale": ("FX-mul/floor",),
    "divide_columns": ("FX-div/toward-zero",),
}


def proofs() -> Iterator[Proof]:
    """Yield the proofs for small formats of limbs, then for small words."""
    for number in (I4F4, U4F4, I6F2, U7F1):
        yield Proof(
            id=f"small/limbs/{number.NAME.lower()}",
            claim=f"Every operation of one or two {number.NAME}, of four limbs of two bits, is the exact one.",
            scope="all numbers of 8 bits",
            method=METHOD,
            rules=("FX-add/exact", "FX-sub/exact", "FX-mul/floor", "FX-div/toward-zero", "FX-rem/sign-of-dividend"),
            check=bounded_by(partial(_limbs, number), LIMBS),
            quick=number is U7F1,
        )
    for name in small_words.KERNELS:
        yield Proof(
            id=f"small/words/{name.replace('_', '-')}",
            claim=f"The epoch's {name}, compiled for words of 8 bits, is the exact operation in every branch.",
            scope="all numbers of 8 bits" + (", from zero to one" if name in PROPORTIONS else ""),
            method=METHOD,
            rules=RULES[name],
            check=bounded_by(partial(_words, name), WORDS),
            quick=name in PROPORTIONS,
        )


def _limbs(number: type[FixedPoint], _seconds: float) -> int:
    return small_formats.check_every_pair(number)


def _words(name: str, _seconds: float) -> int:
    return small_words.check_every_pair(name)
