"""Dispatch: how a call is executed, all of it or nothing."""

from collections.abc import Mapping
from typing import Any

from subtensor_spec.blocks.guards import check_guards
from subtensor_spec.blocks.registry import find_call
from subtensor_spec.chain.origins import Origin
from subtensor_spec.chain.state import State
from subtensor_spec.rules import POLKADOT_SDK, rule


@rule("BLK-dispatch/call", POLKADOT_SDK("substrate/frame/support/src/dispatch.rs", "dispatch_bypass_filter"))
def dispatch(state: State, name: str, origin: Origin, arguments: Mapping[str, Any]) -> None:
    """A call passes the guards in their order and is then executed; whatever refuses it undoes all that it did.

    Before the guards stands the base filter. It refuses nested batches and, in safe mode, all but a few calls; none of
    that concerns a call specified here while safe mode is off. Raises the refusal: a :class:`CallError` with the
    error's code.
    """
    call = find_call(name)
    check_guards(state, origin, name, arguments)
    with state.layer():
        call.function(state, origin, **arguments)
