"""How two states differ, entry by entry, decoded where an item describes the entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from subtensor_spec.chain.storage import Item
from subtensor_spec.wire.state.items import decoded, item_of, pallet_of
from subtensor_spec.wire.state.typed import keys_form
from subtensor_spec.wire.values import to_json


@dataclass(frozen=True)
class Difference:
    """One entry that two states do not share; a value of nothing means that there is no entry."""

    item: str
    keys: list[Any]
    before: Any
    after: Any
    there_before: bool
    there_after: bool

    def form(self) -> dict[str, Any]:
        """Return the difference as JSON; a state without the entry has no member for it."""
        form = {"item": self.item, "keys": self.keys}
        if self.there_before:
            form["before"] = self.before
        if self.there_after:
            form["after"] = self.after
        return form

    def __str__(self) -> str:
        keys = ", ".join(map(str, self.keys))
        before = self.before if self.there_before else "no entry"
        after = self.after if self.there_after else "no entry"
        return f"{self.item}{f'[{keys}]' if keys else ''}: {before} → {after}"


def compared(before: Mapping[bytes, bytes], after: Mapping[bytes, bytes]) -> list[Difference]:
    """Return all differences in order of raw key."""
    changed = sorted(raw for raw in before.keys() | after.keys() if before.get(raw) != after.get(raw))
    return [difference(raw, before.get(raw), after.get(raw)) for raw in changed]


def difference(raw: bytes, before: bytes | None, after: bytes | None) -> Difference:
    """Return how one entry differs."""
    item = item_of(raw)
    there = (before is not None, after is not None)
    if item is None:
        old, new = (None if value is None else "0x" + value.hex() for value in (before, after))
        return Difference(pallet_of(raw), ["0x" + raw.hex()], old, new, *there)
    old, new = (None if value is None else _meaning(item, raw, value) for value in (before, after))
    return Difference(item.full_name, keys_form(item, item.keys_in(raw)), old, new, *there)


def _meaning(item: Item[Any], raw: bytes, value: bytes) -> Any:
    return to_json(item.value, decoded(item, raw, value)[1])
