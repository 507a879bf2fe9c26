"""Groups of emission by flow, and of later revisions."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.subjects.common.groups import number, subnet
from subtensor_conformance.subjects.revisions import later_groups
from subtensor_spec.arithmetic import I32F32

_FLOW_NAMES = ("ema_tao_flow", "ema_protocol_flow")


FLOW = [
    Group(
        "same-block",
        lambda row: _last_block(row) == number(row, "block"),
        why="The average was advanced in this block already: nothing changes.",
        catches="Advancing it twice.",
    ),
    Group(
        "first-time",
        lambda row: all(subnet(row, row.values[1]).get(name) is None for name in _FLOW_NAMES),
        why="There is no average yet: it starts from zero, as if advanced at block zero.",
        catches="Starting from the first flow.",
    ),
    Group(
        "smoothing-outside",
        lambda row: not 0 <= number(row, "flow_smoothing") <= 2**63 - 1,
        why="The smoothing factor is outside 0…1: the products saturate.",
        catches="Bringing it into the range.",
    ),
    Group(
        "ordinary",
        anything,
        why="(1 - s) · average + s · flow, each product rounded down, and the flow starts again at zero.",
        catches="One rounding for both products; keeping the flow.",
    ),
]


def _last_block(row: Row) -> int:
    name = _FLOW_NAMES["protocol" in row.function.name]
    last = subnet(row, row.values[1]).get(name)
    return int(last[0]) if last else 0


LOWER_LIMIT = [
    Group(
        "no-flows",
        lambda row: not row.values[1],
        why="There is no average: the limit is zero, or the cutoff where that is above zero.",
        catches="Failing for want of a least one.",
    ),
    Group(
        "cutoff-above",
        lambda row: number(row, "flow_cutoff") > min([0, *(flow for _, flow in row.values[1])]),
        why="The cutoff is above the least average: it is the limit.",
        catches="Taking the lesser of both.",
    ),
    Group("least-average", anything, why="The least average is the limit, or zero.", catches="The greatest one."),
]


def _of_one_value() -> list[Group]:
    return [
        Group("zero", lambda row: row.values[1] == 0, why="Of zero it is zero.", catches="Anything else."),
        Group(
            "saturates",
            lambda row: row.values[1] >> 32 > I32F32.MAX_BITS,
            why="The value is beyond the range in which the function computes, and saturates.",
            catches="Wrapping, or computing in a wider type.",
        ),
        Group("ordinary", anything, why="Rounded down at each step.", catches="A power in floating point."),
    ]


FLOWS = [
    Group(
        "none",
        lambda row: not row.values[1],
        why="There are no flows.",
        catches="Failing for want of a greatest one.",
    ),
    Group(
        "all-zero",
        lambda row: not any(flow for _, flow in row.values[1]),
        why="All flows are zero and stay so.",
        catches="Dividing by zero.",
    ),
    Group(
        "ordinary",
        anything,
        why="Flows are brought to a scale on which the greatest is one, or a little less by rounding.",
        catches="Dividing each flow, in place of multiplying by the rounded inverse of the greatest.",
    ),
]

GROUPS: dict[str, list[Group]] = {
    "coinbase.get_ema_flow": FLOW,
    "coinbase.update_ema_protocol_flow": FLOW,
    "coinbase.get_lower_limit": LOWER_LIMIT,
    "coinbase.pow_estimate": _of_one_value(),
    "coinbase.safe_pow": _of_one_value(),
    "coinbase.inplace_scale": FLOWS,
    "coinbase.inplace_pow_normalize": FLOWS,
    **later_groups.GROUPS,
}
"""The groups of each function by its published name."""
