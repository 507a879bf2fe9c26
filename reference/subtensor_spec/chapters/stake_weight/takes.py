"""Takes: what a hotkey keeps of what others earn through it, of delegators and of parents, in parts of 65 535."""

from subtensor_spec.chain.arguments import u16, u64
from subtensor_spec.chain.calls import call
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import (
    ChildKeyTakeSet,
    MaxChildKeyTakeSet,
    MinChildKeyTakeSet,
    TakeDecreased,
    TakeIncreased,
    TxChildKeyTakeRateLimitSet,
)
from subtensor_spec.chain.items.stake_weight import (
    ChildkeyTake,
    Delegates,
    MaxChildkeyTake,
    MaxDelegateTake,
    MinChildkeyTake,
    MinChildkeyTakePerSubnet,
    MinDelegateTake,
    TxChildkeyTakeRateLimit,
)
from subtensor_spec.chain.origins import Origin, ensure_root, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, LastTxBlockDelegateTake, NetUid
from subtensor_spec.chapters.hyperparameters.rate_limits import (
    TransactionType,
    exceeds_tx_delegate_take_rate_limit,
    get_rate_limited_last_block,
    passes_rate_limit_on_subnet,
    set_last_block_on_subnet,
    set_rate_limited_last_block,
)
from subtensor_spec.chapters.stake_weight.relations import SET_CHILDREN
from subtensor_spec.chapters.staking.ownership import coldkey_owns_hotkey, hotkey_account_exists
from subtensor_spec.rules import SUBTENSOR, rule

_DISPATCHES = "pallets/subtensor/src/macros/dispatches.rs"
_INCREASE = "pallets/subtensor/src/staking/increase_take.rs"
_DECREASE = "pallets/subtensor/src/staking/decrease_take.rs"
_MISC = "pallets/subtensor/src/utils/misc.rs"


@rule("STW-take/owner", SUBTENSOR(_MISC, "do_take_checks"))
def do_take_checks(state: State, coldkey: AccountId, hotkey: AccountId) -> None:
    """A take is set for a hotkey that exists (``HotKeyAccountNotExists``) by its owner (``NonAssociatedColdKey``)."""
    if not hotkey_account_exists(state, hotkey):
        raise CallError(SubtensorModule.HotKeyAccountNotExists)
    if not coldkey_owns_hotkey(state, coldkey, hotkey):
        raise CallError(SubtensorModule.NonAssociatedColdKey)


@call(SUBTENSOR_MODULE, 66)
@rule("STW-take/increase", SUBTENSOR(_INCREASE, "do_increase_take"))
def increase_take(state: State, origin: Origin, hotkey: AccountId, take: u16) -> None:
    """A coldkey raises what its hotkey keeps of its delegators' dividends.

    Checks in this order: signed; the hotkey exists and is the coldkey's; the take is greater than a stored one
    (``DelegateTakeTooLow``), where none is stored any will do; it is at most ``MaxDelegateTake``
    (``DelegateTakeTooHigh``); the last change is long enough ago (``DelegateTxRateLimitExceeded``).
    """
    # CHECK
    coldkey = ensure_signed(origin)
    do_take_checks(state, coldkey, hotkey)
    if Delegates.contains(state, hotkey) and take <= Delegates.get(state, hotkey):
        raise CallError(SubtensorModule.DelegateTakeTooLow)
    if take > MaxDelegateTake.get(state):
        raise CallError(SubtensorModule.DelegateTakeTooHigh)
    block, last = current_block(state), LastTxBlockDelegateTake(hotkey)
    if exceeds_tx_delegate_take_rate_limit(state, get_rate_limited_last_block(state, last), block):
        raise CallError(SubtensorModule.DelegateTxRateLimitExceeded)
    # ACT
    set_rate_limited_last_block(state, last, block)
    Delegates.put(state, hotkey, take)
    # EMIT
    state.emit(TakeIncreased(coldkey, hotkey, take))


@call(SUBTENSOR_MODULE, 65)
@rule("STW-take/decrease", SUBTENSOR(_DECREASE, "do_decrease_take"))
def decrease_take(state: State, origin: Origin, hotkey: AccountId, take: u16) -> None:
    """A coldkey lowers what its hotkey keeps of its delegators' dividends, as often as it likes.

    Checks in this order: signed; the hotkey exists and is the coldkey's; the take is less than a stored one, where
    none is stored any will do; it is at least ``MinDelegateTake``; both ``DelegateTakeTooLow``. The block is recorded
    all the same, so that a rise has to wait.
    """
    # CHECK
    coldkey = ensure_signed(origin)
    do_take_checks(state, coldkey, hotkey)
    if Delegates.contains(state, hotkey) and take >= Delegates.get(state, hotkey):
        raise CallError(SubtensorModule.DelegateTakeTooLow)
    if take < MinDelegateTake.get(state):
        raise CallError(SubtensorModule.DelegateTakeTooLow)
    # ACT
    Delegates.put(state, hotkey, take)
    set_rate_limited_last_block(state, LastTxBlockDelegateTake(hotkey), current_block(state))
    # EMIT
    state.emit(TakeDecreased(coldkey, hotkey, take))


