"""How flows become shares: a lower limit, a scale, a power and a sum; at ``r425`` nothing calls it.

At ``r362`` and ``r401`` a subnet's share was its flow average above the lower limit, raised to a power and
normalised by the functions below.
"""

from collections.abc import Iterable, Mapping

from subtensor_spec.arithmetic import I32, I32F32, I64F64, U64, U64F64
from subtensor_spec.arithmetic.transcendental import checked_sqrt, exp, ln
from subtensor_spec.rules import SUBTENSOR, rule

_SUBNET_EMISSIONS = "pallets/subtensor/src/coinbase/subnet_emissions.rs"
_FLOW_REVISIONS = ("r362", "r401", "r425")

_SINCE, _UNTIL = 334, 421
"""The runtimes that shared emission by flow; the power came back with the emission gate of ``r440``."""

GREATEST_POWER = I32F32.saturating_from_num(I32.MAX)
"""What a power is counted as when it is too large for an I32F32."""

LIMIT_OF_POWERS = U64F64.saturating_from_num(I32.MAX)
"""What the powers of all subnets together are kept below."""

LEAST_USEFUL = LIMIT_OF_POWERS.safe_div(U64F64.saturating_from_num(U64.MAX))
"""Where the greatest power times the count of subnets is below this, all flows are too small to normalise."""

SQUARE_ROOT_TOLERANCE = U64F64.ONE.safe_div(U64F64.saturating_from_num(1_000))
"""How far the square root in the scale may be off."""

Flows = Mapping[int, U64F64]
"""A flow for each netuid."""


@rule(
    "EMI-flow/lower-limit",
    SUBTENSOR(_SUBNET_EMISSIONS, "get_lower_limit"),
    revisions=_FLOW_REVISIONS,
    since=_SINCE,
    until=_UNTIL,
)
def lower_limit(averages: Iterable[I64F64], cutoff: I64F64) -> I64F64:
    """The lower limit of flow is the least average, or zero if none is negative, but not below the cutoff.

    Not reached at ``r425``.
    """
    return max(cutoff, min((min(average, I64F64.ZERO) for average in averages), default=I64F64.ZERO))


@rule(
    "EMI-flow/power-estimate",
    SUBTENSOR(_SUBNET_EMISSIONS, "pow_estimate"),
    revisions=_FLOW_REVISIONS,
    since=_SINCE,
    until=_UNTIL,
)
def power_estimate(value: U64F64) -> U64F64:
    """A power is estimated as the square, whatever the exponent. Not reached at ``r425``."""
    return value.saturating_mul(value)


@rule("EMI-flow/power", SUBTENSOR(_SUBNET_EMISSIONS, "safe_pow"), revisions=_FLOW_REVISIONS, since=334)
def safe_power(value: U64F64, exponent: U64F64) -> U64F64:
    """A power is ``exp(exponent · ln(value))`` in I32F32, zero where the logarithm fails.

    Value and exponent are first rounded down to 32 fraction bits and saturate there. Where exp fails the power
    counts as ``2**31 - 1``, even if it failed because the power is too small. Not reached at ``r425``.
    """
    logarithm = ln(I32F32.saturating_from_num(value))
    if logarithm is None:
        return U64F64.ZERO
    power = exp(I32F32.saturating_from_num(exponent).saturating_mul(logarithm))
    return U64F64.saturating_from_num(GREATEST_POWER if power is None else power)


@rule(
    "EMI-flow/scale",
    SUBTENSOR(_SUBNET_EMISSIONS, "inplace_scale"),
    revisions=_FLOW_REVISIONS,
    since=_SINCE,
    until=_UNTIL,
)
def scaled(flows: Flows) -> dict[int, U64F64]:
    """Flows are multiplied by one over the greatest of them, so that it becomes one, or a little less by rounding.

    Where that factor does not fit (the greatest is zero or its least bit) all become zero. Not reached at
    ``r425``.
    """
    factor = U64F64.ONE.safe_div(_greatest(flows))
    return {netuid: factor.saturating_mul(flow) for netuid, flow in flows.items()}


@rule(
    "EMI-flow/normalise",
    SUBTENSOR(_SUBNET_EMISSIONS, "inplace_pow_normalize"),
    revisions=_FLOW_REVISIONS,
    since=_SINCE,
    until=_UNTIL,
)
def power_normalised(flows: Flows, exponent: U64F64) -> dict[int, U64F64]:
    """Flows are scaled, raised to the exponent and divided by the sum of the powers, rounding down at each step.

    Before the power they are scaled once more, to make the most of an I32F32. Flows too small for that stay as
    scaled, and then need not sum to one. The sum of the powers wraps. Not reached at ``r425``.
    """
    unit = scaled(flows)
    greatest_power = U64F64.saturating_from_num(len(unit)).saturating_mul(power_estimate(_greatest(unit)))
    if greatest_power < LEAST_USEFUL:
        return unit
    factor = _precision_factor(greatest_power)
    powers = {netuid: safe_power(factor.saturating_mul(flow), exponent) for netuid, flow in unit.items()}
    total = U64F64.wrapping_sum(powers.values())
    return {netuid: power.safe_div(total) for netuid, power in powers.items()}


def _precision_factor(greatest_power: U64F64) -> U64F64:
    room = LIMIT_OF_POWERS.safe_div(greatest_power)
    root = checked_sqrt(room, SQUARE_ROOT_TOLERANCE)
    return U64F64.ZERO if root is None else root


def _greatest(flows: Flows) -> U64F64:
    return max(flows.values(), default=U64F64.ZERO)
