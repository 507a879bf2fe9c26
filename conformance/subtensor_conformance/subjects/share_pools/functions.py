"""The functions of chapter 7: a pool's whole life as one list of operations, with the state after each.

An operation is ``[name, key?, amount?]``: ``get_value`` and ``try_get_value`` take a key (a u16),
``update_value_for_one`` a key and rao (an i64), ``update_value_for_all`` and ``sim_update_value_for_one`` rao.
"""

from collections.abc import Callable
from typing import Any

from subtensor_conformance.functions.function import Function, Namespace
from subtensor_conformance.functions.types import codec
from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chain.items.staking import Alpha, AlphaV2, TotalHotkeyAlpha, TotalHotkeyShares
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.share_pools.pool import (
    SharesInMemory,
    ShareStore,
    update_value_for_all,
    update_value_for_one,
    update_would_count,
    value_of,
    value_of_known,
)
from subtensor_spec.chapters.share_pools.storage import HotkeyShares
from subtensor_spec.errors import InvalidInput

_HOTKEY, _NETUID = AccountId(b"\xff" * 32), NetUid(1)
"""The one pool of a stored run; its keys are u16, so no coldkey is the hotkey."""

Answer = str | bool | None


def _text(value: int | None) -> str | None:
    return None if value is None else str(value)


_OPERATIONS: dict[str, tuple[tuple[str, ...], Callable[..., Answer]]] = {
    "get_value": (("u16",), lambda pool, key: _text(value_of(pool, key))),
    "try_get_value": (("u16",), lambda pool, key: _text(value_of_known(pool, key))),
    "update_value_for_all": (("i64",), update_value_for_all),
    "update_value_for_one": (("u16", "i64"), update_value_for_one),
    "sim_update_value_for_one": (("i64",), update_would_count),
}


def perform(pool: ShareStore[Any], operation: Any, owner: Callable[[int], Any] = int) -> Answer:
    """Perform one operation on a pool whose keys ``owner`` makes of u16; :class:`InvalidInput` says what is wrong."""
    if not isinstance(operation, list) or not operation or operation[0] not in list(_OPERATIONS):
        raise InvalidInput("", f"not one of {', '.join(_OPERATIONS)} in a list")
    types, act = _OPERATIONS[operation[0]]
    if len(operation) != len(types) + 1:
        raise InvalidInput("", f"{operation[0]} takes {len(types)} arguments, here are {len(operation) - 1}")
    arguments = [codec(text).decode(value) for text, value in zip(types, operation[1:], strict=True)]
    return act(pool, *(owner(value) if text == "u16" else value for text, value in zip(types, arguments, strict=True)))


def _run(operations: list[Any]) -> list[Any]:
    pool: SharesInMemory[int] = SharesInMemory()
    return _each(operations, pool, lambda: _state(pool.shared_value, pool.denominator, pool.shares))


def _run_stored(
    value: int,
    older_denominator: U64F64 | None,
    older_shares: list[tuple[int, U64F64]],
    operations: list[Any],
) -> list[Any]:
    state = State()
    TotalHotkeyAlpha.put(state, _HOTKEY, _NETUID, AlphaBalance(value))
    for key, share in older_shares:
        Alpha.put(state, _HOTKEY, _account(key), _NETUID, share)
    if older_denominator is not None:
        TotalHotkeyShares.put(state, _HOTKEY, _NETUID, older_denominator)
    pool = HotkeyShares(state, _HOTKEY, _NETUID)
    return _each(operations, pool, lambda: _stored_state(pool), _account)


def _after(value: int, denominator: tuple[int, int], operations: list[Any]) -> tuple[int, tuple[int, int]]:
    pool: SharesInMemory[int] = SharesInMemory(value, SafeFloat(*denominator))
    _each(operations, pool, lambda: None)
    return pool.shared_value, (pool.denominator.mantissa, pool.denominator.exponent)


def _account(key: int) -> AccountId:
    return AccountId(key.to_bytes(32, "big"))


def _stored_state(pool: HotkeyShares) -> dict[str, Any]:
    newer = {int.from_bytes(key, "big"): share for (_, key, _), share in AlphaV2.entries(pool.state)}
    older = sorted((int.from_bytes(key, "big"), str(share.bits)) for (_, key, _), share in Alpha.entries(pool.state))
    return {
        **_state(pool.get_shared_value(), pool.get_denominator(), newer),
        "older_shares": [list(entry) for entry in older],
        "older_denominator": TotalHotkeyShares.contains(pool.state, _HOTKEY, _NETUID),
    }


def _each(
    operations: list[Any], pool: ShareStore[Any], state: Callable[[], Any], owner: Callable[[int], Any] = int
) -> list[Any]:
    answers = []
    for index, operation in enumerate(operations):
        try:
            answers.append({"r": perform(pool, operation, owner), "state": state()})
        except InvalidInput as error:
            raise error.within(f"operations[{index}]") from None
    return answers


def _state(value: int, denominator: SafeFloat, shares: Any) -> dict[str, Any]:
    return {
        "denominator": _pair(denominator),
        "shared_value": str(value),
        "shares": [[key, _pair(share)] for key, share in sorted(shares.items())],
    }


def _pair(number: SafeFloat) -> list[str]:
    return [str(number.mantissa), str(number.exponent)]


_POOL = Namespace("share_pool", "pool", slow=True)

FUNCTIONS: list[Function] = [
    _POOL(
        "run",
        "operations: list<json> -> json",
        _run,
        *(f"SHR-value/{case}" for case in ("of-key", "of-share", "known-key")),
        *(f"SHR-update/{case}" for case in ("all", "shares", "simulate", "one", "first", "moved")),
    ),
    _POOL(
        "run_stored",
        "shared_value: u64, older_denominator: option<U64F64>, older_shares: list<tuple<u16,U64F64>>, "
        "operations: list<json> -> json",
        _run_stored,
        *(f"SHR-storage/{case}" for case in ("value", "read-share", "write-share")),
        *(f"SHR-storage/{case}" for case in ("read-denominator", "write-denominator")),
    ),
    _POOL(
        "after",
        "shared_value: u64, denominator: tuple<u128,i64>, operations: list<json> -> tuple<u64,tuple<u128,i64>>",
        _after,
        *("SHR-update/all", "SHR-update/one", "SHR-update/shares", "SHR-update/moved"),
    ),
]
