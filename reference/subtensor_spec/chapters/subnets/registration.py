"""Creating a subnet: who may, what it costs, what makes room for it, and what it begins with."""

from typing import Annotated

from subtensor_spec.arithmetic import U64, U64F64
from subtensor_spec.chain.calls import call
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import NetworkAdded, SubnetIdentitySet
from subtensor_spec.chain.items.emission import SubnetEmissionEnabled
from subtensor_spec.chain.items.neurons import RAORecycledForRegistration
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetMechanism, SubnetTAO, SubnetVolume
from subtensor_spec.chain.items.staking import TotalStake
from subtensor_spec.chain.items.subnets import (
    NetworkLastLockCost,
    NetworkMinLockCost,
    NetworkRegisteredAt,
    NetworkRegistrationStartBlock,
    RegisteredSubnetCounter,
    SubnetIdentitiesV3,
    SubnetLocked,
    SubnetOwner,
    TokenSymbol,
)
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import Option
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import (
    SUBNET_IDENTITY,
    AccountId,
    AlphaBalance,
    NetUid,
    SubnetIdentityV3,
    TaoBalance,
    saturating_add,
)
from subtensor_spec.chapters.balances.tao import can_remove_balance_from_coldkey_account, transfer_tao_to_subnet
from subtensor_spec.chapters.hyperparameters.rate_limits import TransactionType, passes_rate_limit
from subtensor_spec.chapters.hyperparameters.tx_blocks import set_network_last_lock_block
from subtensor_spec.chapters.neurons.places import append_neuron
from subtensor_spec.chapters.serving.identities import is_valid_subnet_identity
from subtensor_spec.chapters.stake_weight.children import do_set_root_validators_for_subnet
from subtensor_spec.chapters.staking.ownership import (
    coldkey_owns_hotkey,
    create_account_if_non_existent,
    ensure_not_system_account,
    hotkey_account_exists,
)
from subtensor_spec.chapters.subnets.dissolution import do_dissolve_network
from subtensor_spec.chapters.subnets.existence import SUBNET, get_max_subnets, get_next_netuid
from subtensor_spec.chapters.subnets.initialisation import DEFAULT_TEMPO, init_new_network
from subtensor_spec.chapters.subnets.lock_cost import get_network_lock_cost
from subtensor_spec.chapters.subnets.owner_hotkey import set_subnet_owner_hotkey
from subtensor_spec.chapters.subnets.prices import (
    get_median_subnet_alpha_price,
    get_network_to_prune,
    subnets_but_root,
)
from subtensor_spec.chapters.subnets.symbols import get_next_available_symbol
from subtensor_spec.rules import SUBTENSOR, rule

DYNAMIC = 1
"""The mechanism of every new subnet: a pool makes its price."""


@call(SUBTENSOR_MODULE, 79)
@rule("NET-register/call", SUBTENSOR(SUBNET, "do_register_network"))
def register_network_with_identity(
    state: State,
    origin: Origin,
    hotkey: AccountId,
    identity: Annotated[SubnetIdentityV3 | None, Option(SUBNET_IDENTITY)],
) -> None:
    """A coldkey locks the cost of a subnet, which becomes its pool, and owns it; its hotkey is the first neuron.

    The checks stand in ``check_subnet_registration``, then come: what must go is dissolved, the new subnet is set up,
    the cost paid, the first neuron appended, the pool filled, the identity checked and stored, and the validators of
    root made parents of the hotkey, whatever becomes of that. Its emission starts disabled. Paying, creating the
    account, and the identity (``InvalidIdentity``) may still refuse; the median price is that before the subnet was.
    """
    # CHECK
    coldkey = ensure_signed(origin)
    pruned, cost = check_subnet_registration(state, coldkey, hotkey)
    # ACT
    if pruned is not None:
        do_dissolve_network(state, pruned)
    netuid = get_next_netuid(state) if pruned is None else pruned
    price = get_median_subnet_alpha_price(state)
    init_new_network(state, netuid, DEFAULT_TEMPO)
    paid = _pay(state, netuid, coldkey, cost)
    create_account_if_non_existent(state, coldkey, hotkey)
    append_neuron(state, netuid, hotkey, current_block(state))
    _record_creation(state, netuid)
    fill_pool(state, netuid, coldkey, paid, price)
    set_subnet_owner_hotkey(state, netuid, hotkey)
    if identity is not None:
        _set_identity(state, netuid, identity)
    _set_root_validators(state, netuid)
    SubnetEmissionEnabled.put(state, netuid, False)
    # EMIT
    state.emit(NetworkAdded(netuid, DYNAMIC))


