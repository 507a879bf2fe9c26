"""Step 8: the terms of each neuron, as integers fit for storage."""

from collections.abc import Sequence
from dataclasses import dataclass

from subtensor_spec.arithmetic import I32F32, I64F64
from subtensor_spec.chapters.consensus.epoch_input import Row
from subtensor_spec.chapters.consensus.matrix.conversions import fixed64_to_u64, fixed_proportion_to_u16
from subtensor_spec.chapters.consensus.matrix.shapes import SparseRow
from subtensor_spec.chapters.consensus.source import in_epoch, in_math
from subtensor_spec.chapters.consensus.steps.activity import Activity
from subtensor_spec.chapters.consensus.steps.agreement import Agreement
from subtensor_spec.chapters.consensus.steps.bonds import Bonds
from subtensor_spec.chapters.consensus.steps.emission import Emission
from subtensor_spec.chapters.consensus.steps.permits import Permits
from subtensor_spec.chapters.consensus.steps.stake import Stake
from subtensor_spec.rules import rule


@dataclass(frozen=True)
class EpochTerms:
    """What an epoch says of one neuron. Proportions are u16 with 65535 for one, amounts are rao."""

    uid: int
    active: bool
    new_validator_permit: bool
    stake: int
    stake_weight: int
    consensus: int
    validator_trust: int
    incentive: int
    dividend: int
    server_emission: int
    validator_emission: int
    emission: int
    bond: Row


def terms_of_neurons(
    activity: Activity, stake: Stake, permits: Permits, agreement: Agreement, bonds: Bonds, emission: Emission
) -> list[EpochTerms]:
    """Return the terms of every neuron, in order of uid."""
    new_permits = permits.new_validator_permits
    columns = zip(
        range(len(new_permits)),
        (not inactive for inactive in activity.inactive),
        new_permits,
        (stake_in_rao(total) for total in stake.total_stake),
        proportions_as_u16(stake.stake),
        proportions_as_u16(agreement.consensus),
        proportions_as_u16(agreement.validator_trust),
        proportions_as_u16(agreement.incentive),
        proportions_as_u16(bonds.dividends),
        emission.server_emission,
        emission.validator_emission,
        emission.combined_emission,
        (bonds_as_u16(row, permit) for row, permit in zip(bonds.bonds_stored, new_permits, strict=True)),
        strict=False,  # activity is judged beyond n where more updates are stored
    )
    return [EpochTerms(*terms) for terms in columns]


@rule("YC-output/proportions", in_epoch("epoch_mechanism"), in_math("vec_fixed_proportions_to_u16"))
def proportions_as_u16(vector: Sequence[I32F32]) -> list[int]:
    """Shares of stake, consensus, trust, incentive and dividends are stored as u16, each rounded down."""
    return [fixed_proportion_to_u16(value) for value in vector]


@rule("YC-output/stake", in_epoch("epoch_mechanism"))
def stake_in_rao(stake: I64F64) -> int:
    """The stake reported is the whole rao of a neuron's stake before the threshold, rounded down."""
    return fixed64_to_u64(stake)


@rule("YC-output/bonds", in_epoch("epoch_mechanism"))
def bonds_as_u16(bonds: SparseRow, has_permit: bool) -> Row:
    """A neuron with a new permit has its bonds stored as u16, rounded down; any other neuron loses its bonds.

    A bond that rounds to zero is stored as an explicit zero.
    """
    return [(uid, fixed_proportion_to_u16(bond)) for uid, bond in bonds] if has_permit else []
