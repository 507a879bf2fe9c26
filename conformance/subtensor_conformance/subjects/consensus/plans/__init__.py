"""Planned rows of the epoch's mathematics."""

from subtensor_conformance.authoring.plans.questions import Planned
from subtensor_conformance.subjects.consensus.plans import matrices, medians, vectors

_ONE = str(2**32)

_SIGMOIDS: Planned = [
    ("least-rho-is-negated-saturating", [_ONE, str(-(2**63)), "0"]),
    ("least-rho-below-kappa", ["0", str(-(2**63)), _ONE]),
]


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name."""
    planned = vectors.rows() | matrices.rows() | medians.rows() | {"sigmoid_safe": _SIGMOIDS}
    return {f"math.{name}": rows for name, rows in planned.items()}
