"""Epochs of a network: on the numpy path's arrays, fed from columns, or from the state where a subnet is unusual."""

from typing import cast

import numpy as np

from subtensor_spec.chain.items.stake_weight import TaoWeight
from subtensor_spec.chain.items.staking import StakeThreshold
from subtensor_spec.chain.types import ROOT, NetUid
from subtensor_spec.chapters.consensus.epoch import EpochResult
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.stages import EpochStages
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


def run_on_arrays(epoch: EpochInput) -> EpochResult:
    """Run an epoch that was read from a state on arrays, and give its result in the exact path's form."""
    outcome = run_epoch(epoch)
    return EpochResult(outcome.output, outcome.persisted, cast(EpochStages, outcome.stages))
