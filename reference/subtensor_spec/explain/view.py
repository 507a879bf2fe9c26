"""An epoch as seen from one neuron."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.epoch import EpochResult
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.matrix.shapes import ZERO, Sparse
from subtensor_spec.chapters.consensus.matrix.vectors import get_or
from subtensor_spec.chapters.consensus.output import EpochTerms
from subtensor_spec.chapters.consensus.stages import EpochStages

Item = TypeVar("Item")


@dataclass(frozen=True)
class View:
    """An epoch's input and result, and the uid that is looked at."""

    epoch: EpochInput
    result: EpochResult
    uid: int

    @property
    def stages(self) -> EpochStages:
        """The epoch's intermediate values."""
        return self.result.stages

    @property
    def terms(self) -> EpochTerms:
        """What the epoch says of the neuron."""
        return self.result.output[self.uid]

    @property
    def validates(self) -> bool:
        """Whether the neuron held a permit in this epoch."""
        return get_or(self.stages.validator_permits, self.uid, False)

    def mine(self, stage: Sequence[Item]) -> Item:
        """Return the neuron's own entry, or row, of a stage."""
        return stage[self.uid]

    def on_me(self, matrix: Sparse) -> dict[int, I32F32]:
        """Return the entries of a matrix in the neuron's column, by row; of several in one row the last."""
        return {uid: dict(row)[self.uid] for uid, row in enumerate(matrix) if self.uid in dict(row)}

    def by_me(self, matrix: Sparse | None) -> dict[int, I32F32]:
        """Return the entries of the neuron's own row of a matrix by column; of several in one column the last.

        A matrix that does not apply has none.
        """
        return dict(self.mine(matrix)) if matrix is not None else {}

    def stake_of(self, uid: int) -> I32F32:
        """Return a neuron's active stake."""
        return get_or(self.stages.active_stake, uid, ZERO)
