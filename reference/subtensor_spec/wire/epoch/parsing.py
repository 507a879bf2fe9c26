"""Reading an epoch's input from JSON: strict about types, ranges and names, lenient where storage is."""

import re
from collections.abc import Callable
from typing import Any

from subtensor_spec.arithmetic import I16, U16, U32, U64, IntegerType
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.epoch.fields import (
    FORM_FIELDS,
    HUNDREDTHS,
    MILLIONTHS,
    OF_U64,
    RAO,
    SHARE,
    THOUSANDTHS,
    Unit,
    foreign,
    not_an_integer,
)
from subtensor_spec.wire.plain import shown

Reader = Callable[[Any], Any]

_DECIMAL = re.compile(r"0|-?[1-9][0-9]{0,20}")
UIDS = U16.MAX + 1
"""A uid is a u16, so no list by uid has a place for more."""


def parse_epoch_input(value: Any) -> EpochInput:
    """Return the epoch input that a JSON value describes.

    Every field of :class:`EpochInput` must be there under its name, and nothing else. An integer is a JSON
    integer or its canonical decimal text. Lists that production computes for each neuron have ``n`` items; lists
    that it reads from storage may be of any length that uids allow. Raises :class:`InvalidInput` saying what is
    wrong and where.
    """
    if not isinstance(value, dict):
        raise InvalidInput("", f"an epoch input is an object, not {shown(value)}")
    _check_names(value)
    read = {name: _read(name, reader, value[name]) for name, reader in _READERS.items()}
    for name in _EXACTLY_N:
        if len(read[name]) != read["n"]:
            raise InvalidInput(name, f"has {len(read[name])} items for {read['n']} neurons")
    return EpochInput(**read)


def _check_names(value: dict[str, Any]) -> None:
    """Name everything that is foreign or missing at once."""
    unknown = [name for name in value if name not in _READERS]
    missing = [name for name in _READERS if name not in value]
    complaints = [f"no fields of an epoch input: {foreign(unknown, _READERS)}"] if unknown else []
    if missing:
        complaints.append(f"missing: {', '.join(missing)}")
    if complaints:
        raise InvalidInput("", "; ".join(complaints))


def _read(where: str, reader: Reader, value: Any) -> Any:
    try:
        return reader(value)
    except InvalidInput as complaint:
        raise complaint.within(where) from None


def _integer(kind: IntegerType, unit: Unit | None = None) -> Reader:
    def read(value: Any) -> int:
        if isinstance(value, str) and _DECIMAL.fullmatch(value):
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise InvalidInput("", not_an_integer(value, unit))
        if not kind.holds(value):
            raise InvalidInput("", f"{shown(value)} is outside the range of {kind.name}")
        return value

    return read


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise InvalidInput("", f"{shown(value)} is not true or false")
    return value


def _optional(reader: Reader) -> Reader:
    return lambda value: None if value is None else reader(value)


def _list(reader: Reader, limit: int | None = None) -> Reader:
    def read(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise InvalidInput("", f"{shown(value)} is not a list")
        if limit is not None and len(value) > limit:
            raise InvalidInput("", f"has {len(value)} items, more than there are uids")
        return [_read(f"[{index}]", reader, item) for index, item in enumerate(value)]

    return read


def _pair(first: Reader, second: Reader) -> Reader:
    def read(value: Any) -> tuple[Any, Any]:
        if not isinstance(value, list) or len(value) != 2:
            raise InvalidInput("", f"{shown(value)} is not a list of two")
        return _read("[0]", first, value[0]), _read("[1]", second, value[1])

    return read


def _map(key: Reader, item: Reader) -> Reader:
    entries = _list(_pair(key, item))

    def read(value: Any) -> list[tuple[Any, Any]]:
        seen = set()
        result: list[tuple[Any, Any]] = entries(value)
        for index, (name, _) in enumerate(result):
            if name in seen:
                raise InvalidInput(f"[{index}][0]", f"{name} is there twice")
            seen.add(name)
        return result

    return read


_u16, _u64 = _integer(U16), _integer(U64)
_share, _rao = _integer(U16, SHARE), _integer(U64, RAO)
_rows = _list(_list(_pair(_u16, _share)), UIDS)

_READERS: dict[str, Reader] = {
    "n": _u16,
    "current_block": _u64,
    "tempo": _u16,
    "activity_cutoff_factor_milli": _integer(U32, THOUSANDTHS),
    "last_update": _list(_u64, UIDS),
    "block_at_registration": _list(_u64, UIDS),
    "last_mechanism_step_block": _u64,
    "alpha_stake": _list(_rao, UIDS),
    "tao_stake": _list(_rao, UIDS),
    "tao_weight": _integer(U64, OF_U64),
    "stake_threshold": _rao,
    "validator_permit": _list(_boolean, UIDS),
    "max_allowed_validators": _u16,
    "owner_uid": _optional(_u16),
    "weights": _rows,
    "bonds": _rows,
    "kappa": _share,
    "bonds_penalty": _share,
    "bonds_moving_average": _integer(U64, MILLIONTHS),
    "liquid_alpha": _boolean,
    "alpha_low": _share,
    "alpha_high": _share,
    "alpha_sigmoid_steepness": _integer(I16, HUNDREDTHS),
    "yuma3": _boolean,
    "commit_reveal": _boolean,
    "reveal_period": _u64,
    "epoch_index": _u64,
    "epoch_due": _boolean,
    "weight_commits": _map(_u16, _list(_pair(_u64, _u64))),
    "timelocked_commits": _map(_u64, _list(_pair(_u16, _u64))),
    "rao_emission": _rao,
}

_EXACTLY_N = ("block_at_registration", "alpha_stake", "tao_stake")
"""Production works these out for each of the n neurons; it does not read them as stored lists."""

assert tuple(_READERS) == FORM_FIELDS
