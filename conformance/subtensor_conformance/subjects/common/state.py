"""The state object of coinbase cases, read strictly into the views that the reference takes.

A captured case carries the storage items it needs in one JSON object; what is absent reads as an unset item.
Stakes are by hotkey and subnet; parents, children and takes are the same in every subnet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from subtensor_spec.chapters.emission.views import RootView, ScheduleView, SubnetView

from subtensor_conformance.functions.types import codec
from subtensor_spec.arithmetic import I64F64, I96F32
from subtensor_spec.chapters.revisions.flow_averages import FlowRecord
from subtensor_spec.errors import InvalidInput

ZERO_ACCOUNT = 0
"""The owner of a hotkey that nobody owns."""


@dataclass(frozen=True)
class Family:
    """Stakes and family ties of the hotkeys in a case, as :mod:`subtensor_spec.chapters.stake_weight` reads them."""

    tao_weight: int
    childkey_burn: int
    stakes: Mapping[tuple[int, int], int]
    parents_of: Mapping[int, Sequence[tuple[int, int]]]
    children_of: Mapping[int, Sequence[tuple[int, int]]]
    owners: Mapping[int, int]
    takes: Mapping[int, int]

    def stake(self, hotkey: int, netuid: int) -> int:
        """Return the stake on a hotkey in a subnet."""
        return self.stakes.get((hotkey, netuid), 0)

    def parents(self, hotkey: int, netuid: int) -> Sequence[tuple[int, int]]:
        """Return each parent of a hotkey with its proportion."""
        return self.parents_of.get(hotkey, ())

    def children(self, hotkey: int, netuid: int) -> Sequence[tuple[int, int]]:
        """Return each child of a hotkey with its proportion."""
        return self.children_of.get(hotkey, ())

    def owner(self, hotkey: int) -> int:
        """Return the coldkey that owns a hotkey."""
        return self.owners.get(hotkey, ZERO_ACCOUNT)

    def childkey_take(self, hotkey: int, netuid: int) -> int:
        """Return a hotkey's take."""
        return self.takes.get(hotkey, 0)


@dataclass(frozen=True)
class Subnet:
    """One subnet of a case, in each of the views that the reference takes."""

    emission: SubnetView
    schedule: ScheduleView
    user_flow: FlowRecord
    protocol_flow: FlowRecord


@dataclass(frozen=True)
class CoinbaseState:
    """The whole state of a case."""

    family: Family
    root: RootView
    block: int
    moving_alpha: I96F32
    flow_smoothing: int
    flow_cutoff: I64F64
    subnets: Mapping[int, Subnet]

    def subnet(self, netuid: int) -> Subnet:
        """Return a subnet; one that the state does not name has every item unset."""
        return self.subnets.get(netuid) or _subnet({"netuid": netuid})


_FAMILY = "list<tuple<u64,list<tuple<u64,u64>>>>"
_AVERAGE = "option<tuple<u64,I64F64>>"

STATE_TYPES = {
    "tao_weight": "u64",
    "ck_burn": "u64",
    "block": "u64",
    "root_tao": "u64",
    "moving_alpha": "I96F32",
    "flow_smoothing": "u64",
    "flow_cutoff": "I64F64",
    "stake": "list<tuple<u64,u16,u64>>",
    "parents": _FAMILY,
    "children": _FAMILY,
    "owner": "list<tuple<u64,u64>>",
    "childkey_take": "list<tuple<u64,u16>>",
    "subnets": "list<json>",
}
"""The type of each item of the state, all of them optional."""

SUBNET_TYPES = {
    "netuid": "u16",
    "mechanism": "u16",
    "moving_price": "I96F32",
    "miner_burned": "U96F32",
    "emission_enabled": "bool",
    "alpha_in": "u64",
    "alpha_out": "u64",
    "price": "U64F64",
    "first_emission_block": "option<u64>",
    "ema_price_halving_blocks": "u64",
    "tempo": "u16",
    "last_epoch_block": "u64",
    "pending_epoch_at": "u64",
    "blocks_since_last_step": "u64",
    "tao_flow": "i64",
    "protocol_flow": "i64",
    "ema_tao_flow": _AVERAGE,
    "ema_protocol_flow": _AVERAGE,
}
"""The type of each item of a subnet, all but ``netuid`` optional."""


def parse_state(value: Any) -> CoinbaseState:
    """Read a state object; :class:`InvalidInput` names the item that is unknown, repeated or out of range."""
    try:
        return _state(_typed(value, STATE_TYPES))
    except InvalidInput as error:
        raise error.within("state") from None


def _state(items: Mapping[str, Any]) -> CoinbaseState:
    return CoinbaseState(
        family=_family(items),
        root=RootView(items.get("root_tao", 0), items.get("tao_weight", 0)),
        block=items.get("block", 0),
        moving_alpha=items.get("moving_alpha", I96F32.ZERO),
        flow_smoothing=items.get("flow_smoothing", 0),
        flow_cutoff=items.get("flow_cutoff", I64F64.ZERO),
        subnets=_subnets(items.get("subnets", [])),
    )


def _family(items: Mapping[str, Any]) -> Family:
    return Family(
        tao_weight=items.get("tao_weight", 0),
        childkey_burn=items.get("ck_burn", 0),
        stakes=_mapped("stake", (((hotkey, netuid), amount) for hotkey, netuid, amount in items.get("stake", []))),
        parents_of=_mapped("parents", items.get("parents", [])),
        children_of=_mapped("children", items.get("children", [])),
        owners=_mapped("owner", items.get("owner", [])),
        takes=_mapped("childkey_take", items.get("childkey_take", [])),
    )


def _subnets(values: Sequence[Any]) -> Mapping[int, Subnet]:
    pairs = []
    for index, value in enumerate(values):
        try:
            subnet = _subnet(value)
        except InvalidInput as error:
            raise error.within(f"subnets[{index}]") from None
        pairs.append((subnet.emission.netuid, subnet))
    return _mapped("subnets", pairs)


def _subnet(value: Any) -> Subnet:
    items = _typed(value, SUBNET_TYPES)
    if "netuid" not in items:
        raise InvalidInput("netuid", "is missing")
    return Subnet(
        emission=_picked(SubnetView, items),
        schedule=_picked(ScheduleView, items),
        user_flow=FlowRecord(items.get("tao_flow", 0), items.get("ema_tao_flow")),
        protocol_flow=FlowRecord(items.get("protocol_flow", 0), items.get("ema_protocol_flow")),
    )


def _picked(view: type[Any], items: Mapping[str, Any]) -> Any:
    """Build a view from the items that carry its fields' names; the others keep their defaults."""
    names = {field.name for field in fields(view)}
    return view(**{name: item for name, item in items.items() if name in names})


def _typed(value: Any, types: Mapping[str, str]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InvalidInput("", "is not an object")
    items = {}
    for name, item in value.items():
        if name not in types:
            raise InvalidInput(str(name), "is not an item of the state")
        try:
            items[name] = codec(types[name]).decode(item)
        except InvalidInput as error:
            raise error.within(name) from None
    return items


def _mapped(where: str, pairs: Any) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for index, (key, item) in enumerate(pairs):
        if key in found:
            raise InvalidInput(f"{where}[{index}]", f"{key} is listed twice")
        found[key] = item
    return found
