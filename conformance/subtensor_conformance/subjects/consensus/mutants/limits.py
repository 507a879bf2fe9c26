"""Mutants at the ends of number ranges: what saturates there wraps, what wraps saturates."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "tao-of-2-to-63-wraps",
        "YC-stake/total",
        "I64F64.saturating_from_num(tao)",
        "I64F64.wrapping_from_num(tao)",
        "TAO of 2**63 rao or more read as a negative number.",
        group="epoch/stake/tao-saturates",
    ),
    Mutant(
        "alpha-of-2-to-63-wraps",
        "YC-stake/total",
        "I64F64.saturating_from_num(alpha)",
        "I64F64.wrapping_from_num(alpha)",
        "Alpha of 2**63 rao or more read as a negative number.",
        group="epoch/stake/single-stake-saturates",
    ),
    Mutant(
        "stake-sum-saturates",
        "YC-stake/shares",
        "normalize(filtered_stake)",
        "[stake.safe_div(I64F64.from_bits(min(sum(each.bits for each in filtered_stake), I64F64.MAX_BITS)))"
        " for stake in filtered_stake]",
        "The sum of stakes that saturates; production's wraps.",
        group="epoch/stake/sum-wraps",
    ),
    Mutant(
        "stake-sum-of-zero-gives-zero-shares",
        "YC-stake/shares",
        "normalize(filtered_stake)",
        "[share if sum(each.bits for each in filtered_stake) % 2**128 else I64F64.ZERO"
        " for share in normalize(filtered_stake)]",
        "Shares of zero wherever the sum is zero, though stakes may have wrapped to it.",
        group="epoch/stake/sum-wraps-to-zero",
    ),
    Mutant(
        "epoch-index-wraps",
        "YC-commits/current-epoch",
        "U64.saturated(epoch_index + epoch_due)",
        "U64.wrapped(epoch_index + epoch_due)",
        "The epoch after the greatest u64 is epoch zero.",
        group="epoch/commits/greatest-epoch-index",
    ),
    Mutant(
        "bonds-first-block-wraps",
        "YC-bonds/first-block",
        "U64.saturated(last_mechanism_step_block + 1)",
        "U64.wrapped(last_mechanism_step_block + 1)",
        "The block after the greatest u64 is block zero.",
        group="epoch/masks/bonds-after-the-last-block",
    ),
    Mutant(
        "bonds-first-block-below-zero",
        "YC-bonds/first-block",
        "max(current_block - tempo, 0)",
        "U64.wrapped(current_block - tempo)",
        "A tempo before an early block that wraps below zero.",
        group="epoch/masks/bonds-in-first-blocks",
    ),
    Mutant(
        "sigmoid-negation-wraps",
        "TF-sigmoid/safe",
        "rho.saturating_mul(ONE.saturating_neg())",
        "rho.wrapping_neg()",
        "The least rho negated to itself, which turns the sigmoid around.",
        group="arith/math/sigmoid-safe/least-rho-generated",
    ),
    Mutant(
        "sigmoid-exponent-wraps",
        "TF-sigmoid/safe",
        "negated_rho.saturating_mul(",
        "negated_rho.wrapping_mul(",
        "The exponent's product wraps, which turns the sigmoid around.",
        group="arith/math/sigmoid-safe/saturates",
    ),
    Mutant(
        "perquintill-above-the-whole-wraps",
        "DR-perquintill/complement",
        "cls(min(parts, ACCURACY))",
        "cls(parts % (ACCURACY + 1))",
        "More parts than the whole counted from zero again.",
        helper="subtensor_spec.arithmetic.decimals.perquintill:Perquintill.from_parts.__func__",
        group="arith/perquintill/complement/above-the-whole-generated",
    ),
]
