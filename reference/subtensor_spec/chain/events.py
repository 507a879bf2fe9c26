"""Events: what a block or a call tells the outside; each is declared below :mod:`subtensor_spec.chain.event_kinds`."""

from dataclasses import dataclass
from typing import Any

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.scale import BYTES, Codec, Mapped


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its kind and the values of its fields."""

    kind: "EventKind"
    values: tuple[Any, ...]


class EventKind:
    """An event that a pallet can emit; calling it with the fields' values makes one.

    ``fields`` are the fields' names with their types; ``named`` says whether the chain names them too or only
    counts them.
    """

    def __init__(self, pallet: str, name: str, about: str, named: bool, /, **fields: Codec[Any]) -> None:
        self.pallet, self.name, self.about, self.named, self.fields = pallet, name, about, named, fields

    def __call__(self, *values: Any) -> Event:
        """Return the event with these values, in order of the fields."""
        if len(values) != len(self.fields):
            raise TypeError(f"{self} takes {len(self.fields)} values, not {len(values)}")
        return Event(self, values)

    def __repr__(self) -> str:
        return f"{self.pallet}.{self.name}"


DISPATCH_ERROR: Codec[CallError] = Mapped(
    "DispatchError", BYTES, lambda code: CallError(code.decode()), lambda error: error.code.encode()
)
"""An error within an event, as its code; events are not stored, so it needs no bytes of the chain's own."""
