"""The state of a chain: raw storage, read and written through the items, with everything undone or kept at will.

A state holds entries as a node does, raw key to raw value. An entry remembers its decoded value, so that bytes are
only made where somebody asks for them. Every write is recorded with what it replaced: :meth:`State.undo` takes a state
back to a mark, :meth:`State.changes` tells what differs since one.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from typing import Any, NamedTuple, TypeVar, cast

from subtensor_spec.chain.events import Event
from subtensor_spec.chain.revisions import CURRENT, Revision
from subtensor_spec.chain.scale import Codec
from subtensor_spec.errors import SpecError
from subtensor_spec.rules import POLKADOT_SDK, rule

V = TypeVar("V")
_PREFIX_LENGTH = 32
_STORAGE = "substrate/frame/support/src/storage"


class Entry:
    """A stored value: its bytes, its meaning, or both; each is worked out from the other when first asked for."""

    __slots__ = ("_codec", "_raw", "_value")

    def __init__(self, raw: bytes | None, codec: Codec[Any] | None = None, value: Any = None) -> None:
        self._raw, self._codec, self._value = raw, codec, value

    @property
    def raw(self) -> bytes:
        """The SCALE bytes."""
        if self._raw is None:
            self._raw = cast(Codec[Any], self._codec).encode(self._value)
        return self._raw

    def value_as(self, codec: Codec[V]) -> V:
        """Return the decoded value; it is shared and must not be changed."""
        if self._codec is None:
            self._value = codec.decode(cast(bytes, self._raw))
            self._codec = codec
        return cast(V, self._value)


class Mark(NamedTuple):
    """A point in a state's history."""

    writes: int
    events: int


class State:
    """A chain's storage, the events of the step under way, and the author of the block that is open."""

    def __init__(
        self,
        storage: Mapping[bytes, bytes] | None = None,
        author: bytes | None = None,
        revision: Revision = CURRENT,
    ) -> None:
        self.entries: dict[bytes, Entry] = {key: Entry(raw) for key, raw in (storage or {}).items()}
        self.events: list[Event] = []
        self.author = author
        """The account that fees of a block go to; none burns them."""
        self.revision = revision
        """Whose rules the chain follows."""
        self._journal: list[tuple[bytes, Entry | None]] = []
        self._order: dict[bytes, list[bytes]] | None = None

    def write(self, key: bytes, codec: Codec[V], value: V) -> None:
        """Store a typed value under a raw key."""
        self._set(key, Entry(None, codec, value))

    def write_raw(self, key: bytes, raw: bytes) -> None:
        """Store bytes under a raw key."""
        self._set(key, Entry(raw))

    def erase(self, key: bytes) -> None:
        """Remove the entry under a raw key, if there is one."""
        if key in self.entries:
            self._set(key, None)

    def emit(self, event: Event) -> None:
        """Record an event."""
        self.events.append(event)

    def _set(self, key: bytes, entry: Entry | None) -> None:
        self._journal.append((key, self.entries.get(key)))
        self._replace(key, entry)

    def _replace(self, key: bytes, entry: Entry | None) -> None:
        if entry is None:
            if self.entries.pop(key, None) is not None and self._order is not None:
                keys = self._order[key[:_PREFIX_LENGTH]]
                del keys[bisect_left(keys, key)]
            return
        if key not in self.entries and self._order is not None:
            insort(self._order.setdefault(key[:_PREFIX_LENGTH], []), key)
        self.entries[key] = entry

    def raw_keys(self, beginning: bytes, prefix: bytes) -> list[bytes]:
        """Return the raw keys of the item at ``prefix`` that start with ``beginning``, in order."""
        if self._order is None:
            self._order = {}
            for key in sorted(self.entries):
                self._order.setdefault(key[:_PREFIX_LENGTH], []).append(key)
        keys = self._order.get(prefix, [])
        if len(beginning) == len(prefix):
            return list(keys)
        end = bisect_left(keys, _after(beginning)) if beginning.strip(b"\xff") else len(keys)
        return keys[bisect_left(keys, beginning) : end]

    def next_raw_keys(self, after: bytes, prefix: bytes, count: int) -> list[bytes]:
        """Return so many of the raw keys of the item at ``prefix``, in order, that come after ``after``."""
        if self._order is None:
            self.raw_keys(prefix, prefix)
        keys = cast(dict[bytes, list[bytes]], self._order).get(prefix, [])
        start = bisect_right(keys, after)
        return keys[start : start + count]

    def mark(self) -> Mark:
        """Return the point that the state is at."""
        return Mark(len(self._journal), len(self.events))

    def undo(self, mark: Mark) -> None:
        """Take the state back to a mark, its events too."""
        for key, entry in reversed(self._journal[mark.writes :]):
            self._replace(key, entry)
        del self._journal[mark.writes :]
        del self.events[mark.events :]

    def forget(self) -> None:
        """Give up the history so far: earlier marks become void, memory becomes free."""
        self._journal.clear()
        self.events.clear()

    @contextmanager
    @rule("ST-layer/all-or-nothing", POLKADOT_SDK(f"{_STORAGE}/transactional.rs", "with_storage_layer"))
    def layer(self) -> Iterator[None]:
        """What is done in a layer is kept if it ends well, and undone, events included, if it ends in an error."""
        mark = self.mark()
        try:
            yield
        except SpecError:
            self.undo(mark)
            raise

    def written(self, since: Mark) -> set[bytes]:
        """Return the raw keys of the entries that were written or removed since a mark, whether they differ or not."""
        return {key for key, _entry in self._journal[since.writes :]}

    def changes(self, since: Mark) -> dict[bytes, bytes | None]:
        """Return the entries that differ from what they were at a mark, in order of raw key; a removed one is None."""
        before: dict[bytes, Entry | None] = {}
        for key, entry in self._journal[since.writes :]:
            before.setdefault(key, entry)
        changed: dict[bytes, bytes | None] = {}
        for key in sorted(before):
            old, new = before[key], self.entries.get(key)
            raw = None if new is None else new.raw
            if (None if old is None else old.raw) != raw:
                changed[key] = raw
        return changed

    def storage(self) -> dict[bytes, bytes]:
        """Return all entries as a node has them, in order of raw key."""
        return {key: self.entries[key].raw for key in sorted(self.entries)}

    @rule("ST-digest/sha-256", POLKADOT_SDK("substrate/primitives/io/src/lib.rs", "next_key"))
    def digest(self) -> str:
        """A state's digest is SHA-256 over all entries in ascending order of raw key: key bytes, then value bytes.

        It is this specification's own, not the chain's trie root; in hex.
        """
        digest = sha256()
        for key, raw in self.storage().items():
            digest.update(key)
            digest.update(raw)
        return digest.hexdigest()


def _after(beginning: bytes) -> bytes:
    """Return the least string of the same length that is above all that start with ``beginning``."""
    stripped = beginning.rstrip(b"\xff")
    return stripped[:-1] + bytes([stripped[-1] + 1])
