"""From stored rows to a table, and from a table back to stored rows."""

from dataclasses import dataclass

import numpy as np

from subtensor_spec.vectorised.consensus.activity import earliest_commit_blocks, first_block_of_bonds
from subtensor_spec.vectorised.consensus.inputs import EpochArrays
from subtensor_spec.vectorised.consensus.matrix.masks import Condition
from subtensor_spec.vectorised.consensus.matrix.rows import starts_of
from subtensor_spec.vectorised.consensus.settings import U16_MAX
from subtensor_spec.vectorised.consensus.stored import StoredRows, UInt16Array
from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array, UInt64Array

SPARSEST = 6
"""A table may have this many times as many cells as there are stored entries: about what a sparse entry costs more."""

FREE_CELLS = 1 << 14
"""A table of up to this many cells is worth while for any number of entries."""


@dataclass(frozen=True)
class Table:
    """The weights that count and the bonds in current neurons: a row for each of ``uids``, a column for every uid."""

    uids: Int64Array
    weights: UInt16Array
    present: BoolArray
    """Which weights are there; an absent one is zero, but not every zero is absent."""
    bonds: UInt16Array


def table_of(epoch: EpochArrays, permits: BoolArray) -> Table | None:
    """Return the table, or nothing if it cannot say all that the rows say, or too few cells would be filled.

    A table has no room for an entry that names a uid again, nor for the order of a row's entries.
    """
    n = epoch.n
    weights, bonds = epoch.weights.first_rows(n), epoch.bonds.first_rows(n)
    permitted = np.zeros(n, dtype=np.bool_)
    permitted[: permits.size] = permits[:n]
    used = ((weights.lengths > 0) & permitted) | (bonds.lengths > 0)
    uids = np.flatnonzero(used)
    entries = weights.columns.size + bonds.columns.size
    if uids.size * n > max(SPARSEST * entries, FREE_CELLS) or not _order_is_plain(epoch, weights, bonds):
        return None
    of_validators = weights.only(permitted | (weights.lengths == 0))
    set_weights, present = _spread(of_validators, uids, n)
    held, there = _spread(bonds, uids, n)
    if _entries_of(of_validators, n) != np.count_nonzero(present) or _entries_of(bonds, n) != np.count_nonzero(there):
        return None
    set_weights = _mask(set_weights, present, uids, epoch)
    outdated = np.uint64(first_block_of_bonds(epoch)) <= epoch.block_at_registration
    if outdated.any():
        held = held * ~outdated
    return Table(uids, set_weights, present, held)


def _order_is_plain(epoch: EpochArrays, weights: StoredRows, bonds: StoredRows) -> bool:
    """Tell whether the order of entries in a row is that of their uids, or does not matter.

    It matters under liquid alpha, which walks along both rows, and stores bonds in the order of the weights that bought
    them. But a mixture of weights and clipped weights is sorted.
    """
    if not (epoch.yuma3 and epoch.liquid_alpha):
        return True
    return bonds.ascending() and (0 < epoch.bonds_penalty < U16_MAX or weights.ascending())


def _entries_of(rows: StoredRows, n: int) -> int:
    """Return how many entries name a uid that exists."""
    return int(np.count_nonzero(rows.columns < n))


def _spread(rows: StoredRows, uids: Int64Array, n: int) -> tuple[UInt16Array, BoolArray]:
    """Return a table of some of the stored rows, outside of which there is no entry, and which cells are there.

    Entries of uids that do not exist fall away. Rows that hold every uid are taken as they are.
    """
    lengths = rows.lengths[uids]
    shape = (uids.size, n)
    if (lengths == n).all() and (rows.columns.reshape(shape) == np.arange(n, dtype=np.uint16)).all():
        return rows.values.reshape(shape), np.ones(shape, dtype=np.bool_)
    cells = np.repeat(np.arange(uids.size) * n, lengths) + rows.columns
    values = rows.values
    if rows.columns.size and int(rows.columns.max()) >= n:
        exists = rows.columns < n
        cells, values = cells[exists], values[exists]
    table, present = np.zeros(shape, dtype=np.uint16), np.zeros(shape, dtype=np.bool_)
    table.reshape(-1)[cells] = values
    present.reshape(-1)[cells] = True
    return table, present


def _mask(weights: UInt16Array, present: BoolArray, uids: Int64Array, epoch: EpochArrays) -> UInt16Array:
    """Return the weights without those on oneself (not the owner's) and those that a registration or commit overtakes.

    ``present`` changes in place. Computes YC-weights/self, YC-weights/outdated and YC-weights/committed.
    """
    others = uids if epoch.owner_uid is None else uids[uids != epoch.owner_uid]
    oneself = np.searchsorted(uids, others), others
    present[oneself] = False
    kept = weights.copy()
    kept[oneself] = 0
    registered = epoch.block_at_registration
    removed = _remove(present, epoch.last_update[uids], registered, np.less_equal)
    if epoch.commit_reveal:
        removed |= _remove(present, earliest_commit_blocks(epoch)[uids], registered, np.less)
    if removed:
        kept *= present
    return kept


def _remove(present: BoolArray, of_rows: UInt64Array, of_columns: UInt64Array, overtaken: Condition) -> bool:
    """Remove, in place, the cells whose row's block is overtaken by their column's; tell whether there may be any.

    If the earliest of the rows is not overtaken by the latest of the columns, none is.
    """
    if not of_rows.size or not overtaken(of_rows.min(), of_columns.max()):
        return False
    present &= ~overtaken(of_rows[:, None], of_columns)
    return True


def stored_rows(table: Table, values: UInt16Array, present: BoolArray, new_permits: BoolArray) -> StoredRows:
    """Return the table's cells that are there as stored rows, those of neurons without a new permit empty."""
    n = new_permits.size
    with_permit = new_permits[table.uids]
    lengths = np.zeros(n, dtype=np.int64)
    lengths[table.uids] = np.where(with_permit, np.count_nonzero(present, axis=1), 0)
    starts = starts_of(lengths)
    columns = np.tile(np.arange(n, dtype=np.uint16), table.uids.size)
    if int(starts[-1]) == columns.size:
        return StoredRows(starts, columns, values.reshape(-1))
    kept = (present & with_permit[:, None]).reshape(-1)
    return StoredRows(starts, columns[kept], values.reshape(-1)[kept])
