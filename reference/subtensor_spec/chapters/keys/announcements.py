"""Swaps of coldkeys by those who hold them: announced, waited for, disputed, taken back.

An announcement holds the BLAKE2 hash of the new coldkey and the first block at which the swap may be made.
"""

from hashlib import blake2b

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import (
    ColdkeySwapAnnounced,
    ColdkeySwapCleared,
    ColdkeySwapDisputed,
    ColdkeySwapReset,
)
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.keys import (
    ColdkeySwapAnnouncementDelay,
    ColdkeySwapAnnouncements,
    ColdkeySwapDisputes,
    ColdkeySwapReannouncementDelay,
)
from subtensor_spec.chain.origins import Origin, ensure_root, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, BlockNumber, Hash, TaoBalance
from subtensor_spec.chapters.keys.coldkey_swap import charge_swap_cost, do_swap_coldkey
from subtensor_spec.chapters.keys.records import KEY_SWAP_COST
from subtensor_spec.rules import SUBTENSOR, rule

_DISPATCHES = "pallets/subtensor/src/macros/dispatches.rs"
_U32_MAX = 2**32 - 1


@call(SUBTENSOR_MODULE, 125)
@rule("KEY-coldkey/announce", SUBTENSOR(_DISPATCHES, "announce_coldkey_swap"))
def announce_coldkey_swap(state: State, origin: Origin, new_coldkey_hash: Hash) -> None:
    """A coldkey announces which one will replace it, from ``ColdkeySwapAnnouncementDelay`` blocks from now on.

    The first announcement costs 0.1 TAO, which is recycled (``NotEnoughBalanceToPaySwapColdKey``). Another one, in its
    place and free, may be made ``ColdkeySwapReannouncementDelay`` blocks after the first block at which the earlier
    could have been carried out (``ColdkeySwapReannouncedTooEarly``). Blocks saturate at u32.
    """
    # CHECK
    who = ensure_signed(origin)
    now = Number.get(state)
    announced = ColdkeySwapAnnouncements.get(state, who)
    if announced is None:
        charge_swap_cost(state, who, KEY_SWAP_COST)
    elif now < may_change_from(state, announced[0]):
        raise CallError(SubtensorModule.ColdkeySwapReannouncedTooEarly)
    # ACT
    when = later(now, ColdkeySwapAnnouncementDelay.get(state))
    ColdkeySwapAnnouncements.put(state, who, (when, new_coldkey_hash))
    # EMIT
    state.emit(ColdkeySwapAnnounced(who, new_coldkey_hash))


@call(SUBTENSOR_MODULE, 126)
@rule("KEY-coldkey/swap-announced", SUBTENSOR(_DISPATCHES, "swap_coldkey_announced"))
def swap_coldkey_announced(state: State, origin: Origin, new_coldkey: AccountId) -> None:
    """A coldkey is replaced by the one that it announced, and the announcement is gone.

    Checks in this order: signed; announced (``ColdkeySwapAnnouncementNotFound``); BLAKE2 with 32 bytes of the new
    coldkey is the hash announced (``AnnouncedColdkeyHashDoesNotMatch``); the block announced has been reached
    (``ColdkeySwapTooEarly``); what the swap itself refuses.
    """
    # CHECK
    who = ensure_signed(origin)
    announced = ColdkeySwapAnnouncements.take(state, who)
    if announced is None:
        raise CallError(SubtensorModule.ColdkeySwapAnnouncementNotFound)
    when, new_coldkey_hash = announced
    if new_coldkey_hash != blake2b(new_coldkey, digest_size=32).digest():
        raise CallError(SubtensorModule.AnnouncedColdkeyHashDoesNotMatch)
    if Number.get(state) < when:
        raise CallError(SubtensorModule.ColdkeySwapTooEarly)
    # ACT
    do_swap_coldkey(state, who, new_coldkey)


