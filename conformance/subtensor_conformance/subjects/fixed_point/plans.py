"""Planned rows of reading text, that tell a rule from what is nearly the rule."""

from subtensor_conformance.authoring.plans.questions import Planned

_TEXT: Planned = [
    ("no-digit-before-the-point", [".5"]),
    ("minus-and-no-digit-before-the-point", ["-.5"]),
    # 1.5 bits are 3.49245965480804443359375e-10: these 28 digits agree with that, and stop short of it.
    ("stops-short-of-a-tie", ["0.0000000003492459654808044433"]),
]


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name."""
    return {"i32f32.from_str": _TEXT}
