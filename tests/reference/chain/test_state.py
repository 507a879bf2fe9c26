"""A state: what is written, undone, and told afterwards."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain.event_kinds.subtensor_module import NetworkRemoved
from subtensor_spec.chain.items.pools import SubnetTAO
from subtensor_spec.chain.items.subnets import TotalNetworks
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid, TaoBalance
from subtensor_spec.errors import SpecError

Writes = list[tuple[int, int | None]]
WRITES = st.lists(st.tuples(st.integers(0, 5), st.one_of(st.none(), st.integers(0, 3))), max_size=30)


def apply(state: State, writes: Writes) -> None:
    for netuid, value in writes:
        if value is None:
            SubnetTAO.remove(state, NetUid(netuid))
        else:
            SubnetTAO.put(state, NetUid(netuid), TaoBalance(value))


@given(WRITES, WRITES)
def test_what_is_undone_leaves_nothing(before: Writes, after: Writes) -> None:
    state = State()
    apply(state, before)
    storage, keys, mark = state.storage(), SubnetTAO.keys(state), state.mark()
    apply(state, after)
    state.emit(NetworkRemoved(1))
    state.undo(mark)
    assert (state.storage(), SubnetTAO.keys(state), state.events) == (storage, keys, [])


@given(WRITES, WRITES)
def test_changes_are_what_makes_the_later_state_of_the_earlier(before: Writes, after: Writes) -> None:
    state = State()
    apply(state, before)
    earlier, mark = state.storage(), state.mark()
    apply(state, after)
    changes = state.changes(mark)
    assert list(changes) == sorted(changes)
    assert all(earlier.get(key) != value for key, value in changes.items())
    rebuilt = {**earlier, **changes}
    assert {key: value for key, value in rebuilt.items() if value is not None} == state.storage()
    assert State(state.storage()).digest() == state.digest()


@given(WRITES)
def test_a_map_lists_its_keys_in_order_of_raw_key(writes: Writes) -> None:
    state = State()
    SubnetTAO.keys(state)
    apply(state, writes)
    keys = [SubnetTAO.raw_key((netuid,)) for netuid in SubnetTAO.keys(state)]
    assert keys == sorted(raw for raw in state.entries if raw.startswith(SubnetTAO.prefix))


def test_a_layer_that_fails_is_undone_and_the_outer_one_is_not() -> None:
    state = State()
    with state.layer():
        TotalNetworks.put(state, 1)
        try:
            with state.layer():
                TotalNetworks.put(state, 2)
                state.emit(NetworkRemoved(2))
                raise SpecError("refused")
        except SpecError:
            pass
    assert TotalNetworks.get(state) == 1
    assert state.events == []


def test_the_digest_is_of_keys_and_values_in_order() -> None:
    state = State({b"b" * 32: b"2", b"a" * 32: b"1"})
    assert state.digest() == sha256(b"a" * 32 + b"1" + b"b" * 32 + b"2").hexdigest()
