"""The plain forms of JSON that typed values are written in, read strictly."""

from typing import Any

from subtensor_spec.errors import InvalidInput

Json = Any


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
    """Return a form as a complaint quotes it: 60 characters at most."""
    text = repr(form)
    return text if len(text) <= 60 else text[:57] + "..."
