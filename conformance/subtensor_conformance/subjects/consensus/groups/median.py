"""Groups of the weighted median."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.subjects.consensus.groups.shapes import ONE, names_column_beyond, repeats_column


def _meets_minority(stake: list[int], score: list[int], minority: int, low: int) -> bool:
    """Return whether the stake below some score is exactly the minority, so that < and <= differ."""
    below = {
        low + sum(weight for weight, other in zip(stake, score, strict=False) if other < value) for value in set(score)
    }
    return minority in below


MEDIAN = [
    Group(
        "lengths-differ",
        lambda row: len(row.values[0]) != len(row.values[1]),
        why="Stake and scores have different lengths: the answer is zero.",
        catches="Failing, or using the part that both have.",
    ),
    Group(
        "nobody",
        lambda row: not row.values[2],
        why="Nobody votes: the answer is zero.",
        catches="Failing for want of a middle.",
    ),
    Group(
        "one-voter",
        lambda row: len(row.values[2]) == 1,
        why="One voter is left: its score is the answer, whatever its stake.",
        catches="Asking for its stake to pass the minority.",
    ),
    Group(
        "stake-meets-minority",
        lambda row: _meets_minority(row.values[0], row.values[1], row.values[3], row.values[4]),
        why="The stake below some score is exactly the minority: < on one side and <= on the other decide.",
        catches="< for <= or the other way round.",
        tier="smoke",
    ),
    Group(
        "tied-scores",
        lambda row: len(set(row.values[1])) < len(row.values[1]),
        why="Several voters give the same score: they stand together at the pivot.",
        catches="Counting equal scores as lower or as higher.",
    ),
    Group(
        "ordinary",
        anything,
        why="The middle of the list splits it, and stake decides in which part the median lies.",
        catches="An interpolated median, or the lower where the upper one is due.",
    ),
]


def _voters(row: Row) -> int:
    return sum(stake > 0 for stake in row.values[0])


MEDIAN_COLUMNS = [
    Group(
        "no-columns",
        lambda row: row.values[2] == 0,
        why="There are no columns: the answer is empty.",
        catches="Failing.",
    ),
    Group(
        "no-stake",
        lambda row: _voters(row) == 0,
        why="Nobody has stake above zero: every median is zero.",
        catches="Dividing by a sum of zero, or counting negative stake.",
        tier="smoke",
    ),
    Group(
        "column-beyond",
        lambda row: names_column_beyond(row.values[1], row.values[2]),
        why="Scores in columns that do not exist are ignored.",
        catches="Failing, or more medians than columns.",
    ),
    Group(
        "rows-differ",
        lambda row: len(row.values[0]) != len(row.values[1]),
        why="There are more stakes than rows or fewer: stake without a row votes zero.",
        catches="Failing, or leaving such stake out of the vote.",
    ),
    Group(
        "repeated-column",
        lambda row: repeats_column(row.values[1]),
        why="A row scores a column twice: the last entry counts.",
        catches="Adding both.",
    ),
    Group(
        "majority-outside",
        lambda row: not 0 < row.values[3] < ONE,
        why="A majority of zero, of one or beyond: all stake or none must support a median.",
        catches="Bringing the majority into the open interval.",
    ),
    Group(
        "one-voter",
        lambda row: _voters(row) == 1,
        why="One validator alone: its weights are the consensus, missing ones count as zero.",
        catches="Needing two voters.",
    ),
    Group(
        "equal-stakes",
        lambda row: len({stake for stake in row.values[0] if stake > 0}) == 1,
        why="All stakes are equal: halves and thirds fall at or beside the majority, and rounding decides.",
        catches="Comparing with <= where production has <, or unrounded shares.",
        tier="smoke",
    ),
    Group(
        "ordinary",
        anything,
        why="The median of each column over rows with stake, the missing entries scoring zero.",
        catches="Leaving missing entries out of the vote.",
    ),
]


GROUPS: dict[str, list[Group]] = {
    "weighted_median": MEDIAN,
    "weighted_median_col_sparse": MEDIAN_COLUMNS,
}
"""The groups of each function by the last part of its name."""
