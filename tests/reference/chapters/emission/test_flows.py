"""Flows of TAO are counted, and saturate."""

import pytest

from subtensor_spec.chain.items.pools import SubnetProtocolFlow, SubnetTaoFlow
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Map
from subtensor_spec.chain.types import NetUid, TaoBalance
from subtensor_spec.chapters.emission import flows

NETUID = NetUid(3)
MOST = 2**63 - 1
KINDS = [
    (SubnetTaoFlow, flows.record_tao_inflow, flows.record_tao_outflow, flows.reset_tao_outflow),
    (SubnetProtocolFlow, flows.record_protocol_inflow, flows.record_protocol_outflow, flows.reset_protocol_flow),
]


@pytest.mark.parametrize(("item", "bring", "take", "reset"), KINDS)
def test_what_comes_and_goes_is_one_number(item: Map[NetUid, int], bring, take, reset) -> None:  # type: ignore[no-untyped-def]
    """It may be negative, and is removed when it was read."""
    state = State()
    bring(state, NETUID, TaoBalance(5))
    take(state, NETUID, TaoBalance(8))
    assert item.get(state, NETUID) == -3
    reset(state, NETUID)
    assert not item.contains(state, NETUID)


@pytest.mark.parametrize(("item", "bring", "take", "reset"), KINDS)
def test_the_limits_of_64_bits_hold(item: Map[NetUid, int], bring, take, reset) -> None:  # type: ignore[no-untyped-def]
    """Both ends saturate, and an amount above the greatest i64 counts as negative."""
    state = State()
    for _ in range(2):
        bring(state, NETUID, TaoBalance(MOST))
    assert item.get(state, NETUID) == MOST
    bring(state, NETUID, TaoBalance(2**64 - 1))
    assert item.get(state, NETUID) == MOST - 1
    for _ in range(4):
        take(state, NETUID, TaoBalance(MOST))
    assert item.get(state, NETUID) == -MOST - 1
