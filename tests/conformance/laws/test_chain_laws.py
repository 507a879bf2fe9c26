"""Laws over chains: drawn chains keep them all, and each notices what breaks it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from subtensor_conformance.fuzz.chains.worlds import NAMES, block, call, world
from subtensor_conformance.fuzz.strategies.cast import COLDKEYS, HOTKEYS, SPARE, hex_of
from subtensor_conformance.fuzz.strategies.chains import chains
from subtensor_conformance.laws.chain_law import Told, breaches_in, breaches_over, chain_laws
from subtensor_conformance.laws.chain_trials import Trial, happened_of
from subtensor_spec.blocks.steps import execute
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.chain.items.balances import BalancesTotalIssuance
from subtensor_spec.chain.items.consensus import Active, StakeWeight, Weights
from subtensor_spec.chain.items.locks import OwnerLock
from subtensor_spec.chain.items.neurons import IsNetworkMember, Keys
from subtensor_spec.chain.items.pools import SubnetAlphaOut, SubnetTAO
from subtensor_spec.chain.items.stake_weight import ChildKeys
from subtensor_spec.chain.items.staking import AlphaV2, OwnedHotkeys, StakingHotkeys, TotalIssuance, TotalStake
from subtensor_spec.chain.items.subnets import SubnetOwner, TotalNetworks
from subtensor_spec.chain.items.swap import AlphaBurned, TotalAlphaIssuance
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AlphaBalance, NetUid, TaoBalance, Uid
from subtensor_spec.wire.chain_steps import step_from_json

NETUID = NetUid(2)
HOTKEY, COLDKEY, AMOUNT = HOTKEYS[0], COLDKEYS[0], "5000000000"
STAKING = call(
    "SubtensorModule.add_stake", hex_of(COLDKEY), hotkey=hex_of(HOTKEY), netuid=2, amount_staked="5000000000"
)
TRANSFER = call("Balances.transfer_allow_death", hex_of(COLDKEY), dest={"Id": hex_of(COLDKEYS[1])}, value="1000")
REFUSED = call(
    "SubtensorModule.add_stake", hex_of(COLDKEY), hotkey=hex_of(HOTKEY), netuid=9, amount_staked="5000000000"
)
REGISTERING = call("SubtensorModule.burned_register", hex_of(COLDKEY), hotkey=hex_of(SPARE[0]), netuid=3)
DISSOLVING = call("SubtensorModule.root_dissolve_network", "root", netuid=2)
SWAPPING_HOTKEY = call(
    "SubtensorModule.swap_hotkey", hex_of(COLDKEY), hotkey=hex_of(HOTKEY), new_hotkey=hex_of(SPARE[1]), netuid=None
)
SWAPPING_COLDKEY = call(
    "SubtensorModule.swap_coldkey",
    "root",
    old_coldkey=hex_of(COLDKEY),
    new_coldkey=hex_of(SPARE[2]),
    swap_cost="0",
)

Plant = Callable[[State], Any]


def more(item: Any, *keys: Any) -> Plant:
    """Return what makes an amount a rao greater."""
    return lambda state: item.put(state, *keys, type(item.default)(item.get(state, *keys) + 1))


def share_again(state: State) -> None:
    """Give somebody the share that a coldkey has, without making the pool's denominator greater."""
    AlphaV2.put(state, HOTKEY, SPARE[3], NETUID, AlphaV2.get(state, HOTKEY, COLDKEY, NETUID))


def held(step: dict[str, Any], plant: Plant = lambda _: None, **said: Any) -> set[str]:
    """Return the laws that a step breaks if something is done to the state behind its back, or it says otherwise."""
    before, after = world("grown").opened(), world("grown").opened()
    taken = step_from_json(step)
    happened = replace(happened_of(step, taken, execute(after, taken)), **said)
    plant(after)
    return {breach.law for breach in (*breaches_over(before, happened, after), *breaches_in(after))}


