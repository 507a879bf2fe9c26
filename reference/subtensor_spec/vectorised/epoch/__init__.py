"""The epoch of Yuma Consensus on whole arrays: the same bits as :mod:`subtensor_spec.consensus` for all inputs."""

from subtensor_spec.vectorised.epoch.inputs import EpochArrays
from subtensor_spec.vectorised.epoch.outcome import EpochOutcome
from subtensor_spec.vectorised.epoch.run import run_epoch, run_epoch_arrays

__all__ = ["EpochArrays", "EpochOutcome", "run_epoch", "run_epoch_arrays"]
