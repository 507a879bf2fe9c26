"""A storage item: its pallet and name, its keys with their hashers, its value, and what it reads as by default.

An item is declared once, below :mod:`subtensor_spec.chain.items`; its raw keys, its bytes, its typed JSON form and its
row in the chapter on chain state all follow from the declaration. Its methods are named as the chain's own storage
functions do what they do: ``get``, ``put``, ``take``, ``remove``, iteration in the order of raw keys.
"""

from subtensor_spec.chain.storage.item import Item, Key, Keys, declared_items, storage_prefix
from subtensor_spec.chain.storage.kinds import (
    DoubleMap,
    Map,
    OptionalDoubleMap,
    OptionalMap,
    OptionalTripleMap,
    TripleMap,
    Value,
)

__all__ = [
    "DoubleMap",
    "Item",
    "Key",
    "Keys",
    "Map",
    "OptionalDoubleMap",
    "OptionalMap",
    "OptionalTripleMap",
    "TripleMap",
    "Value",
    "declared_items",
    "storage_prefix",
]
