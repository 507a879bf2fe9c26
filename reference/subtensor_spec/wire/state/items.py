"""Which item a raw key belongs to, and what it says; the names of pallets by the hash that their keys begin with."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from subtensor_spec.chain import items as _declared
from subtensor_spec.chain.hashers import twox
from subtensor_spec.chain.storage import Item, Keys, declared_items
from subtensor_spec.errors import InvalidInput

_ITEM_PREFIX, _PALLET_PREFIX = 32, 16

RUNTIME_PALLETS = (
    "System", "Timestamp", "Aura", "Grandpa", "Balances", "TransactionPayment", "SubtensorModule", "Utility", "Sudo",
    "Multisig", "Preimage", "Scheduler", "Proxy", "Registry", "Commitments", "AdminUtils", "SafeMode", "Ethereum",
    "EVM", "EVMChainId", "BaseFee", "Drand", "Crowdloan", "Swap", "Contracts", "MevShield", "AlphaAssets",
    "LimitOrders", "ParachainSystem", "RandomnessCollectiveFlip", "Triumvirate", "TriumvirateMembers", "SenateMembers",
)  # fmt: skip
"""Pallets that this runtime or an earlier one has or had, so that entries out of scope can be named."""

assert _declared  # importing the package declares every item


def item_of(raw: bytes) -> Item[Any] | None:
    """Return the item that a raw key belongs to, nothing if this specification has none such."""
    return declared_items().get(raw[:_ITEM_PREFIX])


@cache
def items_by_name() -> dict[str, Item[Any]]:
    """Return every item by ``Pallet.Item``."""
    return {item.full_name: item for item in declared_items().values()}


def find_item(name: str) -> Item[Any]:
    """Return the item of that full name; :class:`InvalidInput` with the nearest names if there is none."""
    item = items_by_name().get(name)
    if item is None:
        raise InvalidInput("", f"there is no item {name}{nearest(name)}")
    return item


def nearest(name: str) -> str:
    """Return a hint at the names that come near to ``name``, or nothing."""
    close = get_close_matches(name, items_by_name(), n=2, cutoff=0.6)
    return f"; did you mean {' or '.join(close)}?" if close else ""


@cache
def _pallets() -> dict[bytes, str]:
    return {twox(name.encode(), 8 * _PALLET_PREFIX): name for name in RUNTIME_PALLETS}


def pallet_of(raw: bytes) -> str:
    """Return the pallet of a raw key: its name, or the hash that its keys begin with."""
    beginning = raw[:_PALLET_PREFIX]
    if raw.startswith(b":"):
        return raw.decode(errors="replace")
    return _pallets().get(beginning, "0x" + beginning.hex())


def decoded(item: Item[Any], raw: bytes, value: bytes) -> tuple[Keys, Any]:
    """Return an entry's keys and value; :class:`InvalidInput` names the raw key and what is wrong."""
    try:
        return item.keys_in(raw), item.value.decode(value)
    except InvalidInput as complaint:
        raise InvalidInput(f"0x{raw.hex()} ({item.full_name})", str(complaint)) from None


def check(storage: Mapping[bytes, bytes]) -> dict[str, int]:
    """Decode every entry that an item describes, and return how many are described by none, by pallet.

    Raises :class:`InvalidInput` for the first entry that does not decode, or whose bytes are not what its value encodes
    to.
    """
    unknown: dict[str, int] = {}
    for raw, value in storage.items():
        item = item_of(raw)
        if item is None:
            name = pallet_of(raw)
            unknown[name] = unknown.get(name, 0) + 1
        else:
            _check_entry(item, raw, value)
    return dict(sorted(unknown.items()))


def _check_entry(item: Item[Any], raw: bytes, value: bytes) -> None:
    _, meaning = decoded(item, raw, value)
    if item.value.encode(meaning) != value:
        raise InvalidInput(f"0x{raw.hex()} ({item.full_name})", "its bytes are not those that its value is written as")
