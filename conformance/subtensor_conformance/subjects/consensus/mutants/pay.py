"""Mutants of the epoch's steps 7 to 9: emission, the terms of each neuron, and what is stored."""

from subtensor_conformance.mutants.mutant import Mutant

_SHARE = "subtensor_spec.chapters.consensus.steps.emission:share_emission"
_TERMS = "subtensor_spec.chapters.consensus.output:terms_of_neurons"

MUTANTS = [
    Mutant(
        "emission-of-incentive-only",
        "YC-emission/scores",
        "earned.saturating_add(paid)",
        "earned",
        "Scores without dividends.",
    ),
    Mutant(
        "emission-halved-between-kinds",
        "YC-emission/scores",
        "server = normalize_using_sum(incentive, total)",
        "server = normalize(incentive)",
        "Servers paid as if they had all of the emission.",
        helper=_SHARE,
    ),
    Mutant(
        "combined-emission-as-sum",
        "YC-emission/scores",
        "emission_in_rao(combined, rao_emission),",
        "[s + v for s, v in zip(emission_in_rao(server, rao_emission), emission_in_rao(validator, rao_emission))],",
        "Combined emission as server plus validator emission; production normalises it on its own.",
        helper=_SHARE,
    ),
    Mutant(
        "emission-without-scores-unpaid",
        "YC-emission/without-scores",
        "        validator = combined = emission_without_scores(stake, active_stake)",
        "        pass",
        "Nobody paid where no neuron has a score: alpha lost when a subnet has no miners (8de0d23ca).",
        helper=_SHARE,
    ),
    Mutant(
        "emission-without-scores-by-all-stake",
        "YC-emission/without-scores",
        "return list(stake) if is_zero(active_stake) else list(active_stake)",
        "return list(stake)",
        "All stake paid where there is active stake.",
    ),
    Mutant(
        "emission-without-active-stake-unpaid",
        "YC-emission/without-scores",
        "return list(stake) if is_zero(active_stake) else list(active_stake)",
        "return list(active_stake)",
        "Nobody paid where there is no active stake.",
    ),
    Mutant(
        "emission-rounded",
        "YC-emission/in-rao",
        "saturating_mul(total).saturating_to_num(U64)",
        "saturating_mul(total).saturating_round().saturating_to_num(U64)",
        "Rao rounded to nearest: a tenth of a TAO of 100 000 000 instead of 99 999 999 rao.",
    ),
    Mutant(
        "emission-in-i32f32",
        "YC-emission/in-rao",
        "I96F32.saturating_from_num(share).saturating_mul(total).saturating_to_num(U64)",
        "share.saturating_mul(I32F32.saturating_from_num(rao_emission)).saturating_to_num(U64)",
        "Emission computed in I32F32, where 2**31 rao saturate.",
    ),
    Mutant(
        "emission-negative-share-wraps",
        "YC-emission/in-rao",
        ".saturating_to_num(U64)",
        ".wrapping_to_num(U64)",
        "A negative share that pays nearly 2**64 rao.",
    ),
    Mutant(
        "stake-reported-after-threshold",
        "YC-output/stake",
        "(stake_in_rao(total) for total in stake.total_stake)",
        "(stake_in_rao(total) for total in stake.filtered_stake)",
        "Stake reported after the threshold; production reports all of it.",
        helper=_TERMS,
    ),
    Mutant(
        "outputs-scaled-to-greatest",
        "YC-output/proportions",
        "return [fixed_proportion_to_u16(value) for value in vector]",
        "return [fixed_proportion_to_u16(value.safe_div(max(vector)) if max(vector) else value) for value in vector]",
        "Outputs scaled so that the greatest becomes 65535, as weights are.",
    ),
    Mutant(
        "stake-weight-of-active-stake",
        "YC-output/proportions",
        "output = terms_of_neurons(activity, stake, permits, agreement, bonds, emission)",
        'output = terms_of_neurons(activity, __import__("dataclasses").replace(stake, stake=active),'
        " permits, agreement, bonds, emission)",
        "The stored stake weight taken from active stake.",
        helper="subtensor_spec.chapters.consensus.epoch:run_epoch",
    ),
    Mutant(
        "bonds-without-permit-stored",
        "YC-output/bonds",
        "for uid, bond in bonds] if has_permit else []",
        "for uid, bond in bonds]",
        "Bonds stored for neurons without a permit.",
    ),
    Mutant(
        "bonds-by-old-permits",
        "YC-output/bonds",
        "zip(bonds.bonds_stored, new_permits, strict=True)",
        "zip(bonds.bonds_stored, [*permits.validator_permits, *[False] * len(new_permits)])",
        "Bonds stored for those who held a permit before the epoch.",
        helper=_TERMS,
    ),
    Mutant(
        "bonds-of-zero-not-stored",
        "YC-output/bonds",
        "for uid, bond in bonds] if has_permit",
        "for uid, bond in bonds if fixed_proportion_to_u16(bond)] if has_permit",
        "Bonds that round to zero left out; production stores an explicit zero.",
    ),
    Mutant(
        "paid-by-combined-emission",
        "YC-storage/paid",
        "(term.uid, term.server_emission, term.validator_emission)",
        "(term.uid, term.emission - term.validator_emission, term.validator_emission)",
        "Servers paid what validators leave of the combined emission.",
    ),
    Mutant(
        "incentive-stored-as-consensus",
        "YC-storage/mechanism",
        "incentive=[term.incentive for",
        "incentive=[term.consensus for",
        "Consensus stored in the place of incentive.",
    ),
    Mutant(
        "trust-stored-as-consensus",
        "YC-storage/subnet",
        "validator_trust=[term.validator_trust for",
        "validator_trust=[term.consensus for",
        "Consensus stored in the place of validator trust.",
    ),
]
