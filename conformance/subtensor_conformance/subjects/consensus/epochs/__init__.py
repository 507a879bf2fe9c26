"""Epochs that are published as vectors: captured ones, and planned ones."""

from subtensor_conformance.subjects.consensus.epochs.captured import epoch_id, purpose_of, tier_of
from subtensor_conformance.subjects.consensus.epochs.planned import laws_of_epoch, planned_epochs

__all__ = ["epoch_id", "laws_of_epoch", "planned_epochs", "purpose_of", "tier_of"]
