"""The two paths agree on every epoch: on inputs far outside anything observed, in every intermediate value by uid."""

from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import FixedPoint
from subtensor_spec.bench.workload import MODES, epoch_input
from subtensor_spec.chapters.consensus import EpochInput
from subtensor_spec.chapters.consensus import run_epoch as run_exact
from subtensor_spec.chapters.consensus.epoch_input import Row
from subtensor_spec.vectorised.consensus import EpochArrays, compact, general, run_epoch, run_epoch_arrays
from subtensor_spec.vectorised.consensus.compact import parts
from subtensor_spec.wire.epoch.encoding import output_to_json, persisted_to_json

U64_MAX = 2**64 - 1
U16 = st.integers(0, 65535) | st.sampled_from([0, 1, 32767, 32768, 65534, 65535])
U64 = st.integers(0, U64_MAX) | st.sampled_from([0, 1, 2**31, 2**32, 2**62, 2**63 - 1, 2**63, U64_MAX])
STAKES = [st.integers(0, 10**14), U64, st.sampled_from([0, 0, 1, 2]), st.sampled_from([0, 2**61, 2**62, 2**63 - 1])]


def sorted_row(n: int) -> st.SearchStrategy[Row]:
    return st.dictionaries(st.integers(0, max(n - 1, 0)), U16, max_size=n).map(lambda row: sorted(row.items()))


def any_row(n: int) -> st.SearchStrategy[Row]:
    """Unsorted, with repeated and unknown uids."""
    return st.lists(st.tuples(st.integers(0, n + 1) | st.just(65535), U16), max_size=n + 3)


def full_row(n: int) -> st.SearchStrategy[Row]:
    return st.lists(U16, min_size=n, max_size=n).map(lambda values: list(enumerate(values)))


@st.composite
def epochs(draw: st.DrawFn, ordinary: bool = False) -> EpochInput:
    """Draw an epoch: anything a u16 or u64 can hold, or with ``ordinary`` sorted rows and stakes that make shares."""
    n = draw(st.integers(0, 8))
    row = (
        st.one_of(sorted_row(n), full_row(n)) if ordinary else draw(st.sampled_from([sorted_row, any_row, full_row]))(n)
    )
    block = draw(st.integers(0, 10**6) | U64)
    near = st.integers(-3, 3).map(lambda offset: max(0, min(U64_MAX, block + offset))) | st.just(0) | U64
    recent = st.just(max(block - 1, 0))
    stake = STAKES[0] if ordinary else draw(st.sampled_from(STAKES))

    def by_uid(item: st.SearchStrategy[Any], exact: bool = True) -> list[Any]:
        spare = 0 if exact or ordinary else draw(st.integers(-2, 2))
        length = max(n + spare, 0)
        return draw(st.lists(item, min_size=length, max_size=length))

    queue = st.lists(st.tuples(st.integers(97, 101) | U64, near), max_size=3)
    return EpochInput(
        n=n,
        current_block=block,
        tempo=draw(U16),
        activity_cutoff_factor_milli=draw(st.sampled_from([0, 1, 13_889, 2**32 - 1])),
        last_update=by_uid(recent if ordinary else recent | near, exact=False),
        block_at_registration=by_uid(st.just(0) | near),
        last_mechanism_step_block=draw(st.just(0) | near),
        alpha_stake=by_uid(stake),
        tao_stake=by_uid(stake | st.just(0)),
        tao_weight=draw(st.sampled_from([0, 3_320_413_933_267_719_290, U64_MAX]) | U64),
        stake_threshold=draw(st.just(0) | U64),
        validator_permit=by_uid(st.booleans() | st.just(True), exact=False),
        max_allowed_validators=draw(st.sampled_from([0, 1, 2, n, 65535])),
        owner_uid=draw(st.none() | st.integers(0, n + 1) | st.just(65535)),
        weights=by_uid(row, exact=False),
        bonds=by_uid(row, exact=False),
        kappa=draw(U16),
        bonds_penalty=draw(U16),
        bonds_moving_average=draw(st.sampled_from([0, 900_000, 1_000_000, 1_000_001]) | U64),
        liquid_alpha=draw(st.booleans()),
        alpha_low=draw(U16),
        alpha_high=draw(U16),
        alpha_sigmoid_steepness=draw(
            st.sampled_from([1000, 0, 4000, 4001, 32767, -32768]) | st.integers(-32768, 32767)
        ),
        yuma3=draw(st.booleans()),
        commit_reveal=draw(st.booleans()),
        reveal_period=draw(st.integers(0, 3) | U64),
        epoch_index=draw(st.just(100) | U64),
        epoch_due=draw(st.booleans()),
        weight_commits=[(uid, draw(queue)) for uid in range(draw(st.integers(0, n + 1)))],
        timelocked_commits=[(100, draw(st.lists(st.tuples(st.integers(0, n), near), max_size=2)))],
        rao_emission=draw(st.sampled_from([0, 1, 148 * 10**9]) | U64),
    )


