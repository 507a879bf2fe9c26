"""A message is one line of JSON: UTF-8, no floats beyond reading, no NaN or infinity, no member twice in an object."""

import json
from typing import Any, NoReturn

from subtensor_spec.errors import SpecError
from subtensor_spec.wire.members import distinct_members

VERSION = 1
"""The protocol's version, exchanged in ``hello``."""


class Malformed(SpecError):  # noqa: N818 - it names the line, not the program
    """A line that is not a JSON document of the protocol; the text says why."""


class Inexact:
    """A JSON number with a fraction or an exponent, kept as its text: no field of the protocol takes one."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


_DECODER = json.JSONDecoder(parse_float=Inexact, parse_constant=_refuse, object_pairs_hook=distinct_members)
_ENCODER = json.JSONEncoder(separators=(",", ":"), allow_nan=False)


def decode_line(line: bytes) -> Any:
    """Return the JSON value of a line; numbers that are not integers become :class:`Inexact`."""
    try:
        return _DECODER.decode(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Malformed(f"not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise Malformed(f"not JSON: {error.msg} at character {error.pos}") from None
    except ValueError as error:
        raise Malformed(f"not JSON: {error}") from None
    except RecursionError:
        raise Malformed("nested too deeply") from None


def encode_line(message: Any) -> bytes:
    """Return a message as one line, ASCII only, with its newline."""
    return _ENCODER.encode(message).encode("ascii") + b"\n"
