"""What several laws count of subnets."""

from subtensor_spec.chain.items.subnets import NetworksAdded, RegisteredSubnetCounter
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, NetUid


def subnets(state: State) -> list[NetUid]:
    """Return the netuids of the subnets that exist, root included."""
    return [netuid for netuid, exists in NetworksAdded.items(state) if exists]


def kept(before: State, after: State) -> list[NetUid]:
    """Return the subnets that exist before and after and are the same; a netuid can pass to another subnet."""
    there = set(subnets(before))
    return [netuid for netuid in subnets(after) if netuid in there and _same(before, after, netuid)]


def appeared(before: State, after: State) -> list[NetUid]:
    """Return the subnets that exist after and did not before."""
    stayed = set(kept(before, after))
    return [netuid for netuid in subnets(after) if netuid not in stayed]


def gone(before: State, after: State) -> list[NetUid]:
    """Return the netuids of subnets that existed before and do not any more, unless another subnet has the netuid."""
    there = set(subnets(after))
    return [netuid for netuid in subnets(before) if netuid not in there]


def _same(before: State, after: State, netuid: NetUid) -> bool:
    counted = RegisteredSubnetCounter.get(before, netuid), RegisteredSubnetCounter.get(after, netuid)
    return netuid == ROOT or counted[0] == counted[1]
