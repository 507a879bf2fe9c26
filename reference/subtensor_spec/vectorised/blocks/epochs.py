"""Epochs of a network: on the numpy path's arrays, fed from columns, or from the state where a subnet is unusual."""

from typing import cast

import numpy as np

from subtensor_spec.chain.items.stake_weight import TaoWeight
from subtensor_spec.chain.items.staking import StakeThreshold
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AlphaBalance, MechId, NetUid
from subtensor_spec.chapters.consensus.epoch import EpochResult
from subtensor_spec.chapters.consensus.reading import epoch_input
from subtensor_spec.chapters.consensus.stages import EpochStages
from subtensor_spec.chapters.consensus.writing import HotkeyTerms, store_mechanism, store_subnet, terms_by_hotkey
from subtensor_spec.chapters.distribution.epoch import HotkeyEmission
from subtensor_spec.chapters.mechanisms.combination import combine, mechanism_weight
from subtensor_spec.chapters.mechanisms.indexes import get_mechanism_storage_index
from subtensor_spec.chapters.mechanisms.split import split_emissions
from subtensor_spec.chapters.voting_power.average import update_voting_power_for_subnet
from subtensor_spec.vectorised.blocks.facts import Facts
from subtensor_spec.vectorised.blocks.network import Network
from subtensor_spec.vectorised.blocks.pools import Pool
from subtensor_spec.vectorised.consensus.epoch import run_epoch, run_epoch_arrays
from subtensor_spec.vectorised.consensus.inputs import EpochArrays
from subtensor_spec.vectorised.consensus.outcome import EpochOutcome
from subtensor_spec.vectorised.words.arrays import UInt64Array


def epoch_of(network: Network, at: int, facts: Facts, stakes: "Stakes", emission: int) -> EpochOutcome:
    """Run an ordinary subnet's epoch and keep what it stores."""
    columns, netuid = network.columns, network.netuids[at]
    outcome = run_epoch_arrays(
        EpochArrays(
            n=facts.n,
            current_block=network.block,
            tempo=columns.tempo.values[at],
            last_update=facts.last_update,
            block_at_registration=facts.block_at_registration,
            last_mechanism_step_block=columns.last_step.values[at],
            alpha_stake=stakes.alpha,
            tao_stake=stakes.tao,
            tao_weight=TaoWeight.get(network.state),
            stake_threshold=StakeThreshold.get(network.state),
            validator_permit=facts.validator_permit,
            weights=facts.weights,
            bonds=facts.bonds,
            epoch_index=columns.epoch_index.values[at],
            epoch_due=False,
            hash_commits=facts.hash_commits,
            timelocked_commits=facts.timelocked_commits,
            rao_emission=emission,
            **facts.settings,  # type: ignore[arg-type]
        )
    )
    facts.validator_permit, facts.bonds = outcome.new_validator_permit, outcome.bond
    network.records.of(netuid).outcome = outcome
    return outcome


class Stakes:
    """The stake on each neuron's hotkey, by uid, in the subnet and on root."""

    def __init__(self, network: Network, netuid: NetUid, facts: Facts) -> None:
        kept = network.pools_of(netuid, facts)
        self.of_alpha = _values(network, netuid, facts, kept.here)
        self.of_tao = _values(network, ROOT, facts, kept.on_root)
        self.alpha: UInt64Array = np.array(self.of_alpha, dtype=np.uint64)
        self.tao: UInt64Array = np.array(self.of_tao, dtype=np.uint64)


def _values(network: Network, netuid: NetUid, facts: Facts, pools: list[Pool | None]) -> list[int]:
    value = network.pools.value
    return [
        value(netuid, hotkey) if pool is None else pool.value for hotkey, pool in zip(facts.hotkeys, pools, strict=True)
    ]


def epoch_with_mechanisms(state: State, netuid: NetUid, rao_emission: AlphaBalance) -> list[HotkeyEmission]:
    """Run the epochs of all mechanisms from the state, each on arrays (MEC-epoch/all, MEC-epoch/mechanism)."""
    combined: HotkeyTerms = {}
    for number, emission in enumerate(split_emissions(state, netuid, rao_emission)):
        mecid = MechId(number)
        outcome = run_epoch(epoch_input(state, netuid, mecid, emission))
        result = EpochResult(outcome.output, outcome.persisted, cast(EpochStages, outcome.stages))
        terms = terms_by_hotkey(state, netuid, result)
        store_mechanism(state, get_mechanism_storage_index(netuid, mecid), terms)
        combined = combine(combined, terms, mechanism_weight(emission, rao_emission, number == 0))
    combined = dict(sorted(combined.items()))
    store_subnet(state, netuid, combined)
    update_voting_power_for_subnet(state, netuid, combined.items())
    return [
        HotkeyEmission(hotkey, AlphaBalance(term.server_emission), AlphaBalance(term.validator_emission))
        for hotkey, term in combined.items()
    ]
