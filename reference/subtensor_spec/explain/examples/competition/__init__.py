"""A subnet in which miners compete and the best takes all that miners earn, on the day of the first halving."""

from subtensor_spec.explain.examples.competition.story import Round, Sample, Story, tell

__all__ = ["Round", "Sample", "Story", "tell"]
