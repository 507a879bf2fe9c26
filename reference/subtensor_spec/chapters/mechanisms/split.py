"""How a subnet's emission of an epoch is split among its mechanisms."""

from subtensor_spec.chain.items.consensus import MechanismCountCurrent, MechanismEmissionSplit
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, NetUid, saturating_add, saturating_sub
from subtensor_spec.chapters.mechanisms.count import WHOLE_SPLIT
from subtensor_spec.rules import SUBTENSOR, rule

_U64 = 2**64


@rule("MEC-split/emission", SUBTENSOR("pallets/subtensor/src/subnets/mechanism.rs", "split_emissions"))
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
        parts = [alpha * part // WHOLE_SPLIT for part in split[:count]]
        parts += [0] * (count - len(parts))
    emissions = [AlphaBalance(part % _U64) for part in parts]
    if emissions:
        missing = saturating_sub(alpha, AlphaBalance(sum(emissions) % _U64))
        emissions[0] = saturating_add(emissions[0], missing)
    return emissions