@call(SUBTENSOR_MODULE, 59)
def register_network(state: State, origin: Origin, hotkey: AccountId) -> None:
    """Create a subnet without an identity."""
    register_network_with_identity(state, origin, hotkey, None)


@rule("NET-register/checks", SUBTENSOR(SUBNET, "do_register_network"))
def check_subnet_registration(state: State, coldkey: AccountId, hotkey: AccountId) -> tuple[NetUid | None, TaoBalance]:
    """A subnet is refused, in this order, or else this answers which subnet must go for it, and the cost in rao.

    A hotkey of another coldkey (``NonAssociatedColdKey``), the account of a subnet (``CannotUseSystemAccount``), a
    block before ``NetworkRegistrationStartBlock`` (``SubNetRegistrationDisabled``), fewer than ``NetworkRateLimit``
    blocks since the last subnet, whoever created it (``NetworkTxRateLimitExceeded``), as many subnets as there may be
    while none can go (``SubnetLimitReached``), and a coldkey that cannot give the cost even if it dies
    (``CannotAffordLockCost``).
    """
    if hotkey_account_exists(state, hotkey) and not coldkey_owns_hotkey(state, coldkey, hotkey):
        raise CallError(SubtensorModule.NonAssociatedColdKey)
    ensure_not_system_account(hotkey)
    if current_block(state) < NetworkRegistrationStartBlock.get(state):
        raise CallError(SubtensorModule.SubNetRegistrationDisabled)
    if not passes_rate_limit(state, TransactionType.RegisterNetwork, coldkey):
        raise CallError(SubtensorModule.NetworkTxRateLimitExceeded)
    pruned = None
    if len(subnets_but_root(state)) >= get_max_subnets(state):
        pruned = get_network_to_prune(state)
        if pruned is None:
            raise CallError(SubtensorModule.SubnetLimitReached)
    cost = get_network_lock_cost(state)
    if not can_remove_balance_from_coldkey_account(state, coldkey, cost):
        raise CallError(SubtensorModule.CannotAffordLockCost)
    return pruned, cost


def _pay(state: State, netuid: NetUid, coldkey: AccountId, cost: TaoBalance) -> TaoBalance:
    paid = transfer_tao_to_subnet(state, netuid, coldkey, cost)
    NetworkLastLockCost.put(state, paid)
    set_network_last_lock_block(state, current_block(state))
    return paid


def _record_creation(state: State, netuid: NetUid) -> None:
    SubnetMechanism.put(state, netuid, DYNAMIC)
    NetworkRegisteredAt.put(state, netuid, current_block(state))
    RegisteredSubnetCounter.put(state, netuid, U64.saturated(RegisteredSubnetCounter.get(state, netuid) + 1))
    TokenSymbol.put(state, netuid, get_next_available_symbol(state, netuid))


@rule("NET-register/pool", SUBTENSOR(SUBNET, "do_register_network"))
def fill_pool(state: State, netuid: NetUid, coldkey: AccountId, paid: TaoBalance, price: U64F64) -> None:
    """The pool has the TAO paid, at least ``NetworkMinLockCost``, and alpha for it at the median price, rounded down.

    A quotient of ``2**64`` or more gives no alpha. ``TotalStake`` rises by that TAO, also by what was not paid. All
    that was paid is locked, nothing recycled, and no alpha is outside the pool.
    """
    tao = max(paid, NetworkMinLockCost.get(state))
    alpha = U64F64.saturating_from_num(tao).safe_div(price).saturating_to_num(U64)
    SubnetTAO.put(state, netuid, tao)
    SubnetAlphaIn.put(state, netuid, AlphaBalance(alpha))
    SubnetOwner.put(state, netuid, coldkey)
    SubnetLocked.put(state, netuid, paid)
    SubnetAlphaOut.put(state, netuid, AlphaBalance(0))
    SubnetVolume.put(state, netuid, 0)
    RAORecycledForRegistration.put(state, netuid, TaoBalance(0))
    if tao:
        TotalStake.put(state, saturating_add(TotalStake.get(state), tao))


def _set_identity(state: State, netuid: NetUid, identity: SubnetIdentityV3) -> None:
    if not is_valid_subnet_identity(identity):
        raise CallError(SubtensorModule.InvalidIdentity)
    SubnetIdentitiesV3.put(state, netuid, identity)
    state.emit(SubnetIdentitySet(netuid))


def _set_root_validators(state: State, netuid: NetUid) -> None:
    try:
        do_set_root_validators_for_subnet(state, netuid)
    except CallError:
        return
