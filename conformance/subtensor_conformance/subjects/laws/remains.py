"""Laws of what stays behind: of a key that was swapped, and of a subnet that was dissolved."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from subtensor_conformance.laws.chain_law import Happened, StateLaw, StepLaw
from subtensor_conformance.subjects.laws.kept import gone
from subtensor_conformance.subjects.laws.shares import shares
from subtensor_spec.chain.items.rate_limits import LastRateLimitedBlock
from subtensor_spec.chain.items.staking import TotalHotkeyAlpha
from subtensor_spec.chain.scale import U16
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Item
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.mechanisms.indexes import get_netuid
from subtensor_spec.wire.state.items import item_of, items_by_name

PREFIX = 32

SHARES = frozenset({"Alpha", "AlphaV2", "TotalHotkeyAlpha", "TotalHotkeyShares", "TotalHotkeySharesV2"})
"""Pools and shares that are emptied but for a rao at most; they are not removed."""

OF_COLDKEY = SHARES | {
    "LastColdkeyHotkeyStakeBlock", "LastHotkeySwapOnNetuid", "LastRateLimitedBlock", "RootClaimType", "RootClaimed",
    "AlphaMapLastKey", "AlphaV2MapLastKey",
}  # fmt: skip
"""Where a coldkey that was swapped may still stand."""

OF_HOTKEY = SHARES | {
    "ChildKeys", "LastColdkeyHotkeyStakeBlock", "RootAlphaDividendsPerSubnet", "RootClaimed", "StakingHotkeys",
    "TimelockedWeightCommits", "TransactionKeyLastBlock", "LastRateLimitedBlock", "AlphaMapLastKey",
    "AlphaV2MapLastKey",
}  # fmt: skip
"""Where a hotkey that was swapped on all subnets, with its stake, may still stand."""

OF_SUBNET = frozenset({
    "AdjustmentAlpha", "AdjustmentInterval", "AlphaBurned", "AlphaRecycled", "AutoStakeDestination",
    "AutoStakeDestinationColdkeys", "FeeRate", "IsNetworkMember", "LastRateLimitedBlock", "MinAllowedUids",
    "MinChildkeyTakePerSubnet", "MinNonImmuneUids", "OwnerCutEnabled", "RecycleOrBurn", "RegisteredSubnetCounter",
    "RootAlphaDividendsPerSubnet", "RootClaimableThreshold", "RootProp", "SubnetEmissionEnabled", "TotalAlphaIssuance",
    "VotingPower", "VotingPowerDisableAtBlock", "VotingPowerEmaAlpha", "VotingPowerTrackingEnabled",
})  # fmt: skip
"""What storage may still hold of a subnet that is gone."""


def items_with(state: State, account: bytes) -> set[str]:
    """Return the names of the items in whose keys or values an account stands."""
    found = {raw for raw, entry in state.entries.items() if account in raw[PREFIX:] or account in entry.raw}
    return {item.name if (item := item_of(raw)) else "?" for raw in found}


def _coldkey_of(step: Happened) -> str:
    """Return the coldkey that a step swapped for another; root may swap one for itself."""
    if step.call == "SubtensorModule.swap_coldkey":
        old, new = str(step.arguments["old_coldkey"]), str(step.arguments["new_coldkey"])
        return "" if old == new else old
    return step.origin if step.call == "SubtensorModule.swap_coldkey_announced" else ""


def _coldkey(_before: State, step: Happened, after: State) -> Iterator[str]:
    form = "" if step.refused else _coldkey_of(step)
    if form:
        coldkey = bytes.fromhex(form.removeprefix("0x"))
        for name in sorted(items_with(after, coldkey) - OF_COLDKEY):
            yield f"{form} was swapped and stands in {name}"


def _moved_hotkey(step: Happened) -> str:
    """Return the hotkey that a step swapped on all subnets and together with its stake, if it did."""
    swaps = step.call in ("SubtensorModule.swap_hotkey", "SubtensorModule.swap_hotkey_v2") and not step.refused
    whole = swaps and step.arguments["netuid"] is None and not step.arguments.get("keep_stake")
    return str(step.arguments["hotkey"]) if whole else ""


def _hotkey(_before: State, step: Happened, after: State) -> Iterator[str]:
    form = _moved_hotkey(step)
    if form:
        hotkey = AccountId(bytes.fromhex(form.removeprefix("0x")))
        for name in sorted(items_with(after, hotkey) - OF_HOTKEY):
            yield f"{form} was swapped and stands in {name}"
        for netuid, stake in TotalHotkeyAlpha.prefix_items(after, hotkey):
            holders = sum(share[0] == hotkey and share[2] == netuid for share in shares(after))
            if stake > holders:
                yield f"{form} was swapped and keeps {stake} rao of stake on subnet {netuid}, of {holders} shares"


@cache
def _of_subnets() -> dict[bytes, int]:
    """Return for each item whose keys name a subnet, by prefix, which key does."""
    found: dict[bytes, int] = {}
    for item in items_by_name().values():
        places = [place for place, key in enumerate(item.keys_of) if key.codec is U16]
        if places:
            found[item.prefix] = places[0]
    return found


def _netuid(item: Item[Any], raw: bytes) -> NetUid | None:
    place = _of_subnets().get(item.prefix)
    if place is not None:
        return get_netuid(item.keys_in(raw)[place])
    if item is LastRateLimitedBlock:
        return getattr(item.keys_in(raw)[0], "netuid", None)
    return None


def _subnet(before: State, _step: Happened, after: State) -> Iterator[str]:
    dissolved = set(gone(before, after))
    if not dissolved:
        return
    for raw in after.entries:
        item = item_of(raw)
        netuid = None if item is None else _netuid(item, raw)
        if item is not None and netuid in dissolved and item.name not in OF_SUBNET:
            yield f"subnet {netuid} is gone and stands in {item.name}"


LAWS: tuple[StateLaw | StepLaw, ...] = (
    StepLaw(
        "remains/coldkey",
        "A coldkey that was swapped stands nowhere but in shares that were emptied, blocks at which it did "
        "something, what it had claimed of root's dividends and how, and the places that an index of stakers has "
        "got to.",
        ("KEY-coldkey/swap",),
        _coldkey,
    ),
    StepLaw(
        "remains/hotkey",
        "A hotkey that was swapped on all subnets together with its stake keeps at most one rao for each share that "
        "is left, and stands nowhere but in such pools and shares, an empty list of children, timelocked weights, "
        "blocks at which it did something, dividends of root and what was claimed of them, StakingHotkeys of "
        "others, and the places that an index of stakers has got to.",
        ("KEY-hotkey/everywhere",),
        _hotkey,
    ),
    StepLaw(
        "remains/subnet",
        "Of a dissolved subnet stay " + ", ".join(sorted(OF_SUBNET)) + ".",
        ("NET-remove/all",),
        _subnet,
    ),
)
