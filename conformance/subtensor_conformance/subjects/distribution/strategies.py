"""What the fuzzer asks of distribution: small families."""

from subtensor_conformance.subjects.common.strategies import with_family as arguments

__all__ = ["arguments"]
