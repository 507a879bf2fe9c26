"""When an epoch is computed on a table, and when not."""

from dataclasses import replace

import numpy as np
import pytest

from subtensor_spec.bench.workload import epoch_input
from subtensor_spec.chapters.consensus import EpochInput
from subtensor_spec.vectorised.consensus import EpochArrays, compact
from subtensor_spec.vectorised.consensus.activity import inactive_neurons, new_permits, with_owner
from subtensor_spec.vectorised.consensus.compact.parts import parts
from subtensor_spec.vectorised.consensus.compact.table import FREE_CELLS, table_of
from subtensor_spec.vectorised.consensus.stake import active_stake, stake_shares, total_stake
from subtensor_spec.vectorised.consensus.stored import StoredRows

N = 12
ORDINARY = epoch_input(N, "yuma3")
ROW = ORDINARY.weights[0]


def takes_the_table(epoch: EpochInput) -> bool:
    arrays = EpochArrays.from_input(epoch)
    stake = stake_shares(total_stake(arrays), arrays)
    permits = with_owner(arrays.validator_permit, arrays.owner_uid)
    active = active_stake(stake, inactive_neurons(arrays), permits)
    return compact.agree(arrays, active, permits, new_permits(stake, arrays)) is not None


def test_an_ordinary_epoch_takes_the_table() -> None:
    """Also without any weight or bond, and with entries of uids that do not exist at the end of a row."""
    assert takes_the_table(ORDINARY)
    assert takes_the_table(replace(ORDINARY, weights=[], bonds=[]))
    assert takes_the_table(replace(ORDINARY, weights=[[*ROW, (N, 1), (65535, 2)]]))


BACKWARD = {"weights": [ROW[::-1]]}
BONDS_BACKWARD = {"bonds": [ROW[::-1]]}
LIQUID = {"yuma3": True, "liquid_alpha": True}


@pytest.mark.parametrize(
    "changes",
    [BACKWARD | BONDS_BACKWARD, BACKWARD | BONDS_BACKWARD | {"yuma3": False}, BACKWARD | LIQUID | {"bonds_penalty": 1}],
    ids=["Yuma 3", "Yuma 2", "liquid alpha on a mixture"],
)
def test_the_order_of_a_row_does_not_matter_to_most_epochs(changes: dict[str, object]) -> None:
    """Validators may store their weights in any order."""
    assert takes_the_table(replace(ORDINARY, **changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"weights": [[(1, 5), (1, 6)]]},
        {"bonds": [[(1, 5), (2, 6), (1, 5)]]},
        BACKWARD | LIQUID | {"bonds_penalty": 0},
        BACKWARD | LIQUID | {"bonds_penalty": 65535},
        BONDS_BACKWARD | LIQUID | {"bonds_penalty": 1},
        {"bonds_moving_average": 1_000_001},
        {"alpha_stake": [2**63 - 1, 2**63 - 1] + [0] * (N - 2)},
    ],
    ids=[
        "repeated",
        "repeated bond",
        "full weights out of order",
        "clipped weights out of order",
        "bonds out of order",
        "negative alpha",
        "negative total",
    ],
)
def test_an_epoch_outside_the_bounds_does_not_take_the_table(changes: dict[str, object]) -> None:
    """Each bound that the table and its kernels rely on is checked."""
    assert not takes_the_table(replace(ORDINARY, **changes))


def test_an_epoch_without_neurons_does_not() -> None:
    """There is nothing to gain."""
    empty = {name: [] for name in ("last_update", "block_at_registration", "alpha_stake", "tao_stake")}
    assert not takes_the_table(replace(ORDINARY, n=0, **empty))


def test_a_large_and_almost_empty_table_is_not_made() -> None:
    """Many rows with one entry each are better kept as they are."""
    n = 400
    assert n * n > FREE_CELLS
    wide = epoch_input(n, "yuma3")
    lonely = replace(wide, validator_permit=[True] * n, weights=[[((uid + 1) % n, 1)] for uid in range(n)], bonds=[])
    arrays = EpochArrays.from_input(lonely)
    assert table_of(arrays, arrays.validator_permit) is None
    assert takes_the_table(wide)


def test_parts_cover_every_column_once() -> None:
    """Whatever the numbers of rows and columns."""
    for rows, columns in ((0, 5), (1, 1), (64, 4096), (40_000, 3), (64, 0)):
        covered = [column for part in parts(rows, columns) for column in range(part.start, part.stop)]
        assert covered == list(range(columns))


def test_stored_rows_keep_their_entries() -> None:
    """Conversion to arrays and back, taking the first rows, and emptying some."""
    rows = [[(3, 7), (1, 65535)], [], [(65535, 0)], [(2, 2)]]
    stored = StoredRows.from_lists(rows)
    assert stored.to_lists() == rows
    assert stored.first_rows(6).to_lists() == [*rows, [], []]
    assert stored.first_rows(2).to_lists() == rows[:2]
    assert stored.only(np.array([False, True, True, False])).to_lists() == [[], [], [(65535, 0)], []]


@pytest.mark.parametrize(
    ("rows", "ascending"),
    [
        ([], True),
        ([[], []], True),
        ([[(1, 0)], [(0, 0), (2, 0)]], True),
        ([[(5, 0)], [], [(5, 0)]], True),
        ([[(1, 0), (1, 0)]], False),
        ([[(0, 0)], [(2, 0), (1, 0)]], False),
    ],
)
def test_which_rows_are_sorted_without_repetition(rows: list[list[tuple[int, int]]], ascending: bool) -> None:
    """Only neighbours within a row are compared."""
    assert StoredRows.from_lists(rows).ascending() == ascending
