"""Entries as people name them: ``Pallet.Item[key, …]``."""

import json
import re
from dataclasses import dataclass
from typing import Any

from subtensor_spec.chain.scale import Codec, FixedBytes, Integer
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Item, Keys
from subtensor_spec.chain.types import ACCOUNT_ID
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.ss58 import parse_account
from subtensor_spec.wire.state.items import find_item
from subtensor_spec.wire.values import from_json, to_json

_REFERENCE = re.compile(r"\s*(?P<item>[\w.]+)\s*(?:\[(?P<keys>.*)\])?\s*", re.DOTALL)


@dataclass(frozen=True)
class Reference:
    """An item and its first keys; all of them name an entry, fewer all entries below."""

    text: str
    item: Item[Any]
    keys: Keys

    @classmethod
    def parse(cls, text: str) -> "Reference":
        """Read ``Pallet.Item`` or ``Pallet.Item[key, …]``; :class:`InvalidInput` says what is wrong with it."""
        found = _REFERENCE.fullmatch(text)
        if found is None:
            raise InvalidInput(text, "is no Pallet.Item[key, …]")
        item = find_item(found["item"])
        keys = found["keys"].split(",") if found["keys"] else []
        if len(keys) > len(item.keys_of):
            raise InvalidInput(text, f"{item} takes {len(item.keys_of)} keys, not {len(keys)}")
        return cls(text.strip(), item, tuple(parse_key(item, number, key.strip()) for number, key in enumerate(keys)))

    @property
    def is_whole(self) -> bool:
        """Whether the reference names one entry."""
        return len(self.keys) == len(self.item.keys_of)

    def entries(self, state: State) -> list[tuple[Keys, Any]]:
        """Return the entries named, with their values; of an entry that is not stored, what it reads as."""
        if self.is_whole:
            return [(self.keys, self.item._get(state, self.keys))]
        return [(keys, self.item._get(state, keys)) for keys in self.item._keys_from(state, *self.keys)]

    def put(self, state: State, form: Any) -> None:
        """Store a value that JSON or TOML states; numbers may be plain."""
        self.item._put(state, self.keys, parse_value(self.item.value, form))


def parse_key(item: Item[Any], number: int, text: str) -> Any:
    """Return a key that text states: an account as SS58 or hex, a number, bytes as hex, else JSON."""
    codec = item.keys_of[number].codec
    if codec is ACCOUNT_ID:
        return parse_account(text)
    try:
        form: Any = text
        if isinstance(codec, Integer) and codec.width <= 32:
            form = int(text)
        elif not isinstance(codec, Integer | FixedBytes) and text[:1] in '{["0123456789':
            form = json.loads(text) if not text.startswith("0x") else text
        return from_json(codec, form)
    except (ValueError, InvalidInput) as failure:
        raise InvalidInput(f"key {number + 1} of {item.full_name}", f"{text!r} is no {codec.name}: {failure}") from None


def parse_value(codec: Codec[Any], form: Any) -> Any:
    """Return a value from its JSON form, where a plain number does for one that is written as text."""
    try:
        return from_json(codec, form)
    except InvalidInput:
        if isinstance(form, bool) or not isinstance(form, int):
            raise
        return from_json(codec, str(form))


def value_form(item: Item[Any], value: Any) -> Any:
    """Return a value's JSON form; nothing stays nothing."""
    return None if value is None else to_json(item.value, value)
