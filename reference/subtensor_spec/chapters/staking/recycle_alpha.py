"""Calls that destroy stake: recycled alpha leaves the issuance, burned alpha does not."""

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import AddStakeBurn, AlphaBurned, AlphaRecycled
from subtensor_spec.chain.items.pools import SubnetAlphaOut
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.issuance.alpha_assets import burn_subnet_alpha, recycle_subnet_alpha
from subtensor_spec.chapters.locks.availability import ensure_available_to_unstake
from subtensor_spec.chapters.staking.add_stake import do_add_stake, do_add_stake_limit
from subtensor_spec.chapters.staking.remove_stake import OptionalTao
from subtensor_spec.chapters.staking.stakes import (
    decrease_stake_for_hotkey_and_coldkey_on_subnet,
    get_stake_for_hotkey_and_coldkey_on_subnet,
)
from subtensor_spec.chapters.staking.validation import (
    ensure_hotkey_exists,
    ensure_subnet_exists,
    ensure_subtoken_enabled,
)
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/staking/recycle_alpha.rs"


@call(SUBTENSOR_MODULE, 101)
@rule("STK-destroy/recycle", SUBTENSOR(_PATH, "do_recycle_alpha"))
def recycle_alpha(state: State, origin: Origin, hotkey: AccountId, amount: AlphaBalance, netuid: NetUid) -> None:
    """The signer's stake is recycled. Emits ``AlphaRecycled``."""
    coldkey = ensure_signed(origin)
    destroyed = take_to_destroy(state, coldkey, hotkey, amount, netuid)
    recycle_subnet_alpha(state, netuid, destroyed)
    state.emit(AlphaRecycled(coldkey, hotkey, destroyed, netuid))


@call(SUBTENSOR_MODULE, 102)
@rule("STK-destroy/burn", SUBTENSOR(_PATH, "do_burn_alpha"))
def burn_alpha(state: State, origin: Origin, hotkey: AccountId, amount: AlphaBalance, netuid: NetUid) -> None:
    """The signer's stake is burned. Emits ``AlphaBurned``."""
    coldkey = ensure_signed(origin)
    destroyed = take_to_destroy(state, coldkey, hotkey, amount, netuid)
    burn_subnet_alpha(state, netuid, destroyed)
    state.emit(AlphaBurned(coldkey, hotkey, destroyed, netuid))


@rule("STK-destroy/take", SUBTENSOR(_PATH, "do_recycle_alpha"), SUBTENSOR(_PATH, "do_burn_alpha"))
def take_to_destroy(
    state: State, coldkey: AccountId, hotkey: AccountId, amount: AlphaBalance, netuid: NetUid
) -> AlphaBalance:
    """At most what is staked is taken, which may be nothing; returns it. These refuse, in this order.

    An unknown subnet; root, ``CannotBurnOrRecycleOnRootSubnet``; a disabled token; an unknown hotkey; more than the
    subnet has outstanding, ``InsufficientLiquidity``; more than the lock leaves, ``StakeUnavailable``.
    """
    # CHECK
    ensure_subnet_exists(state, netuid)
    if netuid == ROOT:
        raise CallError(SubtensorModule.CannotBurnOrRecycleOnRootSubnet)
    ensure_subtoken_enabled(state, netuid)
    ensure_hotkey_exists(state, hotkey)
    taken = min(amount, get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid))
    if SubnetAlphaOut.get(state, netuid) < taken:
        raise CallError(SubtensorModule.InsufficientLiquidity)
    ensure_available_to_unstake(state, coldkey, netuid, taken)
    # ACT
    decrease_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid, taken)
    return taken


@call(SUBTENSOR_MODULE, 132)
@rule("STK-destroy/add-and-burn", SUBTENSOR(_PATH, "do_add_stake_burn"))
def add_stake_burn(
    state: State, origin: Origin, hotkey: AccountId, netuid: NetUid, amount: TaoBalance, limit: OptionalTao
) -> None:
    """The signer buys stake, whole or not at all if there is a limit price, and burns the alpha bought.

    Emits ``AddStakeBurn`` after the events of both.
    """
    if limit is None:
        alpha = do_add_stake(state, origin, hotkey, netuid, amount)
    else:
        alpha = do_add_stake_limit(state, origin, hotkey, netuid, amount, limit, False)
    burn_alpha(state, origin, hotkey, alpha, netuid)
    state.emit(AddStakeBurn(netuid, hotkey, amount, alpha))
