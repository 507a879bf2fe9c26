"""What the rules say of one block: answers of runtime APIs held against them, who would go, what would be paid."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from subtensor_spec.chain.items.emission import RootProp, SubnetMovingPrice
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetTAO
from subtensor_spec.chain.items.rate_limits import LastRateLimitedBlock
from subtensor_spec.chain.items.stake_weight import TaoWeight
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.items.subnets import (
    NetworkImmunityPeriod,
    NetworkLastLockCost,
    NetworkLockReductionInterval,
    NetworkMinLockCost,
    NetworkRegisteredAt,
    NetworksAdded,
)
from subtensor_spec.chain.scale import U16, Option
from subtensor_spec.chain.scale import U64 as U64_CODEC
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Item
from subtensor_spec.chapters.emission.root_proportion import root_proportion
from subtensor_spec.chapters.issuance.emission import block_emission_for_issuance
from subtensor_spec.chapters.subnets.lock_cost import get_network_lock_cost
from subtensor_spec.chapters.subnets.prices import get_network_to_prune
from subtensor_spec.explain.audit.blocks import POOLS, Blocks
from subtensor_spec.explain.audit.quotes import audit_prices, audit_quotes, decoded

Needs = tuple[Item[Any], ...]

_COST: Needs = (
    NetworkLastLockCost,
    NetworkMinLockCost,
    NetworkLockReductionInterval,
    LastRateLimitedBlock,
    TotalIssuance,
)
_PRUNE: Needs = (NetworksAdded, NetworkRegisteredAt, NetworkImmunityPeriod, SubnetMovingPrice)


@dataclass(frozen=True)
class Question:
    """One thing that a whole state determines."""

    name: str
    rule: str
    method: str
    """The runtime API that answers it."""
    needs: Needs
    compute: Callable[[State], int | None]
    decode: Callable[[bytes], int | None]


QUESTIONS = (
    Question(
        "block emission",
        "ISS-emission/block",
        "SubnetInfoRuntimeApi_get_block_emission",
        (TotalIssuance,),
        lambda state: block_emission_for_issuance(TotalIssuance.get(state)),
        U64_CODEC.decode,
    ),
    Question(
        "subnet to prune",
        "NET-limit/prune",
        "SubnetInfoRuntimeApi_get_subnet_to_prune",
        _PRUNE,
        get_network_to_prune,
        Option(U16).decode,
    ),
    Question(
        "registration cost",
        "NET-cost/lock",
        "SubnetRegistrationRuntimeApi_get_network_registration_cost",
        _COST,
        get_network_lock_cost,
        U64_CODEC.decode,
    ),
)


def audit_of_state(blocks: Blocks) -> None:
    """Work out what a block's storage determines without the next one, and hold it against what the chain answered."""
    for question in QUESTIONS:
        if not blocks.can(question.name, *question.needs, whole=NetworksAdded in question.needs):
            continue
        computed = _text(question.compute(blocks.play_after()))
        blocks.audit.answers[question.name] = computed
        check = blocks.audit.check(question.rule, question.method)
        for answer in blocks.after.answers:
            if answer.method == question.method:
                check.compare([], _text(decoded(answer, question.decode)), computed)
    if blocks.can("prices and quotes", *POOLS):
        audit_prices(blocks)
        audit_quotes(blocks)


def _text(value: int | None) -> str | None:
    return None if value is None else str(int(value))


def audit_root_proportions(blocks: Blocks) -> None:
    """Check each recorded root proportion against the same block's pools; calls after the record may tell otherwise."""
    if not blocks.can("root proportions", RootProp, SubnetTAO, SubnetAlphaIn, SubnetAlphaOut, TaoWeight):
        return
    state = State(blocks.after.storage, revision=blocks.revision)
    check = blocks.audit.check("EMI-root/record", RootProp.full_name)
    for netuid in blocks.emitting:
        theirs, ours = RootProp.get(state, netuid), root_proportion(state, netuid)
        told = "" if theirs == ours else "calls after the record changed the alpha issued, or root's TAO"
        check.compare([netuid], str(theirs.bits), str(ours.bits), told)
