"""Amounts as people write them: TAO, and the alpha of one subnet; both count rao, 10⁻⁹ of a whole.

A number alone is rao, everywhere. Thousands are set apart by underscores, which can be typed back.
"""

import re

from subtensor_spec.arithmetic import U64
from subtensor_spec.errors import InvalidInput

RAO_PER_TAO = 10**9
"""Rao in one TAO, and in one alpha of any subnet."""

TAO, ALPHA = "tao", "alpha"
"""The two currencies, as they stand behind an amount."""

_AMOUNT = re.compile(r"(\d+|\d{1,3}(?:[_ ]\d{3})+)(?:\.(\d+))? *([a-z]*)", re.ASCII)
_OTHER = {TAO: ALPHA, ALPHA: TAO}
_NAMES = {TAO: "TAO", ALPHA: "alpha"}


def grouped(number: int) -> str:
    """Return an integer with underscores between thousands."""
    return f"{number:_}"


def whole_and_rao(rao: int) -> str:
    """Return rao as a decimal number of TAO or alpha: nine digits behind the point, exact, grouped."""
    whole, fraction = divmod(abs(rao), RAO_PER_TAO)
    return f"{'-' if rao < 0 else ''}{grouped(whole)}.{fraction:09}"


def parse_amount(text: str, where: str = "amount", currency: str = TAO) -> int:
    """Return the rao that ``text`` states: ``1500000000``, ``1500000000rao``, or ``1.5tao`` where TAO is due.

    ``currency`` is what is due; the other one is refused. TAO and alpha take at most nine digits behind the point, rao
    none. Thousands may be set apart by underscores or spaces. Raises :class:`InvalidInput` for anything else, and for
    more than a u64 holds.
    """
    match = _AMOUNT.fullmatch(text.strip().lower())
    unit = (match[3] or "rao") if match else ""
    if unit == _OTHER[currency]:
        raise InvalidInput(where, f"'{text}' is {_NAMES[unit]} where {_NAMES[currency]} is due, as in 1.5{currency}")
    digits_behind = {"rao": 0, currency: 9}.get(unit)
    if match is None or digits_behind is None or len(match[2] or "") > digits_behind:
        raise InvalidInput(where, f"'{text}' is not an amount such as 1500000000rao or 1.5{currency}")
    whole = re.sub("[_ ]", "", match[1])
    rao = int(whole + (match[2] or "").ljust(digits_behind, "0")) if len(whole) <= len(str(U64.MAX)) else U64.MAX + 1
    if not U64.holds(rao):
        raise InvalidInput(where, f"'{text}' is more rao than a u64 holds")
    return rao
