"""The guard of coldkeys: an account whose keys are about to be swapped does nothing else."""

from collections.abc import Mapping
from typing import Any

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.keys import ColdkeySwapAnnouncements, ColdkeySwapDisputes
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId
from subtensor_spec.rules import SUBTENSOR, rule

_GUARD = "pallets/subtensor/src/guards/check_coldkey_swap.rs"

ALLOWED_DURING_SWAP = frozenset(
    {
        "SubtensorModule.announce_coldkey_swap",
        "SubtensorModule.swap_coldkey_announced",
        "SubtensorModule.dispute_coldkey_swap",
        "SubtensorModule.clear_coldkey_swap_announcement",
        "MevShield.submit_encrypted",
    }
)
"""What an account may still call while its swap is announced and not disputed."""


@rule("BLK-guard/coldkey-swap", SUBTENSOR(_GUARD, "check"), SUBTENSOR(_GUARD, "is_allowed_during_swap"))
def check_coldkey_swap(state: State, who: AccountId, name: str, arguments: Mapping[str, Any]) -> None:
    """An account without an announced coldkey swap passes, even if a dispute of it is stored.

    With one that is disputed no call passes: ``ColdkeySwapDisputed``. With one that is not, only the calls of the swap
    itself and encrypted submissions pass: ``ColdkeySwapAnnounced``.
    """
    if not ColdkeySwapAnnouncements.contains(state, who):
        return
    if ColdkeySwapDisputes.contains(state, who):
        raise CallError(SubtensorModule.ColdkeySwapDisputed)
    if name not in ALLOWED_DURING_SWAP:
        raise CallError(SubtensorModule.ColdkeySwapAnnounced)
