"""Every law, from all subjects."""

from subtensor_conformance import subjects
from subtensor_conformance.laws.law import Law

LAWS: dict[str, Law] = {law.name: law for _, part in subjects.parts("laws") for law in part.LAWS}
"""Every law by name; called with an input it is at work, see :mod:`subtensor_conformance.protocol.question`."""
