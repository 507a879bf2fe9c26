"""Dispatch: how a call is executed, all of it or nothing."""

from collections.abc import Mapping
from typing import Any

from subtensor_spec.blocks.registry import find_call
from subtensor_spec.chain.origins import Origin
from subtensor_spec.chain.state import State
from subtensor_spec.rules import POLKADOT_SDK, rule


@rule("BLK-dispatch/call", POLKADOT_SDK("substrate/frame/support/src/dispatch.rs", "dispatch_bypass_filter"))
def dispatch(state: State, name: str, origin: Origin, arguments: Mapping[str, Any]) -> None:
    """A call passes the guards in their order and is then executed; whatever refuses it undoes all that it did.

    Raises the refusal.
    """
    call = find_call(name)
    with state.layer():
        call.function(state, origin, **arguments)
