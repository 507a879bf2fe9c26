"""The settings that a new subnet begins with."""

from typing import Any

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.event_kinds.subtensor_module import (
    ImmunityPeriodSet,
    MaxAllowedUidsSet,
    MaxAllowedValidatorsSet,
    MinAllowedWeightSet,
    RegistrationAllowed,
)
from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.items.consensus import ActivityCutoff, Kappa, MaxAllowedValidators, Yuma3On
from subtensor_spec.chain.items.emission import SubnetEmissionEnabled
from subtensor_spec.chain.items.neurons import (
    Burn,
    ImmunityPeriod,
    MaxAllowedUids,
    NetworkRegistrationAllowed,
    RegistrationsThisInterval,
)
from subtensor_spec.chain.items.schedule import LastEpochBlock, Tempo
from subtensor_spec.chain.items.subnets import NetworksAdded, SubnetworkN, TotalNetworks
from subtensor_spec.chain.items.weights import MinAllowedWeights
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Map
from subtensor_spec.chain.types import NetUid, TaoBalance, saturating_sub
from subtensor_spec.chapters.subnets.existence import SUBNET
from subtensor_spec.rules import SUBTENSOR, rule

DEFAULT_TEMPO = 360
"""Blocks between the epochs of a new subnet."""

DEFAULT_NEURON_BURN_COST = TaoBalance(1_000_000_000)
"""Rao that the first registration on a new subnet costs."""

_ANNOUNCED: tuple[tuple[Map[NetUid, Any], EventKind, object], ...] = (
    (NetworkRegistrationAllowed, RegistrationAllowed, True),
    (MaxAllowedUids, MaxAllowedUidsSet, 256),
    (MaxAllowedValidators, MaxAllowedValidatorsSet, 64),
    (MinAllowedWeights, MinAllowedWeightSet, 1),
    (ImmunityPeriod, ImmunityPeriodSet, 5_000),
)
"""What a new subnet is set to with an event for each, in this order."""

_MADE_EXPLICIT: tuple[Map[NetUid, Any], ...] = (Kappa, ActivityCutoff, RegistrationsThisInterval)
"""What is written down with the value that it reads as."""

_U16_MAX = 2**16 - 1


@rule("NET-init/settings", SUBTENSOR(SUBNET, "init_new_network"))
def init_new_network(state: State, netuid: NetUid, tempo: int) -> None:
    """A new subnet has no neurons, counts as one network more, and begins with settings of its own.

    Set with an event each: registration open, 256 places, 64 validators, at least one weight, an immunity of 5 000
    blocks. Set without: the tempo, Yuma 3 on, a registration price of 10⁹ rao, emission enabled. ``Kappa``,
    ``ActivityCutoff`` and the registrations of the interval are written with what they read as. All else keeps what
    its items read as.
    """
    SubnetworkN.put(state, netuid, 0)
    NetworksAdded.put(state, netuid, True)
    Tempo.put(state, netuid, tempo)
    LastEpochBlock.put(state, netuid, first_epoch_anchor(netuid, tempo, current_block(state)))
    TotalNetworks.put(state, min(TotalNetworks.get(state) + 1, _U16_MAX))
    for item, event, value in _ANNOUNCED:
        item.put(state, netuid, value)
        state.emit(event(netuid, value))
    Yuma3On.put(state, netuid, True)
    Burn.put(state, netuid, DEFAULT_NEURON_BURN_COST)
    SubnetEmissionEnabled.put(state, netuid, True)
    for item in _MADE_EXPLICIT:
        item.put(state, netuid, item.get(state, netuid))


@rule("NET-init/stagger", SUBTENSOR(SUBNET, "init_new_network"))
def first_epoch_anchor(netuid: NetUid, tempo: int, block: int) -> int:
    """The last epoch of a new subnet counts as so many blocks ago as the netuid's remainder by the tempo.

    So the first epochs of subnets that were created together do not fall together. A tempo of zero counts as one,
    and a block before the chain's first as zero.
    """
    return saturating_sub(block, netuid % max(tempo, 1))
