"""A small subnet on a state made by hand, for the rules that read and write the state."""

from collections.abc import Callable

import pytest

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.consensus import LastUpdate, ValidatorPermit
from subtensor_spec.chain.items.neurons import Keys, Uids
from subtensor_spec.chain.items.schedule import LastEpochBlock, SubnetEpochIndex, Tempo
from subtensor_spec.chain.items.subnets import NetworksAdded, SubnetworkN
from subtensor_spec.chain.items.weights import MinAllowedWeights
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, BlockNumber, NetUid, NetUidStorageIndex, Uid

NEURONS = 3

Refusal = Callable[[Callable[[], object]], str | None]


@pytest.fixture
def subnet() -> State:
    """Subnet 1 with three neurons that have permits, at block 1000, in its tenth epoch; root exists too.

    The hotkey of uid 0 is the account of 32 bytes 1, and so on; nobody has stake, none is needed.
    """
    state, netuid = State(), NetUid(1)
    Number.put(state, BlockNumber(1000))
    for each in (ROOT, netuid):
        NetworksAdded.put(state, each, True)
    SubnetworkN.put(state, netuid, NEURONS)
    Tempo.put(state, netuid, 360)
    LastEpochBlock.put(state, netuid, 900)
    SubnetEpochIndex.put(state, netuid, 10)
    MinAllowedWeights.put(state, netuid, 1)
    ValidatorPermit.put(state, netuid, (True,) * NEURONS)
    LastUpdate.put(state, NetUidStorageIndex(1), (900,) * NEURONS)
    for uid in map(Uid, range(NEURONS)):
        hotkey = AccountId(bytes([uid + 1]) * 32)
        Keys.put(state, netuid, uid, hotkey)
        Uids.put(state, netuid, hotkey, uid)
    return state


@pytest.fixture
def refusal() -> Refusal:
    """Return the code with which something is refused, without its pallet if that is the chain's own; nothing if it is
    not refused.
    """

    def of(act: Callable[[], object]) -> str | None:
        try:
            act()
        except CallError as error:
            return error.code.removeprefix("SubtensorModule.")
        return None

    return of