@call(SUBTENSOR_MODULE, 127)
@rule("KEY-coldkey/dispute", SUBTENSOR(_DISPATCHES, "dispute_coldkey_swap"))
def dispute_coldkey_swap(state: State, origin: Origin) -> None:
    """A coldkey disputes its own announced swap: until root steps in it can make no call at all.

    ``ColdkeySwapAnnouncementNotFound`` without one; ``ColdkeySwapAlreadyDisputed`` cannot be reached through dispatch,
    whose guard answers first.
    """
    # CHECK
    coldkey = ensure_signed(origin)
    if not ColdkeySwapAnnouncements.contains(state, coldkey):
        raise CallError(SubtensorModule.ColdkeySwapAnnouncementNotFound)
    if ColdkeySwapDisputes.contains(state, coldkey):
        raise CallError(SubtensorModule.ColdkeySwapAlreadyDisputed)
    # ACT
    ColdkeySwapDisputes.put(state, coldkey, Number.get(state))
    # EMIT
    state.emit(ColdkeySwapDisputed(coldkey))


@call(SUBTENSOR_MODULE, 133)
@rule("KEY-coldkey/clear", SUBTENSOR(_DISPATCHES, "clear_coldkey_swap_announcement"))
def clear_coldkey_swap_announcement(state: State, origin: Origin) -> None:
    """A coldkey takes its announcement back, when it could also make another.

    ``ColdkeySwapAnnouncementNotFound`` without one, ``ColdkeySwapClearTooEarly`` before that block.
    """
    # CHECK
    who = ensure_signed(origin)
    announced = ColdkeySwapAnnouncements.get(state, who)
    if announced is None:
        raise CallError(SubtensorModule.ColdkeySwapAnnouncementNotFound)
    if Number.get(state) < may_change_from(state, announced[0]):
        raise CallError(SubtensorModule.ColdkeySwapClearTooEarly)
    # ACT
    ColdkeySwapAnnouncements.remove(state, who)
    # EMIT
    state.emit(ColdkeySwapCleared(who))


@call(SUBTENSOR_MODULE, 128)
@rule("KEY-coldkey/reset", SUBTENSOR(_DISPATCHES, "reset_coldkey_swap"))
def reset_coldkey_swap(state: State, origin: Origin, coldkey: AccountId) -> None:
    """Root removes a coldkey's announcement and its dispute, whether or not there are any."""
    ensure_root(origin)
    forget_announcement(state, coldkey)
    state.emit(ColdkeySwapReset(coldkey))


@call(SUBTENSOR_MODULE, 71)
@rule("KEY-coldkey/by-root", SUBTENSOR(_DISPATCHES, "swap_coldkey"))
def swap_coldkey(
    state: State, origin: Origin, old_coldkey: AccountId, new_coldkey: AccountId, swap_cost: TaoBalance
) -> None:
    """Root replaces any coldkey without an announcement; what was announced or disputed is removed afterwards.

    The old coldkey pays what root says, in rao, which is recycled; nothing is asked for zero.
    """
    ensure_root(origin)
    if swap_cost:
        charge_swap_cost(state, old_coldkey, swap_cost)
    do_swap_coldkey(state, old_coldkey, new_coldkey)
    forget_announcement(state, old_coldkey)


@call(SUBTENSOR_MODULE, 73)
@rule("KEY-coldkey/schedule", SUBTENSOR(_DISPATCHES, "schedule_swap_coldkey"))
def schedule_swap_coldkey(state: State, origin: Origin, new_coldkey: AccountId) -> None:
    """Swaps of coldkeys are scheduled no more: ``Deprecated``, whoever asks."""
    raise CallError(SubtensorModule.Deprecated)


@rule(
    "KEY-coldkey/change-delay",
    SUBTENSOR(_DISPATCHES, "announce_coldkey_swap"),
    SUBTENSOR(_DISPATCHES, "clear_coldkey_swap_announcement"),
)
def may_change_from(state: State, when: BlockNumber) -> BlockNumber:
    """An announcement may be changed ``ColdkeySwapReannouncementDelay`` blocks after the block that it names."""
    return later(when, ColdkeySwapReannouncementDelay.get(state))


def later(block: BlockNumber, delay: BlockNumber) -> BlockNumber:
    """Return the block that lies a delay behind another, at most the last u32."""
    return BlockNumber(min(block + delay, _U32_MAX))


def forget_announcement(state: State, coldkey: AccountId) -> None:
    """Remove a coldkey's announcement and dispute."""
    ColdkeySwapAnnouncements.remove(state, coldkey)
    ColdkeySwapDisputes.remove(state, coldkey)
