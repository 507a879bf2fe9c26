"""All subnets at once give the same bits as one by one, for any input whatever."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reference.hand_made import Root, Subnet, state_of

from subtensor_spec.arithmetic import I64F64, I96F32, U64F64, U96F32
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.emission import block_emission, price_shares, root_sell
from subtensor_spec.chapters.emission.price import get_moving_alpha_price, moving_price_after
from subtensor_spec.chapters.emission.root_proportion import root_proportion
from subtensor_spec.chapters.emission.subnet_terms import get_subnet_terms
from subtensor_spec.chapters.revisions import flow_normalisation as normalisation
from subtensor_spec.chapters.revisions.flow_averages import FlowRecord, advanced_flow
from subtensor_spec.chapters.schedule.due import (
    blocks_until_next_auto_epoch,
    get_next_epoch_start_block,
    should_run_epoch,
)
from subtensor_spec.vectorised import schedule
from subtensor_spec.vectorised.emission import price as averages
from subtensor_spec.vectorised.emission import shares, terms
from subtensor_spec.vectorised.emission.subnets import SubnetArrays
from subtensor_spec.vectorised.revisions import flows
from subtensor_spec.vectorised.schedule import ScheduleArrays
from subtensor_spec.vectorised.words.integers import integers

ALL = 2**64 - 1


def bits(width: int, *, signed: bool = False) -> st.SearchStrategy[int]:
    """Numbers of every size up to the width, the limits among them."""
    low, high = (-(2 ** (width - 1)), 2 ** (width - 1) - 1) if signed else (0, 2**width - 1)
    sizes = st.integers(0, width).flatmap(lambda size: st.integers(max(low, -(2**size)), min(high, 2**size)))
    return st.one_of(st.sampled_from([low, 0, 1, 2**32, high]), sizes).filter(lambda value: low <= value <= high)


blocks = st.one_of(st.integers(0, 10**7), bits(64))
subnets: st.SearchStrategy[Subnet] = st.builds(
    Subnet,
    netuid=st.integers(0, 12),
    mechanism=st.sampled_from([0, 1, 1, 1, 2]),
    moving_price=st.one_of(st.integers(0, 2**34), bits(128, signed=True)).map(I96F32.from_bits),
    miner_burned=st.one_of(st.integers(0, 2**33), bits(128)).map(U96F32.from_bits),
    emission_enabled=st.sampled_from([True, True, False]),
    alpha_in=bits(64),
    alpha_out=bits(64),
    price=st.one_of(st.integers(0, 2**66), bits(128)).map(U64F64.from_bits),
    first_emission_block=st.none() | blocks,
    ema_price_halving_blocks=blocks,
)
distinct = st.lists(subnets, max_size=6, unique_by=lambda subnet: subnet.netuid)
schedules: st.SearchStrategy[Subnet] = st.builds(
    Subnet,
    tempo=st.integers(0, 65_535),
    last_epoch_block=blocks,
    pending_epoch_at=st.just(0) | blocks,
    blocks_since_last_step=st.integers(0, 60_000),
)
some = settings(deadline=None, max_examples=80)


def arrays(views: list[Subnet]) -> SubnetArrays:
    pairs = [(state_of([view]), NetUid(view.netuid)) for view in views]
    return SubnetArrays.gathered(pairs, [view.price for view in views])


def netuids(views: list[Subnet]) -> list[NetUid]:
    return [NetUid(view.netuid) for view in views]


def by_netuid(result: Any) -> dict[int, int]:
    netuids, values = result
    return dict(zip(netuids.tolist(), values, strict=True))


def in_bits(exact: Any) -> dict[int, int]:
    return {key: value.bits for key, value in exact.items()}


@given(st.lists(subnets, max_size=6), blocks, st.one_of(st.integers(0, 2**32), bits(128, signed=True)))
@some
def test_price_averages(views: list[Subnet], block: int, moving_alpha: int) -> None:
    """Averages and their updates have the same bits on both paths."""
    weight = I96F32.from_bits(moving_alpha)
    states = [(view, state_of([view], block=block, moving_alpha=weight), NetUid(view.netuid)) for view in views]
    stored = [get_moving_alpha_price(state, netuid).bits for _view, state, netuid in states]
    assert [*averages.average_prices(arrays(views))] == stored
    updated = averages.updated_moving_prices(arrays(views), block, moving_alpha)
    assert [*updated] == [moving_price_after(state, netuid, view.price).bits for view, state, netuid in states]


@given(distinct, st.one_of(st.integers(0, 2**64), bits(128)), st.booleans())
@some
def test_shares_and_emissions(views: list[Subnet], emission: int, doubled: bool) -> None:
    """Shares, emissions and root's flag have the same bits on both paths, with subnets listed twice too."""
    listed = views + views[:2] if doubled else views
    state = state_of(listed)
    by_price = shares.shares_by_price(arrays(listed))
    assert dict(zip([view.netuid for view in listed], by_price, strict=True)) == in_bits(
        price_shares.get_shares_price_ema(state, netuids(listed))
    )
    assert by_netuid(shares.shares(arrays(listed))) == in_bits(price_shares.get_shares(state, netuids(listed)))
    emissions = by_netuid(shares.subnet_block_emissions(arrays(listed), emission))
    exact = block_emission.get_subnet_block_emissions(state, netuids(listed), U96F32.from_bits(emission))
    assert emissions == in_bits(exact)
    assert shares.root_sell_flag(arrays(listed)) == root_sell.get_network_root_sell_flag(state, netuids(listed))


