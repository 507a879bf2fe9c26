"""Values of vectors for readers: each as a decimal or word, and in the bits that the vector holds."""

import json
import re
import struct
from collections.abc import Iterator, Mapping
from typing import Any

from subtensor_conformance.functions.types import split_type
from subtensor_conformance.subjects.common.state import STATE_TYPES, SUBNET_TYPES
from subtensor_spec.arithmetic import FORMATS

FLOATS = {"f32": (">I", ">f"), "f64": (">Q", ">d")}
"""How the bits of a float are packed, and how it is read."""


INTEGER = re.compile("-?[0-9]+")

NARROW_SPACE = "\u202f"
"""Stands between groups of three digits; a line does not break there."""


def decimal(type_text: str, value: Any) -> str:
    """Return a value as a reader would write it: fixed-point numbers and floats as decimals, lists in brackets."""
    head, parameters = split_type(type_text)
    if value is None:
        return "none"
    if head == "option":
        return decimal(parameters[0], value)
    if head == "sparse":
        return decimal(f"list<list<tuple<u16,{parameters[0]}>>>", value)
    if head == "list":
        return f"[{', '.join(decimal(parameters[0], item) for item in value)}]"
    if head == "tuple":
        return f"({', '.join(decimal(part, item) for part, item in zip(parameters, value, strict=True))})"
    if head in FORMATS:
        return FORMATS[head].from_bits(int(value)).to_decimal()
    if head in FLOATS:
        packed, read = FLOATS[head]
        return repr(struct.unpack(read, struct.pack(packed, int(value)))[0])
    if head == "json":
        return plain(value)
    return plain(value) if head[0] in "biu" else str(value)


def plain(value: Any) -> str:
    """Return a JSON value without a type of its own: its integers may be text, its objects read ``name value``."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {plain(item)}" for name, item in value.items())
    if isinstance(value, list):
        return f"[{', '.join(plain(item) for item in value)}]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return "none"
    return spaced(value) if isinstance(value, int) or INTEGER.fullmatch(value) else value


def has_bits(type_text: str) -> bool:
    """Return whether the bits of a value are not what :func:`decimal` shows."""
    return any(name in type_text for name in (*FORMATS, *FLOATS))


def bits(type_text: str, value: Any) -> str:
    """Return what the vector holds, empty where that is what :func:`decimal` shows."""
    if value is None or not has_bits(type_text):
        return ""
    return value if isinstance(value, str) else json.dumps(value).replace('"', "")


def spaced(number: int | str) -> str:
    """Return an integer with its digits in threes, if there are more than four."""
    number = int(number)
    return str(number) if abs(number) < 10_000 else f"{number:,}".replace(",", NARROW_SPACE)


def rows_of(name: str, type_text: str, value: Any) -> Iterator[list[str]]:
    """Yield a line for each part of an argument or answer: its name, the decimal and the bits."""
    if type_text in ("json", "list<json>") and isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield [f"{name.removesuffix('s')} {number}", plain(item), ""]
    elif type_text == "json" and name == "state":
        yield from _rows_of_state(value)
    elif type_text == "json":
        yield from ([f"{name}: {part}", plain(item), ""] for part, item in value.items())
    else:
        yield [name, decimal(type_text, value), bits(type_text, value)]


def _rows_of_state(state: Mapping[str, Any]) -> Iterator[list[str]]:
    for name, item in state.items():
        if name == "subnets":
            for subnet in item:
                yield from _rows_of_subnet(subnet)
        elif item not in ([], "0", 0):
            yield [name, decimal(STATE_TYPES[name], item), bits(STATE_TYPES[name], item)]


def _rows_of_subnet(subnet: Mapping[str, Any]) -> Iterator[list[str]]:
    where = f"subnet {subnet['netuid']}"
    for name, item in subnet.items():
        if name != "netuid":
            yield [f"{where}: {name}", decimal(SUBNET_TYPES[name], item), bits(SUBNET_TYPES[name], item)]
