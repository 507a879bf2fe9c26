"""Two successive blocks of a real chain against the rules: what they determine, and what the chain has."""

from subtensor_spec.explain.audit.audit import audit_answers, audit_blocks
from subtensor_spec.explain.audit.findings import Audit, Check, Unequal

__all__ = ["Audit", "Check", "Unequal", "audit_answers", "audit_blocks"]
