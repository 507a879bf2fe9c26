"""The epochs of all mechanisms of a subnet."""

from collections.abc import Callable

from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, MechId, NetUid
from subtensor_spec.chapters.consensus.epoch import EpochResult, run_epoch
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.reading import epoch_input
from subtensor_spec.chapters.consensus.writing import HotkeyTerms, store_mechanism, store_subnet, terms_by_hotkey
from subtensor_spec.chapters.distribution.epoch import HotkeyEmission
from subtensor_spec.chapters.mechanisms.combination import combine, mechanism_weight
from subtensor_spec.chapters.mechanisms.indexes import get_mechanism_storage_index
from subtensor_spec.chapters.mechanisms.split import split_emissions
from subtensor_spec.chapters.voting_power.average import update_voting_power_for_subnet
from subtensor_spec.rules import SUBTENSOR, rule

_MECHANISM = "pallets/subtensor/src/subnets/mechanism.rs"

RunEpoch = Callable[[EpochInput], EpochResult]
"""What works out an epoch: the exact path unless another is given, which must answer the same."""


@rule("MEC-epoch/mechanism", SUBTENSOR(_MECHANISM, "epoch_with_mechanisms"))
def epoch_of_mechanism(
    state: State, netuid: NetUid, mecid: MechId, emission: AlphaBalance, run: RunEpoch = run_epoch
) -> HotkeyTerms:
    """A mechanism's epoch is run on its part of the emission, and what is its own is stored at once.

    The next mechanism sees it where it looks there, which none does.
    """
    terms = terms_by_hotkey(state, netuid, run(epoch_input(state, netuid, mecid, emission)))
    store_mechanism(state, get_mechanism_storage_index(netuid, mecid), terms)
    return terms


@rule("MEC-epoch/all", SUBTENSOR(_MECHANISM, "epoch_with_mechanisms"))
def epoch_with_mechanisms(
    state: State, netuid: NetUid, rao_emission: AlphaBalance, run: RunEpoch = run_epoch
) -> list[HotkeyEmission]:
    """The emission is split, the mechanisms' epochs run in order of their numbers, and their terms are combined.

    The subnet's lists are stored from the combination, and voting power follows it. Returns what each hotkey earned as
    server and as validator, in rao of alpha, in order of hotkey.
    """
    combined: HotkeyTerms = {}
    for number, emission in enumerate(split_emissions(state, netuid, rao_emission)):
        terms = epoch_of_mechanism(state, netuid, MechId(number), emission, run)
        combined = combine(combined, terms, mechanism_weight(emission, rao_emission, number == 0))
    combined = dict(sorted(combined.items()))
    store_subnet(state, netuid, combined)
    update_voting_power_for_subnet(state, netuid, combined.items())
    return [
        HotkeyEmission(hotkey, AlphaBalance(term.server_emission), AlphaBalance(term.validator_emission))
        for hotkey, term in combined.items()
    ]
