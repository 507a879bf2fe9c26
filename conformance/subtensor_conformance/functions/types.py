"""The type language of vectors and messages, and its codecs between JSON and Python values.

Atoms are the fixed-point formats (a decimal string of the raw bits), ``u8`` to ``u128``, ``i8`` to ``i128``,
``usize``, ``bool``, ``text``, ``f32`` and ``f64`` (IEEE bits as an unsigned integer) and ``json`` (passed
through). They combine as ``list<T>``, ``sparse<T>`` (rows of ``[column, value]``), ``option<T>`` (``null``
for nothing) and ``tuple<A,B,…>``.

An integer wider than 32 bits is a canonical decimal string; captured answers (the ``raw`` dialect) write
every integer wider than 16 bits so. Decoding accepts both.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from subtensor_spec.arithmetic import FORMATS
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.plain import shown

_DECIMAL = re.compile(r"0|-?[1-9][0-9]*")
_INTEGER = re.compile(r"([ui])(8|16|32|64|128)")
_FLOATS = {"f32": 32, "f64": 64}
MAX_DIGITS = 80
"""More digits than any type of the language has; longer text is refused before it is converted."""


@dataclass(frozen=True)
class Codec:
    """How values of one type are read from JSON and written to it."""

    decode: Callable[[Any], Any]
    encode: Callable[[Any], Any]


@cache
def codec(type_text: str, *, bits: bool = False, raw: bool = False) -> Codec:
    """Return the codec of a type.

    With ``bits`` fixed-point values are plain integers (the numpy path's form), else the exact path's own
    numbers. With ``raw`` integers are written in the dialect of captured answers. Raises :class:`ValueError`
    for an unknown type.
    """
    head, parameters = split_type(type_text)

    def inner(text: str) -> Codec:
        return codec(text, bits=bits, raw=raw)

    if head in ("list", "sparse", "option"):
        if len(parameters) != 1:
            raise ValueError(f"{head} takes one type: {type_text}")
        if head == "list":
            return _list(inner(parameters[0]))
        if head == "sparse":
            return inner(f"list<list<tuple<u16,{parameters[0]}>>>")
        return _option(inner(parameters[0]))
    if head == "tuple":
        return _tuple([inner(text) for text in parameters])
    if parameters:
        raise ValueError(f"unknown type {type_text}")
    return _atom(head, bits, raw)


def _atom(name: str, bits: bool, raw: bool) -> Codec:
    if name in FORMATS:
        number = FORMATS[name]
        plain = _integer(number.MIN_BITS, number.MAX_BITS, as_text=True, name=f"{name} in bits")
        if bits:
            return plain
        return Codec(lambda value: number.from_bits(plain.decode(value)), lambda value: str(value.bits))
    if name == "bool":
        return Codec(_boolean, bool)
    if name == "text":
        return Codec(_text, str)
    if name == "json":
        return Codec(lambda value: value, lambda value: value)
    if name in _FLOATS:
        return _integer(0, 2 ** _FLOATS[name] - 1, as_text=True, name=f"{name} in bits")
    match = _INTEGER.fullmatch("u64" if name == "usize" else name)
    if not match:
        raise ValueError(f"unknown type {name}")
    width = int(match[2])
    signed = match[1] == "i"
    low, high = (-(2 ** (width - 1)), 2 ** (width - 1) - 1) if signed else (0, 2**width - 1)
    return _integer(low, high, as_text=width > (16 if raw else 32), name=name)


def _integer(low: int, high: int, *, as_text: bool, name: str) -> Codec:
    def decode(value: Any) -> int:
        if isinstance(value, str) and len(value) <= MAX_DIGITS and _DECIMAL.fullmatch(value):
            number = int(value)
        elif isinstance(value, int) and not isinstance(value, bool):
            number = value
        else:
            raise InvalidInput("", f"{shown(value)} is not an integer ({name})")
        if not low <= number <= high:
            raise InvalidInput("", f"{shown(value)} is outside the range of {name}")
        return number

    return Codec(decode, (lambda value: str(int(value))) if as_text else int)


def _list(item: Codec) -> Codec:
    def decode(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise InvalidInput("", f"{shown(value)} is not a list")
        return [_at(index, item, entry) for index, entry in enumerate(value)]

    return Codec(decode, lambda value: [item.encode(entry) for entry in value])


def _option(item: Codec) -> Codec:
    return Codec(
        lambda value: None if value is None else item.decode(value),
        lambda value: None if value is None else item.encode(value),
    )


def _tuple(items: list[Codec]) -> Codec:
    def decode(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) != len(items):
            raise InvalidInput("", f"{shown(value)} is not a list of {len(items)} values")
        pairs = zip(items, value, strict=True)
        return tuple(_at(index, item, entry) for index, (item, entry) in enumerate(pairs))

    return Codec(decode, lambda value: [item.encode(entry) for item, entry in zip(items, value, strict=True)])


def _at(index: int, item: Codec, entry: Any) -> Any:
    try:
        return item.decode(entry)
    except InvalidInput as error:
        raise error.within(f"[{index}]") from None


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise InvalidInput("", f"{shown(value)} is not true or false")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise InvalidInput("", f"{shown(value)} is not text")
    return value


def split_type(type_text: str) -> tuple[str, list[str]]:
    """Split ``tuple<A,list<B>>`` into ``tuple`` and ``[A, list<B>]``."""
    head, bracket, rest = type_text.partition("<")
    if not bracket:
        return head, []
    if not rest.endswith(">"):
        raise ValueError(f"unknown type {type_text}")
    parts, depth, start, body = [], 0, 0, rest[:-1]
    for position, character in enumerate(body):
        depth += (character == "<") - (character == ">")
        if character == "," and depth == 0:
            parts.append(body[start:position])
            start = position + 1
    return head, [*parts, body[start:]]
