"""Calls of the pallet Swap: the fee rate, and those that were once there for liquidity of users."""

from typing import Annotated

from subtensor_spec.chain.arguments import u16, u64, u128
from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import CallError, Swap
from subtensor_spec.chain.event_kinds.swap import FeeRateSet
from subtensor_spec.chain.items.swap import FeeRate
from subtensor_spec.chain.origins import Origin, ensure_root
from subtensor_spec.chain.pallets import SWAP
from subtensor_spec.chain.scale import I32, I64
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.subnets.existence import if_subnet_exist
from subtensor_spec.rules import SUBTENSOR, rule

MAX_FEE_RATE = 10_000
"""The greatest fee rate, in parts of 65 535: 15.26 %."""

_PATH = "pallets/swap/src/pallet/mod.rs"

TickIndex = Annotated[int, I32]
PositionId = u128


@call(SWAP, 0)
@rule("AMM-calls/set-fee-rate", SUBTENSOR(_PATH, "set_fee_rate"))
def set_fee_rate(state: State, origin: Origin, netuid: NetUid, rate: u16) -> None:
    """Root sets a subnet's fee rate.

    ``MechanismDoesNotExist`` for an unknown subnet, then ``FeeRateTooHigh`` above 10 000 parts of 65 535.
    """
    # CHECK
    ensure_root(origin)
    if not if_subnet_exist(state, netuid):
        raise CallError(Swap.MechanismDoesNotExist)
    if rate > MAX_FEE_RATE:
        raise CallError(Swap.FeeRateTooHigh)
    # ACT
    FeeRate.put(state, netuid, rate)
    # EMIT
    state.emit(FeeRateSet(netuid, rate))


@rule("AMM-calls/deprecated", SUBTENSOR(_PATH, "toggle_user_liquidity"), SUBTENSOR(_PATH, "add_liquidity"))
def refuse_deprecated() -> None:
    """The calls on liquidity of users, and on switching it, are refused with ``Deprecated``, whoever sends them."""
    raise CallError(Swap.Deprecated)


@call(SWAP, 1)
def add_liquidity(
    state: State,
    origin: Origin,
    hotkey: AccountId,
    netuid: NetUid,
    tick_low: TickIndex,
    tick_high: TickIndex,
    liquidity: u64,
) -> None:
    """Deprecated."""
    refuse_deprecated()


@call(SWAP, 2)
def remove_liquidity(state: State, origin: Origin, hotkey: AccountId, netuid: NetUid, position_id: PositionId) -> None:
    """Deprecated."""
    refuse_deprecated()


@call(SWAP, 3)
def modify_position(
    state: State,
    origin: Origin,
    hotkey: AccountId,
    netuid: NetUid,
    position_id: PositionId,
    liquidity_delta: Annotated[int, I64],
) -> None:
    """Deprecated."""
    refuse_deprecated()


@call(SWAP, 4)
def toggle_user_liquidity(state: State, origin: Origin, netuid: NetUid, enable: bool) -> None:
    """Deprecated."""
    refuse_deprecated()


@call(SWAP, 5)
def disable_lp(state: State, origin: Origin) -> None:
    """Deprecated."""
    refuse_deprecated()
