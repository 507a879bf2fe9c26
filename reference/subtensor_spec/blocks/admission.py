"""Admission: what a node asks before it takes a signed transaction into a block or into its pool."""

from collections.abc import Mapping
from typing import Any

from subtensor_spec.blocks.guards import check_guards
from subtensor_spec.chain.errors import CallError, ErrorCode, InvalidTransaction, SubtensorModule
from subtensor_spec.chain.origins import Origin
from subtensor_spec.chain.state import State
from subtensor_spec.rules import SUBTENSOR, rule

_EXTENSION = "pallets/subtensor/src/extensions/subtensor.rs"

BAD_REQUEST = 255
"""The answer to an error that has no number of its own."""

REFUSALS: Mapping[ErrorCode, int] = {
    SubtensorModule.ColdkeySwapAnnounced: 0,
    SubtensorModule.AmountTooLow: 1,
    SubtensorModule.NotEnoughStakeToSetWeights: 1,
    SubtensorModule.NotEnoughBalanceToStake: 2,
    SubtensorModule.SubnetNotExists: 3,
    SubtensorModule.HotKeyAccountNotExists: 4,
    SubtensorModule.NotEnoughStakeToWithdraw: 5,
    SubtensorModule.CommittingWeightsTooFast: 6,
    SubtensorModule.SettingWeightsTooFast: 6,
    SubtensorModule.NetworkTxRateLimitExceeded: 6,
    SubtensorModule.InsufficientLiquidity: 7,
    SubtensorModule.SlippageTooHigh: 8,
    SubtensorModule.TransferDisallowed: 9,
    SubtensorModule.HotKeyNotRegisteredInNetwork: 10,
    SubtensorModule.InvalidIpAddress: 11,
    SubtensorModule.ServingRateLimitExceeded: 12,
    SubtensorModule.InvalidPort: 13,
    SubtensorModule.InvalidRevealRound: 15,
    SubtensorModule.NoWeightsCommitFound: 16,
    SubtensorModule.RevealTooEarly: 17,
    SubtensorModule.InputLengthsUnequal: 18,
    SubtensorModule.HotKeyNotRegisteredInSubNet: 19,
    SubtensorModule.EvmKeyAssociateRateLimitExceeded: 20,
    SubtensorModule.ColdkeySwapDisputed: 21,
    SubtensorModule.NonAssociatedColdKey: 25,
    SubtensorModule.DelegateTakeTooLow: 26,
    SubtensorModule.DelegateTakeTooHigh: 27,
}
"""The number that a node answers with for each error of a guard."""


@rule("BLK-admission/guards", SUBTENSOR(_EXTENSION, "check"), SUBTENSOR(_EXTENSION, "validate"))
def admit(state: State, origin: Origin, name: str, arguments: Mapping[str, Any]) -> None:
    """A transaction is asked the guards of dispatch, in their order; the first that refuses decides.

    Raises :class:`InvalidTransaction` with the number of the error, a u8. Nothing changes either way.
    """
    try:
        check_guards(state, origin, name, arguments)
    except CallError as refusal:
        raise InvalidTransaction(refusal_number(refusal.error)) from refusal


@rule("BLK-admission/number", SUBTENSOR(_EXTENSION, "from"))
def refusal_number(error: ErrorCode | str) -> int:
    """Each error of a guard has a number; several share one, and an error without one is 255."""
    return REFUSALS.get(error, BAD_REQUEST) if isinstance(error, ErrorCode) else BAD_REQUEST
