"""Which subnets are given emission at all."""

from collections.abc import Iterable

from subtensor_spec.chain.items.emission import FirstEmissionBlockNumber
from subtensor_spec.chain.items.neurons import NetworkRegistrationAllowed
from subtensor_spec.chain.items.pools import SubtokenEnabled
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, NetUid
from subtensor_spec.rules import SUBTENSOR, rule


@rule(
    "EMI-eligible/subnets",
    SUBTENSOR("pallets/subtensor/src/coinbase/subnet_emissions.rs", "get_subnets_to_emit_to"),
)
def get_subnets_to_emit_to(state: State, subnets: Iterable[NetUid]) -> list[NetUid]:
    """A subnet is given emission if it is not root, was started, has its token enabled and is open to registration.

    Started means that ``FirstEmissionBlockNumber`` has an entry, even one that lies ahead. The order given is kept.
    """
    return [
        netuid
        for netuid in subnets
        if netuid != ROOT
        and FirstEmissionBlockNumber.get(state, netuid) is not None
        and SubtokenEnabled.get(state, netuid)
        and NetworkRegistrationAllowed.get(state, netuid)
    ]
