"""Taking back a claim on columns that cannot be followed to its end."""

from subtensor_spec.chain.types import AccountId
from subtensor_spec.vectorised.blocks.claimed import ClaimedRow
from subtensor_spec.vectorised.blocks.column import AccountColumn, Column
from subtensor_spec.vectorised.blocks.decimals import Decimal
from subtensor_spec.vectorised.blocks.network import Network
from subtensor_spec.vectorised.blocks.pools import Pool
from subtensor_spec.vectorised.words.arrays import BoolArray, UInt64Array


class Undo:
    """What a claim may change, as it was before."""

    def __init__(self, network: Network) -> None:
        self._network = network
        columns, totals = network.columns, network.totals
        self._columns: tuple[Column | AccountColumn, ...] = (
            columns.alpha_in,
            columns.alpha_out,
            columns.tao,
            columns.volume,
            columns.protocol_flow,
            columns.free,
        )
        self._values = [column.values.copy() for column in self._columns]
        self._flows = columns.protocol_flow.touched.copy()
        self._stake, self._sold = totals.stake, dict(totals.sold_for_root)
        self._pools: dict[tuple[int, AccountId], tuple[Pool, int, Decimal, Decimal]] = {}
        self._rows: dict[int, tuple[ClaimedRow, UInt64Array, BoolArray, int]] = {}

    def note_pool(self, pool: Pool, coldkey: AccountId) -> None:
        """Remember a pool and a share in it before they first change."""
        self._pools.setdefault((id(pool), coldkey), (pool, pool.value, pool.denominator, pool.shares[coldkey]))

    def note_row(self, row: ClaimedRow) -> None:
        """Remember a row before it first changes."""
        if id(row) not in self._rows:
            self._rows[id(row)] = row, row.amounts.copy(), row.changed.copy(), row.greatest

    def all(self) -> None:
        """Put everything back."""
        network = self._network
        for column, values in zip(self._columns, self._values, strict=True):
            column.values[:] = values
        network.columns.protocol_flow.touched = self._flows
        network.prices[:] = [None] * len(network.prices)
        network.totals.stake, network.totals.sold_for_root = self._stake, self._sold
        for (_pool, coldkey), (pool, value, denominator, share) in reversed(self._pools.items()):
            pool.value, pool.denominator, pool.shares[coldkey] = value, denominator, share
        for row, amounts, changed, greatest in self._rows.values():
            row.amounts, row.changed, row.greatest = amounts, changed, greatest
