"""Step 9: what the chain stores of an epoch."""

from collections.abc import Sequence
from dataclasses import dataclass

from subtensor_spec.chapters.consensus.epoch_input import Row
from subtensor_spec.chapters.consensus.output import EpochTerms
from subtensor_spec.chapters.consensus.source import in_epoch
from subtensor_spec.rules import rule


@dataclass(frozen=True)
class MechanismStorage:
    """What is stored for the mechanism, by uid."""

    incentive: list[int]
    bonds: list[Row]


@dataclass(frozen=True)
class SubnetStorage:
    """What is stored for the subnet, by uid."""

    active: list[bool]
    emission: list[int]
    consensus: list[int]
    dividends: list[int]
    validator_trust: list[int]
    validator_permit: list[bool]
    stake_weight: list[int]


@dataclass(frozen=True)
class EpochStorage:
    """All that an epoch of a subnet with one mechanism stores."""

    mechanism: MechanismStorage
    subnet: SubnetStorage


@rule("YC-storage/mechanism", in_epoch("persist_mechanism_epoch_terms"))
def persist_mechanism_epoch_terms(terms: Sequence[EpochTerms]) -> MechanismStorage:
    """A mechanism stores incentives as one list, and every neuron's row of bonds, empty ones too.

    So no row of a registered neuron survives an epoch in which it has no permit. Rows of uids that do not exist are
    neither read nor written.
    """
    return MechanismStorage(incentive=[term.incentive for term in terms], bonds=[term.bond for term in terms])


@rule("YC-storage/subnet", in_epoch("persist_netuid_epoch_terms"))
def persist_netuid_epoch_terms(terms: Sequence[EpochTerms]) -> SubnetStorage:
    """A subnet stores seven lists by uid, each written anew and exactly as long as there are neurons."""
    return SubnetStorage(
        active=[term.active for term in terms],
        emission=[term.emission for term in terms],
        consensus=[term.consensus for term in terms],
        dividends=[term.dividend for term in terms],
        validator_trust=[term.validator_trust for term in terms],
        validator_permit=[term.new_validator_permit for term in terms],
        stake_weight=[term.stake_weight for term in terms],
    )


@rule("YC-storage/paid", in_epoch("epoch"))
def emission_paid(terms: Sequence[EpochTerms]) -> list[tuple[int, int, int]]:
    """What is paid out for each neuron is its server and its validator emission; the combined emission is only a
    record.
    """
    return [(term.uid, term.server_emission, term.validator_emission) for term in terms]
