"""Which way each operation rounds."""

from subtensor_conformance.subjects.fixed_point.proofs.contracts.about import about
from subtensor_spec.arithmetic import I32F32
from subtensor_spec.arithmetic.fixed_point.conversion import rescaled
from subtensor_spec.arithmetic.fixed_point.division import signed_remainder, truncated_quotient
from subtensor_spec.arithmetic.fixed_point.multiplication import floored_product


@about("FX-mul/floor")
def product_of_64_bits(left: int, right: int) -> int:
    """A product of two I32F32 is the greatest number not above the true product.

    pre: -2**63 <= left < 2**63
    pre: -2**63 <= right < 2**63
    post: _ * 2**32 <= left * right < (_ + 1) * 2**32
    """
    return floored_product(left, right, 32)


@about("FX-mul/floor")
def product_of_128_bits(left: int, right: int) -> int:
    """A product of two I64F64 is the greatest number not above the true product.

    pre: -2**127 <= left < 2**127
    pre: -2**127 <= right < 2**127
    post: _ * 2**64 <= left * right < (_ + 1) * 2**64
    """
    return floored_product(left, right, 64)


@about("FX-div/toward-zero")
def quotient_of_64_bits(left: int, right: int) -> int:
    """A quotient of two I32F32 is the true quotient rounded toward zero.

    pre: -2**63 <= left < 2**63
    pre: -2**63 <= right < 2**63
    pre: right != 0
    post: abs(_) * abs(right) <= abs(left) * 2**32 < (abs(_) + 1) * abs(right)
    post: _ == 0 or (_ < 0) == ((left < 0) != (right < 0))
    """
    return truncated_quotient(left, right, 32)


@about("FX-div/toward-zero")
def quotient_of_128_bits(left: int, right: int) -> int:
    """A quotient of two I64F64 is the true quotient rounded toward zero.

    pre: -2**127 <= left < 2**127
    pre: -2**127 <= right < 2**127
    pre: right != 0
    post: abs(_) * abs(right) <= abs(left) * 2**64 < (abs(_) + 1) * abs(right)
    post: _ == 0 or (_ < 0) == ((left < 0) != (right < 0))
    """
    return truncated_quotient(left, right, 64)


@about("FX-rem/sign-of-dividend")
def remainder_completes_the_quotient(left: int, right: int) -> int:
    """A remainder is what the quotient leaves, smaller than the divisor.

    pre: 0 <= left < 2**128
    pre: 0 < right < 2**128
    post: truncated_quotient(left, right, 0) * right + _ == left
    post: 0 <= _ < right
    """
    return signed_remainder(left, right)


@about("FX-rem/sign-of-dividend")
def remainder_has_the_sign_of_the_dividend(left: int, right: int) -> bool:
    """Turning the dividend's sign over turns the remainder's over; turning the divisor's over changes nothing.

    pre: 0 <= left < 2**127
    pre: 0 < right < 2**127
    post: _
    """
    rest = signed_remainder(left, right)
    return signed_remainder(-left, right) == -rest and signed_remainder(left, -right) == rest


@about("FX-convert/floor")
def fewer_fraction_bits(bits: int) -> int:
    """I64F64 to 32 fraction bits rounds toward minus infinity.

    pre: -2**127 <= bits < 2**127
    post: _ * 2**32 <= bits < (_ + 1) * 2**32
    """
    return rescaled(bits, 64, 32)


@about("FX-convert/floor")
def more_fraction_bits(bits: int) -> int:
    """I32F32 to 64 fraction bits is exact, and the way back gives the number again.

    pre: -2**63 <= bits < 2**63
    post: _ == bits * 2**32
    post: rescaled(_, 64, 32) == bits
    """
    return rescaled(bits, 32, 64)


@about("FX-round/floor")
def floor(bits: int) -> int:
    """The floor is whole, not above the number, and less than one below it.

    pre: -2**63 <= bits < 2**63
    post: _ % 2**32 == 0
    post: _ <= bits < _ + 2**32
    """
    return I32F32.from_bits(bits).floor().bits


@about("FX-round/fraction", "FX-round/floor")
def fraction(bits: int) -> int:
    """The fraction is what the floor leaves, from zero to below one, of a negative number too.

    pre: -2**63 <= bits < 2**63
    post: 0 <= _ < 2**32
    post: I32F32.from_bits(bits).int().bits + _ == bits
    """
    return I32F32.from_bits(bits).frac().bits


@about("FX-round/ceiling")
def ceiling(bits: int) -> int:
    """The ceiling is whole, not below the number, and less than one above it, where the format holds it.

    pre: -2**63 <= bits <= 2**63 - 2**32
    post: _ % 2**32 == 0
    post: _ - 2**32 < bits <= _
    """
    return I32F32.from_bits(bits).ceil().bits


@about("FX-round/half-away-from-zero")
def nearest(bits: int) -> int:
    """Rounding gives a nearest whole number, of two equally near ones that farther from zero.

    pre: -2**63 <= bits < 2**63 - 2**31
    post: _ % 2**32 == 0
    post: abs(_ - bits) <= 2**31
    post: abs(_ - bits) < 2**31 or abs(_) > abs(bits)
    """
    return I32F32.from_bits(bits).round().bits
