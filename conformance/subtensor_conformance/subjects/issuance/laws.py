"""Laws of issuance."""

from subtensor_conformance.laws.law import ROWS, Input, Law, Round, in_order


def _never_rises(value: Input) -> Round:
    return in_order(value, rising=False)


LAWS = (
    Law(
        "never-rises",
        "Along rows in rising order of one argument, the others being the same, the result never rises.",
        f"{ROWS}, in rising order of one argument",
        ("ISS-emission/block",),
        _never_rises,
    ),
)
