"""Amounts with their currency: TAO, and the alpha of one subnet; both count rao, 10⁻⁹ of a whole."""

from dataclasses import dataclass
from typing import Self

from subtensor_spec.arithmetic import U16, U64
from subtensor_spec.errors import InvalidInput

RAO_PER_TAO = 10**9
"""Rao in one TAO, and in one alpha of any subnet."""


@dataclass(frozen=True, slots=True, order=True)
class NetUid:
    """The number of a subnet, a u16; 0 is the root network, whose currency is TAO."""

    number: int

    def __post_init__(self) -> None:
        """Refuse what a u16 cannot hold."""
        if not _is_integer(self.number) or not U16.holds(self.number):
            raise InvalidInput("netuid", f"{self.number!r} is not a u16")

    @property
    def is_root(self) -> bool:
        """Whether this is the root network."""
        return self.number == 0

    def __str__(self) -> str:
        return str(self.number)


@dataclass(frozen=True, slots=True)
class TaoBalance:
    """An amount of TAO in rao, a u64."""

    rao: int = 0

    def __post_init__(self) -> None:
        """Refuse what a u64 cannot hold."""
        _check_rao(self.rao)

    def saturating_add(self, other: Self) -> Self:
        """Add; more than u64 holds gives the greatest u64."""
        return type(self)(U64.saturated(self.rao + self._rao_of(other)))

    def saturating_sub(self, other: Self) -> Self:
        """Subtract; less than nothing gives nothing."""
        return type(self)(U64.saturated(self.rao - self._rao_of(other)))

    def _rao_of(self, other: object) -> int:
        if not isinstance(other, TaoBalance):
            raise TypeError(f"TAO does not mix with {type(other).__name__}")
        return other.rao

    def __lt__(self, other: Self) -> bool:
        return self.rao < self._rao_of(other)

    def __le__(self, other: Self) -> bool:
        return self.rao <= self._rao_of(other)

    def __bool__(self) -> bool:
        return self.rao != 0

    def __str__(self) -> str:
        return f"{whole_and_rao(self.rao)} TAO"


@dataclass(frozen=True, slots=True)
class AlphaBalance:
    """An amount of one subnet's alpha in rao, a u64; it does not mix with another subnet's."""

    netuid: NetUid
    rao: int = 0

    def __post_init__(self) -> None:
        """Refuse what a u64 cannot hold."""
        _check_rao(self.rao)

    def saturating_add(self, other: Self) -> Self:
        """Add; more than u64 holds gives the greatest u64."""
        return type(self)(self.netuid, U64.saturated(self.rao + self._rao_of(other)))

    def saturating_sub(self, other: Self) -> Self:
        """Subtract; less than nothing gives nothing."""
        return type(self)(self.netuid, U64.saturated(self.rao - self._rao_of(other)))

    def _rao_of(self, other: object) -> int:
        if not isinstance(other, AlphaBalance):
            raise TypeError(f"alpha does not mix with {type(other).__name__}")
        if other.netuid != self.netuid:
            raise TypeError(f"alpha of subnet {self.netuid} does not mix with that of subnet {other.netuid}")
        return other.rao

    def __lt__(self, other: Self) -> bool:
        return self.rao < self._rao_of(other)

    def __le__(self, other: Self) -> bool:
        return self.rao <= self._rao_of(other)

    def __bool__(self) -> bool:
        return self.rao != 0

    def __str__(self) -> str:
        return f"{whole_and_rao(self.rao)} alpha of subnet {self.netuid}"


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


def _check_rao(rao: int) -> None:
    if not _is_integer(rao) or not U64.holds(rao):
        raise InvalidInput("", f"{rao!r} is not an amount of rao (u64)")


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
