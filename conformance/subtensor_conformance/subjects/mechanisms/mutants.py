"""Mutants of mechanisms."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "split-remainder-lost",
        "MEC-split/emission",
        "emissions[0] = saturating_add(emissions[0], missing)",
        "pass",
        "What rounding leaves lost instead of paid to the first mechanism.",
    ),
    Mutant(
        "mechanism-zero-without-emission",
        "MEC-combine/weight",
        "U64F64.ONE if is_first else U64F64.ZERO",
        "U64F64.ZERO",
        "No weight for the first mechanism where there is no emission.",
    ),
    Mutant(
        "mechanisms-earn-by-weight",
        "MEC-combine/terms",
        "U64.saturated(before.server_emission + terms.server_emission)",
        "weighted_acc_alpha(before.server_emission, terms.server_emission, weight)",
        "Server emission weighed though each mechanism paid its own part.",
    ),
    Mutant(
        "mechanisms-dividends-plain",
        "MEC-combine/terms",
        "weighted_acc_u16(before.dividend, terms.dividend, weight)",
        "min(before.dividend + terms.dividend, 65_535)",
        "Dividends of all mechanisms added without weight.",
    ),
    Mutant(
        "mechanisms-last-alone",
        "MEC-combine/hotkeys",
        "combined_terms(so_far.get(hotkey), term, weight)",
        "combined_terms(None, term, weight)",
        "Only what the last mechanism says.",
    ),
    Mutant(
        "mechanisms-bonds-of-the-main-one",
        "MEC-epoch/mechanism",
        "get_mechanism_storage_index(netuid, mecid)",
        "get_mechanism_storage_index(netuid, MechId(0))",
        "All mechanisms stored under the first one.",
    ),
    Mutant(
        "mechanisms-without-voting-power",
        "MEC-epoch/all",
        "update_voting_power_for_subnet(state, netuid, combined.items())",
        "pass",
        "Voting power that no epoch moves.",
    ),
    Mutant(
        "mechanism-count-keeps-the-split",
        "MEC-count/update",
        "MechanismEmissionSplit.remove(state, netuid)",
        "pass",
        "A split that outlives the count that it was made for.",
    ),
]
