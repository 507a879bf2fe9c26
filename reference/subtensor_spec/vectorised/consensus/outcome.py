"""What an epoch gives, in the numpy path's own form, and as the exact path's terms."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from subtensor_spec.chapters.consensus.output import EpochTerms
from subtensor_spec.chapters.consensus.steps.persistence import (
    EpochStorage,
    persist_mechanism_epoch_terms,
    persist_netuid_epoch_terms,
)
from subtensor_spec.vectorised.consensus.agreed import Agreed
from subtensor_spec.vectorised.consensus.emission import Emission
from subtensor_spec.vectorised.consensus.matrix.conversions import proportion_to_u16
from subtensor_spec.vectorised.consensus.stored import StoredRows, UInt16Array
from subtensor_spec.vectorised.words.arrays import BoolArray, Int64Array, UInt64Array
from subtensor_spec.vectorised.words.i64f64 import DoubleWords


@dataclass(frozen=True)
class EpochStages:
    """The intermediate values by uid, under the exact path's names."""

    inactive: BoolArray
    total_stake: DoubleWords
    stake: Int64Array
    new_validator_permits: BoolArray
    active_stake: Int64Array
    agreed: Agreed
    emission: Emission

    def by_name(self) -> dict[str, list[int]]:
        """Return them in the order of their computation, as lists of raw bits, integers and booleans."""
        agreed, emission = self.agreed, self.emission
        values = {
            "stake": self.stake,
            "new_validator_permits": self.new_validator_permits,
            "active_stake": self.active_stake,
            "consensus": agreed.consensus,
            "validator_trust": agreed.validator_trust,
            "ranks": agreed.ranks,
            "incentive": agreed.incentive,
            "dividends": agreed.dividends,
        } | vars(emission)
        first = {"inactive": self.inactive.tolist(), "total_stake": self.total_stake.to_bits()}
        return first | {name: value.tolist() for name, value in values.items()}


@dataclass(frozen=True)
class EpochOutcome:
    """The terms of all neurons, ``n`` long: proportions as u16, amounts in rao."""

    active: BoolArray
    new_validator_permit: BoolArray
    stake: UInt64Array
    stake_weight: UInt16Array
    consensus: UInt16Array
    validator_trust: UInt16Array
    incentive: UInt16Array
    dividend: UInt16Array
    server_emission: UInt64Array
    validator_emission: UInt64Array
    emission: UInt64Array
    bond: StoredRows
    stages: EpochStages

    @classmethod
    def of(cls, n: int, stages: EpochStages) -> "EpochOutcome":
        """Bring the intermediate values into the form of storage (YC-output/proportions, YC-output/stake)."""
        agreed, emission = stages.agreed, stages.emission
        shares = np.stack([stages.stake, agreed.consensus, agreed.validator_trust, agreed.incentive, agreed.dividends])
        stake_weight, consensus, validator_trust, incentive, dividend = proportion_to_u16(shares).astype(np.uint16)
        return cls(
            active=~stages.inactive[:n],
            new_validator_permit=stages.new_validator_permits,
            stake=stages.total_stake.high,
            stake_weight=stake_weight,
            consensus=consensus,
            validator_trust=validator_trust,
            incentive=incentive,
            dividend=dividend,
            server_emission=emission.server_emission,
            validator_emission=emission.validator_emission,
            emission=emission.combined_emission,
            bond=agreed.bonds,
            stages=stages,
        )

    @cached_property
    def output(self) -> list[EpochTerms]:
        """The terms by uid, as the exact path gives them."""
        n = self.active.size
        columns = [getattr(self, name).tolist() for name in _BY_UID]
        return [EpochTerms(*terms) for terms in zip(range(n), *columns, self.bond.to_lists(), strict=True)]

    @cached_property
    def persisted(self) -> EpochStorage:
        """What is stored after the epoch, as the exact path gives it."""
        return EpochStorage(persist_mechanism_epoch_terms(self.output), persist_netuid_epoch_terms(self.output))


_BY_UID = (
    "active",
    "new_validator_permit",
    "stake",
    "stake_weight",
    "consensus",
    "validator_trust",
    "incentive",
    "dividend",
    "server_emission",
    "validator_emission",
    "emission",
)
"""The fields that hold one value for each uid, in the order of :class:`EpochTerms`."""
