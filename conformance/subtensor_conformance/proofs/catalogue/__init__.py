"""The list of all proofs."""

from importlib import import_module

from subtensor_conformance.proofs.proof import Proof
from subtensor_spec.errors import InvalidInput

SECTIONS = ("contracts", "limbs", "paths", "words", "small", "sampled")
"""Modules of this package, each with ``proofs``; in the order in which a reader wants them."""


def all_proofs() -> list[Proof]:
    """Return every proof; :class:`InvalidInput` if the solvers are not installed."""
    try:
        modules = [import_module(f"{__name__}.{section}") for section in SECTIONS]
    except ModuleNotFoundError as missing:
        raise InvalidInput("", f"{missing.name} is not installed: pip install 'subtensor-spec[test]'") from None
    return [proof for module in modules for proof in module.proofs()]
