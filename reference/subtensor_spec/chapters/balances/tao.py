"""TAO as the staking pallet moves it between coldkeys and subnets. Amounts are rao, u64."""

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.balances import BalancesTotalIssuance
from subtensor_spec.chain.items.pools import SubnetTAO
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid, TaoBalance, saturating_sub
from subtensor_spec.chapters.balances.fungible import (
    Expendable,
    Preserve,
    reducible_balance,
    transfer,
)
from subtensor_spec.chapters.subnets.existence import get_subnet_account_id
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/coinbase/tao.rs"


def get_subnet_tao(state: State, netuid: NetUid) -> TaoBalance:
    """Return the TAO in a subnet's pool; its account may hold more, such as what its owner locked."""
    return SubnetTAO.get(state, netuid)


@rule("BLK-coldkey/balance", SUBTENSOR(_PATH, "get_coldkey_balance"))
def get_coldkey_balance(state: State, coldkey: AccountId) -> TaoBalance:
    """A coldkey's balance is what it can give when it may die."""
    return reducible_balance(state, coldkey, Expendable)


@rule("BLK-coldkey/keep-alive", SUBTENSOR(_PATH, "get_keep_alive_balance"))
def get_keep_alive_balance(state: State, coldkey: AccountId) -> TaoBalance:
    """What a coldkey can give and live is that less the existential deposit."""
    return reducible_balance(state, coldkey, Preserve)


@rule("BLK-coldkey/can-remove", SUBTENSOR(_PATH, "can_remove_balance_from_coldkey_account"))
def can_remove_balance_from_coldkey_account(state: State, coldkey: AccountId, amount: TaoBalance) -> bool:
    """A coldkey has an amount if that is at most its balance, its existential deposit included."""
    return amount <= get_coldkey_balance(state, coldkey)


@rule("BLK-coldkey/transfer", SUBTENSOR(_PATH, "transfer_tao"))
def transfer_tao(state: State, origin_coldkey: AccountId, destination_coldkey: AccountId, amount: TaoBalance) -> None:
    """TAO goes from one coldkey to another, though the first may die: ``InsufficientBalance`` for more than it has."""
    if amount > get_coldkey_balance(state, origin_coldkey):
        raise CallError(SubtensorModule.InsufficientBalance)
    transfer_allow_death_update_ti(state, origin_coldkey, destination_coldkey, amount)


@rule("BLK-coldkey/dust", SUBTENSOR(_PATH, "transfer_allow_death_update_ti"))
def transfer_allow_death_update_ti(
    state: State, origin_coldkey: AccountId, destination_coldkey: AccountId, amount: TaoBalance
) -> None:
    """If a transfer lets dust fall out of the balances' issuance, ``TotalIssuance`` falls by as much."""
    before = BalancesTotalIssuance.get(state)
    transfer(state, origin_coldkey, destination_coldkey, amount, Expendable)
    after = BalancesTotalIssuance.get(state)
    if after < before:
        TotalIssuance.put(state, saturating_sub(TotalIssuance.get(state), TaoBalance(before - after)))


@rule("BLK-coldkey/transfer-all", SUBTENSOR(_PATH, "transfer_all_tao_and_kill"))
def transfer_all_tao_and_kill(state: State, origin_coldkey: AccountId, destination_coldkey: AccountId) -> None:
    """All that a coldkey has goes to another; if that is nothing, nothing is done."""
    amount = get_coldkey_balance(state, origin_coldkey)
    if amount:
        transfer_allow_death_update_ti(state, origin_coldkey, destination_coldkey, amount)


@rule("BLK-coldkey/to-subnet", SUBTENSOR(_PATH, "transfer_tao_to_subnet"))
def transfer_tao_to_subnet(state: State, netuid: NetUid, origin_coldkey: AccountId, amount: TaoBalance) -> TaoBalance:
    """A coldkey pays a subnet's account an amount, or less if it must keep the existential deposit; returns how much.

    Nothing is asked of nobody. ``SubnetNotExists`` if the subnet has no account, ``InsufficientBalance`` if the coldkey
    can give nothing and live; then what the transfer itself refuses.
    """
    if not amount:
        return TaoBalance(0)
    subnet_account = ensure_subnet_account(state, netuid)
    paid = min(amount, get_keep_alive_balance(state, origin_coldkey))
    if not paid:
        raise CallError(SubtensorModule.InsufficientBalance)
    transfer(state, origin_coldkey, subnet_account, paid, Preserve)
    return paid


@rule("BLK-coldkey/from-subnet", SUBTENSOR(_PATH, "transfer_tao_from_subnet"))
def transfer_tao_from_subnet(state: State, netuid: NetUid, coldkey: AccountId, amount: TaoBalance) -> None:
    """A subnet's account pays a coldkey; ``SubnetNotExists`` if it has none, ``InsufficientBalance`` if too little."""
    transfer_tao(state, ensure_subnet_account(state, netuid), coldkey, amount)


def ensure_subnet_account(state: State, netuid: NetUid) -> AccountId:
    """Return a subnet's account; ``SubnetNotExists`` if it has none."""
    account = get_subnet_account_id(state, netuid)
    if account is None:
        raise CallError(SubtensorModule.SubnetNotExists)
    return account
