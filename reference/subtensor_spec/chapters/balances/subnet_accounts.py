"""Accounts without a key: every subnet's, which holds the TAO of its pool, and the one for burned TAO."""

from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, NetUid
from subtensor_spec.rules import POLKADOT_SDK, SUBTENSOR, rule

_SUBNET = "pallets/subtensor/src/subnets/subnet.rs"
_TRAITS = "substrate/primitives/runtime/src/traits/mod.rs"

_KIND = b"modl"
_SUBTENSOR_PALLET_ID = b"subtensr"
_PREFIX = _KIND + _SUBTENSOR_PALLET_ID


@rule("BLK-account/of-pallet", POLKADOT_SDK(_TRAITS, "into_sub_account_truncating"))
def pallet_account(pallet_id: bytes, number: bytes = b"") -> AccountId:
    """An account of a pallet is ``modl``, eight letters that name it and a number's bytes, filled up with zeros."""
    return AccountId((_KIND + pallet_id + number).ljust(32, b"\0"))


BURN_ACCOUNT = pallet_account(b"burntnsr")
"""Where burned TAO goes: it stays in the issuance, and nobody has the key."""


@rule("BLK-account/of-subnet", SUBTENSOR(_SUBNET, "get_subnet_account_id"))
def get_subnet_account_id(state: State, netuid: NetUid) -> AccountId | None:
    """A subnet's account is that of the pallet ``subtensr`` with its netuid as two bytes, little-endian.

    Root has one, and every netuid that has an entry in ``NetworksAdded``, even a false one; others have none.
    """
    if netuid != ROOT and not NetworksAdded.contains(state, netuid):
        return None
    return pallet_account(_SUBTENSOR_PALLET_ID, netuid.to_bytes(2, "little"))


@rule("BLK-account/is-subnets", SUBTENSOR(_SUBNET, "is_subnet_account_id"))
def is_subnet_account_id(account: AccountId) -> NetUid | None:
    """Return the netuid whose account has this form, whether that subnet exists or not; nothing if it has another."""
    if not account.startswith(_PREFIX) or any(account[len(_PREFIX) + 2 :]):
        return None
    return NetUid(int.from_bytes(account[len(_PREFIX) : len(_PREFIX) + 2], "little"))
