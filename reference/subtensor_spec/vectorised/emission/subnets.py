"""All subnets of a block as arrays, one lane a subnet."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.items.emission import (
    EMAPriceHalvingBlocks,
    FirstEmissionBlockNumber,
    MinerBurned,
    SubnetEmissionEnabled,
    SubnetMovingPrice,
)
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetMechanism
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, NetUid
from subtensor_spec.vectorised.words.integers import BoolArray, Integers, UInt64Array, integers

_STABLE = 0


@dataclass(frozen=True)
class SubnetArrays:
    """What the block's emission reads of subnets, each item an array over subnets.

    Fixed-point items are in bits; ``first_emission_block`` is zero where there is none, which the rules do not
    tell apart. ``price`` is the pool's, in TAO for an alpha.
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
    def gathered(cls, subnets: Sequence[tuple[State, NetUid]], prices: Iterable[U64F64]) -> "SubnetArrays":
        """Return the subnets in the order given, each out of its state, with its pool's price."""

        def gather(read: Callable[[State, NetUid], Any]) -> list[Any]:
            return [read(state, netuid) for state, netuid in subnets]

        return cls(
            netuid=np.array([netuid for _state, netuid in subnets], dtype=np.int64),
            mechanism=np.array(gather(SubnetMechanism.get), dtype=np.int64),
            moving_price=integers(price.bits for price in gather(SubnetMovingPrice.get)),
            miner_burned=integers(part.bits for part in gather(MinerBurned.get)),
            emission_enabled=np.array(gather(SubnetEmissionEnabled.get), dtype=np.bool_),
            alpha_in=np.array(gather(SubnetAlphaIn.get), dtype=np.uint64),
            alpha_out=np.array(gather(SubnetAlphaOut.get), dtype=np.uint64),
            price=integers(price.bits for price in prices),
            first_emission_block=np.array(
                [block or 0 for block in gather(FirstEmissionBlockNumber.get)], dtype=np.uint64
            ),
            ema_price_halving_blocks=np.array(gather(EMAPriceHalvingBlocks.get), dtype=np.uint64),
        )

    @property
    def is_fixed_price(self) -> BoolArray:
        """Where alpha is worth exactly one TAO: on root and on stable subnets."""
        fixed: BoolArray = (self.netuid == ROOT) | (self.mechanism == _STABLE)
        return fixed

    @property
    def alpha_issuance(self) -> UInt64Array:
        """All alpha of each subnet, in rao, saturating."""
        total = self.alpha_in + self.alpha_out
        return np.where(total < self.alpha_in, np.uint64(2**64 - 1), total)
