"""Snapshots of real blocks: raw storage with the block's number, hash and runtime, and what runtime APIs answered.

Besides every form of raw storage there is one that lists what it asked for: ``{"snapshots": [{"block", "block_hash",
"spec_version", "storage": [[item, args, key, value], …], "storage_by_netuid": {item: {"values": […]}},
"runtime_api": [{"method", "args", "result"}]}]}``; a value of null is an entry that was not there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from subtensor_spec.chain.items import balances, emission, neurons, pools, schedule, staking, subnets, swap
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Item
from subtensor_spec.chain.types import NetUid
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.plain import bytes_from_hex
from subtensor_spec.wire.state.files import Storage, read_json, storage_of
from subtensor_spec.wire.state.items import check, item_of, items_by_name
from subtensor_spec.wire.values import from_json

_MEMBERS = ("block", "spec_version", "storage")

ALWAYS_THERE: tuple[Item[Any], ...] = (
    *(balances.SystemAccount, balances.BalancesTotalIssuance, staking.TotalIssuance),
    *(subnets.NetworksAdded, subnets.NetworkRegisteredAt, neurons.NetworkRegistrationAllowed, pools.SubtokenEnabled),
    *(pools.SubnetMechanism, pools.SubnetTAO, pools.SubnetAlphaIn, pools.SubnetAlphaOut),
    *(swap.SwapBalancer, swap.PalSwapInitialized, schedule.Tempo, schedule.LastEpochBlock),
    *(emission.FirstEmissionBlockNumber, emission.SubnetMovingPrice, emission.RootProp, emission.MinerBurned),
    *(emission.SubnetTaoInEmission, emission.SubnetExcessTao),
    *(emission.SubnetAlphaInEmission, emission.SubnetAlphaOutEmission),
    *(emission.PendingOwnerCut, emission.PendingServerEmission, emission.PendingValidatorEmission),
)
"""Items that a chain with subnets has entries of, so that a file without any has left them out."""


@dataclass(frozen=True)
class Answer:
    """What a runtime API answered."""

    method: str
    arguments: Mapping[str, Any]
    result: bytes


@dataclass(frozen=True)
class Snapshot:
    """The storage of a chain after one block."""

    name: str
    """Where it comes from, for complaints."""
    block: int
    spec_version: int | None
    """The runtime in force after the block; nothing where the file does not tell."""
    storage: Storage
    asked: frozenset[str] | None = None
    """The items that the file says something of; nothing where it is whole."""
    by_netuid: frozenset[str] = frozenset()
    """Those of them that it lists for all subnets."""
    block_hash: str = ""
    answers: tuple[Answer, ...] = field(default=())

    def lacks(self, *items: Item[Any]) -> list[str]:
        """Return the names of the items that the file says nothing of.

        In a file of all entries that are there, those are the items that every chain has, without an entry.
        """
        if self.asked is not None:
            return [item.full_name for item in items if item.full_name not in self.asked]
        return [item.full_name for item in items if item in ALWAYS_THERE and not self._has_entry(item)]

    def _has_entry(self, item: Item[Any]) -> bool:
        return any(raw.startswith(item.prefix) for raw in self.storage)

    def is_whole(self, item: Item[Any]) -> bool:
        """Return whether the file has all entries of an item."""
        if self.lacks(item):
            return False
        return self.asked is None or item.full_name in self.by_netuid or not item.keys_of


def read_snapshots(path: Path) -> list[Snapshot]:
    """Return the snapshots of a file in the order of their blocks; :class:`InvalidInput` for whatever is wrong."""
    form = read_json(path)
    if isinstance(form, dict) and isinstance(form.get("snapshots"), list):
        found = [_snapshot(part, f"{path}: snapshot {number}") for number, part in enumerate(form["snapshots"])]
        if not found:
            raise InvalidInput(str(path), "holds no snapshot")
        return sorted(found, key=lambda snapshot: snapshot.block)
    storage = storage_of(form, str(path))
    check(storage)
    if Number.raw_key(()) not in storage:
        raise InvalidInput(str(path), f"{Number.full_name} is missing, so that its block is not known")
    return [Snapshot(str(path), Number.get(State(storage)), None, storage)]


def _snapshot(form: Any, where: str) -> Snapshot:
    if not isinstance(form, dict) or any(name not in form for name in _MEMBERS):
        raise InvalidInput(where, f"is no object with {', '.join(_MEMBERS)}")
    block, version = form["block"], form["spec_version"]
    if not isinstance(block, int) or not isinstance(version, int):
        raise InvalidInput(where, "block and spec_version are integers")
    rows, by_netuid = form["storage"], form.get("storage_by_netuid", {})
    storage: Storage = {}
    asked = set()
    for name, key, value in (*_of_rows(rows, where), *_of_netuids(by_netuid, where)):
        asked.add(name)
        if value is not None:
            storage[key] = value
    try:
        check(storage)
    except InvalidInput as complaint:
        raise complaint.within(where) from None
    if Number.raw_key(()) in storage and Number.get(State(storage)) != block:
        raise InvalidInput(where, f"{Number.full_name} says {Number.get(State(storage))} and not {block}")
    answers = tuple(_answers(form.get("runtime_api", []), where))
    listed = frozenset(by_netuid)
    return Snapshot(where, block, version, storage, frozenset(asked), listed, str(form.get("block_hash", "")), answers)


def _of_rows(rows: Any, where: str) -> Iterator[tuple[str, bytes, bytes | None]]:
    for number, row in enumerate(rows):
        try:
            name, arguments, key, value = row
            raw = bytes_from_hex(key)
            entry = None if value is None else bytes_from_hex(value)
        except (TypeError, ValueError):
            raise InvalidInput(where, f"row {number} is no [item, args, key, value]") from None
        except InvalidInput as complaint:
            raise complaint.within(f"{where}: row {number}") from None
        _check_key(items_by_name().get(name), arguments, raw, f"{where}: row {number}: {name}")
        yield name, raw, entry


def _check_key(item: Item[Any] | None, arguments: Any, raw: bytes, where: str) -> None:
    """The raw key says the same as item and arguments do."""
    if item is None:
        if item_of(raw) is not None:
            raise InvalidInput(where, f"its key is one of {item_of(raw)}")
        return
    try:
        keys = tuple(from_json(key.codec, form) for key, form in zip(item.keys_of, arguments, strict=True))
        same = item.raw_key(keys) == raw
    except (TypeError, ValueError, InvalidInput):
        same = False
    if not same:
        raise InvalidInput(where, "its key is not that of its item and arguments")


def _of_netuids(items: Any, where: str) -> Iterator[tuple[str, bytes, bytes | None]]:
    for name, listed in items.items():
        item = items_by_name().get(name)
        if item is None:
            continue
        values = listed.get("values") if isinstance(listed, dict) else None
        if not isinstance(values, list):
            raise InvalidInput(f"{where}: {name}", "has no list of values")
        for netuid, value in enumerate(values):
            try:
                entry = None if value is None else bytes_from_hex(value)
            except InvalidInput as complaint:
                raise complaint.within(f"{where}: {name}: netuid {netuid}") from None
            yield name, item.raw_key((NetUid(netuid),)), entry


def _answers(forms: Any, where: str) -> Iterator[Answer]:
    for number, form in enumerate(forms):
        try:
            yield Answer(form["method"], form.get("args", {}), bytes_from_hex(form["result"]))
        except (KeyError, TypeError, AttributeError):
            raise InvalidInput(where, f"answer {number} of a runtime API is no method, args and result") from None
        except InvalidInput as complaint:
            raise complaint.within(f"{where}: answer {number}") from None
