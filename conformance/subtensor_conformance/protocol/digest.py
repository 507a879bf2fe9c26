"""The digest that stands for a large value in a vector."""

import hashlib
from typing import Any

from subtensor_conformance.protocol.lines import encode_line


def value_digest(value: Any) -> str:
    """Return the SHA-256 in hex of a JSON value's compact text: ASCII, no spaces, no line feed."""
    return hashlib.sha256(encode_line(value).rstrip(b"\n")).hexdigest()
