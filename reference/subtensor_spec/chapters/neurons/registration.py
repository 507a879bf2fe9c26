"""Registration: a hotkey gets a place on a subnet for its coldkey's TAO, which buys alpha that nobody gets."""

from subtensor_spec.chain.arguments import u64
from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import NeuronRegistered, RAORecycledForRegistrationSet
from subtensor_spec.chain.items.neurons import (
    Burn,
    NetworkRegistrationAllowed,
    RAORecycledForRegistration,
    RegistrationsThisBlock,
    Uids,
)
from subtensor_spec.chain.items.pools import SubnetAlphaOut
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, NetUid, TaoBalance, saturating_add, saturating_sub
from subtensor_spec.chapters.balances.tao import can_remove_balance_from_coldkey_account, transfer_tao_to_subnet
from subtensor_spec.chapters.emission.flows import record_tao_inflow
from subtensor_spec.chapters.neurons.places import register_neuron
from subtensor_spec.chapters.neurons.price import REGISTRATION, bump_registration_price_after_registration
from subtensor_spec.chapters.neurons.pruning import get_neuron_to_prune
from subtensor_spec.chapters.neurons.uids import get_max_allowed_uids, get_subnetwork_n
from subtensor_spec.chapters.staking.ownership import coldkey_owns_hotkey, create_account_if_non_existent
from subtensor_spec.chapters.staking.stake_utils import swap_tao_for_alpha
from subtensor_spec.chapters.subnets.existence import if_subnet_exist
from subtensor_spec.chapters.swap.liquidity import max_price
from subtensor_spec.rules import SUBTENSOR, rule

_U16_MAX = 2**16 - 1


@call(SUBTENSOR_MODULE, 7)
@rule("REG-register/call", SUBTENSOR(REGISTRATION, "do_register"))
def burned_register(state: State, origin: Origin, netuid: NetUid, hotkey: AccountId) -> None:
    """A coldkey pays the registration price, and its hotkey takes a place on the subnet.

    The checks stand in ``check_registration``; paying, buying and taking the place may each still refuse. The price in
    rao buys alpha from the pool, with the pool's fee, and that alpha leaves ``SubnetAlphaOut`` again. Then
    the neuron takes its place, the price rises, the registrations of the block and ``RAORecycledForRegistration`` count
    up, the latter by the whole price even where less was paid, and what was paid counts as TAO flowing in.
    """
    # CHECK
    coldkey = ensure_signed(origin)
    price = check_registration(state, coldkey, netuid, hotkey)
    # ACT
    paid = transfer_tao_to_subnet(state, netuid, coldkey, price)
    bought = AlphaBalance(swap_tao_for_alpha(state, netuid, paid, max_price(), False).amount_paid_out)
    SubnetAlphaOut.put(state, netuid, saturating_sub(SubnetAlphaOut.get(state, netuid), bought))
    uid = register_neuron(state, netuid, hotkey)
    bump_registration_price_after_registration(state, netuid)
    RegistrationsThisBlock.put(state, netuid, min(RegistrationsThisBlock.get(state, netuid) + 1, _U16_MAX))
    increase_rao_recycled(state, netuid, price)
    record_tao_inflow(state, netuid, paid)
    # EMIT
    state.emit(NeuronRegistered(netuid, uid, hotkey))


@rule("REG-register/checks", SUBTENSOR(REGISTRATION, "do_register"))
def check_registration(state: State, coldkey: AccountId, netuid: NetUid, hotkey: AccountId) -> TaoBalance:
    """A registration is refused, in this order, and otherwise costs ``Burn`` rao; a new hotkey gets its owner here.

    Root (``RegistrationNotPermittedOnRootSubnet``), no subnet (``SubnetNotExists``), registration closed
    (``SubNetRegistrationDisabled``), a hotkey that has a place there (``HotKeyAlreadyRegisteredInSubNet``), a coldkey
    that cannot give the price even if it dies (``NotEnoughBalanceToStake``), the account of a subnet as hotkey
    (``CannotUseSystemAccount``), a hotkey of another coldkey (``NonAssociatedColdKey``), a subnet without places, or a
    full one where nobody can be pruned (``NoNeuronIdAvailable``).
    """
    if netuid == ROOT:
        raise CallError(SubtensorModule.RegistrationNotPermittedOnRootSubnet)
    if not if_subnet_exist(state, netuid):
        raise CallError(SubtensorModule.SubnetNotExists)
    if not NetworkRegistrationAllowed.get(state, netuid):
        raise CallError(SubtensorModule.SubNetRegistrationDisabled)
    if Uids.contains(state, netuid, hotkey):
        raise CallError(SubtensorModule.HotKeyAlreadyRegisteredInSubNet)
    price = Burn.get(state, netuid)
    if not can_remove_balance_from_coldkey_account(state, coldkey, price):
        raise CallError(SubtensorModule.NotEnoughBalanceToStake)
    create_account_if_non_existent(state, coldkey, hotkey)
    if not coldkey_owns_hotkey(state, coldkey, hotkey):
        raise CallError(SubtensorModule.NonAssociatedColdKey)
    _check_room(state, netuid)
    return price


def _check_room(state: State, netuid: NetUid) -> None:
    places = get_max_allowed_uids(state, netuid)
    full = get_subnetwork_n(state, netuid) >= places
    if places == 0 or (full and get_neuron_to_prune(state, netuid) is None):
        raise CallError(SubtensorModule.NoNeuronIdAvailable)


@call(SUBTENSOR_MODULE, 6)
def register(
    state: State,
    origin: Origin,
    netuid: NetUid,
    block_number: u64,
    nonce: u64,
    work: bytes,
    hotkey: AccountId,
    coldkey: AccountId,
) -> None:
    """Register as ``burned_register`` does; the work and the coldkey named are not looked at."""
    del block_number, nonce, work, coldkey
    burned_register(state, origin, netuid, hotkey)


@call(SUBTENSOR_MODULE, 134)
@rule("REG-register/limit", SUBTENSOR(REGISTRATION, "do_register_limit"))
def register_limit(state: State, origin: Origin, netuid: NetUid, hotkey: AccountId, limit_price: u64) -> None:
    """A registration with a limit is refused where the price is above it, and is otherwise as without.

    Checked before, in this order: signed, root, no subnet; then ``RegistrationPriceLimitExceeded`` for a price above
    the limit in rao.
    """
    # CHECK
    ensure_signed(origin)
    if netuid == ROOT:
        raise CallError(SubtensorModule.RegistrationNotPermittedOnRootSubnet)
    if not if_subnet_exist(state, netuid):
        raise CallError(SubtensorModule.SubnetNotExists)
    if Burn.get(state, netuid) > limit_price:
        raise CallError(SubtensorModule.RegistrationPriceLimitExceeded)
    # ACT
    burned_register(state, origin, netuid, hotkey)


def increase_rao_recycled(state: State, netuid: NetUid, amount: TaoBalance) -> None:
    """Count rao as recycled for registration on a subnet, at most ``2**64 - 1``, and tell the new total."""
    total = saturating_add(RAORecycledForRegistration.get(state, netuid), amount)
    RAORecycledForRegistration.put(state, netuid, total)
    state.emit(RAORecycledForRegistrationSet(netuid, total))
