"""Planned rows of the epoch's mathematics."""

from subtensor_conformance.authoring.plans.questions import Planned
from subtensor_conformance.subjects.consensus.plans import matrices, medians, vectors


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name."""
    return {f"math.{name}": rows for name, rows in (vectors.rows() | matrices.rows() | medians.rows()).items()}
