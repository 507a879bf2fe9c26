"""What emission reads of a subnet and of root; a chain state provides these as plain values."""

from dataclasses import dataclass

from subtensor_spec.arithmetic import I96F32, U64F64, U96F32
from subtensor_spec.chapters.issuance.emission import alpha_issuance


@dataclass(frozen=True)
class SubnetView:
    """The stored values of one subnet that the block's emission depends on; a default is what an unset item reads."""

    netuid: int
    mechanism: int = 1
    """``SubnetMechanism``: 0 is stable (its alpha is worth a TAO), 1 dynamic."""
    moving_price: I96F32 = I96F32.ZERO
    """``SubnetMovingPrice``: the stored price average, in TAO for an alpha."""
    miner_burned: U96F32 = U96F32.ZERO
    """``MinerBurned``: the part of the last epoch's miner emission that was withheld from miners."""
    emission_enabled: bool = True
    """``SubnetEmissionEnabled``."""
    alpha_in: int = 0
    """``SubnetAlphaIn``: alpha in the pool's reserve, in rao."""
    alpha_out: int = 0
    """``SubnetAlphaOut``: alpha outside the pool, in rao."""
    price: U64F64 = U64F64.ZERO
    """The pool's price now, in TAO for an alpha."""
    first_emission_block: int | None = None
    """``FirstEmissionBlockNumber``: nothing until the subnet was started."""
    ema_price_halving_blocks: int = 0
    """``EMAPriceHalvingBlocks``: how slowly the price average follows."""

    @property
    def alpha_issuance(self) -> int:
        """All alpha of the subnet, in rao."""
        return alpha_issuance(self.alpha_in, self.alpha_out)


@dataclass(frozen=True)
class RootView:
    """The root network as the other subnets see it."""

    tao: int = 0
    """``SubnetTAO`` of root: all TAO staked there, in rao."""
    tao_weight: int = 0
    """``TaoWeight``: what a TAO on root counts against an alpha; ``2**64 - 1`` means one."""


@dataclass(frozen=True)
class ScheduleView:
    """What decides when a subnet's epoch runs; all in blocks."""

    tempo: int = 0
    """``Tempo``: the period of epochs; 0 means that none runs."""
    last_epoch_block: int = 0
    """``LastEpochBlock``: when the last epoch's slot was used."""
    pending_epoch_at: int = 0
    """``PendingEpochAt``: when a triggered or deferred epoch may run; 0 means that there is none."""
    blocks_since_last_step: int = 0
    """``BlocksSinceLastStep``: blocks since an epoch last succeeded."""
