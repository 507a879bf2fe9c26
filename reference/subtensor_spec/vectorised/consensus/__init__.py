"""The epoch of Yuma Consensus on whole arrays: the bits of :mod:`subtensor_spec.chapters.consensus` for all inputs."""

from subtensor_spec.vectorised.consensus.epoch import run_epoch, run_epoch_arrays
from subtensor_spec.vectorised.consensus.inputs import EpochArrays
from subtensor_spec.vectorised.consensus.outcome import EpochOutcome

__all__ = ["EpochArrays", "EpochOutcome", "run_epoch", "run_epoch_arrays"]
