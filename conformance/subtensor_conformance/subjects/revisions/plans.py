"""Planned rows of emission by flow: the edges in the file beside."""

from subtensor_conformance.authoring.plans.questions import Planned
from subtensor_conformance.subjects.common.plans import edges_of


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name."""
    return edges_of("revisions")
