"""What the fuzzer asks of emission by flow: a few subnets."""

from subtensor_conformance.subjects.common.strategies import with_subnets as arguments

__all__ = ["arguments"]
