"""What accounts and subnets say of themselves: texts of bounded length, replaced as a whole."""

from collections.abc import Mapping

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import ChainIdentitySet, SubnetIdentitySet
from subtensor_spec.chain.items.serving import IdentitiesV2
from subtensor_spec.chain.items.staking import OwnedHotkeys
from subtensor_spec.chain.items.subnets import SubnetIdentitiesV3, SubnetOwner
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ChainIdentityV2, NetUid, SubnetIdentityV3
from subtensor_spec.chapters.neurons.uids import is_hotkey_registered_on_any_network
from subtensor_spec.rules import SUBTENSOR, rule

_IDENTITY = "pallets/subtensor/src/utils/identity.rs"

_SHORT, _LONG = 256, 1024

CHAIN_IDENTITY_BYTES: Mapping[str, int] = {
    "name": _SHORT,
    "url": _SHORT,
    "github_repo": _SHORT,
    "image": _LONG,
    "discord": _SHORT,
    "description": _LONG,
    "additional": _LONG,
}
"""The most bytes of each field of an account's identity."""

SUBNET_IDENTITY_BYTES: Mapping[str, int] = {
    "subnet_name": _SHORT,
    "github_repo": _LONG,
    "subnet_contact": _LONG,
    "subnet_url": _LONG,
    "discord": _SHORT,
    "description": _LONG,
    "logo_url": _LONG,
    "additional": _LONG,
}
"""The most bytes of each field of a subnet's identity."""


@rule("SRV-identity/account-bounds", SUBTENSOR(_IDENTITY, "is_valid_identity"))
def is_valid_identity(identity: ChainIdentityV2) -> bool:
    """An account's identity is valid if no field is too long: image, description and additional 1024 bytes, others 256.

    Production also bounds the sum of lengths, at more than the fields can reach together.
    """
    return _within(identity, CHAIN_IDENTITY_BYTES)


@rule("SRV-identity/subnet-bounds", SUBTENSOR(_IDENTITY, "is_valid_subnet_identity"))
def is_valid_subnet_identity(identity: SubnetIdentityV3) -> bool:
    """A subnet's identity is valid if no field is too long: name and discord 256 bytes, every other 1024.

    Production also bounds the sum of three lengths, at more than they can reach together.
    """
    return _within(identity, SUBNET_IDENTITY_BYTES)


def _within(identity: object, most: Mapping[str, int]) -> bool:
    return all(len(getattr(identity, name)) <= length for name, length in most.items())


@call(SUBTENSOR_MODULE, 68)
@rule("SRV-identity/account", SUBTENSOR(_IDENTITY, "do_set_identity"))
def set_identity(
    state: State,
    origin: Origin,
    name: bytes,
    url: bytes,
    github_repo: bytes,
    image: bytes,
    discord: bytes,
    description: bytes,
    additional: bytes,
) -> None:
    """A coldkey says what it is, if one of the hotkeys that it owns is a member of any subnet.

    ``HotKeyNotRegisteredInNetwork`` otherwise, then ``InvalidIdentity`` for a field that is too long.
    """
    coldkey = ensure_signed(origin)
    # CHECK
    if not any(is_hotkey_registered_on_any_network(state, hotkey) for hotkey in OwnedHotkeys.get(state, coldkey)):
        raise CallError(SubtensorModule.HotKeyNotRegisteredInNetwork)
    identity = ChainIdentityV2(name, url, github_repo, image, discord, description, additional)
    if not is_valid_identity(identity):
        raise CallError(SubtensorModule.InvalidIdentity)
    # ACT
    IdentitiesV2.put(state, coldkey, identity)
    # EMIT
    state.emit(ChainIdentitySet(coldkey))


@call(SUBTENSOR_MODULE, 78)
@rule("SRV-identity/subnet", SUBTENSOR(_IDENTITY, "do_set_subnet_identity"))
def set_subnet_identity(
    state: State,
    origin: Origin,
    netuid: NetUid,
    subnet_name: bytes,
    github_repo: bytes,
    subnet_contact: bytes,
    subnet_url: bytes,
    discord: bytes,
    description: bytes,
    logo_url: bytes,
    additional: bytes,
) -> None:
    """A subnet's owner says what the subnet is: ``NotSubnetOwner`` for anybody else, then ``InvalidIdentity``.

    Whether the subnet exists is not asked, so that the zero account owns those that do not.
    """
    coldkey = ensure_signed(origin)
    # CHECK
    if SubnetOwner.get(state, netuid) != coldkey:
        raise CallError(SubtensorModule.NotSubnetOwner)
    identity = SubnetIdentityV3(
        subnet_name, github_repo, subnet_contact, subnet_url, discord, description, logo_url, additional
    )
    if not is_valid_subnet_identity(identity):
        raise CallError(SubtensorModule.InvalidIdentity)
    # ACT
    SubnetIdentitiesV3.put(state, netuid, identity)
    # EMIT
    state.emit(SubnetIdentitySet(netuid))
