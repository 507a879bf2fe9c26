"""Laws of alpha: what is outstanding, and how much of it the counter of issuance sees."""

from collections import Counter
from collections.abc import Iterator

from subtensor_conformance.laws.chain_law import BLOCK, Happened, StateLaw, StepLaw
from subtensor_conformance.subjects.laws.kept import kept, subnets
from subtensor_spec.chain.items.emission import (
    PendingOwnerCut,
    PendingRootAlphaDivs,
    PendingServerEmission,
    PendingValidatorEmission,
)
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetProtocolAlpha
from subtensor_spec.chain.items.staking import TotalHotkeyAlpha
from subtensor_spec.chain.items.swap import AlphaBurned, TotalAlphaIssuance
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, NetUid

PENDING = (PendingServerEmission, PendingValidatorEmission, PendingRootAlphaDivs, PendingOwnerCut)

UNCOUNTED = frozenset(
    {
        "SubtensorModule.burned_register",
        "SubtensorModule.register",
        "SubtensorModule.register_limit",
        "SubtensorModule.root_register",
    }
)
"""Calls that buy alpha and destroy it; the counter of issuance is not told."""


def unassigned(state: State) -> dict[NetUid, int]:
    """Return for each subnet but root the outstanding alpha that is neither stake, pending nor the chain's, in rao."""
    staked: Counter[NetUid] = Counter()
    for (_, netuid), stake in TotalHotkeyAlpha.entries(state):
        staked[netuid] += stake
    return {
        netuid: SubnetAlphaOut.get(state, netuid)
        - staked[netuid]
        - SubnetProtocolAlpha.get(state, netuid)
        - sum(item.get(state, netuid) for item in PENDING)
        for netuid in subnets(state)
        if netuid != ROOT
    }


def there(state: State, netuid: NetUid) -> int:
    """Return how much alpha there is in the pool and outside it, in rao."""
    return SubnetAlphaIn.get(state, netuid) + SubnetAlphaOut.get(state, netuid)


def _covered(state: State) -> Iterator[str]:
    for netuid, rest in unassigned(state).items():
        if rest < 0:
            yield f"subnet {netuid} has {-rest} rao of alpha less outstanding than stake and what is pending"


def _calls_keep(before: State, step: Happened, after: State) -> Iterator[str]:
    if step.kind == BLOCK:
        return
    old, new = unassigned(before), unassigned(after)
    for netuid in kept(before, after):
        burned = AlphaBurned.get(after, netuid) - AlphaBurned.get(before, netuid)
        moved = new.get(netuid, 0) - old.get(netuid, 0)
        if moved != burned:
            yield f"on subnet {netuid} {moved} rao of outstanding alpha become nobody's, {burned} are burned"


def _counted(before: State, step: Happened, after: State) -> Iterator[str]:
    for netuid in (netuid for netuid in kept(before, after) if netuid != ROOT):
        moved = there(after, netuid) - there(before, netuid)
        old, new = TotalAlphaIssuance.get(before, netuid), TotalAlphaIssuance.get(after, netuid)
        if step.call in UNCOUNTED:
            if moved > 0 or old != new:
                yield f"a registration on subnet {netuid} adds {moved} rao of alpha and counts {new - old}"
        elif new != max(old + moved, 0):
            yield f"{moved} rao of alpha come on subnet {netuid}, and {TotalAlphaIssuance} moves by {new - old}"


LAWS: tuple[StateLaw | StepLaw, ...] = (
    StateLaw(
        "alpha/outstanding-covers",
        "On every subnet but root, outstanding alpha is at least all stake, what is pending for the next epoch, and "
        "what the chain bought.",
        ("STK-swap/buy", "EMI-alpha/pending"),
        _covered,
    ),
    StepLaw(
        "alpha/calls-keep-what-is-nobodys",
        "In a call, outstanding alpha that is neither stake nor pending nor the chain's grows by what is burned and "
        "by nothing else.",
        ("ISS-alpha/burn", "ISS-alpha/recycle", "STK-swap/buy", "STK-swap/sell"),
        _calls_keep,
    ),
    StepLaw(
        "alpha/issuance-counted",
        "On every subnet but root, TotalAlphaIssuance moves with the alpha in the pool and outside it, with two "
        "exceptions: the alpha that a registration buys and destroys stays counted, and the counter does not fall "
        "below zero, though the pool that a subnet begins with was never counted.",
        ("ISS-alpha/mint", "ISS-alpha/recycle", "NET-register/pool"),
        _counted,
    ),
)
