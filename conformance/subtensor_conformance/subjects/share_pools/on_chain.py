"""What the main network answers of share pools: hotkeys of subnet 70 before and after an epoch."""

from subtensor_conformance.authoring.on_chain import ChainRows, Rows
from subtensor_conformance.subjects.revisions.real import SUBNET_70
from subtensor_spec.chain.items.emission import AlphaDividendsPerSubnet
from subtensor_spec.chain.items.stake_weight import Delegates
from subtensor_spec.chain.items.staking import TotalHotkeyAlpha, TotalHotkeySharesV2
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.wire.state.snapshots import Snapshot, read_snapshots

_NETUID = NetUid(70)
_WITHOUT_TAKE = ("2c36c8b8", "3eb07d26")
"""Hotkeys that take nothing: the epoch paid their nominators and nobody else."""
_OWNER = "34d0a093"
"""The hotkey of the subnet's owner, who was paid the owner's cut, then the take, before the nominators."""
_ALL = 65_535


def _blocks() -> tuple[Snapshot, Snapshot]:
    found = [snapshot for snapshot in read_snapshots(SUBNET_70) if snapshot.spec_version == 475]
    return found[0], found[1]


def rows() -> dict[str, list[ChainRows]]:
    """Return the rows by published name."""
    provenance = " and ".join(
        f"Block {snapshot.block}, {snapshot.block_hash}, spec_version {snapshot.spec_version}" for snapshot in _blocks()
    )
    return {
        "share_pool.after": [
            ChainRows(
                "main-network",
                f"{provenance}.",
                "What an epoch of subnet 70 made of three hotkeys' pools: two pay their nominators and nobody else; "
                "the subnet owner's hotkey is first paid the owner's cut, then its take, then its nominators.",
                "Owner's cut and take paid together, or the take first: either is off in the last digits.",
                _pools,
            )
        ]
    }


def _pools() -> Rows:
    """The take is what the recorded dividends, which are those after it, lack to the whole."""
    before, after = (State(snapshot.storage) for snapshot in _blocks())
    found: Rows = []
    for hotkey, _ in TotalHotkeyAlpha.keys(before):
        slug = hotkey.hex()[:8]
        rest = AlphaDividendsPerSubnet.get(after, _NETUID, hotkey)
        grown = TotalHotkeyAlpha.get(after, hotkey, _NETUID) - TotalHotkeyAlpha.get(before, hotkey, _NETUID)
        operations: list[list[object]] = [["update_value_for_all", str(rest)]]
        if slug == _OWNER:
            take = rest * _ALL // (_ALL - Delegates.get(before, hotkey)) - rest
            cut = grown - rest - take
            operations = [["update_value_for_one", 0, str(cut)], ["update_value_for_one", 0, str(take)], *operations]
        elif slug not in _WITHOUT_TAKE:
            continue
        found.append((slug, [*_pool(before, hotkey), operations], {"ok": _pool(after, hotkey)}))
    return found


def _pool(state: State, hotkey: AccountId) -> list[object]:
    denominator = TotalHotkeySharesV2.get(state, hotkey, _NETUID)
    value = TotalHotkeyAlpha.get(state, hotkey, _NETUID)
    return [str(value), [str(denominator.mantissa), str(denominator.exponent)]]
