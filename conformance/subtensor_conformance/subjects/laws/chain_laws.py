"""Every law over chains."""

from subtensor_conformance.laws.chain_law import StateLaw, StepLaw
from subtensor_conformance.subjects.laws import (
    alpha,
    events,
    places,
    relations,
    remains,
    reserves,
    shares,
    supply,
    weights,
)

CHAIN_LAWS: tuple[StateLaw | StepLaw, ...] = tuple(
    law
    for topic in (supply, events, shares, reserves, alpha, places, weights, relations, remains)
    for law in topic.LAWS
)
