"""What happens in the competition: a subnet is born, people join, and twenty rounds are fought.

A round is one epoch of the subnet, 360 blocks, so that twenty rounds are a day. In the middle of a round validators
weigh the miners: all weight goes to the one who holds the record. The round's last block pays; then winner and owner
sell some of what they have.
"""

from collections.abc import Iterator
from typing import Any

from subtensor_spec.blocks.genesis import genesis
from subtensor_spec.blocks.steps import BlockStep, CallStep, Step
from subtensor_spec.chain.items.neurons import Uids
from subtensor_spec.chain.origins import Origin, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AlphaBalance, Hash, NetUid, TaoBalance
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.explain.examples.competition.cast import (
    EVERYBODY,
    HOLDERS_OF_ALL_ELSE,
    MINERS,
    OWNER,
    ROOT_STAKER,
    STAKER,
    VALIDATORS,
    Person,
    account,
    tao,
)

SUBNET = NetUid(2)
ROUNDS, BLOCKS_OF_A_ROUND = 20, 360
VOTE_AT = 180
"""The block of a round in which validators set weights."""
ALL_WEIGHT = 65_535

FIRST_HALVING = tao(10_500_000)
BLOCKS_BEFORE_HALVING = 4_200

RECORDS = {2: ("Ada", 61), 5: ("Bo", 68), 8: ("Ada", 74), 11: ("Cem", 79), 15: ("Dina", 85), 18: ("Bo", 90)}
"""By round: who set a new record in it, and the points of the test that all miners are put to."""
DISSENT = {9: "Eli", 10: "Eli"}
"""By round: whom Vesna votes for instead of the holder of the record."""
SOLD_BY_WINNER, SOLD_BY_OWNER = 4, 1
"""So many fifths of all alpha that they have winner and owner sell after a round: machines and work cost money."""


def record(number: int) -> tuple[str, int] | None:
    """Return who holds the record in a round, and of how many points; nobody does in the first."""
    return next((RECORDS[past] for past in range(number, 0, -1) if past in RECORDS), None)


def begin() -> State:
    """Return the chain before its first block, 4 200 TAO short of the first halving."""
    balances = {person.coldkey: person.brings for person in EVERYBODY}
    rest = FIRST_HALVING - tao(BLOCKS_BEFORE_HALVING) - sum(balances.values())
    return genesis(balances | {HOLDERS_OF_ALL_ELSE: TaoBalance(rest)})


def script(state: State) -> Iterator[Step]:
    """Yield every step; ``state`` is looked at between them and must stand where they have led."""
    for number in range(1, ROUNDS + 1):
        yield from _round(state, number)


def _round(state: State, number: int) -> Iterator[Step]:
    for block in range(1, BLOCKS_OF_A_ROUND + 1):
        yield _block((number - 1) * BLOCKS_OF_A_ROUND + block)
        if number == block == 1:
            yield from _birth()
            yield from _arrival()
        if block == VOTE_AT and record(number) is not None:
            yield from _votes(state, number)
    if winner := record(number):
        yield _sale(state, miner_named(winner[0]), SOLD_BY_WINNER)
    yield _sale(state, OWNER, SOLD_BY_OWNER)


def _block(height: int) -> Step:
    return BlockStep(Hash(account(f"block {height - 1}")))


def _birth() -> Iterator[Step]:
    """Olga creates and starts the subnet; root lets it have emission, and as many validators as it will have."""
    yield _call(OWNER, "SubtensorModule.register_network", hotkey=OWNER.hotkey)
    yield _call(OWNER, "SubtensorModule.start_call", netuid=SUBNET)
    yield _call(OWNER, "AdminUtils.sudo_set_commit_reveal_weights_enabled", netuid=SUBNET, enabled=False)
    yield _call(None, "AdminUtils.sudo_set_subnet_emission_enabled", netuid=SUBNET, enabled=True)
    most = len(VALIDATORS) + 1
    yield _call(None, "AdminUtils.sudo_set_max_allowed_validators", netuid=SUBNET, max_allowed_validators=most)
    yield _call(None, "AdminUtils.sudo_set_subtoken_enabled", netuid=ROOT, subtoken_enabled=True)


def _arrival() -> Iterator[Step]:
    """Rasmus stakes on root; validators join and stake, Nina stakes with Vera, miners join."""
    yield _call(ROOT_STAKER, "SubtensorModule.root_register", hotkey=ROOT_STAKER.hotkey)
    yield _stake(ROOT_STAKER, ROOT)
    for validator in VALIDATORS:
        yield _call(validator, "SubtensorModule.burned_register", netuid=SUBNET, hotkey=validator.hotkey)
        yield _stake(validator, SUBNET)
    yield _stake(STAKER, SUBNET)
    for miner in MINERS:
        yield _call(miner, "SubtensorModule.burned_register", netuid=SUBNET, hotkey=miner.hotkey)


def _stake(person: Person, netuid: NetUid) -> Step:
    name, amount = "SubtensorModule.add_stake", person.stakes
    return _call(person, name, hotkey=person.hotkey, netuid=netuid, amount_staked=amount)


def _votes(state: State, number: int) -> Iterator[Step]:
    """Validators and the owner give all weight to the holder of the record; Vesna does not always."""
    for validator in (OWNER, *VALIDATORS):
        holder = record(number)
        choice = DISSENT.get(number) if validator.name == "Vesna" else None
        uid = Uids.get(state, SUBNET, miner_named(choice or (holder[0] if holder else "")).hotkey)
        arguments = {"netuid": SUBNET, "dests": (uid,), "weights": (ALL_WEIGHT,), "version_key": 0}
        yield CallStep("SubtensorModule.set_weights", Signed(validator.hotkey), arguments)


def _sale(state: State, seller: Person, fifths: int) -> Step:
    held = get_stake_for_hotkey_and_coldkey_on_subnet(state, seller.hotkey, seller.coldkey, SUBNET)
    name, amount = "SubtensorModule.remove_stake", AlphaBalance(held * fifths // 5)
    return _call(seller, name, hotkey=seller.hotkey, netuid=SUBNET, amount_unstaked=amount)


def miner_named(name: str) -> Person:
    """Return the miner of that name."""
    return next(miner for miner in MINERS if miner.name == name)


def _call(person: Person | None, name: str, **arguments: Any) -> Step:
    """Return a call signed by a person's coldkey, or by nobody but root."""
    origin: Origin = Root() if person is None else Signed(person.coldkey)
    return CallStep(name, origin, arguments)
