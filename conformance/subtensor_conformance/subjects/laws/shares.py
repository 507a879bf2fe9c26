"""Laws of share pools: what shares are worth, and who is said to hold them."""

from collections import Counter
from collections.abc import Iterator

from subtensor_conformance.laws.chain_law import BLOCK, Happened, StateLaw, StepLaw
from subtensor_spec.chain.items.staking import Alpha, AlphaV2, StakingHotkeys, TotalHotkeyAlpha
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet

Share = tuple[AccountId, AccountId, NetUid]
"""Hotkey, coldkey, subnet."""


def shares(state: State) -> set[Share]:
    """Return whose shares are stored, of the first kind or the second."""
    return {(keys[0], keys[1], keys[2]) for item in (Alpha, AlphaV2) for keys, _ in item.entries(state)}


def _pools_cover(state: State) -> Iterator[str]:
    worth: Counter[tuple[AccountId, NetUid]] = Counter()
    for hotkey, coldkey, netuid in shares(state):
        worth[hotkey, netuid] += get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid)
    for (hotkey, netuid), total in worth.items():
        if total > TotalHotkeyAlpha.get(state, hotkey, netuid):
            yield f"shares of 0x{hotkey.hex()} on subnet {netuid} are worth {total}, more than the pool"
    for (hotkey, netuid), value in TotalHotkeyAlpha.entries(state):
        if value and (hotkey, netuid) not in worth:
            yield f"nobody has a share in the {value} rao staked with 0x{hotkey.hex()} on subnet {netuid}"


def _unlisted(state: State) -> set[Share]:
    """Return the shares that are worth a rao and whose hotkey the coldkey is not said to stake with."""
    missing = {share for share in shares(state) if share[0] not in StakingHotkeys.get(state, share[1])}
    return {share for share in missing if get_stake_for_hotkey_and_coldkey_on_subnet(state, *share)}


def _listed(before: State, step: Happened, after: State) -> Iterator[str]:
    if step.kind == BLOCK:
        return
    for hotkey, coldkey, netuid in sorted(_unlisted(after) - _unlisted(before)):
        yield f"0x{coldkey.hex()} has stake with 0x{hotkey.hex()} on subnet {netuid}, and its list lacks the hotkey"


LAWS: tuple[StateLaw | StepLaw, ...] = (
    StateLaw(
        "shares/pools-cover",
        "The shares of a hotkey's pool on a subnet are together worth no more than the pool, and a pool with value "
        "has a share.",
        ("SHR-value/of-key",),
        _pools_cover,
    ),
    StepLaw(
        "shares/listed",
        "No call leaves a share that is worth a rao while the coldkey's StakingHotkeys lack its hotkey.",
        ("STK-stake/increase", "KEY-coldkey/staking-hotkeys"),
        _listed,
    ),
)
