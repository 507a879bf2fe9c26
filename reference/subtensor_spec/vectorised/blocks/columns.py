"""The columns of a network: everything that a block may change or read of each subnet."""

from collections.abc import Sequence
from typing import Any

from subtensor_spec.arithmetic import I96F32, U96F32, FixedPoint
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.items.emission import (
    EMAPriceHalvingBlocks,
    FirstEmissionBlockNumber,
    MinerBurned,
    OwnerCutEnabled,
    PendingOwnerCut,
    PendingRootAlphaDivs,
    PendingServerEmission,
    PendingValidatorEmission,
    RootProp,
    SubnetAlphaInEmission,
    SubnetAlphaOutEmission,
    SubnetEmissionEnabled,
    SubnetExcessTao,
    SubnetMovingPrice,
    SubnetTaoInEmission,
)
from subtensor_spec.chain.items.neurons import (
    Burn,
    BurnHalfLife,
    MaxBurn,
    MinBurn,
    NetworkRegistrationAllowed,
    RegistrationsThisBlock,
)
from subtensor_spec.chain.items.pools import (
    SubnetAlphaIn,
    SubnetAlphaOut,
    SubnetMechanism,
    SubnetProtocolAlpha,
    SubnetProtocolFlow,
    SubnetTAO,
    SubnetVolume,
    SubtokenEnabled,
)
from subtensor_spec.chain.items.root_claims import RootClaimableThreshold
from subtensor_spec.chain.items.schedule import (
    BlocksSinceLastStep,
    LastEpochBlock,
    LastMechansimStepBlock,
    PendingEpochAt,
    SubnetEpochIndex,
    Tempo,
)
from subtensor_spec.chain.items.swap import AlphaBurned, AlphaRecycled, FeeRate, PalSwapInitialized, SwapBalancer
from subtensor_spec.chain.items.swap import TotalAlphaIssuance as AlphaIssuance
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Map
from subtensor_spec.chain.types import Balancer, NetUid
from subtensor_spec.vectorised.blocks.column import AccountColumn, Column


def _numbers(item: Map[NetUid, Any]) -> Column:
    return Column(item, int, _as_it_is)


def _as_it_is(value: int) -> int:
    return value


def _switches(item: Map[NetUid, Any]) -> Column:
    return Column(item, int, bool)


def _bits(item: Map[NetUid, Any], number: type[FixedPoint]) -> Column:
    return Column(item, _bits_of, number.from_bits)


def _bits_of(number: FixedPoint) -> int:
    return number.bits


def _quote(weights: Balancer) -> int:
    return weights.quote.parts


def _weights(quote: int) -> Balancer:
    return Balancer(Perquintill(quote))


class Columns:
    """All columns, by what they hold; amounts are rao, the rest raw bits or plain numbers."""

    def __init__(self) -> None:
        self._of_pools()
        self._of_emission()
        self._of_schedule()
        self.free = AccountColumn()
        self.all: tuple[Column, ...] = tuple(value for value in vars(self).values() if isinstance(value, Column))
        self.by_prefix = {column.prefix: column for column in self.all}

    def _of_pools(self) -> None:
        self.mechanism = _numbers(SubnetMechanism)
        self.tao = _numbers(SubnetTAO)
        self.alpha_in = _numbers(SubnetAlphaIn)
        self.alpha_out = _numbers(SubnetAlphaOut)
        self.quote = Column(SwapBalancer, _quote, _weights)
        self.initialised = _switches(PalSwapInitialized)
        self.fee_rate = _numbers(FeeRate)
        self.volume = _numbers(SubnetVolume)
        self.protocol_alpha = _numbers(SubnetProtocolAlpha)
        self.protocol_flow = _numbers(SubnetProtocolFlow)
        self.issued = _numbers(AlphaIssuance)
        self.recycled = _numbers(AlphaRecycled)
        self.burned = _numbers(AlphaBurned)

    def _of_emission(self) -> None:
        self.emission_enabled = _switches(SubnetEmissionEnabled)
        self.subtoken_enabled = _switches(SubtokenEnabled)
        self.registration_allowed = _switches(NetworkRegistrationAllowed)
        self.first_emission = _numbers(FirstEmissionBlockNumber)
        self.owner_cut_enabled = _switches(OwnerCutEnabled)
        self.halving_blocks = _numbers(EMAPriceHalvingBlocks)
        self.moving_price = _bits(SubnetMovingPrice, I96F32)
        self.miner_burned = _bits(MinerBurned, U96F32)
        self.root_prop = _bits(RootProp, U96F32)
        self.excess_tao = _numbers(SubnetExcessTao)
        self.tao_in_emission = _numbers(SubnetTaoInEmission)
        self.alpha_in_emission = _numbers(SubnetAlphaInEmission)
        self.alpha_out_emission = _numbers(SubnetAlphaOutEmission)
        self.pending_server = _numbers(PendingServerEmission)
        self.pending_validator = _numbers(PendingValidatorEmission)
        self.pending_root = _numbers(PendingRootAlphaDivs)
        self.pending_owner = _numbers(PendingOwnerCut)
        self.threshold = _bits(RootClaimableThreshold, I96F32)

    def _of_schedule(self) -> None:
        self.tempo = _numbers(Tempo)
        self.last_epoch = _numbers(LastEpochBlock)
        self.pending_epoch = _numbers(PendingEpochAt)
        self.epoch_index = _numbers(SubnetEpochIndex)
        self.since_last_step = _numbers(BlocksSinceLastStep)
        self.last_step = _numbers(LastMechansimStepBlock)
        self.price = _numbers(Burn)
        self.least_price = _numbers(MinBurn)
        self.greatest_price = _numbers(MaxBurn)
        self.half_life = _numbers(BurnHalfLife)
        self.registrations = _numbers(RegistrationsThisBlock)

    def load(self, state: State, netuids: Sequence[NetUid]) -> None:
        """Read all columns."""
        for column in self.all:
            column.load(state, netuids)
        self.free.load(state, netuids)

    def settle(self, state: State) -> None:
        """Write all columns."""
        for column in self.all:
            column.settle(state)
        self.free.settle(state)
