"""Operations on vectors: one number per uid."""

from collections.abc import Sequence
from typing import TypeVar

from subtensor_spec.arithmetic import I32F32, FixedPoint
from subtensor_spec.chapters.consensus.matrix.shapes import ZERO, Vector
from subtensor_spec.chapters.consensus.source import in_math
from subtensor_spec.rules import rule

Number = TypeVar("Number", bound=FixedPoint)
Item = TypeVar("Item")


def get_or(items: Sequence[Item], index: int, default: Item) -> Item:
    """Return the item at ``index`` (not negative), or ``default`` beyond the end."""
    return items[index] if index < len(items) else default


@rule("YC-vector/sum", in_math("sum"))
def wrapping_sum(vector: Vector) -> I32F32:
    """A vector is summed by plain addition, so a sum beyond the range of I32F32 wraps."""
    return I32F32.wrapping_sum(vector)


@rule("YC-vector/is-zero", in_math("is_zero"))
def is_zero(vector: Vector) -> bool:
    """A vector counts as zero when its wrapping sum is zero, even if terms cancel."""
    return wrapping_sum(vector) == ZERO


@rule("YC-vector/normalise-by-sum", in_math("inplace_normalize_using_sum"))
def normalize_using_sum(vector: Sequence[Number], total: Number) -> list[Number]:
    """Each entry is divided by a given total, rounding toward zero; a total of zero changes nothing.

    A quotient that overflows becomes zero.
    """
    if not total:
        return list(vector)
    return [value.safe_div(total) for value in vector]


@rule(
    "YC-vector/normalise",
    in_math("inplace_normalize"),
    in_math("normalize"),
    in_math("inplace_normalize_64"),
)
def normalize(vector: Sequence[Number]) -> list[Number]:
    """A vector is divided by its own wrapping sum, rounding toward zero; a sum of zero changes nothing.

    Entries that are not negative and do not overflow in sum then add up to at most one.
    """
    if not vector:
        return []
    return normalize_using_sum(vector, type(vector[0]).wrapping_sum(vector))


@rule("YC-vector/mask", in_math("inplace_mask_vector"))
def mask_vector(mask: Sequence[bool], vector: Vector) -> list[I32F32]:
    """Masked entries become zero; an entry beyond the mask's end counts as masked, but an empty mask masks nothing."""
    if not mask:
        return list(vector)
    return [ZERO if get_or(mask, uid, True) else value for uid, value in enumerate(vector)]


@rule("YC-vector/product", in_math("vec_mul"))
def vec_mul(left: Vector, right: Vector) -> list[I32F32]:
    """Two vectors are multiplied entry by entry, rounding down; a product that overflows is zero, not the limit.

    The result is as long as the shorter one.
    """
    return [a.checked_mul(b) or ZERO for a, b in zip(left, right, strict=False)]


@rule("YC-vector/clamp", in_math("clamp_value"))
def clamp_value(value: I32F32, low: I32F32, high: I32F32) -> I32F32:
    """A value is first lowered to the upper limit, then raised to the lower one; if the limits cross, the lower
    wins.
    """
    return max(min(value, high), low)


@rule("YC-vector/top-k", in_math("is_topk_nonzero"))
def is_topk_nonzero(vector: Vector, k: int) -> list[bool]:
    """The k greatest entries that are not zero are chosen; among equal ones the higher uid wins.

    All entries but the last k of an ascending stable sort are refused; zeros among those k are refused too.
    """
    ascending = sorted(range(len(vector)), key=lambda uid: vector[uid].bits)
    chosen = set(ascending[max(len(vector) - k, 0) :])
    return [uid in chosen and bool(value) for uid, value in enumerate(vector)]
