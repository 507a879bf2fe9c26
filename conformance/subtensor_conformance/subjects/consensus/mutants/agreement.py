"""Mutants of the epoch's step 5: consensus, trust and incentive, and of the conversions around it."""

from subtensor_conformance.mutants.mutant import Mutant

_AGREEMENT = "subtensor_spec.chapters.consensus.steps.agreement:reach_agreement"

MUTANTS = [
    Mutant(
        "kappa-of-one-half",
        "YC-consensus/of-stake",
        "u16_proportion_to_fixed(epoch.kappa)",
        "I32F32.from_bits(1 << 31)",
        "kappa as one half; it is 32767/65535 unless set, and may be set.",
        helper=_AGREEMENT,
    ),
    Mutant(
        "consensus-normalised",
        "YC-consensus/of-stake",
        "consensus = weighted_median_col_sparse(active_stake, weights, epoch.n, u16_proportion_to_fixed(epoch.kappa))",
        "consensus = normalize("
        "weighted_median_col_sparse(active_stake, weights, epoch.n, u16_proportion_to_fixed(epoch.kappa)))",
        "The median divided by its sum before it clips, as every float re-implementation does.",
        helper=_AGREEMENT,
    ),
    Mutant(
        "consensus-cut-to-u16",
        "YC-consensus/of-stake",
        "consensus = weighted_median_col_sparse(active_stake, weights, epoch.n, u16_proportion_to_fixed(epoch.kappa))",
        "consensus = [I32F32.from_bits((value.bits * 65535 >> 32) * (1 << 32) // 65535) for value in"
        " weighted_median_col_sparse(active_stake, weights, epoch.n, u16_proportion_to_fixed(epoch.kappa))]",
        "The median cut to u16 before it clips.",
        helper=_AGREEMENT,
    ),
    Mutant(
        "weights-not-clipped",
        "YC-consensus/clip",
        "clipped = col_clip_sparse(weights, consensus)",
        "clipped = [list(row) for row in weights]",
        "Weights above consensus kept.",
        helper=_AGREEMENT,
    ),
    Mutant(
        "trust-of-unclipped-weights",
        "YC-consensus/validator-trust",
        "validator_trust(clipped), ranks",
        "validator_trust(weights), ranks",
        "A validator's trust from its weights before clipping, which is always one.",
        helper=_AGREEMENT,
    ),
    Mutant(
        "trust-normalised",
        "YC-consensus/validator-trust",
        "return row_sum_sparse(clipped_weights)",
        "return normalize(row_sum_sparse(clipped_weights))",
        "Trust as a share of all trust.",
    ),
    Mutant(
        "ranks-of-unclipped-weights",
        "YC-incentive/ranks",
        "ranks = matmul_sparse(clipped, active_stake, epoch.n)",
        "ranks = matmul_sparse(weights, active_stake, epoch.n)",
        "Ranks from the weights before clipping: consensus without effect.",
        helper=_AGREEMENT,
    ),
    Mutant(
        "incentive-not-normalised",
        "YC-incentive/share",
        "return normalize(ranks)",
        "return list(ranks)",
        "Ranks paid as they are.",
    ),
    Mutant(
        "u16-as-65536ths",
        "YC-convert/divide-by-u16",
        "return value.safe_div(U16_MAX)",
        "return I32F32.from_bits(value.bits >> 16)",
        "A proportion read as a part of 65536.",
    ),
    Mutant(
        "u16-rounded",
        "YC-convert/to-u16",
        "return value.saturating_mul(U16_MAX).saturating_to_num(U16)",
        "return value.saturating_mul(U16_MAX).saturating_round().saturating_to_num(U16)",
        "A stored proportion rounded to the nearest u16; production cuts it off.",
    ),
    Mutant(
        "u16-wraps",
        "YC-convert/to-u16",
        ".saturating_to_num(U16)",
        ".wrapping_to_num(U16)",
        "A proportion above one or below zero that wraps.",
    ),
    Mutant(
        "u64-rounded",
        "YC-convert/to-u64",
        "return value.saturating_to_num(U64)",
        "return value.saturating_round().saturating_to_num(U64)",
        "A stake rounded to the nearest rao.",
    ),
    Mutant(
        "narrow-wraps",
        "YC-convert/narrow",
        "return I32F32.saturating_from_num(value)",
        "return I32F32.wrapping_from_num(value)",
        "A wide number that wraps when narrowed.",
    ),
    Mutant(
        "proportion-nearest",
        "YC-convert/u16-proportion",
        "return fixed_to_fixed_u16_proportion(u16_to_fixed(value))",
        "return I32F32.from_bits((value << 33) // 65535 + 1 >> 1)",
        "A stored proportion read as the nearest number; production rounds down.",
    ),
    Mutant(
        "u16-as-a-fraction",
        "YC-convert/u16-to-fixed",
        "return I32F32.saturating_from_num(value)",
        "return I32F32.from_bits(value << 16)",
        "A stored weight read as a fraction of 65536.",
    ),
]
