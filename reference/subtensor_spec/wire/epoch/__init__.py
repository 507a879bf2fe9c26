"""The input and the results of an epoch as JSON."""

from subtensor_spec.wire.epoch.encoding import output_to_json, persisted_to_json
from subtensor_spec.wire.epoch.parsing import parse_epoch_input
from subtensor_spec.wire.epoch.stages import stages_to_json

__all__ = ["output_to_json", "parse_epoch_input", "persisted_to_json", "stages_to_json"]
