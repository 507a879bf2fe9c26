"""Bonds under both kinds of Yuma, liquid alpha, and dividends."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus import EpochInput, run_epoch
from subtensor_spec.chapters.consensus.steps.bonds import (
    bonds_in_current_neurons,
    first_block_of_bonds,
    get_bonds_sparse,
    get_bonds_sparse_fixed_proportion,
)
from subtensor_spec.chapters.consensus.steps.liquid_alpha import liquid_alpha_acts, walked
from subtensor_spec.chapters.consensus.steps.yuma2 import share_of_new_bonds
from subtensor_spec.chapters.consensus.steps.yuma3 import compute_disabled_liquid_alpha
from subtensor_spec.wire.epoch.example import worked_example

ONE = 1 << 32
U64_MAX = 2**64 - 1


@pytest.fixture(name="epoch")
def example() -> EpochInput:
    return worked_example()


def number(bits: int) -> I32F32:
    return I32F32.from_bits(bits)


def test_bonds_in_uids_that_do_not_exist_are_read() -> None:
    """Unlike weights."""
    assert [[column for column, _ in row] for row in get_bonds_sparse([[(9, 1), (0, 2)]], 2)] == [[9, 0], []]
    (row,) = get_bonds_sparse_fixed_proportion([[(0, 65535), (0, 1)]], 1)
    assert [value.bits for _, value in row] == [ONE, 65537]


def test_bonds_are_kept_in_neurons_registered_up_to_the_last_epoch(epoch: EpochInput) -> None:
    """In the block of that epoch still, in the one after no more."""
    given = replace(epoch, last_mechanism_step_block=100, block_at_registration=[100, 101, 0, 0, 0])
    rows = get_bonds_sparse([[(0, 1), (1, 1), (9, 1)]], 5)
    assert [column for column, _ in bonds_in_current_neurons(rows, given)[0]] == [0, 9]


def test_without_an_epoch_on_record_a_tempo_back_stands_for_it() -> None:
    assert first_block_of_bonds(0, 1000, 360) == 640
    assert first_block_of_bonds(0, 100, 360) == 0
    assert first_block_of_bonds(700, 1000, 360) == 701
    assert first_block_of_bonds(U64_MAX, 1000, 360) == U64_MAX


def test_a_first_block_of_zero_removes_all_bonds_even_in_missing_uids(epoch: EpochInput) -> None:
    """Nobody registered before block 0, and a missing registration reads as block 0."""
    given = replace(epoch, last_mechanism_step_block=0, current_block=100)
    assert bonds_in_current_neurons(get_bonds_sparse([[(0, 1), (9, 1)]], 5), given)[0] == []


def test_the_usual_moving_average_gives_a_tenth() -> None:
    """A little over, since what stays is rounded down."""
    assert share_of_new_bonds(900_000).bits == 429496730 == ONE // 10 + 1
    assert compute_disabled_liquid_alpha(900_000).bits == 429496730


@given(st.integers(0, 2**31 * 10**6 - 1))
def test_both_kinds_of_yuma_read_a_moving_average_alike_below_two_to_the_31(millionths: int) -> None:
    assert share_of_new_bonds(millionths) == compute_disabled_liquid_alpha(millionths)


def test_beyond_that_yuma_2_saturates_and_yuma_3_wraps() -> None:
    assert share_of_new_bonds(U64_MAX).bits == ONE - I32F32.MAX_BITS
    assert compute_disabled_liquid_alpha(U64_MAX).bits == ONE + 4295
    assert compute_disabled_liquid_alpha(2**32 * 10**6) == I32F32.ONE


def test_a_walk_finds_the_first_of_repeated_entries_and_none_it_has_passed() -> None:
    row = [(1, number(10)), (1, number(11)), (4, number(12)), (2, number(13)), (5, number(14))]
    assert [value.bits for value in walked(row, 6)] == [0, 10, 0, 0, 12, 14]
    assert [value.bits for value in walked(row[2:], 3)] == [0, 0, 0]


def test_liquid_alpha_needs_the_switch_and_some_consensus(epoch: EpochInput) -> None:
    on = replace(epoch, liquid_alpha=True)
    assert liquid_alpha_acts(on, [I32F32.ZERO, number(1)])
    assert not liquid_alpha_acts(on, [I32F32.ZERO])
    assert not liquid_alpha_acts(on, [])
    assert not liquid_alpha_acts(epoch, [number(1)])


def test_liquid_alpha_changes_nothing_under_yuma_2(epoch: EpochInput) -> None:
    plain = replace(epoch, yuma3=False)
    assert run_epoch(replace(plain, liquid_alpha=True)).output == run_epoch(plain).output


def test_liquid_alpha_drops_a_bond_without_a_weight(epoch: EpochInput) -> None:
    """Without it the bond fades by a tenth."""
    given = replace(epoch, bonds=[[(1, 65535), (3, 65535)], [], [], [], []])
    faded = run_epoch(given).output[0].bond
    dropped = run_epoch(replace(given, liquid_alpha=True)).output[0].bond
    assert dict(faded)[1] == 58981
    assert 1 not in dict(dropped)


def test_yuma_2_stores_bonds_with_a_greatest_of_65535_in_each_server(epoch: EpochInput) -> None:
    bonds = [terms.bond for terms in run_epoch(replace(epoch, yuma3=False)).output]
    servers = {server for row in bonds for server, _ in row}
    assert servers == {2, 3, 4}
    assert all(max(dict(row).get(server, 0) for row in bonds) == 65535 for server in servers)


def test_bonds_are_lost_with_the_permit(epoch: EpochInput) -> None:
    """Only the two with most stake and the owner keep theirs; the row of anybody else is stored empty."""
    result = run_epoch(replace(epoch, max_allowed_validators=1))
    assert [bool(row) for row in result.persisted.mechanism.bonds] == [True, False, True, False, False]


def test_a_bond_that_rounds_to_zero_is_stored_as_zero(epoch: EpochInput) -> None:
    given = replace(epoch, bonds=[[(1, 1)], [], [], [], []], weights=[[], [], [], [], []])
    assert run_epoch(given).output[0].bond == [(1, 0)]


@given(st.integers(0, 65535))
def test_the_penalty_moves_weights_for_bonds_from_full_to_clipped(penalty: int) -> None:
    stages = run_epoch(replace(worked_example(), bonds_penalty=penalty)).stages
    for mixed, full, clipped in zip(
        stages.weights_for_bonds, stages.weights, stages.clipped_weights, strict=True
    ):
        for server, weight in mixed:
            least = dict(clipped).get(server, I32F32.ZERO)
            assert least.bits - 1 <= weight.bits <= dict(full)[server].bits