@rule("STW-take/minimum", SUBTENSOR(_MISC, "get_effective_min_childkey_take"))
def get_effective_min_childkey_take(state: State, netuid: NetUid) -> int:
    """The least childkey take on a subnet is the greater of the chain's minimum and the subnet's own."""
    return max(MinChildkeyTake.get(state), MinChildkeyTakePerSubnet.get(state, netuid))


@rule("STW-take/childkey", SUBTENSOR(SET_CHILDREN, "get_childkey_take"))
def get_childkey_take(state: State, hotkey: AccountId, netuid: NetUid) -> int:
    """A hotkey's childkey take on a subnet is the stored one, zero if none is, but at least the subnet's minimum.

    A maximum that was lowered since does not lower it.
    """
    return max(ChildkeyTake.get(state, hotkey, netuid), get_effective_min_childkey_take(state, netuid))


@call(SUBTENSOR_MODULE, 75)
@rule("STW-take/set-childkey", SUBTENSOR(SET_CHILDREN, "do_set_childkey_take"))
def set_childkey_take(state: State, origin: Origin, hotkey: AccountId, netuid: NetUid, take: u16) -> None:
    """A coldkey sets what its hotkey keeps of its parents' dividends on a subnet, which need not exist.

    Checks in this order: signed; the coldkey owns the hotkey (``NonAssociatedColdKey``); the take lies from the
    subnet's minimum to ``MaxChildkeyTake`` (``InvalidChildkeyTake``); if it is a rise, ``TxChildkeyTakeRateLimit``
    blocks have gone by since the last change there (``TxChildkeyTakeRateLimitExceeded``). Any change is recorded.
    """
    # CHECK
    coldkey = ensure_signed(origin)
    if not coldkey_owns_hotkey(state, coldkey, hotkey):
        raise CallError(SubtensorModule.NonAssociatedColdKey)
    if not get_effective_min_childkey_take(state, netuid) <= take <= MaxChildkeyTake.get(state):
        raise CallError(SubtensorModule.InvalidChildkeyTake)
    rises = take > get_childkey_take(state, hotkey, netuid)
    if rises and not passes_rate_limit_on_subnet(state, TransactionType.SetChildkeyTake, hotkey, netuid):
        raise CallError(SubtensorModule.TxChildkeyTakeRateLimitExceeded)
    # ACT
    ChildkeyTake.put(state, hotkey, netuid, take)
    set_last_block_on_subnet(state, TransactionType.SetChildkeyTake, hotkey, netuid, current_block(state))
    # EMIT
    state.emit(ChildKeyTakeSet(hotkey, take))


@call(SUBTENSOR_MODULE, 69)
@rule("STW-take/rate-limit", SUBTENSOR(_DISPATCHES, "sudo_set_tx_childkey_take_rate_limit"))
def sudo_set_tx_childkey_take_rate_limit(state: State, origin: Origin, tx_rate_limit: u64) -> None:
    """Root sets how many blocks must pass before a hotkey's childkey take may rise on a subnet again."""
    ensure_root(origin)
    TxChildkeyTakeRateLimit.put(state, tx_rate_limit)
    state.emit(TxChildKeyTakeRateLimitSet(tx_rate_limit))


@call(SUBTENSOR_MODULE, 76)
@rule("STW-take/set-minimum", SUBTENSOR(_DISPATCHES, "sudo_set_min_childkey_take"))
def sudo_set_min_childkey_take(state: State, origin: Origin, take: u16) -> None:
    """Root sets the chain's least childkey take, any u16, be it greater than the greatest."""
    ensure_root(origin)
    MinChildkeyTake.put(state, take)
    state.emit(MinChildKeyTakeSet(take))


@call(SUBTENSOR_MODULE, 77)
@rule("STW-take/set-maximum", SUBTENSOR(_DISPATCHES, "sudo_set_max_childkey_take"))
def sudo_set_max_childkey_take(state: State, origin: Origin, take: u16) -> None:
    """Root sets the greatest childkey take, any u16, be it less than the least."""
    ensure_root(origin)
    MaxChildkeyTake.put(state, take)
    state.emit(MaxChildKeyTakeSet(take))
