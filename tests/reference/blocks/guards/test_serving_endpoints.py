"""The guard of endpoints."""

from typing import Any

import pytest

from subtensor_spec.blocks.guards.serving_endpoints import check_serving_endpoints
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.neurons import Uids
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid, Uid

NETUID = NetUid(1)
HOTKEY = AccountId(bytes([1]) * 32)
SOUND: dict[str, Any] = {"netuid": NETUID, "ip": 1_676_056_785, "port": 8_080, "ip_type": 4}
CALLS = ("serve_axon", "serve_axon_tls", "serve_prometheus")


def check(state: State, name: str, **other: Any) -> None:
    check_serving_endpoints(state, HOTKEY, f"SubtensorModule.{name}", {**SOUND, **other})


@pytest.fixture
def state() -> State:
    """The hotkey has a uid."""
    made = State()
    Uids.put(made, NETUID, HOTKEY, Uid(0))
    return made


@pytest.mark.parametrize("name", CALLS)
def test_sound_endpoints_pass(state: State, name: str) -> None:
    check(state, name)
    assert not state.events


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize(
    ("other", "code"),
    [({"netuid": NetUid(2)}, "HotKeyNotRegistered"), ({"ip_type": 5}, "InvalidIpType"), ({"port": 0}, "InvalidPort")],
)
def test_what_the_call_would_refuse_is_refused(state: State, name: str, other: dict[str, Any], code: str) -> None:
    with pytest.raises(CallError, match=code):
        check(state, name, **other)


def test_only_an_axon_may_have_the_address_zero(state: State) -> None:
    check(state, "serve_axon", ip=0)
    check(state, "serve_axon_tls", ip=0)
    with pytest.raises(CallError, match="InvalidIpAddress"):
        check(state, "serve_prometheus", ip=0)


def test_other_calls_pass(state: State) -> None:
    check(state, "set_weights", port=0)
    assert not state.events
