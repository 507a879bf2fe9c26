"""What consensus and bonds come to: the part of an epoch that works on matrices."""

from dataclasses import dataclass

from subtensor_spec.vectorised.consensus.stored import StoredRows
from subtensor_spec.vectorised.words.arrays import Int64Array


@dataclass(frozen=True)
class Agreed:
    """Values by uid, ``n`` long, in raw bits, and the bonds as they are stored of neurons with a new permit."""

    consensus: Int64Array
    validator_trust: Int64Array
    ranks: Int64Array
    incentive: Int64Array
    dividends: Int64Array
    bonds: StoredRows
