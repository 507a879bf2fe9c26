"""How the numbers of one neuron came about, step by step, each step with the rules that decide it."""

from subtensor_spec.explain.neuron import explain_neuron
from subtensor_spec.explain.step import Step, Wide, step_to_json

__all__ = ["Step", "Wide", "explain_neuron", "step_to_json"]
