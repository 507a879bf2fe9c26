"""An epoch as seen from one neuron."""

from dataclasses import dataclass
from typing import Any

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.epoch import EpochResult
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.matrix.shapes import ZERO
from subtensor_spec.chapters.consensus.matrix.vectors import get_or
from subtensor_spec.chapters.consensus.output import EpochTerms


@dataclass(frozen=True)
class View:
    """An epoch's input and result, and the uid that is looked at."""

    epoch: EpochInput
    result: EpochResult
    uid: int

    @property
    def terms(self) -> EpochTerms:
        """What the epoch says of the neuron."""
        return self.result.output[self.uid]

    @property
    def validates(self) -> bool:
        """Whether the neuron held a permit in this epoch."""
        permits: list[bool] = self.result.stages["validator_permits"]
        return get_or(permits, self.uid, False)

    def mine(self, stage: str) -> Any:
        """Return the neuron's own entry, or row, of a stage."""
        return self.result.stages[stage][self.uid]

    def total(self, stage: str) -> I32F32:
        """Return the wrapping sum of a stage over all neurons."""
        return I32F32.wrapping_sum(self.result.stages[stage])

    def on_me(self, stage: str) -> dict[int, I32F32]:
        """Return the entries of a matrix in the neuron's column, by row; of several in one row the last."""
        rows = enumerate(self.result.stages[stage])
        return {uid: dict(row)[self.uid] for uid, row in rows if self.uid in dict(row)}

    def by_me(self, stage: str) -> dict[int, I32F32]:
        """Return the entries of the neuron's own row of a matrix by column; of several in one column the last."""
        return dict(self.mine(stage))

    def stake_of(self, uid: int) -> I32F32:
        """Return a neuron's active stake."""
        stake: list[I32F32] = self.result.stages["active_stake"]
        return get_or(stake, uid, ZERO)
