"""Laws of weights: rows belong to neurons and name neurons."""

from collections.abc import Iterator

from subtensor_conformance.laws.chain_law import StateLaw, StepLaw
from subtensor_conformance.subjects.laws.kept import subnets
from subtensor_spec.chain.items.consensus import Bonds, Weights
from subtensor_spec.chain.items.subnets import SubnetworkN
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT
from subtensor_spec.chapters.mechanisms.indexes import get_netuid


def _valid(state: State) -> Iterator[str]:
    there = set(subnets(state))
    for item in (Weights, Bonds):
        for (index, uid), row in item.entries(state):
            netuid = get_netuid(index)
            count = SubnetworkN.get(state, netuid)
            columns = [column for column, _ in row]
            where = f"row {uid} of {item} on subnet {netuid}"
            if netuid not in there or uid >= count:
                yield f"{where}: there are {count} neurons"
            if len(set(columns)) != len(columns):
                yield f"{where} names a column twice"
            if netuid != ROOT and any(column >= count for column in columns):
                yield f"{where} names a column beyond the {count} neurons"


LAWS: tuple[StateLaw | StepLaw, ...] = (
    StateLaw(
        "weights/rows-valid",
        "A row of weights or bonds belongs to a neuron of an existing subnet, names no column twice, and names only "
        "neurons of the subnet; root's rows name subnets, and may name some that are gone.",
        ("WGT-set/weights", "REG-trim/vectors"),
        _valid,
    ),
)
