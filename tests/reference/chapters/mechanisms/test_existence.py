"""Which mechanisms exist, and what a storage index stands for."""

from collections.abc import Callable

import pytest

from subtensor_spec.chain.items.consensus import MechanismCountCurrent
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import MechId, NetUid, NetUidStorageIndex
from subtensor_spec.chapters.mechanisms.existence import ensure_mechanism_exists, get_netuid_and_subid

Refusal = Callable[[Callable[[], object]], str | None]

NETUID = NetUid(1)


@pytest.mark.parametrize(("netuid", "mecid", "exists"), [(1, 0, True), (1, 1, True), (1, 2, False), (2, 0, False)])
def test_a_mechanism_is_numbered_below_its_subnets_count(
    subnet: State, refusal: Refusal, netuid: int, mecid: int, exists: bool
) -> None:
    MechanismCountCurrent.put(subnet, NETUID, MechId(2))
    code = refusal(lambda: ensure_mechanism_exists(subnet, NetUid(netuid), MechId(mecid)))
    assert code == (None if exists else "MechanismDoesNotExist")


def test_a_subnet_that_was_taken_away_has_none(subnet: State, refusal: Refusal) -> None:
    NetworksAdded.put(subnet, NETUID, False)
    assert refusal(lambda: ensure_mechanism_exists(subnet, NETUID, MechId(0))) == "MechanismDoesNotExist"


@pytest.mark.parametrize(("index", "parts"), [(1, (1, 0)), (4097, (1, 1)), (8193, None), (2, None), (65535, None)])
def test_an_index_stands_for_subnet_and_mechanism(
    subnet: State, refusal: Refusal, index: int, parts: tuple[int, int] | None
) -> None:
    MechanismCountCurrent.put(subnet, NETUID, MechId(2))
    if parts is None:
        assert refusal(lambda: get_netuid_and_subid(subnet, NetUidStorageIndex(index))) == "MechanismDoesNotExist"
    else:
        assert get_netuid_and_subid(subnet, NetUidStorageIndex(index)) == parts