def bits(value: Any) -> Any:
    if isinstance(value, list):
        return [bits(item) for item in value]
    return value.bits if isinstance(value, FixedPoint) else value


def assert_paths_agree(epoch: EpochInput) -> None:
    exact, found = run_exact(epoch), run_epoch(epoch)
    for name, value in found.stages.by_name().items():
        assert value == bits(getattr(exact.stages, name)), name
    assert output_to_json(found) == output_to_json(exact)
    assert persisted_to_json(found) == persisted_to_json(exact)


@given(epoch=epochs())
@settings(max_examples=250)
def test_the_paths_agree_on_inputs_of_any_kind(epoch: EpochInput) -> None:
    """Totals that wrap, sums that saturate, short vectors, rows of uids that do not exist: nothing may differ."""
    assert_paths_agree(epoch)


@given(epoch=epochs(ordinary=True))
@settings(max_examples=200)
def test_the_paths_agree_on_ordinary_inputs(epoch: EpochInput) -> None:
    """Most of these take the table."""
    assert_paths_agree(epoch)


@given(epoch=epochs(ordinary=True), cells=st.integers(1, 20))
@settings(max_examples=80)
def test_the_size_of_a_tables_parts_changes_nothing(epoch: EpochInput, cells: int) -> None:
    """Parts of a single column, or of all, give the same bits."""
    with patch.object(parts, "PART_CELLS", cells):
        assert_paths_agree(epoch)


@given(epoch=epochs(ordinary=True))
@settings(max_examples=60)
def test_sparse_rows_give_what_the_table_gives(epoch: EpochInput) -> None:
    """The general form is right for ordinary inputs too, so that it may take over at any time."""
    with patch.object(compact, "agree", lambda *_arguments: None):
        assert_paths_agree(epoch)


@pytest.mark.parametrize("mode", MODES)
def test_the_paths_agree_on_the_benchmarks_epoch(mode: str) -> None:
    """What is timed is right: 64 validators with a weight and a bond on each of 96 neurons."""
    assert_paths_agree(epoch_input(96, mode))


@pytest.mark.parametrize("mode", MODES)
def test_the_benchmarks_epoch_takes_the_table(mode: str) -> None:
    """Otherwise the bench would time the slower form."""
    with patch.object(general, "agree", side_effect=AssertionError):
        run_epoch(epoch_input(96, mode))


@given(epoch=epochs())
@settings(max_examples=25)
@example(epoch=epoch_input(4, "yuma3-liquid-alpha"))
def test_an_epoch_leaves_its_input_alone(epoch: EpochInput) -> None:
    """The same arrays give the same outcome again, so that they can be kept."""
    arrays = EpochArrays.from_input(epoch)
    first = output_to_json(run_epoch(epoch))
    for array in (arrays.weights.values, arrays.bonds.values, arrays.alpha_stake, arrays.validator_permit):
        array.flags.writeable = False
    assert output_to_json(run_epoch_arrays(arrays)) == first
    assert output_to_json(run_epoch_arrays(arrays)) == first
    assert np.array_equal(arrays.block_at_registration, EpochArrays.from_input(epoch).block_at_registration)
