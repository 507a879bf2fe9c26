"""The states that drawn chains begin on: each is what the exact path makes of a short script from genesis."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from subtensor_conformance.fuzz.strategies.cast import AUTHOR, COLDKEYS, HOTKEYS, hex_of, owner_of
from subtensor_spec.blocks.genesis import genesis
from subtensor_spec.blocks.steps import execute
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import TaoBalance
from subtensor_spec.wire.chain_steps import step_from_json

Step = dict[str, Any]

TAO = 10**9
ENDOWMENT = TaoBalance(100_000 * TAO)
SUBNETS = (2, 3)
TEMPO = 4
UNLIMITED: dict[str, dict[str, Any]] = {
    "sudo_set_network_rate_limit": {"rate_limit": "0"},
    "sudo_set_tx_rate_limit": {"tx_rate_limit": "0"},
    "sudo_set_start_call_delay": {"delay": "0"},
    "sudo_set_admin_freeze_window": {"window": 0},
}
"""Limits that would refuse most of a short chain, taken off."""


@dataclass(frozen=True)
class World:
    """A state to begin on; blocks are written by ``AUTHOR``."""

    name: str
    storage: dict[bytes, bytes]
    digest: str

    def opened(self) -> State:
        """Return a state of its own to work on."""
        return State(self.storage, AUTHOR)


NAMES = ("genesis", "young", "grown")
"""A chain's first state; one with subnets and neurons; one that has stake, weights and epochs behind it as well."""


@cache
def world(name: str) -> World:
    """Return the world of that name."""
    state = genesis(dict.fromkeys(COLDKEYS, ENDOWMENT), AUTHOR)
    scripts = {"genesis": (), "young": (_subnets, _neurons), "grown": (_subnets, _neurons, _stakes, _weights, _epochs)}
    for script in scripts[name]:
        for step in script():
            execute(state, step_from_json(step))
    return World(name, state.storage(), state.digest())


def call(name: str, origin: str, **arguments: Any) -> Step:
    """Return a call as steps write it."""
    return {"call": name, "origin": origin, "args": arguments}


def block(parent: int = 0) -> Step:
    """Return a block whose parent's hash is a number."""
    return {"block": {"parent_hash": "0x" + parent.to_bytes(32, "big").hex()}}


def _subnets() -> Iterator[Step]:
    for name, arguments in UNLIMITED.items():
        yield call(f"AdminUtils.{name}", "root", **arguments)
    yield call("AdminUtils.sudo_set_subtoken_enabled", "root", netuid=0, subtoken_enabled=True)
    yield block()
    for place, netuid in enumerate(SUBNETS):
        hotkey = hex_of(HOTKEYS[2 * place])
        yield call("SubtensorModule.register_network", owner_of(hotkey), hotkey=hotkey)
        yield call("SubtensorModule.start_call", owner_of(hotkey), netuid=netuid)
        yield call("AdminUtils.sudo_set_tempo", "root", netuid=netuid, tempo=TEMPO)
        yield call("AdminUtils.sudo_set_commit_reveal_weights_enabled", "root", netuid=netuid, enabled=False)
        yield call("AdminUtils.sudo_set_weights_set_rate_limit", "root", netuid=netuid, weights_set_rate_limit="0")
        yield block(netuid)


def _neurons() -> Iterator[Step]:
    for netuid in SUBNETS:
        for hotkey in map(hex_of, HOTKEYS[1:2] + HOTKEYS[3:7]):
            yield call("SubtensorModule.burned_register", owner_of(hotkey), netuid=netuid, hotkey=hotkey)
            yield block()


def _stakes() -> Iterator[Step]:
    for place, hotkey in enumerate(map(hex_of, HOTKEYS[:3])):
        yield call("SubtensorModule.root_register", owner_of(hotkey), hotkey=hotkey)
        for netuid in (0, *SUBNETS):
            amount = str((place + 1) * 100 * TAO + place)
            origin = hex_of(COLDKEYS[(place + netuid) % len(COLDKEYS)])
            yield call("SubtensorModule.add_stake", origin, hotkey=hotkey, netuid=netuid, amount_staked=amount)
        yield block()


def _weights() -> Iterator[Step]:
    for netuid in SUBNETS:
        for place, hotkey in enumerate(map(hex_of, HOTKEYS[:2])):
            row = {"dests": [0, 1, 4, 5], "weights": [place, 1, 10 * place, 5]}
            yield call("SubtensorModule.set_weights", hotkey, netuid=netuid, version_key="0", **row)


def _epochs() -> Iterator[Step]:
    for number in range(3 * TEMPO):
        yield block(number)
