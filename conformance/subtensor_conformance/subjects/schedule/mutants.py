"""Mutants of the schedule of epochs."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "epoch-after-the-tempo",
        "SCH-epoch/due",
        ">= schedule.tempo",
        "> schedule.tempo",
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
        "if 0 < schedule.pending_epoch_at",
        "if 0 <= schedule.pending_epoch_at",
        "No pending epoch taken for one at block zero.",
    ),
    Mutant(
        "epoch-silence-at-the-limit",
        "SCH-epoch/due",
        "schedule.blocks_since_last_step > MAX_TEMPO",
        "schedule.blocks_since_last_step >= MAX_TEMPO",
        "The guard against silence one block early.",
    ),
    Mutant(
        "epoch-silence-ignored",
        "SCH-epoch/due",
        "if schedule.blocks_since_last_step > MAX_TEMPO:",
        "if False:",
        "No guard against silence.",
    ),
    Mutant(
        "epoch-without-tempo",
        "SCH-epoch/due",
        "if schedule.tempo == 0:",
        "if False:",
        "A subnet without a tempo that has epochs.",
    ),
    Mutant(
        "epoch-by-block-number",
        "SCH-epoch/due",
        "return max(current_block - schedule.last_epoch_block, 0) >= schedule.tempo",
        "return current_block % (schedule.tempo + 1) == 0",
        "Epochs at fixed block numbers, as before tempo became dynamic.",
    ),
    Mutant(
        "blocks-left-without-tempo",
        "SCH-epoch/blocks-left",
        "return U64.MAX",
        "return 0",
        "No tempo read as an epoch that is due.",
    ),
    Mutant(
        "blocks-left-negative",
        "SCH-epoch/blocks-left",
        "return max(_next_automatic_epoch(last_epoch_block, tempo) - block, 0)",
        "return (_next_automatic_epoch(last_epoch_block, tempo) - block) % 2**64",
        "An overdue epoch whose blocks left wrap.",
    ),
    Mutant(
        "next-epoch-at-the-pending-block",
        "SCH-epoch/next",
        "min(automatic, schedule.pending_epoch_at)",
        "schedule.pending_epoch_at",
        "A pending block that stands although the automatic one is earlier.",
    ),
]
