"""The state object of coinbase cases, read strictly into a state of the chain.

A captured case carries the storage items it needs in one JSON object; what is absent reads as an unset item. An account
is a small integer there and 32 bytes here, the most significant first, so that their order is the same. Stakes are by
hotkey and subnet; parents, children and takes are the same in every subnet. A price is the pool's, and no storage item.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from subtensor_conformance.functions.types import codec
from subtensor_spec.arithmetic import I64F64, I96F32, U64F64, U96F32
from subtensor_spec.chain.items import emission, pools, schedule, stake_weight, staking
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.state import State
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
        self.flow_smoothing: int = items.get("flow_smoothing", 0)
        self.flow_cutoff: I64F64 = items.get("flow_cutoff", I64F64.ZERO)
        self._put_values(items)
        self.on(ROOT)
        pools.SubnetTAO.put(self._state, ROOT, TaoBalance(items.get("root_tao", 0)))

    def on(self, *netuids: int) -> State:
        """Return the state with all that it says of some subnets; one that it does not name has every item unset."""
        for netuid in map(NetUid, netuids):
            self._put_subnet(netuid, self._subnets.get(netuid, {}))
            self._put_families(netuid)
        return self._state

    def price(self, netuid: int) -> U64F64:
        """Return the price of a subnet's pool."""
        price: U64F64 = self._subnets.get(NetUid(netuid), {}).get("price", U64F64.ZERO)
        return price

    def flow(self, netuid: int, kind: str) -> FlowRecord:
        """Return a subnet's flow of that kind, ``tao`` or ``protocol``."""
        items = self._subnets.get(NetUid(netuid), {})
        return FlowRecord(items.get(f"{kind}_flow", 0), items.get(f"ema_{kind}_flow"))

    def _put_values(self, items: Mapping[str, Any]) -> None:
        Number.put(self._state, BlockNumber(items.get("block", 0)))
        stake_weight.TaoWeight.put(self._state, items.get("tao_weight", 0))
        stake_weight.CKBurn.put(self._state, items.get("ck_burn", 0))
        emission.SubnetMovingAlpha.put(self._state, items.get("moving_alpha", I96F32.ZERO))
        for (hotkey, netuid), amount in items["stake"].items():
            staking.TotalHotkeyAlpha.put(self._state, account(hotkey), NetUid(netuid), AlphaBalance(amount))
        for hotkey, coldkey in items["owner"].items():
            staking.Owner.put(self._state, account(hotkey), account(coldkey))

    def _put_subnet(self, netuid: NetUid, items: Mapping[str, Any]) -> None:
        state = self._state
        pools.SubnetMechanism.put(state, netuid, items.get("mechanism", 1))
        pools.SubnetAlphaIn.put(state, netuid, AlphaBalance(items.get("alpha_in", 0)))
        pools.SubnetAlphaOut.put(state, netuid, AlphaBalance(items.get("alpha_out", 0)))
        emission.SubnetMovingPrice.put(state, netuid, items.get("moving_price", I96F32.ZERO))
        emission.MinerBurned.put(state, netuid, items.get("miner_burned", U96F32.ZERO))
        emission.SubnetEmissionEnabled.put(state, netuid, items.get("emission_enabled", True))
        emission.EMAPriceHalvingBlocks.put(state, netuid, items.get("ema_price_halving_blocks", 0))
        if items.get("first_emission_block") is not None:
            emission.FirstEmissionBlockNumber.put(state, netuid, items["first_emission_block"])
        schedule.Tempo.put(state, netuid, items.get("tempo", 0))
        schedule.LastEpochBlock.put(state, netuid, items.get("last_epoch_block", 0))
        schedule.PendingEpochAt.put(state, netuid, items.get("pending_epoch_at", 0))
        schedule.BlocksSinceLastStep.put(state, netuid, items.get("blocks_since_last_step", 0))

    def _put_families(self, netuid: NetUid) -> None:
        for item, name in ((stake_weight.ParentKeys, "parents"), (stake_weight.ChildKeys, "children")):
            for hotkey, ties in self._families[name].items():
                item.put(self._state, account(hotkey), netuid, tuple(_relation(*tie) for tie in ties))
        for hotkey, take in self._families["childkey_take"].items():
            stake_weight.ChildkeyTake.put(self._state, account(hotkey), netuid, take)


def _relation(proportion: int, other: int) -> Relation:
    return proportion, account(other)


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
