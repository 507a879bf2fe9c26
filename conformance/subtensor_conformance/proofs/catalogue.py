"""The list of all proofs."""

from subtensor_conformance import subjects
from subtensor_conformance.proofs.proof import Proof
from subtensor_spec.errors import InvalidInput


def all_proofs() -> list[Proof]:
    """Return every proof, in order of chapter; :class:`InvalidInput` if the solvers are not installed."""
    try:
        parts = list(subjects.parts("proofs"))
    except ModuleNotFoundError as missing:
        raise InvalidInput("", f"{missing.name} is not installed: pip install 'subtensor-spec[test]'") from None
    return [proof for _, part in parts for proof in part.proofs()]
