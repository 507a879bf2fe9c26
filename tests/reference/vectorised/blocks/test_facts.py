"""What the network keeps is read again when anything that it was made of changes."""

from typing import Any

from subtensor_spec.bench.network_state import Shape, network_state
from subtensor_spec.chain.items import consensus, emission, neurons, pools, staking
from subtensor_spec.chain.items.weights import CommitRevealWeightsEnabled
from subtensor_spec.chain.state import Entry, State
from subtensor_spec.chain.storage import declared_items
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.vectorised.blocks.facts import OF_A_SUBNET, OF_ACCOUNTS, facts_of
from subtensor_spec.vectorised.blocks.network import Network

SHAPE = Shape(subnets=2, neurons=6, validators=3, nominators=2, tempo=5)
ONE, TWO = NetUid(1), NetUid(2)


class Watched(dict[bytes, Entry]):
    """Entries that remember which of them were looked at."""

    def __init__(self, entries: dict[bytes, Entry]) -> None:
        super().__init__(entries)
        self.prefixes: set[bytes] = set()

    def get(self, key: bytes, default: Any = None) -> Any:
        self.prefixes.add(key[:32])
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        assert isinstance(key, bytes)
        self.prefixes.add(key[:32])
        return super().__contains__(key)


def test_facts_are_made_of_the_items_that_are_named() -> None:
    state = network_state(SHAPE)
    CommitRevealWeightsEnabled.put(state, ONE, True)
    state.entries = watched = Watched(state.entries)
    assert facts_of(state, ONE) is not None
    named = {item.full_name for item in OF_A_SUBNET | OF_ACCOUNTS}
    assert {declared_items()[prefix].full_name for prefix in watched.prefixes} <= named


def test_facts_stay_until_something_changes() -> None:
    network = Network(network_state(SHAPE))
    before, other = network.facts(ONE), network.facts(TWO)
    with network.exactly() as state:
        consensus.Weights.put(state, NetUidStorageIndex(ONE), Uid(0), ((1, 65_535),))
    after = network.facts(ONE)
    assert after is not None
    assert after is not before
    assert after.weights.to_lists()[0] == [(1, 65_535)]
    assert network.facts(TWO) is other


def test_an_owner_is_everybodys_fact() -> None:
    network = Network(network_state(SHAPE))
    hotkey = neurons.Keys.get(network.state, ONE, Uid(4))
    assert network.facts(ONE) is not None
    with network.exactly() as state:
        staking.Owner.put(state, hotkey, AccountId(b"x" * 32))
    facts = network.facts(ONE)
    assert facts is not None
    assert AccountId(b"x" * 32) in {neuron.owner for neuron in facts.neurons}


def test_columns_and_pools_follow_what_the_exact_path_changes() -> None:
    network = Network(network_state(SHAPE))
    hotkey = neurons.Keys.get(network.state, ONE, Uid(0))
    assert network.pools.value(ONE, hotkey)
    with network.exactly() as state:
        pools.SubnetAlphaOut.put(state, TWO, AlphaBalance(77))
        emission.SubnetOwnerCut.put(state, 1)
        staking.TotalHotkeyAlpha.put(state, hotkey, ONE, AlphaBalance(5))
    assert network.columns.alpha_out.values[network.at[TWO]] == 77
    assert network.pools.value(ONE, hotkey) == 5


def test_a_network_of_an_empty_state_is_empty() -> None:
    state = State()
    network = Network(state)
    network.settle()
    assert network.netuids == []
    assert state.entries == {}
