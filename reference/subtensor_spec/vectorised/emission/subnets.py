"""All subnets of a block as arrays, one lane a subnet."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from subtensor_spec.chapters.emission.views import SubnetView
from subtensor_spec.chapters.stake_weight.view import ROOT_NETUID
from subtensor_spec.vectorised.words.integers import BoolArray, Integers, UInt64Array, integers

_STABLE = 0


@dataclass(frozen=True)
class SubnetArrays:
    """The fields of :class:`~subtensor_spec.chapters.emission.views.SubnetView`, each an array over subnets.

    Fixed-point fields are in bits; ``first_emission_block`` is zero where there is none, which the rules do not
    tell apart.
    """

    netuid: npt.NDArray[np.int64]
    mechanism: npt.NDArray[np.int64]
    moving_price: Integers
    miner_burned: Integers
    emission_enabled: BoolArray
    alpha_in: UInt64Array
    alpha_out: UInt64Array
    price: Integers
    first_emission_block: UInt64Array
    ema_price_halving_blocks: UInt64Array

    @classmethod
    def from_views(cls, views: Sequence[SubnetView]) -> "SubnetArrays":
        """Return the subnets in the order given."""
        return cls(
            netuid=np.array([view.netuid for view in views], dtype=np.int64),
            mechanism=np.array([view.mechanism for view in views], dtype=np.int64),
            moving_price=integers(view.moving_price.bits for view in views),
            miner_burned=integers(view.miner_burned.bits for view in views),
            emission_enabled=np.array([view.emission_enabled for view in views], dtype=np.bool_),
            alpha_in=np.array([view.alpha_in for view in views], dtype=np.uint64),
            alpha_out=np.array([view.alpha_out for view in views], dtype=np.uint64),
            price=integers(view.price.bits for view in views),
            first_emission_block=np.array([view.first_emission_block or 0 for view in views], dtype=np.uint64),
            ema_price_halving_blocks=np.array([view.ema_price_halving_blocks for view in views], dtype=np.uint64),
        )

    @property
    def is_fixed_price(self) -> BoolArray:
        """Where alpha is worth exactly one TAO: on root and on stable subnets."""
        fixed: BoolArray = (self.netuid == ROOT_NETUID) | (self.mechanism == _STABLE)
        return fixed

    @property
    def alpha_issuance(self) -> UInt64Array:
        """All alpha of each subnet, in rao, saturating."""
        total = self.alpha_in + self.alpha_out
        return np.where(total < self.alpha_in, np.uint64(2**64 - 1), total)
