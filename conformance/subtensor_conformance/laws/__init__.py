"""Laws: properties that an implementation's own answers must have, whatever the right answers are."""

from subtensor_conformance.laws import arithmetic, distribution, epochs, pools, vectors
from subtensor_conformance.laws.law import Law

LAWS: dict[str, Law] = {
    law.name: law for module in (arithmetic, vectors, epochs, distribution, pools) for law in module.LAWS
}
"""Every law by name; called with an input it is at work, see :mod:`subtensor_conformance.protocol.question`."""

__all__ = ["LAWS", "Law"]
