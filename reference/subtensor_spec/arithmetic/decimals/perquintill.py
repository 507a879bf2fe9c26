"""Perquintill: a share between nothing and the whole, in parts of 10⁻¹⁸."""

from dataclasses import dataclass
from typing import Self

from subtensor_spec.arithmetic import U64, U128
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import SUBTENSOR, rule

ACCURACY = 10**18
"""The number of parts in the whole."""

_BALANCER = "pallets/swap/src/pallet/balancer.rs"


@dataclass(frozen=True, slots=True, order=True)
class Perquintill:
    """A ratio in ``parts`` of 10⁻¹⁸, at most 10¹⁸ of them."""

    parts: int

    def __post_init__(self) -> None:
        """Refuse a share below nothing or above the whole."""
        if not 0 <= self.parts <= ACCURACY:
            raise InvalidInput("", f"{self.parts} parts are not between 0 and {ACCURACY}")

    @classmethod
    def from_parts(cls, parts: int) -> Self:
        """Return the ratio of that many parts, a u64; more than the whole counts as the whole."""
        if not U64.holds(parts):
            raise InvalidInput("", f"{parts} is outside the range of u64")
        return cls(min(parts, ACCURACY))

    @classmethod
    @rule("DR-perquintill/from-rational", SUBTENSOR(_BALANCER, "update_weights_for_added_liquidity"))
    def from_rational(cls, numerator: int, denominator: int) -> Self:
        """A ratio of two u128 is rounded down to whole parts; it is the whole if above one, or over zero."""
        for name, value in (("numerator", numerator), ("denominator", denominator)):
            if not U128.holds(value):
                raise InvalidInput(name, f"{value} is outside the range of u128")
        if numerator >= denominator:
            return cls(ACCURACY)
        return cls(ACCURACY * numerator // denominator)

    @rule("DR-perquintill/complement", SUBTENSOR(_BALANCER, "get_base_weight"))
    def complement(self) -> Self:
        """What is missing to the whole."""
        return type(self)(ACCURACY - self.parts)

    @rule("DR-perquintill/of-amount", SUBTENSOR(_BALANCER, "mul_perquintill_round"))
    def of(self, amount: int) -> int:
        """This share of a u128 amount, rounded to the nearest integer, half up; at most the greatest u128."""
        product = self.parts * amount
        return min((product + ACCURACY // 2) // ACCURACY, U128.MAX)
