"""A sweep: one state, the entries that scenarios change in it, and what is looked at before and after."""

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from subtensor_spec.arithmetic import FixedPoint
from subtensor_spec.bench.network_state import Shape, network_state
from subtensor_spec.chain.items.staking import AlphaV2
from subtensor_spec.chain.state import State
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.cli.chain_file import read_network
from subtensor_spec.cli.chain_run import parent_hash
from subtensor_spec.errors import InvalidInput
from subtensor_spec.vectorised.blocks.block import next_block
from subtensor_spec.vectorised.blocks.checks import check_network
from subtensor_spec.vectorised.blocks.network import Network
from subtensor_spec.wire.state.reference import Reference

Scenario = tuple[Any, ...]
"""A value for each entry of the grid, in its order."""

STAKE = "stake"
"""``stake[hotkey, coldkey, netuid]`` measures what a share is worth, which no entry says."""

_KNOWN = {"state", "network", "blocks", "seed", "grid", "measure"}


@dataclass(frozen=True)
class Sweep:
    """What a file of a sweep says."""

    state: Path | None
    """The file of the state, or nothing for a made network."""
    network: Shape | None
    blocks: int
    seed: str
    grid: dict[str, tuple[Any, ...]]
    """The values that each entry takes in turn."""
    measure: dict[str, str]
    """The entry, or the stake, that is looked at under each name."""

    @classmethod
    def read(cls, path: Path) -> "Sweep":
        """Read and check a file; :class:`InvalidInput` says what is wrong in it."""
        try:
            form = tomllib.loads(path.read_text())
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as failure:
            raise InvalidInput(str(path), f"is no TOML that can be read: {failure}") from None
        unknown = sorted(set(form) - _KNOWN)
        if unknown:
            raise InvalidInput(str(path), f"has {unknown[0]}, which says nothing here")
        if ("state" in form) == ("network" in form):
            raise InvalidInput(str(path), "must have either a state or a network")
        sweep = cls(
            state=path.parent / form["state"] if "state" in form else None,
            network=_shape(form["network"]) if "network" in form else None,
            blocks=_number(path, form, "blocks"),
            seed=str(form.get("seed", "parent of")),
            grid={name: tuple(values) for name, values in _table(path, form, "grid", list).items()},
            measure=_table(path, form, "measure", str),
        )
        entries = (text for text in sweep.measure.values() if not text.startswith(STAKE))
        for text in (*sweep.grid, *entries):
            if not Reference.parse(text).is_whole:
                raise InvalidInput(text, "names no single entry: keys are missing")
        return sweep


def scenarios(sweep: Sweep) -> list[Scenario]:
    """Return every combination of the grid's values, the last entry's changing first."""
    return list(product(*sweep.grid.values()))


def outcome_of(sweep: Sweep, scenario: Scenario) -> dict[str, Any]:
    """Run a scenario on its own copy of the state; return its parameters and what was measured, with the change."""
    state = State(*_start(sweep))
    for text, value in zip(sweep.grid, scenario, strict=True):
        try:
            Reference.parse(text).put(state, value)
        except InvalidInput as complaint:
            raise complaint.within(f"grid.{text}") from None
    check_network(state)
    network = Network(state)
    before = _measured(sweep, state)
    for _ in range(sweep.blocks):
        next_block(network, parent_hash(sweep.seed, network.block + 1))
        state.forget()
    network.settle()
    after = _measured(sweep, state)
    return {
        "parameters": dict(zip(sweep.grid, scenario, strict=True)),
        "measured": {name: {"after": after[name], "change": after[name] - before[name]} for name in sweep.measure},
    }


@cache
def _storage_of_file(path: Path) -> tuple[dict[bytes, bytes], bytes | None]:
    state = read_network(path)
    return state.storage(), state.author


@cache
def _storage_of_shape(shape: Shape) -> dict[bytes, bytes]:
    return network_state(shape).storage()


def _start(sweep: Sweep) -> tuple[dict[bytes, bytes], bytes | None]:
    if sweep.state is not None:
        return _storage_of_file(sweep.state)
    return _storage_of_shape(sweep.network or Shape(1, 1)), None


def _measured(sweep: Sweep, state: State) -> dict[str, int]:
    """Return what is looked at as whole numbers: amounts in rao, others in raw bits."""
    found = {}
    for name, text in sweep.measure.items():
        number = _stake(state, text) if text.startswith(STAKE) else _number_stored(state, text)
        if not isinstance(number, int):
            raise InvalidInput(f"measure.{name}", f"{text} is no number")
        found[name] = number
    return found


def _number_stored(state: State, text: str) -> Any:
    ((_keys, value),) = Reference.parse(text).entries(state)
    return value.bits if isinstance(value, FixedPoint) else value


def _stake(state: State, text: str) -> int:
    """Return what a coldkey's stake with a hotkey on a subnet is worth, in rao."""
    hotkey, coldkey, netuid = Reference.parse(AlphaV2.full_name + text.removeprefix(STAKE)).keys
    return int(get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid))


def _shape(form: Any) -> Shape:
    if not isinstance(form, dict):
        raise InvalidInput("network", "is no table")
    unknown = sorted(set(form) - set(Shape.__annotations__))
    if unknown or not {"subnets", "neurons"} <= set(form):
        raise InvalidInput("network", f"takes {', '.join(Shape.__annotations__)}; subnets and neurons must be there")
    if any(isinstance(value, bool) or not isinstance(value, int) or value < 1 for value in form.values()):
        raise InvalidInput("network", "takes whole numbers from one on")
    return Shape(**form)


def _number(path: Path, form: dict[str, Any], name: str) -> int:
    value = form.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise InvalidInput(str(path), f"{name} must be a whole number from one on")
    return value


def _table(path: Path, form: dict[str, Any], name: str, kind: type[Any]) -> dict[str, Any]:
    table = form.get(name)
    if not isinstance(table, dict) or not table or not all(isinstance(v, kind) and v for v in table.values()):
        raise InvalidInput(str(path), f"{name} must be a table of {'lists' if kind is list else 'entries'}")
    return table
