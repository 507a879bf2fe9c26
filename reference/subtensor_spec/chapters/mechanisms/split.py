"""How a subnet's emission of an epoch is split among its mechanisms."""

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.consensus import MechanismCountCurrent, MechanismEmissionSplit
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, NetUid, saturating_add, saturating_sub
from subtensor_spec.chapters.mechanisms.index import MECHANISM
from subtensor_spec.chapters.subnets.existence import if_subnet_exist
from subtensor_spec.rules import SUBTENSOR, rule

_ALL = 2**16 - 1
_U64 = 2**64


@rule("MEC-split/set", SUBTENSOR(MECHANISM, "do_set_emission_split"))
def do_set_emission_split(state: State, netuid: NetUid, maybe_split: tuple[int, ...] | None) -> None:
    """A split of emission has 1 … as many parts as there are mechanisms, and they sum to 65535; none removes it.

    ``MechanismDoesNotExist`` if the subnet does not exist, else ``InvalidValue`` for any other split.
    """
    if not if_subnet_exist(state, netuid):
        raise CallError(SubtensorModule.MechanismDoesNotExist)
    if maybe_split is None:
        MechanismEmissionSplit.remove(state, netuid)
        return
    if not 0 < len(maybe_split) <= MechanismCountCurrent.get(state, netuid) or sum(maybe_split) != _ALL:
        raise CallError(SubtensorModule.InvalidValue)
    MechanismEmissionSplit.put(state, netuid, maybe_split)


@rule("MEC-split/emission", SUBTENSOR(MECHANISM, "split_emissions"))
def split_emissions(state: State, netuid: NetUid, alpha: AlphaBalance) -> list[AlphaBalance]:
    """Each mechanism is given its stored part of 65535 of the alpha, or without a split an equal part, rounded down.

    A mechanism for which no part is stored is given nothing, parts beyond the count of mechanisms are left out, and
    what is then missing from the whole, by rounding or by parts that were left out, goes to the first mechanism.
    """
    count = MechanismCountCurrent.get(state, netuid)
    split = MechanismEmissionSplit.get(state, netuid)
    if split is None:
        parts = [alpha // count] * count if count else []
    else:
        parts = [alpha * part // _ALL % _U64 for part in split[:count]]
        parts += [0] * (count - len(parts))
    emissions = [AlphaBalance(part) for part in parts]
    if emissions:
        missing = saturating_sub(alpha, AlphaBalance(sum(parts) % _U64))
        emissions[0] = saturating_add(emissions[0], missing)
    return emissions
