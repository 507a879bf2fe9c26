"""Amounts as people write them: TAO, and the alpha of one subnet; both count rao, 10⁻⁹ of a whole."""

from subtensor_spec.arithmetic import U64
from subtensor_spec.errors import InvalidInput

RAO_PER_TAO = 10**9
"""Rao in one TAO, and in one alpha of any subnet."""


def whole_and_rao(rao: int) -> str:
    """Return rao as a decimal number of TAO or alpha: nine digits behind the point, spaces between thousands."""
    whole, fraction = divmod(abs(rao), RAO_PER_TAO)
    sign = "-" if rao < 0 else ""
    return f"{sign}{whole:,}.{fraction:09}".replace(",", " ")


_DECIMAL_UNITS = ("tao", "alpha")


def parse_amount(text: str, where: str = "amount", *, plain: str = "rao") -> int:
    """Return the rao that ``text`` states: ``1500000000``, ``1500000000rao``, ``1.5tao`` or ``1.5alpha``.

    ``plain`` is the unit of a number without one. TAO and alpha take at most nine digits behind the point, rao none.
    Raises :class:`InvalidInput` for anything else, and for more than a u64 holds.
    """
    cleaned = text.strip().replace("_", "").lower()
    unit = next((name for name in ("rao", *_DECIMAL_UNITS) if cleaned.endswith(name)), plain)
    digits_behind = 9 if unit in _DECIMAL_UNITS else 0
    whole, _, fraction = cleaned.removesuffix(unit).strip().partition(".")
    if not _are_digits(whole) or (fraction and not _are_digits(fraction)) or len(fraction) > digits_behind:
        raise InvalidInput(where, f"{text!r} is not an amount such as 1500000000rao or 1.5tao")
    if len(whole) > 20:
        raise InvalidInput(where, f"{text!r} is more rao than a u64 holds")
    rao = int(whole + fraction.ljust(digits_behind, "0"))
    if not U64.holds(rao):
        raise InvalidInput(where, f"{text!r} is more rao than a u64 holds")
    return rao


def _are_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
