"""What an epoch leaves in the chain's state."""

from collections.abc import Mapping, Sequence

from subtensor_spec.chain.event_kinds.subtensor_module import IncentiveAlphaEmittedToMiners
from subtensor_spec.chain.items.consensus import (
    Active,
    Bonds,
    Consensus,
    Dividends,
    Emission,
    Incentive,
    StakeWeight,
    ValidatorPermit,
    ValidatorTrust,
)
from subtensor_spec.chain.items.neurons import Keys
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.consensus.epoch import EpochResult
from subtensor_spec.chapters.consensus.output import EpochTerms
from subtensor_spec.chapters.consensus.steps.persistence import (
    persist_mechanism_epoch_terms,
    persist_netuid_epoch_terms,
)
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_EPOCH = "pallets/subtensor/src/epoch/run_epoch.rs"

HotkeyTerms = dict[AccountId, EpochTerms]
"""What an epoch says of each neuron, by hotkey."""


@rule("YC-state/terms", SUBTENSOR(_RUN_EPOCH, "epoch_mechanism"))
def terms_by_hotkey(state: State, netuid: NetUid, result: EpochResult) -> HotkeyTerms:
    """Every hotkey with an entry in ``Keys`` is given the terms of its uid; a uid of n or more has none.

    Such a neuron is given zeros and no permit, and is active only if a last update is stored for it that is recent
    enough.
    """
    inactive: Sequence[bool] = result.stages.inactive
    return {
        hotkey: result.output[uid] if uid < len(result.output) else _no_terms(uid, inactive)
        for uid, hotkey in Keys.prefix_items(state, netuid)
    }


def _no_terms(uid: Uid, inactive: Sequence[bool]) -> EpochTerms:
    is_active = uid < len(inactive) and not inactive[uid]
    return EpochTerms(uid, is_active, False, 0, 0, 0, 0, 0, 0, 0, 0, 0, [])


def _in_order_of_uid(terms: Mapping[AccountId, EpochTerms]) -> list[EpochTerms]:
    return sorted(terms.values(), key=lambda term: term.uid)


@rule("YC-state/mechanism", SUBTENSOR(_RUN_EPOCH, "persist_mechanism_epoch_terms"))
def store_mechanism(state: State, index: NetUidStorageIndex, terms: HotkeyTerms) -> None:
    """A mechanism's incentives are stored as one list and its bonds row by row, neurons in order of uid.

    A neuron's place in that order is what its row is stored under. Between the two ``IncentiveAlphaEmittedToMiners``
    names what each server was given in this mechanism, in rao of alpha.
    """
    in_order = _in_order_of_uid(terms)
    stored = persist_mechanism_epoch_terms(in_order)
    Incentive.put(state, index, tuple(stored.incentive))
    state.emit(IncentiveAlphaEmittedToMiners(index, tuple(term.server_emission for term in in_order)))
    for place, row in enumerate(stored.bonds):
        Bonds.put(state, index, Uid(place), tuple(row))


@rule("YC-state/subnet", SUBTENSOR(_RUN_EPOCH, "persist_netuid_epoch_terms"))
def store_subnet(state: State, netuid: NetUid, terms: HotkeyTerms) -> None:
    """A subnet's seven lists are stored anew, neurons in order of uid."""
    stored = persist_netuid_epoch_terms(_in_order_of_uid(terms))
    Active.put(state, netuid, tuple(stored.active))
    Emission.put(state, netuid, tuple(AlphaBalance(amount) for amount in stored.emission))
    Consensus.put(state, netuid, tuple(stored.consensus))
    Dividends.put(state, netuid, tuple(stored.dividends))
    ValidatorTrust.put(state, netuid, tuple(stored.validator_trust))
    ValidatorPermit.put(state, netuid, tuple(stored.validator_permit))
    StakeWeight.put(state, netuid, tuple(stored.stake_weight))
