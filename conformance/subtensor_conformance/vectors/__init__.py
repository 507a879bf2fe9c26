"""The published vectors: reading, selecting, showing and checking them against their schemas."""

from subtensor_conformance.vectors.case import KINDS, TIERS, Case, Selection, Signature
from subtensor_conformance.vectors.load import iter_cases, read_list
from subtensor_conformance.vectors.locations import published

__all__ = ["KINDS", "TIERS", "Case", "Selection", "Signature", "iter_cases", "published", "read_list"]
