"""Yuma Consensus: the epoch of one mechanism of a subnet, and the vector and matrix mathematics under it."""

from subtensor_spec.consensus.encoding import output_to_json, persisted_to_json
from subtensor_spec.consensus.epoch import EpochResult, run_epoch
from subtensor_spec.consensus.epoch_input import EpochInput
from subtensor_spec.consensus.output import EpochTerms
from subtensor_spec.consensus.parsing import parse_epoch_input
from subtensor_spec.consensus.sigmoid import alpha_sigmoid
from subtensor_spec.consensus.stages import STAGES, Stage, stage_to_json

__all__ = [
    "STAGES",
    "EpochInput",
    "EpochResult",
    "EpochTerms",
    "Stage",
    "alpha_sigmoid",
    "output_to_json",
    "parse_epoch_input",
    "persisted_to_json",
    "run_epoch",
    "stage_to_json",
]
