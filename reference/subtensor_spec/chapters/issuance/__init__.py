"""How much TAO and alpha a block brings: emission as a step function of issuance, the cap, minting and recycling."""

from subtensor_spec.chapters.issuance.emission import BLOCK_EMISSION, TOTAL_SUPPLY, block_emission_for_issuance
from subtensor_spec.chapters.issuance.schedule import Step, steps

__all__ = ["BLOCK_EMISSION", "TOTAL_SUPPLY", "Step", "block_emission_for_issuance", "steps"]
