"""Functions of numbers and vectors that no other production code calls."""

from collections.abc import Sequence

from subtensor_spec.arithmetic import I32F32, I64F64, U64, IntegerType
from subtensor_spec.chapters.consensus.matrix.shapes import ZERO, Vector
from subtensor_spec.chapters.consensus.matrix.vectors import Item, get_or


def get_safe(items: Sequence[Item], index: int, default: Item) -> Item:
    """Return the item at ``index``, or ``default`` beyond the end."""
    return get_or(items, index, default)


def fixed(f32_bits: int) -> I32F32:
    """Convert a 32-bit float given by its bits, saturating."""
    return I32F32.saturating_from_f32_bits(f32_bits)


def fixed_to_u64(value: I32F32) -> int:
    """Round down to whole; below zero is zero."""
    return value.saturating_to_num(U64)


def fixed32_to_fixed64(value: I32F32) -> I64F64:
    """Widen, exactly."""
    return I64F64.saturating_from_num(value)


def checked_sum(items: Sequence[int], kind: IntegerType) -> int | None:
    """Add integers of one kind; nothing if the sum overflows on the way."""
    total = 0
    for item in items:
        total += item
        if not kind.holds(total):
            return None
    return total


def is_topk(vector: Vector, k: int) -> list[bool]:
    """Choose the k greatest, zeros too; among equal ones the higher index wins."""
    ascending = sorted(range(len(vector)), key=lambda index: vector[index].bits)
    chosen = set(ascending[max(len(vector) - k, 0) :])
    return [index in chosen for index in range(len(vector))]


def vecdiv(left: Vector, right: Vector) -> list[I32F32]:
    """Divide entry by entry; zero where there is no quotient or ``right`` has ended."""
    return [value.safe_div(get_or(right, index, ZERO)) for index, value in enumerate(left)]
