"""Mutants of the schedule of epochs."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "epoch-after-the-tempo",
        "SCH-epoch/due",
        ">= tempo",
        "> tempo",
        "An epoch a block late: every tempo + 1 blocks, as until r423.",
    ),
    Mutant(
        "epoch-pending-strictly",
        "SCH-epoch/due",
        "<= current_block:",
        "< current_block:",
        "A pending epoch that does not run in its own block.",
    ),
    Mutant(
        "epoch-pending-zero-counts",
        "SCH-epoch/due",
        "if 0 < PendingEpochAt.get(state, netuid)",
        "if 0 <= PendingEpochAt.get(state, netuid)",
        "No pending epoch taken for one at block zero.",
    ),
    Mutant(
        "epoch-silence-at-the-limit",
        "SCH-epoch/due",
        "BlocksSinceLastStep.get(state, netuid) > MAX_TEMPO",
        "BlocksSinceLastStep.get(state, netuid) >= MAX_TEMPO",
        "The guard against silence one block early.",
    ),
    Mutant(
        "epoch-silence-ignored",
        "SCH-epoch/due",
        "if BlocksSinceLastStep.get(state, netuid) > MAX_TEMPO:",
        "if False:",
        "No guard against silence.",
    ),
    Mutant(
        "epoch-without-tempo",
        "SCH-epoch/due",
        "if tempo == 0:",
        "if False:",
        "A subnet without a tempo that has epochs.",
    ),
    Mutant(
        "epoch-by-block-number",
        "SCH-epoch/due",
        "return saturating_sub(current_block, LastEpochBlock.get(state, netuid)) >= tempo",
        "return current_block % (tempo + 1) == 0",
        "Epochs at fixed block numbers, as before tempo became dynamic.",
    ),
    Mutant(
        "blocks-left-without-tempo",
        "SCH-epoch/blocks-left",
        "return U64_MAX",
        "return 0",
        "No tempo read as an epoch that is due.",
    ),
    Mutant(
        "blocks-left-negative",
        "SCH-epoch/blocks-left",
        "return saturating_sub(saturating_add(LastEpochBlock.get(state, netuid), tempo), block)",
        "return (saturating_add(LastEpochBlock.get(state, netuid), tempo) - block) % 2**64",
        "An overdue epoch whose blocks left wrap.",
    ),
    Mutant(
        "next-epoch-at-the-pending-block",
        "SCH-epoch/next",
        "return min(automatic, pending) if",
        "return pending if",
        "A pending block that stands although the automatic one is earlier.",
    ),
]
