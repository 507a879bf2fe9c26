"""What the fuzzer asks of the schedule: a few subnets."""

from subtensor_conformance.subjects.common.strategies import with_subnets as arguments

__all__ = ["arguments"]
