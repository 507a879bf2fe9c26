"""The published functions of the epoch's conversions and of its functions of single numbers."""

from collections.abc import Callable, Sequence
from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.consensus.functions.notation import BLOCKS, MATH, NUMBER, VECTOR, WIDE
from subtensor_spec.chapters.consensus.matrix import conversions, sigmoid, vectors
from subtensor_spec.chapters.consensus.output import proportions_as_u16


def of_each(convert: Callable[[Any], Any]) -> Callable[[Sequence[Any]], list[Any]]:
    """Return the conversion of every number of a vector."""
    return lambda vector: [convert(value) for value in vector]


SCALARS: list[Function] = [
    MATH.plain(conversions.fixed64_to_u64, "x: I64F64 -> u64"),
    MATH.plain(conversions.fixed64_to_fixed32, f"x: I64F64 -> {NUMBER}"),
    MATH.plain(conversions.u16_to_fixed, f"x: u16 -> {NUMBER}"),
    MATH.plain(conversions.u16_proportion_to_fixed, f"x: u16 -> {NUMBER}"),
    MATH.plain(conversions.fixed_to_fixed_u16_proportion, f"x: {NUMBER} -> {NUMBER}"),
    MATH.plain(conversions.fixed_proportion_to_u16, f"x: {NUMBER} -> u16"),
    MATH(
        "vec_fixed64_to_fixed32",
        f"vec: {WIDE} -> {VECTOR}",
        of_each(conversions.fixed64_to_fixed32),
        "YC-convert/narrow",
    ),
    MATH("vec_fixed64_to_u64", f"vec: {WIDE} -> {BLOCKS}", of_each(conversions.fixed64_to_u64), "YC-convert/to-u64"),
    MATH(
        "vec_fixed_proportions_to_u16",
        f"vec: {VECTOR} -> list<u16>",
        proportions_as_u16,
        "YC-output/proportions",
        "YC-convert/to-u16",
    ),
    MATH.plain(sigmoid.exp_safe, f"input: {NUMBER} -> {NUMBER}"),
    MATH.plain(sigmoid.safe_ln, f"value: {NUMBER} -> {NUMBER}"),
    MATH.plain(sigmoid.sigmoid_safe, f"input: {NUMBER}, rho: {NUMBER}, kappa: {NUMBER} -> {NUMBER}"),
    MATH.plain(vectors.clamp_value, f"value: {NUMBER}, low: {NUMBER}, high: {NUMBER} -> {NUMBER}"),
]
