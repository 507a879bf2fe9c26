"""A kernel with a known mistake is refuted: the proofs do notice what they claim to rule out."""

import inspect
from contextlib import contextmanager
from functools import partial
from types import ModuleType

import pytest

from subtensor_conformance.functions.numpy_rows import ArrayKernel
from subtensor_conformance.proofs.proof import Refuted
from subtensor_conformance.proofs.symbolic.agreement import prove_agreement
from subtensor_conformance.subjects.fixed_point import functions as fixed_point
from subtensor_conformance.subjects.fixed_point import numpy_functions as fixed_point_numpy
from subtensor_conformance.subjects.fixed_point.proofs.limbs import products, quotients, shifting
from subtensor_conformance.subjects.fixed_point.proofs.small import formats as small_formats
from subtensor_conformance.subjects.fixed_point.proofs.small import words as small_words
from subtensor_conformance.subjects.fixed_point.proofs.words import i32f32 as words
from subtensor_spec.arithmetic import I32F32
from subtensor_spec.vectorised.words import i32f32
from subtensor_spec.vectorised.words.wide import addition, arithmetic, division, multiplication, results, shifts

SECONDS = 60


@contextmanager
def mistaken(module: ModuleType, name: str, right: str, wrong: str):
    """Give a function its own code with one mistake in it, wherever it is called from."""
    function = getattr(module, name)
    source = inspect.getsource(function)
    assert source.count(right) == 1, f"{name} no longer says {right!r}"
    scope = {}
    exec(source.replace(right, wrong), vars(module), scope)
    sound, function.__code__ = function.__code__, scope[name].__code__
    try:
        yield
    finally:
        function.__code__ = sound


def agreement(name: str) -> None:
    function = next(one for one in fixed_point.FUNCTIONS if one.name == name)
    kernel = fixed_point_numpy.KERNELS[name]
    assert isinstance(kernel, ArrayKernel)
    prove_agreement(function, kernel, SECONDS)


LIMB_MISTAKES = {
    "a carry between rows of a product is lost": (
        (multiplication, "multiply_add_limb", "+ more + carry", "+ carry"),
        partial(products.check_unsigned, 2, SECONDS),
    ),
    "the sign of one factor is forgotten": (
        (multiplication, "multiply_signed", "scale(left, sign(right, radix))", "scale(left, sign(left, radix))"),
        partial(products.check_signed, 2, SECONDS),
    ),
    "a digit is corrected once, not twice": (
        (division, "divide_step", "range(2)", "range(1)"),
        partial(quotients.check_step, 2, SECONDS),
    ),
    "a digit is corrected without being counted": (
        (division, "divide_step", "digit = digit - missing", "digit = digit"),
        partial(quotients.check_step, 2, SECONDS),
    ),
    "the digits of a quotient stand in the wrong order": (
        (division, "divide", "return tuple(reversed(digits)), rest", "return tuple(digits), rest"),
        partial(quotients.check_induction, 3, 2, SECONDS),
    ),
    "the rest of a small division is not carried down": (
        (division, "divide_by_small", "rest = column - digit * by", "rest = column - column"),
        partial(quotients.check_small_divisors, 2, [3], SECONDS),
    ),
    "a shift forgets what comes up from the limb below": (
        (shifts, "shift_left_each", " | low >> down for", " for"),
        partial(shifting.check_shift, 2, 64, SECONDS),
    ),
    "leading zeros are counted one too many": (
        (shifts, "leading_zeros", "count + np.uint64(step)", "count + np.uint64(step + 1)"),
        partial(shifting.check_leading_zeros, 2, SECONDS),
    ),
}

PATH_MISTAKES = {
    "a sum saturates to the wrong side": (
        (arithmetic, "add", "return Result(outcome, overflow, below)", "return Result(outcome, overflow, ~below)"),
        partial(agreement, "i32f32.saturating_add"),
    ),
    "a difference borrows nothing": (
        (addition, "subtract_carrying", "complement(right, radix), ONE", "complement(right, radix), ZERO"),
        partial(agreement, "u64f64.wrapping_sub"),
    ),
    "order ignores the sign": (
        (addition, "less_signed", "np.uint64(1) << radix.top", "np.uint64(0) << radix.top"),
        partial(agreement, "i32f32.min"),
    ),
    "the sign bit is not looked at when a result is narrowed": (
        (results, "narrow", "number.width - number.signed", "number.width"),
        partial(agreement, "i32f32.checked_mul"),
    ),
    "a quotient keeps the dividend's sign": (
        (arithmetic, "divide", "numerator_sign ^ divisor_sign", "numerator_sign"),
        partial(agreement, "i32f32.safe_div"),
    ),
    "a shift to the right fills with zeros": (
        (shifts, "shift_right", "sign(limbs, radix) * radix.mask", "sign(limbs, radix)"),
        partial(agreement, "i64f64.saturating_to_i64"),
    ),
}

WORD_MISTAKES = {
    "the carry of the middle column of a product is lost": (
        (i32f32, "_wide_product", " + (low_part >> FRACTION_BITS)", ""),
        partial(words.check_wide_product, SECONDS),
    ),
    "an overflow of a sum goes unnoticed": (
        (i32f32, "add", "(left ^ total) & (right ^ total)", "(left ^ total) & (left ^ right)"),
        partial(words.check_sum, "add", I32F32.saturating_add, SECONDS),
    ),
    "long division takes a digit too many at once": (
        (i32f32, "_wide_quotient", "missing -= places", "missing -= places + 1 if missing > places else places"),
        partial(words.check_quotient, 8, SECONDS),
    ),
    "a quotient of two to the 63 is kept with any sign": (
        (i32f32, "safe_divide", "(negative & (quotient == 1 << 63))", "(quotient == 1 << 63)"),
        partial(words.check_quotient_settled, SECONDS),
    ),
}

MISTAKES = {**LIMB_MISTAKES, **PATH_MISTAKES, **WORD_MISTAKES}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_refuted(mistake):
    where, check = MISTAKES[mistake]
    with mistaken(*where), pytest.raises(Refuted):
        check()


def test_a_mistake_is_found_among_all_pairs_of_a_small_format():
    where, _ = PATH_MISTAKES["a quotient keeps the dividend's sign"]
    with mistaken(*where), pytest.raises(Refuted):
        small_formats.check_every_pair(small_formats.I6F2)


def test_small_words_have_an_eighth_of_every_width():
    """Narrowed, I32F32 is I4F4: its one is 16, its limits those of eight bits."""
    narrowed = small_words.narrowed_modules()["i32f32"]
    assert (narrowed.ONE, narrowed.MIN, narrowed.MAX, narrowed.LOW) == (16, -128, 127, 15)
    assert narrowed.scalar(1).dtype.itemsize == 1
