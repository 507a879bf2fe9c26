"""Planned rows of emission by flow, the edges in the file beside, and of later revisions."""

from subtensor_conformance.authoring.plans.questions import Planned
from subtensor_conformance.subjects.common.plans import edges_of
from subtensor_conformance.subjects.revisions import later_plans


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name."""
    return {**edges_of("revisions"), **later_plans.rows()}
