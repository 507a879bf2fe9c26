"""Accounts without a key, which belong to a pallet; a subnet's account is in the chapter on subnets."""

from subtensor_spec.chain.types import AccountId
from subtensor_spec.rules import POLKADOT_SDK, SUBTENSOR, rule


@rule(
    "BLK-account/of-pallet",
    POLKADOT_SDK("substrate/primitives/runtime/src/traits/mod.rs", "into_account_truncating"),
    SUBTENSOR("runtime/src/lib.rs", "BurnAccountId"),
)
def pallet_account(pallet_id: bytes) -> AccountId:
    """A pallet's account is ``modl``, eight letters that name it, and zeros up to 32 bytes."""
    return AccountId((b"modl" + pallet_id).ljust(32, b"\0"))


def burn_account() -> AccountId:
    """Return where burned TAO goes: it stays in the issuance, and nobody has the key."""
    return pallet_account(b"burntnsr")
