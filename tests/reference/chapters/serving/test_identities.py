"""Identities: who may set them, how long their fields may be."""

from collections.abc import Callable
from dataclasses import fields

import pytest

from subtensor_spec.chain.event_kinds.subtensor_module import ChainIdentitySet, SubnetIdentitySet
from subtensor_spec.chain.items.neurons import IsNetworkMember
from subtensor_spec.chain.items.serving import IdentitiesV2
from subtensor_spec.chain.items.staking import OwnedHotkeys
from subtensor_spec.chain.items.subnets import SubnetIdentitiesV3, SubnetOwner
from subtensor_spec.chain.origins import Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, ChainIdentityV2, NetUid, SubnetIdentityV3
from subtensor_spec.chapters.serving.identities import (
    CHAIN_IDENTITY_BYTES,
    SUBNET_IDENTITY_BYTES,
    set_identity,
    set_subnet_identity,
)

Refusal = Callable[[Callable[[], object]], str | None]

NETUID = NetUid(1)
FIRST, SECOND, OWNER, STRANGER = (AccountId(bytes([number]) * 32) for number in (1, 2, 8, 9))
OF_ACCOUNT = {field.name: field.name.encode() for field in fields(ChainIdentityV2)}
OF_SUBNET = {field.name: field.name.encode() for field in fields(SubnetIdentityV3)}


@pytest.fixture
def owned(subnet: State) -> State:
    """The owner has two hotkeys, of which the second is a member of the subnet, and owns the subnet itself."""
    OwnedHotkeys.put(subnet, OWNER, (FIRST, SECOND))
    IsNetworkMember.put(subnet, FIRST, NETUID, False)
    IsNetworkMember.put(subnet, SECOND, NETUID, True)
    SubnetOwner.put(subnet, NETUID, OWNER)
    return subnet


def test_an_account_is_stored_as_it_says(owned: State) -> None:
    set_identity(owned, Signed(OWNER), **OF_ACCOUNT)
    assert IdentitiesV2.get(owned, OWNER) == ChainIdentityV2(**OF_ACCOUNT)
    assert owned.events == [ChainIdentitySet(OWNER)]


def test_a_subnet_is_stored_as_its_owner_says(owned: State) -> None:
    set_subnet_identity(owned, Signed(OWNER), NETUID, **OF_SUBNET)
    assert SubnetIdentitiesV3.get(owned, NETUID) == SubnetIdentityV3(**OF_SUBNET)
    assert owned.events == [SubnetIdentitySet(NETUID)]


@pytest.mark.parametrize("name", CHAIN_IDENTITY_BYTES)
def test_a_field_of_an_account_has_its_greatest_length(owned: State, refusal: Refusal, name: str) -> None:
    longest = bytes(CHAIN_IDENTITY_BYTES[name])
    assert refusal(lambda: set_identity(owned, Signed(OWNER), **{**OF_ACCOUNT, name: longest})) is None
    too_long = {**OF_ACCOUNT, name: longest + b"x"}
    assert refusal(lambda: set_identity(owned, Signed(OWNER), **too_long)) == "InvalidIdentity"


@pytest.mark.parametrize("name", SUBNET_IDENTITY_BYTES)
def test_a_field_of_a_subnet_has_its_greatest_length(owned: State, refusal: Refusal, name: str) -> None:
    longest = bytes(SUBNET_IDENTITY_BYTES[name])
    assert refusal(lambda: set_subnet_identity(owned, Signed(OWNER), NETUID, **{**OF_SUBNET, name: longest})) is None
    too_long = {**OF_SUBNET, name: longest + b"x"}
    assert refusal(lambda: set_subnet_identity(owned, Signed(OWNER), NETUID, **too_long)) == "InvalidIdentity"


def test_all_fields_may_be_longest_at_once(owned: State) -> None:
    """The sums of lengths that production bounds as well are out of reach."""
    assert sum(length for name, length in CHAIN_IDENTITY_BYTES.items() if name != "github_repo") <= 4096
    set_identity(owned, Signed(OWNER), **{name: bytes(length) for name, length in CHAIN_IDENTITY_BYTES.items()})
    longest = {name: bytes(length) for name, length in SUBNET_IDENTITY_BYTES.items()}
    assert sum(SUBNET_IDENTITY_BYTES[name] for name in ("subnet_name", "github_repo", "subnet_contact")) <= 6656
    set_subnet_identity(owned, Signed(OWNER), NETUID, **longest)
    assert SubnetIdentitiesV3.get(owned, NETUID) == SubnetIdentityV3(**longest)


def test_who_may(owned: State, refusal: Refusal) -> None:
    too_long = {name: bytes(2000) for name in OF_ACCOUNT}
    for origin, code in ((Root(), "BadOrigin"), (Signed(STRANGER), "HotKeyNotRegisteredInNetwork")):
        assert refusal(lambda by=origin: set_identity(owned, by, **too_long)) == code
    IsNetworkMember.put(owned, SECOND, NETUID, False)
    assert refusal(lambda: set_identity(owned, Signed(OWNER), **OF_ACCOUNT)) == "HotKeyNotRegisteredInNetwork"
    long_subnet = {name: bytes(2000) for name in OF_SUBNET}
    for origin, code in ((Root(), "BadOrigin"), (Signed(STRANGER), "NotSubnetOwner")):
        assert refusal(lambda by=origin: set_subnet_identity(owned, by, NETUID, **long_subnet)) == code
