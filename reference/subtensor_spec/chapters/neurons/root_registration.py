"""Registration on root: free of charge, few at a time; when root is full the least stake gives way to a greater one."""

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import NeuronRegistered
from subtensor_spec.chain.items.neurons import (
    Keys,
    MaxRegistrationsPerBlock,
    RegistrationsThisBlock,
    RegistrationsThisInterval,
    TargetRegistrationsPerInterval,
    Uids,
)
from subtensor_spec.chain.items.stake_weight import Delegates
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, U64_MAX, AccountId, Uid
from subtensor_spec.chapters.neurons.places import append_neuron, replace_neuron
from subtensor_spec.chapters.neurons.uids import get_hotkey_for_net_and_uid, get_max_allowed_uids, get_subnetwork_n
from subtensor_spec.chapters.staking.ownership import create_account_if_non_existent
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_on_subnet
from subtensor_spec.chapters.subnets.existence import ROOT_RS, if_subnet_exist
from subtensor_spec.rules import SUBTENSOR, rule

DEFAULT_ROOT_TAKE = 11_796
"""The delegate take that a hotkey gets with a place on root, 18 percent of 65 535."""

_INTERVAL_FACTOR = 3
_U16_MAX = 2**16 - 1


@call(SUBTENSOR_MODULE, 62)
@rule("REG-root/call", SUBTENSOR(ROOT_RS, "do_root_register"))
def root_register(state: State, origin: Origin, hotkey: AccountId) -> None:
    """A hotkey takes a place on root, and becomes a delegate with a take of 11 796 if it was none.

    Refused are, in this order: no root network (``RootNetworkDoesNotExist``), no signature (``BadOrigin``), too many
    registrations in the block or the interval, a hotkey that has a place on root (``HotKeyAlreadyRegisteredInSubNet``),
    the account of a subnet (``CannotUseSystemAccount``), and, where root is full, too little stake. Nobody asks whose
    hotkey it is: a new one becomes the signer's, an existing one keeps its owner. Both counters rise by one.
    """
    # CHECK
    if not if_subnet_exist(state, ROOT):
        raise CallError(SubtensorModule.RootNetworkDoesNotExist)
    coldkey = ensure_signed(origin)
    check_root_counters(state)
    if Uids.contains(state, ROOT, hotkey):
        raise CallError(SubtensorModule.HotKeyAlreadyRegisteredInSubNet)
    # ACT
    create_account_if_non_existent(state, coldkey, hotkey)
    uid = take_root_place(state, hotkey)
    if not Delegates.contains(state, hotkey):
        Delegates.put(state, hotkey, DEFAULT_ROOT_TAKE)
    for counter in (RegistrationsThisInterval, RegistrationsThisBlock):
        counter.put(state, ROOT, counter.get(state, ROOT) + 1)
    # EMIT
    state.emit(NeuronRegistered(ROOT, uid, hotkey))


@rule("REG-root/counters", SUBTENSOR(ROOT_RS, "do_root_register"))
def check_root_counters(state: State) -> None:
    """Root takes fewer than ``MaxRegistrationsPerBlock`` a block, then fewer than three times its target an interval.

    ``TooManyRegistrationsThisBlock`` and ``TooManyRegistrationsThisInterval`` otherwise. The target is
    ``TargetRegistrationsPerInterval``; three times it is at most 65 535.
    """
    if RegistrationsThisBlock.get(state, ROOT) >= MaxRegistrationsPerBlock.get(state, ROOT):
        raise CallError(SubtensorModule.TooManyRegistrationsThisBlock)
    most = min(TargetRegistrationsPerInterval.get(state, ROOT) * _INTERVAL_FACTOR, _U16_MAX)
    if RegistrationsThisInterval.get(state, ROOT) >= most:
        raise CallError(SubtensorModule.TooManyRegistrationsThisInterval)


@rule("REG-root/place", SUBTENSOR(ROOT_RS, "do_root_register"))
def take_root_place(state: State, hotkey: AccountId) -> Uid:
    """While root has fewer neurons than places a hotkey is appended, then it replaces the least stake on root.

    Of equal stakes the first in order of raw key goes: by the uid's little-endian bytes, so that 256 comes before 1.
    The new hotkey must have more rao on root (``StakeTooLowForRoot``). ``HotKeyNotRegisteredInSubNet`` where root has
    no place at all. The owner hotkey of root is not replaced, though its uid is answered.
    """
    block = current_block(state)
    if get_subnetwork_n(state, ROOT) < get_max_allowed_uids(state, ROOT):
        return append_neuron(state, ROOT, hotkey, block)
    lowest_stake, uid = U64_MAX, Uid(0)
    for candidate, holder in Keys.prefix_items(state, ROOT):
        stake = get_stake_for_hotkey_on_subnet(state, holder, ROOT)
        if stake < lowest_stake:
            lowest_stake, uid = stake, candidate
    get_hotkey_for_net_and_uid(state, ROOT, uid)
    if lowest_stake >= get_stake_for_hotkey_on_subnet(state, hotkey, ROOT):
        raise CallError(SubtensorModule.StakeTooLowForRoot)
    replace_neuron(state, ROOT, uid, hotkey, block)
    return uid
