"""Decimals of values on the wire, for people; they are rendered and never compared."""

from collections.abc import Sequence
from typing import Any

from subtensor_conformance.functions.types import split_type
from subtensor_conformance.runner.compare import Step
from subtensor_conformance.runner.verdict import Shown
from subtensor_spec.arithmetic import FORMATS

PROPORTION, RAO = "proportion", "rao"
"""Two ways of reading an epoch's integers: u16 with 65535 for one, and u64 with 1e9 for one token."""

OUTPUT_TYPES = {
    **dict.fromkeys(("consensus", "validator_trust", "incentive", "stake_weight"), f"list<{PROPORTION}>"),
    **dict.fromkeys(("dividend", "dividends"), f"list<{PROPORTION}>"),
    **dict.fromkeys(("bond", "bonds"), f"sparse<{PROPORTION}>"),
    **dict.fromkeys(("emission", "server_emission", "validator_emission", "stake"), f"list<{RAO}>"),
    "returned": f"list<tuple<u16,{RAO},{RAO}>>",
}
"""How the parts of an epoch's output read."""


def shown(value: Any, type_text: str, steps: Sequence[Step]) -> Shown:
    """Return a value found at ``steps`` inside a value of type ``type_text``, with its decimal where it has one."""
    return Shown(value, _decimal(value, leaf_type(type_text, steps)))


def leaf_type(type_text: str, steps: Sequence[Step]) -> str:
    """Return the type found by following ``steps`` into a type, or the empty text where that leads nowhere."""
    head, parameters = split_type(type_text)
    if head == "option":
        return leaf_type(parameters[0], steps)
    if head == "sparse":
        return leaf_type(f"list<list<tuple<u16,{parameters[0]}>>>", steps)
    if not steps:
        return type_text
    if head == "list":
        return leaf_type(parameters[0], steps[1:])
    if head == "tuple" and isinstance(steps[0], int) and steps[0] < len(parameters):
        return leaf_type(parameters[steps[0]], steps[1:])
    return ""


def _decimal(value: Any, type_text: str) -> str:
    try:
        bits = int(value) if isinstance(value, str | int) and not isinstance(value, bool) else None
    except ValueError:
        bits = None
    if bits is None:
        return ""
    if type_text == PROPORTION:
        return f"{bits / 65535:.6f}"
    if type_text == RAO:
        return f"{'-' if bits < 0 else ''}{abs(bits) // 10**9}.{abs(bits) % 10**9:09d}"
    number = FORMATS.get(type_text)
    if number is None or not number.MIN_BITS <= bits <= number.MAX_BITS:
        return ""
    return number.from_bits(bits).to_decimal()
