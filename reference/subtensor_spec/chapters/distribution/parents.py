"""How one hotkey's dividends are split between its parents and itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from subtensor_spec.arithmetic import U16, U64, U96F32
from subtensor_spec.chain.items.stake_weight import CKBurn, ParentKeys
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.stake_weight.inheritance import proportion_of_u64
from subtensor_spec.chapters.stake_weight.inherited import get_self_contribution, weighted_contribution
from subtensor_spec.chapters.stake_weight.takes import get_childkey_take
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"
_STAKE_UTILS = "pallets/subtensor/src/staking/stake_utils.rs"

_ALL_TAKE = U96F32.saturating_from_num(U16.MAX)


@dataclass(frozen=True)
class DividendSplit:
    """What one hotkey's dividends become, in rao of alpha."""

    paid: tuple[tuple[AccountId, AlphaBalance], ...]
    """Each parent in stored order, then the hotkey itself; an account may occur more than once."""
    recycled: tuple[AlphaBalance, ...]
    """What is recycled, one entry for each parent of another owner, zero included."""


@dataclass(frozen=True)
class ParentPortion:
    """A parent's portion of the dividends, after what is taken from it; U96F32 rao."""

    kept: U96F32
    take: U96F32
    burned: U96F32


@rule("DIV-parents/burn-rate", SUBTENSOR(_STAKE_UTILS, "get_ck_burn"))
def get_ck_burn(state: State) -> U96F32:
    """The rate at which foreign parents' dividends are recycled is the stored 64-bit rate as a proportion."""
    return proportion_of_u64(CKBurn.get(state))


@rule("DIV-parents/take-rate", SUBTENSOR(_RUN_COINBASE, "get_parent_child_dividends_distribution"))
def childkey_take_rate(state: State, hotkey: AccountId, netuid: NetUid) -> U96F32:
    """A childkey's take is its 16-bit take over 65 535, rounded down to 32 fraction bits."""
    return U96F32.saturating_from_num(get_childkey_take(state, hotkey, netuid)).safe_div(_ALL_TAKE)


@rule("DIV-parents/contributions", SUBTENSOR(_RUN_COINBASE, "get_parent_child_dividends_distribution"))
def parent_contributions(state: State, hotkey: AccountId, netuid: NetUid) -> list[tuple[AccountId, U96F32]]:
    """A parent contributes the proportion of its weighted stake that it lends; fractions of a rao count."""
    return [
        (parent, weighted_contribution(state, parent, netuid, proportion_of_u64(stored)))
        for stored, parent in ParentKeys.get(state, hotkey, netuid)
    ]


@rule("DIV-parents/portion", SUBTENSOR(_RUN_COINBASE, "get_parent_child_dividends_distribution"))
def portion_of_contribution(dividends: U96F32, contribution: U96F32, total: U96F32) -> U96F32:
    """A portion is the contribution over the total, and only then times the dividends; each step is rounded down.

    Dividing first keeps 32 fraction bits of the quotient, and nothing overflows: multiplying first would. With
    a total of zero the portion is zero.
    """
    return dividends.saturating_mul(contribution.safe_div(total))


@rule("DIV-parents/take-and-burn", SUBTENSOR(_RUN_COINBASE, "get_parent_child_dividends_distribution"))
def after_take_and_burn(portion: U96F32, take_rate: U96F32, burn_rate: U96F32) -> ParentPortion:
    """From a foreign parent's portion the child takes and the chain recycles, each at its rate of the whole portion.

    Neither is reduced if both rates sum to more than one: the parent keeps nothing, and take and burn together
    exceed the portion.
    """
    take = take_rate.saturating_mul(portion)
    burned = burn_rate.saturating_mul(portion)
    return ParentPortion(portion.saturating_sub(burned).saturating_sub(take), take, burned)


@rule("DIV-parents/split", SUBTENSOR(_RUN_COINBASE, "get_parent_child_dividends_distribution"))
def get_parent_child_dividends_distribution(
    state: State, hotkey: AccountId, netuid: NetUid, dividends: AlphaBalance
) -> DividendSplit:
    """A hotkey's dividends are split by contribution; it keeps its own part and what it takes from foreign parents.

    A parent with the same owner pays neither take nor burn. Parents are paid whole rao, rounded down, in the
    order stored; the hotkey is last and is paid the dividends less all portions plus all takes, rounded down.
    ``dividends`` is in rao.
    """
    emission = U96F32.saturating_from_num(dividends)
    contributions = parent_contributions(state, hotkey, netuid)
    own = U96F32.saturating_from_num(get_self_contribution(state, hotkey, netuid))
    total = _added(own, (contribution for _parent, contribution in contributions))
    take_rate, burn_rate = childkey_take_rate(state, hotkey, netuid), get_ck_burn(state)
    remaining, takes = emission, U96F32.ZERO
    paid: list[tuple[AccountId, AlphaBalance]] = []
    recycled: list[AlphaBalance] = []
    for parent, contribution in contributions:
        portion = portion_of_contribution(emission, contribution, total)
        remaining = remaining.saturating_sub(portion)
        kept = portion
        if Owner.get(state, parent) != Owner.get(state, hotkey):
            charged = after_take_and_burn(portion, take_rate, burn_rate)
            kept, takes = charged.kept, takes.saturating_add(charged.take)
            recycled.append(_whole_rao(charged.burned))
        paid.append((parent, _whole_rao(kept)))
    paid.append((hotkey, _whole_rao(remaining.saturating_add(takes))))
    return DividendSplit(tuple(paid), tuple(recycled))


def _whole_rao(amount: U96F32) -> AlphaBalance:
    return AlphaBalance(amount.saturating_to_num(U64))


def _added(start: U96F32, amounts: Iterable[U96F32]) -> U96F32:
    total = start
    for amount in amounts:
        total = total.saturating_add(amount)
    return total
