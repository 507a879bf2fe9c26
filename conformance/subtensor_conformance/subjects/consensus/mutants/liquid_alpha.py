"""Mutants of liquid alpha."""

from subtensor_conformance.mutants.mutant import Mutant

_YUMA3 = "subtensor_spec.chapters.consensus.steps.yuma3:update_bonds_yuma3"

MUTANTS = [
    Mutant(
        "liquid-alpha-without-consensus",
        "YC-liquid-alpha/acts",
        "return epoch.liquid_alpha and any(consensus)",
        "return epoch.liquid_alpha",
        "Liquid alpha that acts where consensus is zero on everyone.",
    ),
    Mutant(
        "liquid-alpha-for-all-neurons",
        "YC-liquid-alpha/acts",
        "any(consensus)",
        "all(consensus)",
        "Liquid alpha that needs a consensus on everyone.",
    ),
    Mutant(
        "steepness-as-a-fraction",
        "YC-liquid-alpha/steepness",
        "return I32F32.saturating_from_num(stored)",
        "return I32F32.saturating_from_num(abs(stored))",
        "A negative steepness that has lost its sign.",
    ),
    Mutant(
        "liquid-row-last-entry-counts",
        "YC-liquid-alpha/walk",
        "        found = position < len(row) and row[position][0] == column\n"
        "        yield row[position][1] if found else ZERO",
        "        yield dict(row).get(column, ZERO)",
        "A row read by column; production walks along it once, which shows in unsorted rows and repeated columns.",
    ),
    Mutant(
        "liquid-limits-swapped",
        "YC-liquid-alpha/matrix",
        "alpha_sigmoid(agreed, weight, bond, low, high, steepness)",
        "alpha_sigmoid(agreed, weight, bond, high, low, steepness)",
        "alpha_low and alpha_high confused.",
    ),
    Mutant(
        "sigmoid-buying-strictly",
        "YC-liquid-alpha/sigmoid",
        "buying if weight >= bond else selling",
        "buying if weight > bond else selling",
        "A weight equal to the bond taken for a sale.",
    ),
    Mutant(
        "sigmoid-buying-from-the-bond",
        "YC-liquid-alpha/sigmoid",
        "buying = clamp_value(weight.saturating_sub(consensus), ZERO, ONE)",
        "buying = clamp_value(weight.saturating_sub(bond), ZERO, ONE)",
        "Buying measured from the bond instead of consensus.",
    ),
    Mutant(
        "sigmoid-difference-not-clamped",
        "YC-liquid-alpha/sigmoid",
        "buying = clamp_value(weight.saturating_sub(consensus), ZERO, ONE)",
        "buying = weight.saturating_sub(consensus)",
        "A weight below consensus that counts as negative buying.",
    ),
    Mutant(
        "sigmoid-steepness-per-thousand",
        "YC-liquid-alpha/sigmoid",
        "steepness.saturating_div(STEEPNESS_UNIT)",
        "steepness.saturating_div(STEEPNESS_UNIT.saturating_mul(I32F32.saturating_from_num(10)))",
        "A steepness in thousandths.",
    ),
    Mutant(
        "sigmoid-without-half",
        "YC-liquid-alpha/sigmoid",
        "difference.saturating_sub(HALF)",
        "difference",
        "A sigmoid whose middle is at no difference instead of one half.",
    ),
    Mutant(
        "sigmoid-crossed-limits-high",
        "YC-liquid-alpha/sigmoid",
        "return clamp_value(alpha, alpha_low, alpha_high)",
        "return min(max(alpha, alpha_low), alpha_high)",
        "alpha_high where the limits cross; production gives alpha_low (daf6ad84d had it the other way).",
    ),
    Mutant(
        "liquid-averages-swapped",
        "YC-yuma3/average-liquid",
        "average = mat_ema_alpha_sparse(weights, masked, alphas)",
        "average = mat_ema_alpha_sparse(masked, weights, alphas)",
        "Old bonds taken for the new ones under liquid alpha.",
        helper=_YUMA3,
    ),
]