PLANTED: dict[str, tuple[dict[str, Any], Plant, dict[str, Any]]] = {
    "supply/issuance-is-held": (TRANSFER, more(BalancesTotalIssuance), {}),
    "supply/recorded-twice": (TRANSFER, more(TotalIssuance), {}),
    "events/refused-does-nothing": (REFUSED, lambda _: None, {"changes": {b"key": b"value"}}),
    "events/account-for-balances": (TRANSFER, lambda _: None, {"events": ()}),
    "shares/pools-cover": (STAKING, share_again, {}),
    "shares/listed": (STAKING, lambda state: StakingHotkeys.put(state, COLDKEY, ()), {}),
    "reserves/total-stake": (block(), more(TotalStake), {}),
    "reserves/account-behind": (block(), more(SubnetTAO, NETUID), {}),
    "reserves/root": (block(), more(SubnetTAO, ROOT), {}),
    "alpha/outstanding-covers": (block(), lambda state: SubnetAlphaOut.put(state, NETUID, AlphaBalance(1)), {}),
    "alpha/calls-keep-what-is-nobodys": (TRANSFER, more(AlphaBurned, NETUID), {}),
    "alpha/issuance-counted": (REGISTERING, more(TotalAlphaIssuance, NetUid(3)), {}),
    "places/subnets-counted": (block(), lambda state: TotalNetworks.put(state, 9), {}),
    "places/dense-and-bijective": (block(), lambda state: Keys.remove(state, NETUID, Uid(0)), {}),
    "places/members": (block(), lambda state: IsNetworkMember.remove(state, HOTKEY, NETUID), {}),
    "places/lengths": (block(), lambda state: Active.put(state, NETUID, ()), {}),
    "weights/rows-valid": (block(), lambda state: Weights.put(state, 2, Uid(0), ((9, 1),)), {}),
    "relations/families": (block(), lambda state: ChildKeys.put(state, HOTKEY, NETUID, ((1, HOTKEYS[1]),)), {}),
    "relations/owners": (block(), lambda state: OwnedHotkeys.put(state, COLDKEY, (HOTKEYS[7],)), {}),
    "remains/coldkey": (SWAPPING_COLDKEY, lambda state: SubnetOwner.put(state, NETUID, COLDKEY), {}),
    "remains/hotkey": (SWAPPING_HOTKEY, lambda state: Keys.put(state, NETUID, Uid(0), HOTKEY), {}),
    "remains/subnet": (DISSOLVING, lambda state: SubnetTAO.put(state, NETUID, TaoBalance(1)), {}),
}
"""By law: a step, what is done to the state after it, and what the step says instead of the truth."""


@pytest.mark.parametrize("law", chain_laws())
def test_a_law_notices_what_breaks_it(law: str) -> None:
    step, plant, said = PLANTED[law]
    assert not held(step)
    assert law in held(step, plant, **said)


def test_a_law_names_rules_that_there_are() -> None:
    rules = complete_registry()
    assert {name for law in chain_laws().values() for name in law.rules} <= rules.keys()
    assert all(law.rules and law.statement.endswith(".") for law in chain_laws().values())


@settings(max_examples=120, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(chains(45, least=30))
def test_drawn_chains_keep_every_law(drawn: tuple[str, list[dict[str, Any]]]) -> None:
    """Thousands of calls and blocks on the exact path: no state and no step breaks a law."""
    name, steps = drawn
    state, trial = world(name).opened(), Trial.on(world(name).storage)
    assert not trial.state()
    for form in steps:
        step = step_from_json(form)
        assert not trial.step(happened_of(form, step, execute(state, step)))
    assert trial.after.digest() == state.digest()


@pytest.mark.parametrize("name", NAMES)
def test_worlds_keep_every_law(name: str) -> None:
    assert not breaches_in(world(name).opened())
    assert world(name).opened().digest() == world(name).digest


def test_a_breach_is_told_once() -> None:
    trial = Trial.on(world("young").storage)
    TotalNetworks.put(trial.after, 9)
    assert [breach.law for breach in trial.state()] == ["places/subnets-counted"]
    assert not trial.state()


def test_storage_written_from_outside_is_under_no_law() -> None:
    trial = Trial.on(world("young").storage)
    key = TotalNetworks.raw_key(())
    form = {"set": [["0x" + key.hex(), "0x0900"]]}
    assert not trial.step(happened_of(form, step_from_json(form), execute(State(), step_from_json(form))))
    assert TotalNetworks.get(trial.before) == 9


def test_dust_is_no_loss_against_the_reserve() -> None:
    """What an account loses by falling below the existential deposit is told by an event, and taken into account."""
    account = "0x" + (b"modlsubtensr" + bytes([2, 0])).ljust(32, b"\0").hex()
    dust = Told("Balances.DustLost", {"account": account, "amount": "1"})
    assert "reserves/account-behind" in held(block(), more(SubnetTAO, NETUID))
    assert "reserves/account-behind" not in held(block(), more(SubnetTAO, NETUID), events=(dust,))


def test_stake_weight_may_be_shorter_and_not_longer() -> None:
    short, long = ((), (1,) * 99)
    assert "places/lengths" not in held(block(), lambda state: StakeWeight.put(state, NETUID, short))
    assert "places/lengths" in held(block(), lambda state: StakeWeight.put(state, NETUID, long))


def test_a_lock_of_a_dissolved_subnet_is_noticed() -> None:
    assert "remains/subnet" in held(DISSOLVING, lambda state: OwnerLock.put(state, NETUID, OwnerLock.default))
