"""Calls of the pallet Balances that an account signs for itself."""

from typing import Annotated

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import BALANCES
from subtensor_spec.chain.scale import U64, Compact, Vec
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ACCOUNT_ID, AccountId, TaoBalance
from subtensor_spec.chapters.balances.accounts import ensure_upgraded
from subtensor_spec.chapters.balances.fungible import Expendable, Preserve, burn_from, reducible_balance, transfer
from subtensor_spec.chapters.balances.lookup import MULTI_ADDRESS, MultiAddress, lookup
from subtensor_spec.rules import POLKADOT_SDK, rule

_PATH = "substrate/frame/balances/src/lib.rs"

Address = Annotated[MultiAddress, MULTI_ADDRESS]
CompactTao = Annotated[TaoBalance, Compact(U64)]


@call(BALANCES, 0)
@rule("BLK-balances/transfer-allow-death", POLKADOT_SDK(_PATH, "transfer_allow_death"))
def transfer_allow_death(state: State, origin: Origin, dest: Address, value: CompactTao) -> None:
    """The signer pays another account, and may die by it; ``CannotLookup`` for an address that is no account id."""
    source = ensure_signed(origin)
    transfer(state, source, lookup(dest), value, Expendable)


@call(BALANCES, 3)
@rule("BLK-balances/transfer-keep-alive", POLKADOT_SDK(_PATH, "transfer_keep_alive"))
def transfer_keep_alive(state: State, origin: Origin, dest: Address, value: CompactTao) -> None:
    """The signer pays another account and must keep the existential deposit."""
    source = ensure_signed(origin)
    transfer(state, source, lookup(dest), value, Preserve)


@call(BALANCES, 4)
@rule("BLK-balances/transfer-all", POLKADOT_SDK(_PATH, "transfer_all"))
def transfer_all(state: State, origin: Origin, dest: Address, keep_alive: bool) -> None:
    """The signer pays all that it can give, with or without living on."""
    transactor = ensure_signed(origin)
    preservation = Preserve if keep_alive else Expendable
    amount = reducible_balance(state, transactor, preservation)
    transfer(state, transactor, lookup(dest), amount, preservation)


@call(BALANCES, 6)
@rule("BLK-balances/upgrade-accounts", POLKADOT_SDK(_PATH, "upgrade_accounts"))
def upgrade_accounts(state: State, origin: Origin, who: Annotated[tuple[AccountId, ...], Vec(ACCOUNT_ID)]) -> None:
    """Anybody may have old accounts upgraded, in the order in which they are named."""
    ensure_signed(origin)
    for account in who:
        ensure_upgraded(state, account)


@call(BALANCES, 10)
@rule("BLK-balances/burn", POLKADOT_SDK(_PATH, "burn"))
def burn(state: State, origin: Origin, value: CompactTao, keep_alive: bool) -> None:
    """The signer burns TAO of its own; the balances' issuance falls by it, the staking pallet's stays."""
    source = ensure_signed(origin)
    burn_from(state, source, value, Preserve if keep_alive else Expendable)
