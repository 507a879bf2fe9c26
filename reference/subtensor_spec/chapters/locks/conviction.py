"""Conviction on a subnet: of each hotkey, in total, and whose is greatest."""

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.items.subnets import SubnetOwnerHotkey
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.locks.buckets import get_sum, hotkey_map, owner_map
from subtensor_spec.chapters.locks.model import is_subnet_owner_hotkey
from subtensor_spec.chapters.locks.rolling import DECAYING, DECAYING_OWNER, PERPETUAL, PERPETUAL_OWNER, rolled
from subtensor_spec.chapters.locks.source import in_locks
from subtensor_spec.rules import rule


def hotkey_conviction(state: State, hotkey: AccountId, netuid: NetUid) -> U64F64:
    """Return a hotkey's conviction on a subnet, as the runtime answers it: that of its sums, as in the rule below."""
    roles = [PERPETUAL, DECAYING]
    if is_subnet_owner_hotkey(state, netuid, hotkey):
        roles += [PERPETUAL_OWNER, DECAYING_OWNER]
    total = U64F64.ZERO
    for role in roles:
        lock = get_sum(state, netuid, hotkey, role)
        if lock is not None:
            total = total.saturating_add(rolled(state, lock, role).conviction)
    return total


@rule("LCK-conviction/of-sums", in_locks("subnet_king"))
def convictions(state: State, netuid: NetUid) -> dict[AccountId, U64F64]:
    """A subnet's convictions are those of all its hotkeys' sums and of the owner's two, which count for its hotkey.

    Each sum is rolled forward in its role; a hotkey's sums are added and saturate.
    """
    found: list[tuple[AccountId, U64F64]] = []
    for role in (PERPETUAL, DECAYING):
        for hotkey, lock in hotkey_map(role).prefix_items(state, netuid):
            if lock is not None:
                found.append((hotkey, rolled(state, lock, role).conviction))
    for role in (PERPETUAL_OWNER, DECAYING_OWNER):
        lock = owner_map(role).get(state, netuid)
        if lock is not None:
            found.append((SubnetOwnerHotkey.get(state, netuid), rolled(state, lock, role).conviction))
    scores: dict[AccountId, U64F64] = {}
    for hotkey, conviction in found:
        scores[hotkey] = scores.get(hotkey, U64F64.ZERO).saturating_add(conviction)
    return scores


@rule("LCK-conviction/total", in_locks("get_total_conviction"))
def get_total_conviction(state: State, netuid: NetUid) -> U64F64:
    """A subnet's total conviction is the saturating sum of its convictions."""
    total = U64F64.ZERO
    for conviction in convictions(state, netuid).values():
        total = total.saturating_add(conviction)
    return total


@rule("LCK-conviction/king", in_locks("subnet_king"))
def subnet_king(state: State, netuid: NetUid) -> AccountId | None:
    """The hotkey with the greatest conviction leads its subnet; of equals the one with the greatest account.

    A subnet without any sum has no leader, one with nothing but convictions of zero has.
    """
    scores = convictions(state, netuid)
    return max(scores, key=lambda hotkey: (scores[hotkey].bits, hotkey), default=None)
