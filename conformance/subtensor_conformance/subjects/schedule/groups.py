"""Groups of the schedule: when an epoch is due, and when the next one is expected."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.subjects.common.groups import of_subnet

LONGEST_SILENCE = 50_400

DUE = [
    Group(
        "tempo-zero",
        lambda row: of_subnet(row, row.values[1], "tempo") == 0,
        why="A tempo of zero means never, whatever else is set.",
        catches="An epoch in every block; letting a pending epoch run.",
        tier="smoke",
    ),
    Group(
        "pending",
        lambda row: of_subnet(row, row.values[1], "pending_epoch_at") > 0,
        why="An epoch is pending: it is due from that block on.",
        catches="Only in exactly that block; taking a pending block of zero for one that has come.",
    ),
    Group(
        "long-silence",
        lambda row: abs(of_subnet(row, row.values[1], "blocks_since_last_step") - LONGEST_SILENCE) <= 1,
        why="The last step lies as far back as is tolerated, or a block more or less.",
        catches=">= where production has >.",
        tier="smoke",
    ),
    Group(
        "at-tempo",
        lambda row: (
            abs(
                row.values[2]
                - of_subnet(row, row.values[1], "last_epoch_block")
                - of_subnet(row, row.values[1], "tempo")
            )
            <= 1
        ),
        why="A tempo has passed since the last epoch, or a block more or less.",
        catches="> where production has >=, which is the old tempo of 361 blocks.",
        tier="smoke",
    ),
    Group(
        "last-in-future",
        lambda row: of_subnet(row, row.values[1], "last_epoch_block") > row.values[2],
        why="The last epoch lies in the future by its record: no block has passed.",
        catches="Wrapping below zero.",
    ),
    Group("ordinary", anything, why="Blocks since the last epoch against the tempo.", catches="The old modulo rule."),
]

BLOCKS_LEFT = [
    Group(
        "tempo-zero",
        lambda row: row.values[2] == 0,
        why="A tempo of zero: no automatic epoch, and the answer is the greatest u64.",
        catches="Answering zero.",
        tier="smoke",
    ),
    Group(
        "overdue",
        lambda row: of_subnet(row, row.values[1], "last_epoch_block") + row.values[2] <= row.values[3],
        why="The automatic epoch is due or overdue: no blocks are left.",
        catches="Wrapping below zero.",
    ),
    Group("ordinary", anything, why="Last epoch plus tempo less now.", catches="Counting a pending epoch."),
]

NEXT = [
    Group(
        "tempo-zero",
        lambda row: of_subnet(row, row.values[1], "tempo") == 0,
        why="A tempo of zero: there is no next epoch.",
        catches="A pending epoch for an answer.",
        tier="smoke",
    ),
    Group(
        "pending",
        lambda row: of_subnet(row, row.values[1], "pending_epoch_at") > 0,
        why="An epoch is pending: it is the next one if it comes before the automatic one.",
        catches="The later of both.",
    ),
    Group("automatic", anything, why="Last epoch plus tempo, also if that has passed.", catches="Adding one."),
]

GROUPS: dict[str, list[Group]] = {
    "coinbase.should_run_epoch": DUE,
    "coinbase.blocks_until_next_auto_epoch": BLOCKS_LEFT,
    "coinbase.get_next_epoch_start_block": NEXT,
}
"""The groups of each function by its published name."""
