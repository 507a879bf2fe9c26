"""Which subnets there are, which account holds a subnet's TAO, and which number the next subnet gets."""

from subtensor_spec.chain.items.subnets import NetworksAdded, SubnetLimit
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, NetUid
from subtensor_spec.rules import POLKADOT_SDK, SUBTENSOR, rule

SUBNET = "pallets/subtensor/src/subnets/subnet.rs"
"""Where production keeps what this chapter says of subnets."""

ROOT_RS = "pallets/subtensor/src/coinbase/root.rs"
"""Where production keeps the end of a subnet, its price, and root."""

_ACCOUNT_PREFIX = b"modl" + b"subtensr"
_NETUID_LENGTH = 2
_ACCOUNT_LENGTH = 32
_TRAITS = "substrate/primitives/runtime/src/traits/mod.rs"


@rule("NET-exists/flag", SUBTENSOR(SUBNET, "if_subnet_exist"))
def if_subnet_exist(state: State, netuid: NetUid) -> bool:
    """A subnet exists while its entry of ``NetworksAdded`` is true; root is one of them."""
    return NetworksAdded.get(state, netuid)


def get_all_subnet_netuids(state: State) -> list[NetUid]:
    """Return the netuids that have an entry in ``NetworksAdded``, whatever it says, in order of raw key."""
    return NetworksAdded.keys(state)


def get_max_subnets(state: State) -> int:
    """Return how many subnets there may be besides root, a u16."""
    return SubnetLimit.get(state)


@rule("NET-exists/next", SUBTENSOR(SUBNET, "get_next_netuid"))
def get_next_netuid(state: State) -> NetUid:
    """The next subnet gets the least netuid from 1 on that has no entry in ``NetworksAdded``."""
    netuid = 1
    while NetworksAdded.contains(state, NetUid(netuid)):
        netuid += 1
    return NetUid(netuid)


@rule("NET-account/id", SUBTENSOR(SUBNET, "get_subnet_account_id"))
def get_subnet_account_id(state: State, netuid: NetUid) -> AccountId | None:
    """A subnet's account is ``modlsubtensr``, the netuid in two little-endian bytes, and zeros up to 32 bytes.

    Root has one at all times, another netuid while it has an entry in ``NetworksAdded``.
    """
    if netuid != ROOT and not NetworksAdded.contains(state, netuid):
        return None
    return account_of(netuid)


def account_of(netuid: NetUid) -> AccountId:
    """Return the account of a netuid whether or not there is such a subnet."""
    return AccountId((_ACCOUNT_PREFIX + netuid.to_bytes(_NETUID_LENGTH, "little")).ljust(_ACCOUNT_LENGTH, b"\0"))


@rule(
    "NET-account/netuid",
    SUBTENSOR(SUBNET, "is_subnet_account_id"),
    POLKADOT_SDK(_TRAITS, "try_from_sub_account"),
)
def is_subnet_account_id(account: AccountId) -> NetUid | None:
    """An account is a subnet's if it is the account of some netuid, whether or not that subnet exists."""
    at = len(_ACCOUNT_PREFIX)
    netuid = NetUid(int.from_bytes(account[at : at + _NETUID_LENGTH], "little"))
    return netuid if account == account_of(netuid) else None
