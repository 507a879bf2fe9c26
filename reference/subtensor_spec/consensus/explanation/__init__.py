"""How the numbers of one neuron came about, step by step, each step with the rules that decide it."""

from subtensor_spec.consensus.explanation.neuron import explain_neuron
from subtensor_spec.consensus.explanation.step import Step, Wide, step_to_json

__all__ = ["Step", "Wide", "explain_neuron", "step_to_json"]
