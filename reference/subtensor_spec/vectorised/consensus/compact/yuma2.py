"""Bonds of a table under Yuma 2."""

import numpy as np

from subtensor_spec.vectorised.consensus.compact.agreement import Agreement
from subtensor_spec.vectorised.consensus.compact.bonds import Bonds, average
from subtensor_spec.vectorised.consensus.compact.parts import Workspace, parts
from subtensor_spec.vectorised.consensus.compact.table import Table
from subtensor_spec.vectorised.words.arrays import Int64Array
from subtensor_spec.vectorised.words.proportions import divide_columns, divide_integers, scale, share_columns, to_u16


def bonds_of(table: Table, agreement: Agreement, stake: Int64Array, alpha: int, space: Workspace) -> Bonds:
    """Return the bonds after an epoch, in the place of the agreement's; ``stake`` by row and ``alpha`` are proportions.

    Bonds held are integers whose sums in a column are below 2**31 (65535 for each of fewer than 2**15 rows). All else
    is proportions. Computes YC-yuma2/delta, YC-yuma2/average and YC-yuma2/to-store.
    """
    shape = table.bonds.shape
    stored, present = np.empty(shape, dtype=np.uint16), np.empty(shape, dtype=np.bool_)
    for part, bonds in zip(parts(*shape), agreement.buying, strict=True):
        held = space.table("held", bonds.shape)
        held[...] = table.bonds[:, part]
        divide_integers(held, held.sum(axis=0))
        share_columns(scale(bonds, stake[:, None], bonds))
        average(bonds, held, alpha)
        np.greater(bonds, 0, out=present[:, part])
        share_columns(bonds)
        held[...] = bonds
        stored[:, part] = to_u16(divide_columns(held, held.max(axis=0, initial=0)))
    return Bonds(agreement.buying, stored, present)
