"""The names of an epoch input's fields, and what one unit of a number counts, as complaints say it."""

import re
from collections.abc import Iterable
from dataclasses import MISSING, dataclass, fields
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any

from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.wire.plain import shown

FORM_FIELDS = tuple(field.name for field in fields(EpochInput) if field.default is MISSING)
"""The fields of an epoch's JSON form, in order; what a later revision alone reads has a default and no place in it."""

_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NEAR = 0.6
"""How alike a name must be to one that is meant, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What an integer counts, and how many make a whole."""

    name: str
    whole: int


SHARE = Unit("parts of 65535", 65535)
RAO = Unit("rao, 10⁻⁹ of a TAO or an alpha", 10**9)
THOUSANDTHS, HUNDREDTHS, MILLIONTHS = Unit("thousandths", 1_000), Unit("hundredths", 100), Unit("millionths", 10**6)
OF_U64 = Unit("parts of 2⁶⁴ - 1", 2**64 - 1)


def not_an_integer(value: Any, unit: Unit | None) -> str:
    """Return what is wrong with a value that is no integer; for a fraction, its unit and the right form too."""
    if isinstance(value, dict) and "bits" in value:
        return f"{shown(value)} is not an integer; write the number itself{_counting(unit)}, not its bits"
    fraction = _fraction(value)
    if unit is None or fraction is None:
        return f"{shown(value)} is not an integer"
    return f"{shown(value)} is not an integer; it counts {unit.name}: write {int(fraction * unit.whole)}"


def _counting(unit: Unit | None) -> str:
    return f" in {unit.name}" if unit else ""


def _fraction(value: Any) -> Decimal | None:
    """Return the number that a value states with a decimal point, if it states one."""
    if not isinstance(value, float | str) or "." not in str(value):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < 10**21 else None


def foreign(names: Iterable[str], known: Iterable[str]) -> str:
    """Return a list of names that are no fields, each with the known name that is nearest."""
    known = list(known)
    return ", ".join(_with_nearest(name, known) for name in names)


def _with_nearest(name: str, known: list[str]) -> str:
    plain = _WORD.sub("_", name).lower()
    near = get_close_matches(plain, known, n=1, cutoff=_NEAR)
    return f"{as_name(name)} (meant: {near[0]}?)" if near else as_name(name)


def as_name(name: str) -> str:
    """Return a field's name as it stands if it could be one, and quoted if not."""
    return name if name.isidentifier() and len(name) <= 60 else shown(name)
