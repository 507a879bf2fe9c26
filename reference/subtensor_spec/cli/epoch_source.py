"""Where ``subtensor-spec epoch`` gets an epoch's input from: a file of its fields, or a node's storage."""

import json
import sys
from pathlib import Path
from typing import Any

from subtensor_spec.chain.items.consensus import MechanismCountCurrent
from subtensor_spec.chain.items.emission import (
    PendingRootAlphaDivs,
    PendingServerEmission,
    PendingValidatorEmission,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, MechId, NetUid, saturating_add
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.reading import epoch_input
from subtensor_spec.chapters.mechanisms.split import split_emissions
from subtensor_spec.chapters.subnets.existence import if_subnet_exist
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.members import distinct_members
from subtensor_spec.wire.state.files import read_storage


def stored_epoch(file: Path, netuid: NetUid, mecid: MechId, emission: int | None) -> EpochInput:
    """Return the input of an epoch that would run now on a stored state.

    The emission is what waits for the subnet's servers, validators and root together, or the mechanism's part of it;
    ``emission`` in rao of alpha stands in for that part.
    """
    state = State(read_storage(file))
    if not if_subnet_exist(state, netuid):
        raise InvalidInput("--netuid", f"there is no subnet {netuid} in {file}")
    mechanisms = MechanismCountCurrent.get(state, netuid)
    if mecid >= mechanisms:
        raise InvalidInput("--mechid", f"there is no mechanism {mecid} in subnet {netuid}; it has {mechanisms}")
    part = split_emissions(state, netuid, waiting(state, netuid))[mecid]
    return epoch_input(state, netuid, mecid, part if emission is None else AlphaBalance(emission))


def waiting(state: State, netuid: NetUid) -> AlphaBalance:
    """Return the alpha that waits for a subnet's next epoch."""
    servers, validators = PendingServerEmission.get(state, netuid), PendingValidatorEmission.get(state, netuid)
    return saturating_add(saturating_add(servers, validators), PendingRootAlphaDivs.get(state, netuid))


def read_json(file: str) -> Any:
    """Return the JSON value in a file, or on standard input for ``-``."""
    where = "standard input" if file == "-" else file
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return json.loads(data, object_pairs_hook=distinct_members)
    except UnicodeDecodeError:
        raise InvalidInput(where, "is not UTF-8 text") from None
    except (ValueError, RecursionError) as error:
        raise InvalidInput(where, f"is not JSON: {error}") from None
