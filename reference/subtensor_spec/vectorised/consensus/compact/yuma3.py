"""Bonds of a table under Yuma 3, with and without liquid alpha."""

import numpy as np

from subtensor_spec.vectorised.consensus.compact.agreement import Agreement
from subtensor_spec.vectorised.consensus.compact.bonds import Bonds, average
from subtensor_spec.vectorised.consensus.compact.liquid import Follower
from subtensor_spec.vectorised.consensus.compact.parts import Workspace, parts
from subtensor_spec.vectorised.consensus.compact.table import Table
from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array
from subtensor_spec.vectorised.words.i32f32 import ONE
from subtensor_spec.vectorised.words.proportions import share_columns, to_u16


def bonds_of(
    table: Table,
    agreement: Agreement,
    alpha: int | Follower,
    reference: Int64Array,
    penalty: int,
    space: Workspace,
) -> Bonds:
    """Return the bonds after an epoch, in the place of the agreement's.

    ``alpha`` is one proportion for all or that of liquid alpha, which goes by the consensus ``reference``. All values
    are proportions. Computes YC-yuma3/average, YC-yuma3/average-liquid and YC-bonds/read-proportions.
    """
    shape = table.bonds.shape
    stored, present = np.empty(shape, dtype=np.uint16), np.empty(shape, dtype=np.bool_)
    for part, bonds in zip(parts(*shape), agreement.buying, strict=True):
        held = _as_proportions(table, part, space.table("held", bonds.shape))
        if isinstance(alpha, Follower):
            bought = _bought(table, part, bonds, agreement.consensus[part], penalty)
            alpha.average(bonds, held, reference[part], bought, space)
        else:
            average(bonds, held, alpha)
        np.greater(bonds, 0, out=present[:, part])
        held[...] = bonds
        stored[:, part] = to_u16(held)
        share_columns(bonds)
    return Bonds(agreement.buying, stored, present)


def _as_proportions(table: Table, part: slice, out: Int64Array) -> Int64Array:
    """Set ``out`` to stored bonds as parts of 65535: 65537 bits for each, and one bit more for all 65535."""
    stored = table.bonds[:, part]
    out[...] = stored
    out *= 65537
    out += stored == 65535
    return out


def _bought(table: Table, part: slice, buying: Int64Array, consensus: Int64Array, penalty: int) -> BoolArray | None:
    """Tell which cells name a weight for bonds, if only zero; others lose their bond. Nothing stands for all cells.

    A mixture has no zeros. Clipping drops what it brings down to zero, but not what was zero, and a weight above zero
    is no zero as a share of its row.
    """
    if 0 < penalty < ONE:
        bought = buying > 0
    elif penalty == 0:
        bought = table.present[:, part]
    else:
        bought = table.present[:, part] & ((consensus > 0) | (table.weights[:, part] == 0))
    return None if bought.all() else bought
