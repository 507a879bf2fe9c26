"""Laws of the epoch and of its mathematics."""

from subtensor_conformance.subjects.consensus.laws import epochs, vectors

LAWS = (*vectors.LAWS, *epochs.LAWS)
