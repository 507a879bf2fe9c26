"""Laws of places: whatever registers and is trimmed, uids have no gap and everything that knows them agrees."""

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.consensus import (
    Active,
    Bonds,
    Consensus,
    Dividends,
    Emission,
    Incentive,
    LastUpdate,
    MechanismCountCurrent,
    ValidatorPermit,
    ValidatorTrust,
    Weights,
)
from subtensor_spec.chain.items.neurons import (
    BlockAtRegistration,
    ImmunityPeriod,
    IsNetworkMember,
    Keys,
    MaxAllowedUids,
    MinAllowedUids,
    MinNonImmuneUids,
    Uids,
)
from subtensor_spec.chain.items.subnets import NetworksAdded, SubnetworkN
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import (
    AccountId,
    AlphaBalance,
    BlockNumber,
    MechId,
    NetUid,
    NetUidStorageIndex,
    Uid,
)
from subtensor_spec.chapters.neurons.places import register_neuron
from subtensor_spec.chapters.neurons.trimming import trim_to_max_allowed_uids

NETUID = NetUid(1)
INDEXES = (NetUidStorageIndex(1), NetUidStorageIndex(4097))
BY_SUBNET = (Active, Emission, Consensus, Dividends, ValidatorTrust, ValidatorPermit)

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("register"), st.integers(1, 40)),
        st.tuples(st.just("trim"), st.integers(1, 7)),
        st.tuples(st.just("earn"), st.integers(0, 2**16)),
        st.tuples(st.just("weigh"), st.integers(0, 3)),
    ),
    max_size=40,
)


def fresh(immunity: int) -> State:
    state = State()
    NetworksAdded.put(state, NETUID, True)
    MechanismCountCurrent.put(state, NETUID, MechId(2))
    for item, value in ((MaxAllowedUids, 8), (MinAllowedUids, 1), (ImmunityPeriod, immunity), (MinNonImmuneUids, 1)):
        item.put(state, NETUID, value)
    return state


def take(state: State, step: tuple[str, int], block: int) -> None:
    """Do one step if it is not refused."""
    kind, number = step
    count = SubnetworkN.get(state, NETUID)
    Number.put(state, BlockNumber(block))
    if kind == "register" and not Uids.contains(state, NETUID, AccountId(bytes([number]) * 32)):
        register_neuron(state, NETUID, AccountId(bytes([number]) * 32))
    elif kind == "trim":
        trim_to_max_allowed_uids(state, NETUID, number)
    elif kind == "earn":
        Emission.put(state, NETUID, tuple(AlphaBalance(number * uid % 7) for uid in range(count)))
    elif kind == "weigh" and number < count:
        for index, rows in zip(INDEXES, (Weights, Bonds), strict=True):
            rows.put(state, index, Uid(number), tuple((uid, block) for uid in range(count)))


@given(STEPS, st.integers(0, 3))
def test_everything_agrees_on_who_has_which_uid(steps: list[tuple[str, int]], immunity: int) -> None:
    state = fresh(immunity)
    for block, step in enumerate(steps, start=1):
        mark = state.mark()
        try:
            take(state, step, block)
        except CallError:
            state.undo(mark)
    count = SubnetworkN.get(state, NETUID)
    holders = Keys.prefix_items(state, NETUID)
    assert [uid for uid, _ in holders] == list(range(count))
    assert {hotkey: uid for uid, hotkey in holders} == dict(Uids.prefix_items(state, NETUID))
    assert {hotkey for _, hotkey in holders} == {hotkey for hotkey, _ in IsNetworkMember.keys(state)}
    assert [uid for uid, _ in BlockAtRegistration.prefix_items(state, NETUID)] == list(range(count))
    assert {len(item.get(state, NETUID)) for item in BY_SUBNET} <= {count}
    assert {len(item.get(state, index)) for item in (Incentive, LastUpdate) for index in INDEXES} <= {count}
    assert count <= max(MaxAllowedUids.get(state, NETUID), 1)
    for rows in (Weights, Bonds):
        for (_, uid), row in rows.entries(state):
            assert uid < count
            assert all(to < count for to, _ in row)