@given(distinct, st.lists(bits(128), min_size=6, max_size=6), bits(64), bits(64))
@some
def test_terms(views: list[Subnet], amounts: list[int], tao: int, weight: int) -> None:
    """Root proportions and all four terms have the same bits on both paths."""
    state = state_of(views)
    Root(tao, weight).put(state)
    given_root = integers([tao]), integers([weight])
    proportions = terms.root_proportions(arrays(views), *given_root)
    assert [*proportions] == [root_proportion(state, netuid).bits for netuid in netuids(views)]
    emissions = {NetUid(view.netuid): U96F32.from_bits(amount) for view, amount in zip(views, amounts, strict=False)}
    prices = {NetUid(view.netuid): view.price for view in views}
    exact = get_subnet_terms(state, emissions, lambda _state, netuid: prices[netuid])
    found = terms.terms(arrays(views), integers(amounts[: len(views)]), *given_root)
    for name in ("tao_in", "alpha_in", "alpha_out", "excess_tao"):
        expected = [getattr(exact[NetUid(view.netuid)], name).bits for view in views]
        assert [*getattr(found, name)] == expected, name


@given(
    st.lists(
        st.builds(
            FlowRecord,
            bits(64, signed=True),
            st.none() | st.tuples(st.integers(0, 3), bits(128, signed=True).map(I64F64.from_bits)),
        ),
        max_size=5,
    ),
    st.integers(0, 3),
    bits(64),
    bits(128, signed=True),
)
@some
def test_flow_averages(records: list[FlowRecord], block: int, smoothing: int, cutoff: int) -> None:
    """Flow averages and their lower limit have the same bits on both paths."""
    found = flows.advanced_flows(flows.FlowArrays.from_records(records), block, smoothing)
    exact = [advanced_flow(record, block, smoothing) for record in records]
    assert [*found.flow] == [record.flow for record in exact]
    assert found.has_average.tolist() == [record.average is not None for record in exact]
    assert [*zip(found.block, found.average, strict=True)] == [
        (record.last[0], record.last[1].bits) for record in exact
    ]
    limit = normalisation.lower_limit([record.last[1] for record in exact], I64F64.from_bits(cutoff))
    assert flows.lower_limit(found.average, cutoff) == limit.bits


@given(st.lists(bits(128), max_size=6))
@some
def test_flow_scales(values: list[int]) -> None:
    """Scaled flows and estimated powers have the same bits on both paths."""
    exact = [U64F64.from_bits(value) for value in values]
    assert [*flows.scaled(integers(values))] == [*in_bits(normalisation.scaled(dict(enumerate(exact)))).values()]
    estimates = [normalisation.power_estimate(value).bits for value in exact]
    assert [*flows.power_estimates(integers(values))] == estimates


@given(st.lists(bits(128), max_size=6), st.one_of(st.integers(0, 2**66), bits(128)))
@some
def test_flow_powers(values: list[int], exponent: int) -> None:
    """Powers and normalised flows have the same bits on both paths, where logarithm or exponential fail too."""
    exact = [U64F64.from_bits(value) for value in values]
    power = U64F64.from_bits(exponent)
    powers = [normalisation.safe_power(value, power).bits for value in exact]
    assert [*flows.safe_powers(integers(values), integers([exponent]))] == powers
    normalised = normalisation.power_normalised(dict(enumerate(exact)), power)
    assert [*flows.power_normalised(integers(values), exponent)] == [*in_bits(normalised).values()]


@given(st.lists(schedules, max_size=6), blocks)
@some
def test_schedules(views: list[Subnet], block: int) -> None:
    """Due epochs, next epochs and blocks left are the same on both paths, at the end of 64 bits too."""
    states, netuid = [state_of([view]) for view in views], NetUid(1)
    found = ScheduleArrays.gathered([(state, netuid) for state in states])
    now = np.array([block], dtype=np.uint64)
    assert schedule.epochs_are_due(found, now).tolist() == [should_run_epoch(state, netuid, block) for state in states]
    nearest, exists = schedule.next_epoch_blocks(found)
    expected = [get_next_epoch_start_block(state, netuid) for state in states]
    assert [value if some else None for value, some in zip(nearest.tolist(), exists, strict=True)] == expected
    left = schedule.blocks_until_next_automatic_epochs(found.last_epoch_block, found.tempo, now)
    assert left.tolist() == [
        blocks_until_next_auto_epoch(state, netuid, view.tempo, block)
        for state, view in zip(states, views, strict=True)
    ]
