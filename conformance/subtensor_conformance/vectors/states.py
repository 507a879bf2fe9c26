"""The published states that calls and traces begin on, ``states/<name>.json.gz``."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from subtensor_conformance.vectors import documents
from subtensor_spec.chain.state import State
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.plain import bytes_from_hex
from subtensor_spec.wire.state.typed import storage_from_typed

FOLDER = "states"

KEPT = 4
"""States that stay in memory; vectors that share one stand together."""


@dataclass(frozen=True)
class PublishedState:
    """A state as vectors begin on it; ``author`` is the account, in hex, that a block's fees go to."""

    name: str
    author: str | None
    digest: str
    storage: dict[bytes, bytes]

    def opened(self) -> State:
        """Return a state of its own that the reference can work on."""
        return State(self.storage, None if self.author is None else bytes_from_hex(self.author))


def path_of(folder: Path, name: str) -> Path:
    """Return where the state of that name lies in a folder of vectors."""
    return folder / FOLDER / f"{name}.json.gz"


def folder_above(path: Path, name: str) -> Path | None:
    """Return the nearest folder above a file that has the state of that name, nothing if none has."""
    return next((folder for folder in path.resolve().parents if path_of(folder, name).is_file()), None)


def name_of(path: str) -> str:
    """Return the name of the state in a file."""
    return Path(path).name.partition(".")[0]


@lru_cache(maxsize=KEPT)
def read_state(path: str) -> PublishedState:
    """Return the state in a file. Raises :class:`InvalidInput` if it is not the state that its digest names."""
    document = documents.read(Path(path))
    try:
        identifier, author, digest = document["id"], document["author"], document["digest"]
        storage = dict(sorted(storage_from_typed(document["storage"]).items()))
    except (KeyError, TypeError, AttributeError):
        raise InvalidInput(path, "is no published state") from None
    except InvalidInput as complaint:
        raise complaint.within(path) from None
    if State(storage).digest() != digest:
        raise InvalidInput(path, "has been edited: its digest is not that of its entries")
    return PublishedState(identifier.rpartition("/")[2], author, digest, storage)
