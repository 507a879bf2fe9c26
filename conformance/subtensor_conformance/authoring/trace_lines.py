"""The log lines that production writes inside an epoch, read as stages.

A line is a name and a value as Rust's ``{:?}`` prints it; a number is the shortest decimal that reads back as the same
bits. What a line is called there and which stage it is here stands in :data:`STAGE_OF_LINE`.
"""

import json
import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from math import floor
from typing import Any

from subtensor_spec.arithmetic import FORMATS
from subtensor_spec.chapters.consensus import STAGES

STAGE_OF_LINE = {
    "total_stake:": "total_stake",
    "Filtered stake:": "filtered_stake",
    "Normalised Stake:": "stake",
    "validator_permits:": "validator_permits",
    "new_validator_permits:": "new_validator_permits",
    "Active Stake:": "active_stake",
    "Weights:": "weights_raw",
    "Weights (permit):": "weights_permitted",
    "Weights (permit+diag):": "weights_without_diagonal",
    "Weights (permit+diag+outdate):": "weights_current",
    "Weights (mask+norm):": "weights",
    "Consensus:": "consensus",
    "Clipped Weights:": "clipped_weights",
    "Validator Trust:": "validator_trust",
    "Incentive (=Rank):": "incentive",
    "weights_for_bonds:": "weights_for_bonds",
    "B:": "bonds_previous",
    "Bonds:": "bonds_previous",
    "B (outdatedmask):": "bonds_masked",
    "Bonds: (mask)": "bonds_masked",
    "B (mask+norm):": "bonds_normalised",
    "ΔB:": "bonds_delta",
    "ΔB (norm):": "bonds_delta_normalised",
    "alphas:": "alphas",
    "Exponential Moving Average Bonds Normal:": "ema_bonds",
    "emaB:": "ema_bonds",
    "Exponential Moving Average Bonds:": "ema_bonds_normalised",
    "emaB norm:": "ema_bonds_normalised",
    "total_bonds_per_validator:": "total_bonds_per_validator",
    "Dividends:": "dividends",
    "Normalized Server Emission:": "normalised_server_emission",
    "Normalized Validator Emission:": "normalised_validator_emission",
    "Normalized Combined Emission:": "normalised_combined_emission",
    "Server Emission:": "server_emission",
    "Validator Emission:": "validator_emission",
    "Combined Emission:": "combined_emission",
}

_LINE = re.compile(r"(?P<name>.+?) (?P<value>\[.*\])", re.DOTALL)
_BALANCE = re.compile(r"AlphaBalance\((\d+)\)")
_FORMAT = re.compile(r"[IU]\d+F\d+")
_HALF = Fraction(1, 2)


def stages_of(lines: Iterable[str]) -> dict[str, Any]:
    """Return the stages that log lines tell of, as vectors write them, in the order of the epoch."""
    found: dict[str, Any] = {}
    for line in lines:
        match = _LINE.fullmatch(line)
        name = STAGE_OF_LINE.get(match["name"]) if match else None
        if match and name:
            found[name] = _value(match["value"], STAGES[name].type)
    return {name: found[name] for name in STAGES if name in found}


def _value(text: str, type_text: str) -> Any:
    """Return a printed value as JSON: tuples are lists, fixed-point numbers their bits, columns integers."""
    printed = _BALANCE.sub(r"\1", text).replace("(", "[").replace(")", "]")
    value = json.loads(printed, parse_float=str, parse_int=str)
    match = _FORMAT.search(type_text)
    number = _bits_reader(FORMATS[match[0]].FRACTION_BITS) if match else _unchanged
    if type_text.startswith("sparse"):
        return [[[int(column), number(entry)] for column, entry in row] for row in value]
    return _each(value, number)


def _each(value: Any, number: Callable[[Any], Any]) -> Any:
    return [_each(item, number) for item in value] if isinstance(value, list) else number(value)


def _unchanged(value: Any) -> Any:
    return value


def _bits_reader(fraction_bits: int) -> Callable[[str], str]:
    """Return what turns a decimal into the bits nearest to it."""
    return lambda text: str(floor(Fraction(text) * (1 << fraction_bits) + _HALF))
