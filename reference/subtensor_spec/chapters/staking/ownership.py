"""Ownership: which coldkey a hotkey belongs to."""

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.staking import OwnedHotkeys, Owner, StakingHotkeys
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Map
from subtensor_spec.chain.types import AccountId
from subtensor_spec.chapters.subnets.existence import is_subnet_account_id
from subtensor_spec.rules import SUBTENSOR, rule

_HELPERS = "pallets/subtensor/src/staking/helpers.rs"


@rule("STK-owner/exists", SUBTENSOR(_HELPERS, "hotkey_account_exists"))
def hotkey_account_exists(state: State, hotkey: AccountId) -> bool:
    """A hotkey exists while it has an entry in ``Owner``."""
    return Owner.contains(state, hotkey)


@rule("STK-owner/owns", SUBTENSOR(_HELPERS, "coldkey_owns_hotkey"))
def coldkey_owns_hotkey(state: State, coldkey: AccountId, hotkey: AccountId) -> bool:
    """A coldkey owns the hotkeys whose entry in ``Owner`` names it; the default does not count."""
    return hotkey_account_exists(state, hotkey) and Owner.get(state, hotkey) == coldkey


def get_owning_coldkey_for_hotkey(state: State, hotkey: AccountId) -> AccountId:
    """Return the coldkey that ``Owner`` names for a hotkey, the zero account if it has no entry."""
    return Owner.get(state, hotkey)


@rule("STK-owner/set", SUBTENSOR(_HELPERS, "set_hotkey_owner"))
def set_hotkey_owner(state: State, coldkey: AccountId, hotkey: AccountId) -> None:
    """A hotkey gets an owner, unless it is the account of a subnet: ``CannotUseSystemAccount``."""
    ensure_not_system_account(hotkey)
    Owner.put(state, hotkey, coldkey)


@rule("STK-owner/create", SUBTENSOR(_HELPERS, "create_account_if_non_existent"))
def create_account_if_non_existent(state: State, coldkey: AccountId, hotkey: AccountId) -> None:
    """A hotkey without an owner gets the coldkey, and joins the hotkeys that it owns and those that it stakes to.

    The account of a subnet is refused (``CannotUseSystemAccount``). A hotkey that exists stays as it is, whoever owns
    it. A list that already holds the hotkey is not written.
    """
    ensure_not_system_account(hotkey)
    if hotkey_account_exists(state, hotkey):
        return
    Owner.put(state, hotkey, coldkey)
    append_if_absent(state, OwnedHotkeys, coldkey, hotkey)
    append_if_absent(state, StakingHotkeys, coldkey, hotkey)


def ensure_not_system_account(account: AccountId) -> None:
    """Refuse the account of any subnet, existing or not, with ``CannotUseSystemAccount``."""
    if is_subnet_account_id(account) is not None:
        raise CallError(SubtensorModule.CannotUseSystemAccount)


def append_if_absent(
    state: State, lists: Map[AccountId, tuple[AccountId, ...]], coldkey: AccountId, hotkey: AccountId
) -> None:
    """Append a hotkey to a coldkey's list; a list that holds it is not written."""
    hotkeys = lists.get(state, coldkey)
    if hotkey not in hotkeys:
        lists.put(state, coldkey, (*hotkeys, hotkey))
