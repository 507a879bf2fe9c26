"""Laws of emission."""

from subtensor_conformance.laws.law import Input, Law, Round, ask, integers, require
from subtensor_spec.arithmetic import U64F64


def _sums_to_at_most_one(value: Input) -> Round:
    rows = value["rows"]
    results = yield from ask(value["function"], *rows)
    for row, shares in zip(rows, results, strict=True):
        total = sum(integers([share for _, share in shares]))
        require(total <= U64F64.ONE.bits, f"the shares of subnets {row[1]} sum to {total} bits, more than one")


LAWS = (
    Law(
        "subnet-shares-at-most-one",
        "The shares of all subnets sum to at most one, unless the sum of their price averages saturates.",
        "a function of shares and rows of its arguments, price averages summing to less than 2**64 TAO",
        ("EMI-shares/weighted", "EMI-shares/by-price"),
        _sums_to_at_most_one,
    ),
)
