"""The plain forms of JSON that typed values are written in, read strictly."""

import json
from typing import Any

from subtensor_spec.errors import InvalidInput

Json = Any

_LONGEST = 60
_WRITER = json.JSONEncoder(ensure_ascii=False, default=str)


def is_canonical(text: str) -> bool:
    """Tell whether a text is an integer as it is written: no plus sign, no leading zero, at most 40 digits."""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 40:
        return False
    return text == "0" or not digits.startswith("0")


def bytes_from_hex(form: Json) -> bytes:
    """Return the bytes that ``0x`` and an even number of hex digits state."""
    try:
        if (
            not isinstance(form, str)
            or not form.startswith("0x")
            or not form.isascii()
            or form != "".join(form.split())
        ):
            raise ValueError(form)
        return bytes.fromhex(form[2:])
    except ValueError:
        raise InvalidInput("", f"{shown(form)} is not 0x and hex digits in pairs") from None


def array(form: Json) -> list[Json]:
    """Return the members of a JSON array."""
    if not isinstance(form, list):
        raise InvalidInput("", f"{shown(form)} is no array")
    return form


def shown(form: Json) -> str:
    """Return a form as a complaint quotes it: as JSON, 60 characters at most, whatever its size and depth."""
    text = ""
    for part in _WRITER.iterencode(form):
        text += part
        if len(text) > _LONGEST:
            return text[: _LONGEST - 1] + "…"
    return text
