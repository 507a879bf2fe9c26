"""What a setting is: one storage item, the call that writes it, who may make the call, and what is checked, in order.

Most administration calls differ in nothing else, so they are data: rows of :mod:`.settings`, executed by one rule.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from subtensor_spec.chain.arguments import codec_of
from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import AdminUtils, CallError, ErrorCode
from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.origins import Origin, ensure_root
from subtensor_spec.chain.pallets import ADMIN_UTILS
from subtensor_spec.chain.scale import Codec
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Map, Value
from subtensor_spec.chain.types import ROOT, AccountId, NetUid
from subtensor_spec.chapters.hyperparameters.origins import (
    ensure_admin_window_open,
    ensure_sn_owner_or_root_with_limits,
    ensure_subnet_owner_or_root,
    record_owner_rl,
)
from subtensor_spec.chapters.hyperparameters.rate_limits import LimitedTransaction
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/admin-utils/src/lib.rs"


class Who(Enum):
    """Who may make a call."""

    ROOT = "root"
    OWNER = "root, or the subnet's owner"


@dataclass(frozen=True)
class Request:
    """What a check looks at."""

    state: State
    netuid: NetUid
    value: Any
    owner: AccountId | None
    """The owner's coldkey if the owner makes the call, nothing if root does."""


@dataclass(frozen=True)
class Check:
    """One condition: the words that state it, the error if it does not hold."""

    words: str
    error: ErrorCode | None
    holds: Callable[[Request], bool]

    def require(self, request: Request) -> None:
        """Refuse a request for which the condition does not hold."""
        if not self.holds(request) and self.error is not None:
            raise CallError(self.error)


def _window_open(request: Request) -> bool:
    ensure_admin_window_open(request.state, request.netuid)
    return True


WINDOW = Check("outside the freeze window", None, _window_open)
EXISTS = Check(
    "the subnet exists", AdminUtils.SubnetDoesNotExist, lambda request: NetworksAdded.get(request.state, request.netuid)
)
NOT_ROOT = Check("not root", AdminUtils.NotPermittedOnRootSubnet, lambda request: request.netuid != ROOT)


@dataclass(frozen=True)
class Setting:
    """One row of the table: everything that tells a call from its neighbours."""

    name: str
    index: int
    argument: str
    """The argument's name, as the call spells it."""
    annotation: Any
    """The argument's type."""
    item: Map[Any, Any] | Value[Any]
    who: Who = Who.ROOT
    checks: tuple[Check, ...] = ()
    limit: LimitedTransaction | None = None
    """What limits an owner's rate; root is never limited."""
    event: EventKind | None = None
    pallet: str = ADMIN_UTILS

    @property
    def per_subnet(self) -> bool:
        """Whether the call names a subnet."""
        return isinstance(self.item, Map)

    @property
    def codec(self) -> Codec[Any]:
        """The argument's codec."""
        return codec_of(self.annotation)


def permitted(setting: Setting, state: State, origin: Origin, netuid: NetUid) -> AccountId | None:
    """Return the owner if the owner makes the call and its rate allows it, nothing for root; else refuse."""
    if setting.who is Who.ROOT:
        ensure_root(origin)
        return None
    if setting.limit is None:
        return ensure_subnet_owner_or_root(state, origin, netuid)
    return ensure_sn_owner_or_root_with_limits(state, origin, netuid, [setting.limit])


@rule("HYP-setting/apply", SUBTENSOR(_PATH, "sudo_set_serving_rate_limit"))
def apply(setting: Setting, state: State, origin: Origin, netuid: NetUid, value: Any) -> None:
    """A setting's call asks for its origin, then for an owner's rate, then its checks in the order of the table.

    Then the item is written, the event emitted if there is one, and the block recorded for the owner's next call.
    """
    owner = permitted(setting, state, origin, netuid)
    request = Request(state, netuid, value, owner)
    for check in setting.checks:
        check.require(request)
    _store(setting, state, netuid, value)
    if owner is not None and setting.limit is not None:
        record_owner_rl(state, owner, netuid, [setting.limit])


def _store(setting: Setting, state: State, netuid: NetUid, value: Any) -> None:
    if isinstance(setting.item, Map):
        setting.item.put(state, netuid, value)
        values: tuple[Any, ...] = (netuid, value)
    else:
        setting.item.put(state, value)
        values = (value,)
    if setting.event is not None:
        state.emit(setting.event(*values))


def declare(setting: Setting) -> None:
    """Register a setting's call."""

    def execute(state: State, origin: Origin, **arguments: Any) -> None:
        apply(setting, state, origin, arguments.get("netuid", ROOT), arguments[setting.argument])

    subnet = {"netuid": NetUid} if setting.per_subnet else {}
    execute.__annotations__ = {
        "state": State, "origin": Origin, **subnet, setting.argument: setting.annotation, "return": None,
    }  # fmt: skip
    execute.__name__ = setting.name
    call(setting.pallet, setting.index, setting.name)(execute)
