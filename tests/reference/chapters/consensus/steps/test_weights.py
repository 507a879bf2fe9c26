"""Which stored weights count: permits, self-weights, registrations and open commits."""

from dataclasses import replace

import pytest

from subtensor_spec.chapters.consensus.commits import (
    NO_COMMIT,
    current_epoch,
    earliest_commit_blocks,
    is_commit_expired,
)
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.matrix.shapes import Sparse
from subtensor_spec.chapters.consensus.steps.weights import (
    get_weights_sparse,
    read_weights,
    weights_before_commit,
    weights_for_current_neurons,
    weights_of_validators,
    weights_without_self,
)
from subtensor_spec.wire.epoch.example import worked_example

U64_MAX = 2**64 - 1


def columns(matrix: Sparse) -> list[list[int]]:
    return [[column for column, _ in row] for row in matrix]


@pytest.fixture(name="epoch")
def example() -> EpochInput:
    return worked_example()


def test_weights_are_read_for_existing_uids_in_stored_order() -> None:
    stored = [[(1, 5), (0, 0), (2, 9), (1, 6)], [], [(0, 1)]]
    weights = get_weights_sparse(stored, 2)
    assert [[(column, value.bits >> 32) for column, value in row] for row in weights] == [[(1, 5), (0, 0), (1, 6)], []]
    assert columns(get_weights_sparse([], 2)) == [[], []]


def test_only_rows_with_a_stored_permit_count() -> None:
    rows = get_weights_sparse([[(1, 1)], [(0, 1)], [(0, 1)]], 3)
    assert columns(weights_of_validators(rows, [True, False])) == [[1], [], []]
    assert columns(weights_of_validators(rows, [])) == [[], [], []]


def test_only_the_owner_may_weigh_itself() -> None:
    rows = get_weights_sparse([[(0, 1), (1, 1)], [(0, 1), (1, 1)]], 2)
    assert columns(weights_without_self(rows, None)) == [[1], [0]]
    assert columns(weights_without_self(rows, 0)) == [[0, 1], [0]]


def test_a_weight_from_the_block_of_registration_is_outdated() -> None:
    rows = get_weights_sparse([[(1, 1)]], 2)
    assert columns(weights_for_current_neurons(rows, [5, 0], [0, 4]))[0] == [1]
    assert columns(weights_for_current_neurons(rows, [5, 0], [0, 5]))[0] == []


def test_a_neuron_without_any_update_has_no_weights_that_count() -> None:
    """Its last update reads as block 0, and no registration is earlier."""
    rows = get_weights_sparse([[(1, 1)]], 2)
    assert columns(weights_for_current_neurons(rows, [0, 0], [0, 0]))[0] == []


def test_a_commit_expires_after_its_reveal_period() -> None:
    assert not is_commit_expired(10, 2, 12)
    assert is_commit_expired(10, 2, 13)
    assert not is_commit_expired(U64_MAX, 2, U64_MAX)


def test_commits_are_judged_by_the_next_epoch_while_one_is_due() -> None:
    assert current_epoch(7, False) == 7
    assert current_epoch(7, True) == 8
    assert current_epoch(U64_MAX, True) == U64_MAX


def test_the_first_open_hash_commit_counts_even_if_a_later_one_is_earlier(epoch: EpochInput) -> None:
    commits = [(0, [(1, 900), (20000, 500), (20000, 400)]), (1, [(1, 900)])]
    given = replace(epoch, weight_commits=commits, timelocked_commits=[])
    assert earliest_commit_blocks(given) == [500, *[NO_COMMIT] * 4]


def test_the_earliest_of_all_open_timelocked_commits_counts(epoch: EpochInput) -> None:
    timelocked = [(19999, [(0, 90)]), (20000, [(0, 300), (0, 200), (9, 1)]), (20001, [(0, 250)])]
    given = replace(epoch, weight_commits=[(0, [(20000, 400)])], timelocked_commits=timelocked)
    assert earliest_commit_blocks(given) == [200, *[NO_COMMIT] * 4]


def test_an_open_commit_removes_weights_on_later_registrations_only(epoch: EpochInput) -> None:
    """The target may register in the very block of the commit."""
    rows = get_weights_sparse([[(1, 1), (2, 1), (3, 1)]], 5)
    given = replace(
        epoch,
        block_at_registration=[0, 499, 500, 501, 0],
        weight_commits=[(0, [(20000, 500)])],
        timelocked_commits=[],
    )
    assert columns(weights_before_commit(rows, given))[0] == [1, 2]


def test_commits_mask_nothing_where_commit_reveal_is_off(epoch: EpochInput) -> None:
    permits, updates = [True] * 5, [7_199_900] * 5
    with_mask = read_weights(epoch, permits, updates)
    without = read_weights(replace(epoch, commit_reveal=False), permits, updates)
    assert columns(with_mask.weights)[2] == [2, 3]
    assert columns(without.weights)[2] == [2, 3, 4]


def test_what_is_left_of_each_row_becomes_shares(epoch: EpochInput) -> None:
    weights = read_weights(epoch, [True] * 5, [7_199_900] * 5).weights
    assert [(column, value.to_decimal()) for column, value in weights[0]] == [(3, "0.75"), (4, "0.25")]
