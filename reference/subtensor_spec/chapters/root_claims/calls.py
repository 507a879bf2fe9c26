"""The calls on root claims."""

from dataclasses import replace
from typing import Annotated

from subtensor_spec.arithmetic import I96F32
from subtensor_spec.chain.arguments import u64
from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import RootClaimTypeSet
from subtensor_spec.chain.items.root_claims import NumRootClaim, RootClaimableThreshold, RootClaimType
from subtensor_spec.chain.origins import Origin, ensure_root, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import Vec
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NET_UID, KeepSubnets, NetUid, RootClaimTypeEnum
from subtensor_spec.chapters.hyperparameters.origins import ensure_subnet_owner_or_root
from subtensor_spec.chapters.root_claims.claim import do_root_claim
from subtensor_spec.chapters.root_claims.index import maybe_add_coldkey_index
from subtensor_spec.chapters.root_claims.source import DISPATCHES, in_claims
from subtensor_spec.rules import SUBTENSOR, rule

MAX_SUBNET_CLAIMS = 5
"""Subnets that one call may claim in."""

MAX_NUM_ROOT_CLAIMS = 50
"""Draws that a block may be told to make."""

MAX_ROOT_CLAIM_THRESHOLD = 10_000_000
"""Rao of alpha that a subnet may ask for at the most before it pays a claim."""


@call(SUBTENSOR_MODULE, 121)
@rule("RC-claim/call", SUBTENSOR(DISPATCHES, "claim_root"))
def claim_root(state: State, origin: Origin, subnets: Annotated[tuple[NetUid, ...], Vec(NET_UID)]) -> None:
    """The coldkey that signs claims in one to five different subnets; it gets a number for draws if it has none.

    No subnet or more than five are refused with ``InvalidSubnetNumber``.
    """
    coldkey = ensure_signed(origin)
    named = frozenset(subnets)
    # CHECK
    if not 1 <= len(named) <= MAX_SUBNET_CLAIMS:
        raise CallError(SubtensorModule.InvalidSubnetNumber)
    # ACT
    maybe_add_coldkey_index(state, coldkey)
    do_root_claim(state, coldkey, named)


@call(SUBTENSOR_MODULE, 122)
@rule("RC-kind/call", SUBTENSOR(DISPATCHES, "set_root_claim_type"), in_claims("change_root_claim_type"))
def set_root_claim_type(state: State, origin: Origin, new_root_claim_type: RootClaimTypeEnum) -> None:
    """The coldkey that signs says what becomes of its claims; it gets a number for draws if it has none.

    ``KeepSubnets`` without a subnet is refused with ``InvalidSubnetNumber``; how many it names, and whether they
    exist, does not matter. They are a set, stored in ascending order.
    """
    coldkey, kind = ensure_signed(origin), new_root_claim_type
    # CHECK
    if isinstance(kind, KeepSubnets):
        kind = replace(kind, subnets=tuple(sorted(set(kind.subnets))))
        if not kind.subnets:
            raise CallError(SubtensorModule.InvalidSubnetNumber)
    # ACT
    maybe_add_coldkey_index(state, coldkey)
    RootClaimType.put(state, coldkey, kind)
    # EMIT
    state.emit(RootClaimTypeSet(coldkey, kind))


@call(SUBTENSOR_MODULE, 123)
@rule("RC-auto/set-draws", SUBTENSOR(DISPATCHES, "sudo_set_num_root_claims"))
def sudo_set_num_root_claims(state: State, origin: Origin, new_value: u64) -> None:
    """Root, or else ``BadOrigin``, sets how many draws a block makes.

    More than 50 are refused with ``InvalidNumRootClaim``; none at all switches the block's claims off.
    """
    ensure_root(origin)
    if new_value > MAX_NUM_ROOT_CLAIMS:
        raise CallError(SubtensorModule.InvalidNumRootClaim)
    NumRootClaim.put(state, new_value)


@call(SUBTENSOR_MODULE, 124)
@rule("RC-claim/set-threshold", SUBTENSOR(DISPATCHES, "sudo_set_root_claim_threshold"))
def sudo_set_root_claim_threshold(state: State, origin: Origin, netuid: NetUid, new_value: u64) -> None:
    """Root or a subnet's owner, or else ``BadOrigin``, sets the rao of alpha below which its claims are not paid.

    More than ten million are refused with ``InvalidRootClaimThreshold``. Root may set it for any netuid.
    """
    ensure_subnet_owner_or_root(state, origin, netuid)
    if new_value > MAX_ROOT_CLAIM_THRESHOLD:
        raise CallError(SubtensorModule.InvalidRootClaimThreshold)
    RootClaimableThreshold.put(state, netuid, I96F32.saturating_from_num(new_value))
