"""Laws of TAO: what there is, what accounts hold, and the two records of it."""

from collections.abc import Iterator

from subtensor_conformance.laws.chain_law import Happened, StateLaw, StepLaw
from subtensor_spec.chain.items.balances import BalancesTotalIssuance, SystemAccount
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import U64_MAX

CORRECTED = "Balances.force_adjust_total_issuance"
"""The call by which root makes the record of issuance differ from what accounts hold."""


def held(state: State) -> int:
    """Return all TAO that accounts hold, free and reserved, in rao."""
    return sum(info.data.free + info.data.reserved for _, info in SystemAccount.items(state))


def _is_the_sum(before: State, step: Happened, after: State) -> Iterator[str]:
    gap = BalancesTotalIssuance.get(before) - held(before)
    now = BalancesTotalIssuance.get(after) - held(after)
    full = BalancesTotalIssuance.get(after) == U64_MAX
    if now != gap and step.call != CORRECTED and not full:
        yield f"issuance exceeds what accounts hold by {now} rao, before by {gap}"


def _is_recorded_twice(before: State, step: Happened, after: State) -> Iterator[str]:
    own = BalancesTotalIssuance.get(after) - BalancesTotalIssuance.get(before)
    other = TotalIssuance.get(after) - TotalIssuance.get(before)
    expected = 0 if step.call.startswith("Balances.") else own
    if other != expected:
        yield f"{TotalIssuance} moves by {other} rao, {BalancesTotalIssuance} by {own}"


LAWS: tuple[StateLaw | StepLaw, ...] = (
    StepLaw(
        "supply/issuance-is-held",
        "The issuance of the balances moves by as much as what accounts hold, free and reserved; only root's "
        "correction of the issuance moves it alone, and u64's limit stops it. From genesis on they are equal until "
        "then.",
        ("ISS-supply/mint", "BLK-account/dust"),
        _is_the_sum,
    ),
    StepLaw(
        "supply/recorded-twice",
        "The staking pallet's issuance moves by as much as that of the balances, but does not move in a call of the "
        "pallet Balances.",
        ("ISS-supply/mint", "ISS-supply/recycle", "BLK-account/dust"),
        _is_recorded_twice,
    ),
)
