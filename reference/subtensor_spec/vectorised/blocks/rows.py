"""Stored rows of weights and bonds, between their bytes and arrays without a Python object for each entry."""

from itertools import pairwise

import numpy as np

from subtensor_spec.chain.scale import LENGTH
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import DoubleMap
from subtensor_spec.chain.types import NetUidStorageIndex, Uid
from subtensor_spec.vectorised.consensus.matrix.rows import starts_of
from subtensor_spec.vectorised.consensus.stored import StoredRows

Item = DoubleMap[NetUidStorageIndex, Uid, tuple[tuple[int, int], ...]]

_ENTRY = 4
"""Bytes of an entry: a uid and a value of 16 bits each, little-endian."""


def read_rows(state: State, item: Item, index: NetUidStorageIndex, n: int) -> StoredRows:
    """Return the stored rows of uids below n; a uid without a row has an empty one (YC-state/rows)."""
    pieces, lengths = [], []
    for uid in range(n):
        entry = state.entries.get(item.raw_key((index, Uid(uid))))
        raw = b"\0" if entry is None else entry.raw
        length, at = LENGTH.read(raw, 0)
        lengths.append(length)
        pieces.append(raw[at : at + length * _ENTRY])
    entries = np.frombuffer(b"".join(pieces), dtype="<u2").reshape(-1, 2)
    return StoredRows(starts_of(lengths), entries[:, 0].astype(np.uint16), entries[:, 1].astype(np.uint16))


def write_rows(state: State, item: Item, index: NetUidStorageIndex, rows: StoredRows) -> None:
    """Store every row, empty ones too."""
    entries = np.stack([rows.columns, rows.values], axis=1).astype("<u2").tobytes()
    for uid, (start, end) in enumerate(pairwise(rows.starts.tolist())):
        raw = LENGTH.encode(end - start) + entries[start * _ENTRY : end * _ENTRY]
        state.write_raw(item.raw_key((index, Uid(uid))), raw)
