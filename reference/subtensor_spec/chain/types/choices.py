"""What an owner or a staker chooses."""

from dataclasses import dataclass
from enum import Enum

from subtensor_spec.chain.scale import Codec, PlainEnum, Struct, TaggedEnum, Vec
from subtensor_spec.chain.types.amounts import NET_UID, NetUid


class RecycleOrBurnEnum(Enum):
    """What becomes of the emission of an owner's miners."""

    Burn = 0
    Recycle = 1


RECYCLE_OR_BURN = PlainEnum(RecycleOrBurnEnum)


class ConsensusMode(Enum):
    """By which consensus liquid alpha goes, from ``r446`` on."""

    Current = 0
    """That which the epoch finds."""
    Previous = 1
    """That which the epoch before stored."""
    Auto = 2
    """The stored one at the greatest bonds penalty, otherwise the one found."""


CONSENSUS_MODE = PlainEnum(ConsensusMode)


@dataclass(frozen=True, slots=True)
class Swap:
    """Root dividends are sold for TAO."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Root dividends are kept as alpha."""


@dataclass(frozen=True, slots=True)
class KeepSubnets:
    """Root dividends of the subnets named are kept as alpha, those of others sold."""

    subnets: tuple[NetUid, ...]


RootClaimTypeEnum = Swap | Keep | KeepSubnets
ROOT_CLAIM_TYPE: Codec[RootClaimTypeEnum] = TaggedEnum(
    "RootClaimTypeEnum", {0: Struct(Swap), 1: Struct(Keep), 2: Struct(KeepSubnets, subnets=Vec(NET_UID))}
)
