"""The guard of delegate takes."""

from collections.abc import Mapping
from typing import Any

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.stake_weight import MaxDelegateTake, MinDelegateTake
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId
from subtensor_spec.chapters.stake_weight.takes import do_take_checks
from subtensor_spec.rules import SUBTENSOR, rule

_GUARD = "pallets/subtensor/src/guards/check_delegate_take.rs"

GUARDED = frozenset({"SubtensorModule.increase_take", "SubtensorModule.decrease_take"})


@rule("BLK-guard/delegate-take", SUBTENSOR(_GUARD, "check"), SUBTENSOR(_GUARD, "applies_to"))
def check_delegate_take(state: State, who: AccountId, name: str, arguments: Mapping[str, Any]) -> None:
    """A delegate's take, to be raised or lowered, lies within the bounds before anything else is asked.

    In this order: at least ``MinDelegateTake`` (``DelegateTakeTooLow``); at most ``MaxDelegateTake``
    (``DelegateTakeTooHigh``); the hotkey exists; the coldkey owns it.
    """
    if name not in GUARDED:
        return
    if arguments["take"] < MinDelegateTake.get(state):
        raise CallError(SubtensorModule.DelegateTakeTooLow)
    if arguments["take"] > MaxDelegateTake.get(state):
        raise CallError(SubtensorModule.DelegateTakeTooHigh)
    do_take_checks(state, who, arguments["hotkey"])
