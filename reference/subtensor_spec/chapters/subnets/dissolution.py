"""Dissolving a subnet: its stakers share its pool's TAO, and everything that it had goes."""

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import NetworkRemoved
from subtensor_spec.chain.origins import Origin, ensure_root
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, NetUid
from subtensor_spec.chapters.root_claims.transfers import finalize_all_subnet_root_dividends
from subtensor_spec.chapters.subnets.existence import ROOT_RS, if_subnet_exist
from subtensor_spec.chapters.subnets.refunds import destroy_alpha_in_out_stakes
from subtensor_spec.chapters.subnets.removal import purge_commitments, remove_network
from subtensor_spec.chapters.swap.liquidity import clear_protocol_liquidity
from subtensor_spec.rules import SUBTENSOR, rule

_DISPATCHES = "pallets/subtensor/src/macros/dispatches.rs"


@call(SUBTENSOR_MODULE, 120)
@rule("NET-dissolve/call", SUBTENSOR(_DISPATCHES, "root_dissolve_network"))
def root_dissolve_network(state: State, origin: Origin, netuid: NetUid) -> None:
    """Only root dissolves a subnet; anybody else, its owner too, is refused with ``BadOrigin``."""
    ensure_root(origin)
    do_dissolve_network(state, netuid)


@call(SUBTENSOR_MODULE, 61)
def dissolve_network(state: State, origin: Origin, coldkey: AccountId, netuid: NetUid) -> None:
    """Dissolve as ``root_dissolve_network`` does; the coldkey named is not looked at."""
    del coldkey
    root_dissolve_network(state, origin, netuid)


@rule("NET-dissolve/steps", SUBTENSOR(ROOT_RS, "do_dissolve_network"))
def do_dissolve_network(state: State, netuid: NetUid) -> None:
    """A subnet that exists and is not root (else ``SubnetNotExists``) is dissolved in five steps.

    Claims on its root dividends go without being paid; its pool is shared out and its stake destroyed; the swap forgets
    its pool; the commitments made on it go; and all else that storage keeps of it.
    """
    if not if_subnet_exist(state, netuid) or netuid == ROOT:
        raise CallError(SubtensorModule.SubnetNotExists)
    finalize_all_subnet_root_dividends(state, netuid)
    destroy_alpha_in_out_stakes(state, netuid)
    clear_protocol_liquidity(state, netuid)
    purge_commitments(state, netuid)
    remove_network(state, netuid)
    state.emit(NetworkRemoved(netuid))
