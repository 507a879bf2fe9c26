"""Addresses as calls of the pallet Balances take them."""

from dataclasses import dataclass

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.scale import BYTES, UNIT, FixedBytes, Newtype, TaggedEnum
from subtensor_spec.chain.types import ACCOUNT_ID, AccountId
from subtensor_spec.rules import POLKADOT_SDK, rule

CANNOT_LOOKUP = "CannotLookup"
"""The address names no account."""


@dataclass(frozen=True, slots=True)
class Id:
    """An account by its id."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class Index:
    """An account by its number; this chain numbers none, so the number takes no bytes."""

    number: None


@dataclass(frozen=True, slots=True)
class Raw:
    """Any bytes."""

    raw: bytes


@dataclass(frozen=True, slots=True)
class Address32:
    """32 bytes that are no account id."""

    address: bytes


@dataclass(frozen=True, slots=True)
class Address20:
    """20 bytes, such as an Ethereum address."""

    address: bytes


MultiAddress = Id | Index | Raw | Address32 | Address20
MULTI_ADDRESS = TaggedEnum(
    "MultiAddress",
    {
        0: Newtype(Id, account=ACCOUNT_ID),
        1: Newtype(Index, number=UNIT),
        2: Newtype(Raw, raw=BYTES),
        3: Newtype(Address32, address=FixedBytes(32, "[u8; 32]")),
        4: Newtype(Address20, address=FixedBytes(20, "[u8; 20]")),
    },
)


@rule("BLK-balances/lookup", POLKADOT_SDK("substrate/primitives/runtime/src/traits/mod.rs", "lookup"))
def lookup(address: MultiAddress) -> AccountId:
    """Only an account id names an account here; any other form of address is refused with ``CannotLookup``."""
    if not isinstance(address, Id):
        raise CallError(CANNOT_LOOKUP)
    return address.account
