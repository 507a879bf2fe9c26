"""Mutants of emission by flow."""

from subtensor_conformance.mutants.mutant import Equivalent, Mutant

MUTANTS = [
    Mutant(
        "flow-in-tao",
        "EMI-flow/average",
        "I64F64.saturating_from_num(record.flow)",
        "I64F64.saturating_from_num(record.flow // 10**9)",
        "Flow in TAO instead of rao, wrong by a billion (1f520ed95).",
    ),
    Mutant(
        "flow-advanced-twice-a-block",
        "EMI-flow/average",
        "if last_block == current_block:",
        "if False:",
        "An average advanced more than once in a block.",
    ),
    Mutant(
        "flow-limit-without-zero",
        "EMI-flow/lower-limit",
        "min(average, I64F64.ZERO)",
        "average",
        "A lower limit above zero where every flow is positive.",
    ),
    Mutant(
        "flow-power-failure-is-zero",
        "EMI-flow/power",
        "U64F64.saturating_from_num(GREATEST_POWER if power is None else power)",
        "U64F64.ZERO if power is None else U64F64.saturating_from_num(power)",
        "A power whose exp fails counted as zero.",
    ),
    Mutant(
        "flow-powers-without-factor",
        "EMI-flow/normalise",
        "safe_power(factor.saturating_mul(flow), exponent)",
        "safe_power(flow, exponent)",
        "Powers without the scale that makes the most of an I32F32.",
    ),
    Mutant(
        "flow-power-estimate-linear",
        "EMI-flow/power-estimate",
        "return value.saturating_mul(value)",
        "return value",
        "A power estimated as the value itself.",
    ),
    Mutant(
        "flow-counted-again",
        "EMI-flow/protocol-average",
        "return FlowRecord(flow=0,",
        "return FlowRecord(flow=record.flow,",
        "Flow that an average has taken in, kept for the next block too.",
    ),
    Mutant(
        "flow-scaled-by-division",
        "EMI-flow/scale",
        "factor.saturating_mul(flow)",
        "flow.safe_div(_greatest(flows))",
        "Flows divided by the greatest, where production multiplies by its reciprocal.",
    ),
]

EQUIVALENTS = [
    Equivalent(
        "flow-least-useful-dropped",
        "EMI-flow/normalise",
        "the test whether flows are too small to normalise left out",
        "The greatest scaled flow is at least one half, or all are zero, and then every power and share is zero too.",
    ),
]
"""Changes that were tried and that no input can tell from the original."""
