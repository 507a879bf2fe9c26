"""The state object of coinbase cases, read strictly into a state of the chain.

A captured case carries the storage items it needs in one JSON object; what is absent reads as an unset item. An account
is a small integer there and 32 bytes here, the most significant first, so that their order is the same. Stakes are by
hotkey and subnet; parents, children and takes are the same in every subnet. A price is the pool's, and no storage item.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from subtensor_conformance.functions.types import codec
from subtensor_conformance.subjects.common.state_members import STATE, SUBNET, Member
from subtensor_spec.arithmetic import I64F64, U64F64
from subtensor_spec.chain.items import emission, pools, stake_weight, staking
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Map
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, BlockNumber, NetUid, Relation, TaoBalance
from subtensor_spec.chapters.revisions.flow_averages import FlowRecord
from subtensor_spec.errors import InvalidInput

_ACCOUNT_LENGTH = 32


def account(number: int) -> AccountId:
    """Return the account that stands for a number; zero is the zero account."""
    return AccountId(number.to_bytes(_ACCOUNT_LENGTH, "big"))


def number(of: AccountId) -> int:
    """Return the number that an account stands for."""
    return int.from_bytes(of, "big")


class CoinbaseState:
    """The whole state of a case."""

    def __init__(self, items: Mapping[str, Any]) -> None:
        self._state = State()
        self._subnets: dict[NetUid, dict[str, Any]] = items["subnets"]
        self._families = items
        self.flow_smoothing: int = _member(STATE, items, "flow_smoothing")
        self.flow_cutoff: I64F64 = _member(STATE, items, "flow_cutoff")
        self._put_values(items)
        self.on(ROOT)
        pools.SubnetTAO.put(self._state, ROOT, TaoBalance(_member(STATE, items, "root_tao")))

    def on(self, *netuids: int) -> State:
        """Return the state with all that it says of some subnets; one that it does not name has every item unset."""
        for netuid in map(NetUid, netuids):
            self._put_subnet(netuid, self._subnets.get(netuid, {}))
            self._put_families(netuid)
        return self._state

    def price(self, netuid: int) -> U64F64:
        """Return the price of a subnet's pool."""
        price: U64F64 = _member(SUBNET, self._subnets.get(NetUid(netuid), {}), "price")
        return price

    def flow(self, netuid: int, kind: str) -> FlowRecord:
        """Return a subnet's flow of that kind, ``tao`` or ``protocol``."""
        items = self._subnets.get(NetUid(netuid), {})
        return FlowRecord(_member(SUBNET, items, f"{kind}_flow"), _member(SUBNET, items, f"ema_{kind}_flow"))

    def _put_values(self, items: Mapping[str, Any]) -> None:
        Number.put(self._state, BlockNumber(_member(STATE, items, "block")))
        stake_weight.TaoWeight.put(self._state, _member(STATE, items, "tao_weight"))
        stake_weight.CKBurn.put(self._state, _member(STATE, items, "ck_burn"))
        emission.SubnetMovingAlpha.put(self._state, _member(STATE, items, "moving_alpha"))
        for (hotkey, netuid), amount in items["stake"].items():
            staking.TotalHotkeyAlpha.put(self._state, account(hotkey), NetUid(netuid), AlphaBalance(amount))
        for hotkey, coldkey in items["owner"].items():
            staking.Owner.put(self._state, account(hotkey), account(coldkey))

    def _put_subnet(self, netuid: NetUid, items: Mapping[str, Any]) -> None:
        for name, member in SUBNET.items():
            value = _member(SUBNET, items, name)
            if isinstance(member.item, Map) and value is not None:
                member.item.put(self._state, netuid, value)

    def _put_families(self, netuid: NetUid) -> None:
        for item, name in ((stake_weight.ParentKeys, "parents"), (stake_weight.ChildKeys, "children")):
            for hotkey, ties in self._families[name].items():
                item.put(self._state, account(hotkey), netuid, tuple(_relation(*tie) for tie in ties))
        for hotkey, take in self._families["childkey_take"].items():
            stake_weight.ChildkeyTake.put(self._state, account(hotkey), netuid, take)


def _member(members: Mapping[str, Member], items: Mapping[str, Any], name: str) -> Any:
    return items.get(name, members[name].default)


def _relation(proportion: int, other: int) -> Relation:
    return proportion, account(other)


STATE_TYPES = {name: member.type for name, member in STATE.items()}
SUBNET_TYPES = {name: member.type for name, member in SUBNET.items()}


def parse_state(value: Any) -> CoinbaseState:
    """Read a state object; :class:`InvalidInput` names the item that is unknown, repeated or out of range."""
    try:
        return CoinbaseState(_items(_typed(value, STATE_TYPES)))
    except InvalidInput as error:
        raise error.within("state") from None


def _items(items: Mapping[str, Any]) -> dict[str, Any]:
    stakes = (((hotkey, netuid), amount) for hotkey, netuid, amount in items.get("stake", []))
    maps = {name: _mapped(name, items.get(name, [])) for name in ("parents", "children", "owner", "childkey_take")}
    return {**items, **maps, "stake": _mapped("stake", stakes), "subnets": _subnets(items.get("subnets", []))}


def _subnets(values: Sequence[Any]) -> dict[NetUid, dict[str, Any]]:
    pairs = []
    for index, value in enumerate(values):
        try:
            items = _typed(value, SUBNET_TYPES)
            if "netuid" not in items:
                raise InvalidInput("netuid", "is missing")
        except InvalidInput as error:
            raise error.within(f"subnets[{index}]") from None
        pairs.append((NetUid(items["netuid"]), items))
    return _mapped("subnets", pairs)


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


def _mapped(where: str, pairs: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for index, (key, item) in enumerate(pairs):
        if key in found:
            raise InvalidInput(f"{where}[{index}]", f"{key} is listed twice")
        found[key] = item
    return found
