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


def parse_amount(text: str, where: str = "amount") -> int:
    """Return the rao that ``text`` states: a whole number of rao, or TAO with the suffix ``tao`` (``1.5tao``).

    At most nine digits behind the point. Raises :class:`InvalidInput` for anything else, or for more than a u64.
    """
    cleaned = text.strip().replace("_", "").replace(" ", "").lower()
    unit = 9 if cleaned.endswith("tao") else 0
    whole, _, fraction = cleaned.removesuffix("tao").removesuffix("rao").partition(".")
    digits = whole + fraction
    if not (whole.isascii() and digits.isdecimal() and digits.isascii()) or len(fraction) > unit:
        raise InvalidInput(where, f"{text!r} is neither a whole number of rao nor an amount such as 1.5tao")
    rao = int(digits + "0" * (unit - len(fraction)))
    if not U64.holds(rao):
        raise InvalidInput(where, f"{text!r} is more rao than a u64 holds")
    return rao


def _check_rao(rao: int) -> None:
    if not _is_integer(rao) or not U64.holds(rao):
        raise InvalidInput("", f"{rao!r} is not an amount of rao (u64)")


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
