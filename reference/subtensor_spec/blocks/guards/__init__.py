"""The guards: what a call must pass before it may look at anything.

A guard sees who signed, the call's full name and its arguments. It reads the state, changes nothing, and refuses by
raising the error that dispatch then returns. The same guards are asked when a node admits a transaction.
"""

from collections.abc import Callable, Mapping
from typing import Any

from subtensor_spec.blocks.guards.coldkey_swap import check_coldkey_swap
from subtensor_spec.blocks.guards.delegate_take import check_delegate_take
from subtensor_spec.blocks.guards.evm_key import check_evm_key_association
from subtensor_spec.blocks.guards.rate_limits import check_rate_limits
from subtensor_spec.blocks.guards.serving_endpoints import check_serving_endpoints
from subtensor_spec.blocks.guards.weights import check_weights
from subtensor_spec.chain.origins import Origin, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId
from subtensor_spec.rules import SUBTENSOR, rule

Guard = Callable[[State, AccountId, str, Mapping[str, Any]], None]

GUARDS: tuple[Guard, ...] = (
    check_coldkey_swap,
    check_weights,
    check_rate_limits,
    check_delegate_take,
    check_serving_endpoints,
    check_evm_key_association,
)
"""The guards in the order in which they are asked."""


@rule("BLK-guard/order", SUBTENSOR("runtime/src/lib.rs", "DispatchExtension"))
def check_guards(state: State, origin: Origin, name: str, arguments: Mapping[str, Any]) -> None:
    """Six guards are asked in this order, and the first that refuses decides: coldkey swap, weights, rate limits,
    delegate take, serving endpoints, EVM key association.

    They concern calls that an account signed; root and nobody pass.
    """
    if not isinstance(origin, Signed):
        return
    for guard in GUARDS:
        guard(state, origin.account, name, arguments)
