"""Consensus and bonds of ordinary inputs: the list of steps."""

import numpy as np

from subtensor_spec.vectorised.consensus.agreed import Agreed
from subtensor_spec.vectorised.consensus.compact import yuma2, yuma3
from subtensor_spec.vectorised.consensus.compact.agreement import Agreement, agreement_of
from subtensor_spec.vectorised.consensus.compact.bonds import Bonds, paid_by_incentive
from subtensor_spec.vectorised.consensus.compact.liquid import Follower
from subtensor_spec.vectorised.consensus.compact.median import Voters
from subtensor_spec.vectorised.consensus.compact.parts import Workspace
from subtensor_spec.vectorised.consensus.compact.table import Table, stored_rows, table_of
from subtensor_spec.vectorised.consensus.inputs import EpochArrays
from subtensor_spec.vectorised.consensus.matrix.vectors import normalised, product
from subtensor_spec.vectorised.consensus.settings import (
    consensus_of_liquid_alpha,
    disabled_liquid_alpha,
    liquid_settings,
    part_of_u16,
    share_of_new_bonds,
)
from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array
from subtensor_spec.vectorised.words.i32f32 import ONE
from subtensor_spec.vectorised.words.proportions import are_proportions

MOST_ROWS = 1 << 15
"""A column of fewer u16 sums to less than 2**31, and so does a row."""


def agree(epoch: EpochArrays, active: Int64Array, permits: BoolArray, new_permits: BoolArray) -> Agreed | None:
    """Return consensus, trust, incentive, dividends and bonds, or nothing if the input is not ordinary.

    Ordinary are: fewer than 2**15 neurons, active stakes that are proportions and sum to at most one, an alpha that
    is a proportion, and rows that make a table.
    """
    alpha = alpha_of_bonds(epoch)
    if not (0 < epoch.n < MOST_ROWS and 0 <= alpha <= ONE and are_proportions(active)):
        return None
    if int(active.sum()) > ONE:
        return None
    table = table_of(epoch, permits)
    if table is None:
        return None
    stake = active[table.uids]
    voters = Voters.of(active, table.uids, part_of_u16(epoch.kappa))
    space = Workspace(*table.weights.shape)
    agreement = agreement_of(table, stake, voters, part_of_u16(epoch.bonds_penalty), space)
    incentive = normalised(agreement.ranks)
    bonds = bonds_after(epoch, table, agreement, stake, alpha, space)
    paid = by_uid(paid_by_incentive(bonds, incentive, space), table.uids, epoch.n)
    dividends = normalised(product(paid, active) if epoch.yuma3 else paid)
    stored = stored_rows(table, bonds.stored, bonds.present, new_permits)
    trust = by_uid(agreement.trust, table.uids, epoch.n)
    return Agreed(agreement.consensus, trust, agreement.ranks, incentive, dividends, stored)


def alpha_of_bonds(epoch: EpochArrays) -> int:
    """Return the share of new bonds where one holds for all of them."""
    kept = epoch.bonds_moving_average
    return disabled_liquid_alpha(kept) if epoch.yuma3 else share_of_new_bonds(kept)


def bonds_after(
    epoch: EpochArrays, table: Table, agreement: Agreement, stake: Int64Array, alpha: int, space: Workspace
) -> Bonds:
    """Return the bonds under the kind of Yuma that the subnet uses (YC-liquid-alpha/acts)."""
    if not epoch.yuma3:
        return yuma2.bonds_of(table, agreement, stake, alpha, space)
    liquid = epoch.liquid_alpha and bool(agreement.consensus.any())
    follow: int | Follower = Follower.of(liquid_settings(epoch)) if liquid else alpha
    reference = consensus_of_liquid_alpha(epoch, agreement.consensus)
    return yuma3.bonds_of(table, agreement, follow, reference, part_of_u16(epoch.bonds_penalty), space)


def by_uid(values: Int64Array, uids: Int64Array, n: int) -> Int64Array:
    """Return the table's values by row as a vector over all neurons, zero elsewhere."""
    vector = np.zeros(n, dtype=np.int64)
    vector[uids] = values
    return vector
