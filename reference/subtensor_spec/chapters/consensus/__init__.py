"""Yuma Consensus: the epoch of one mechanism of a subnet, and the vector and matrix mathematics under it."""

from subtensor_spec.chapters.consensus.epoch import EpochResult, run_epoch
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.matrix.sigmoid import alpha_sigmoid
from subtensor_spec.chapters.consensus.output import EpochTerms
from subtensor_spec.chapters.consensus.stages import STAGES, Stage

__all__ = [
    "STAGES",
    "EpochInput",
    "EpochResult",
    "EpochTerms",
    "Stage",
    "alpha_sigmoid",
    "run_epoch",
]
