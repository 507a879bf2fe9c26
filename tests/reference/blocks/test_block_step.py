"""One block after another, on a chain from its first state."""

import pytest
from tests.reference.hand_made import account

from subtensor_spec.arithmetic import I96F32
from subtensor_spec.blocks import block_step, coinbase
from subtensor_spec.blocks.block_step import next_block, try_set_pending_children
from subtensor_spec.blocks.genesis import FIRST_SUBNET, genesis
from subtensor_spec.chain.items.balances import BalancesTotalIssuance, Number, SystemAccount
from subtensor_spec.chain.items.emission import (
    FirstEmissionBlockNumber,
    PendingServerEmission,
    RootProp,
    SubnetAlphaInEmission,
    SubnetMovingPrice,
    SubnetRootSellTao,
    SubnetTaoInEmission,
)
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetTAO, SubtokenEnabled
from subtensor_spec.chain.items.schedule import LastEpochBlock, LastMechansimStepBlock
from subtensor_spec.chain.items.stake_weight import PendingChildKeys
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.items.swap import TotalAlphaIssuance
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, BlockNumber, Hash, TaoBalance
from subtensor_spec.chapters.subnets.existence import account_of

PARENT = Hash(bytes(range(32)))
BLOCK = 10**9


@pytest.fixture
def chain() -> State:
    """A chain whose first subnet takes part in emission, with TAO on root beside it."""
    state = genesis({account(1): TaoBalance(10**15)})
    FirstEmissionBlockNumber.put(state, FIRST_SUBNET, 1)
    SubtokenEnabled.put(state, FIRST_SUBNET, True)
    SubnetTAO.put(state, ROOT, TaoBalance(10**12))
    state.forget()
    return state


def run(state: State, blocks: int) -> None:
    for _ in range(blocks):
        next_block(state, PARENT)


def test_the_steps_come_in_their_order(chain: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is called once; a list of steps is what the block is."""
    steps = [
        "update_registration_prices_for_networks", "get_block_emission", "reveal_crv3_commits", "run_coinbase",
        "update_moving_prices", "update_root_prop", "try_set_pending_children", "run_auto_claim_root_divs",
        "populate_root_coldkey_staking_maps", "populate_root_coldkey_staking_maps_v2",
    ]  # fmt: skip
    called: list[str] = []
    for name in steps:
        monkeypatch.setattr(block_step, name, lambda *_arguments, name=name: called.append(name))
    next_block(chain, PARENT)
    assert called == steps


def test_a_block_mints_what_its_subnets_are_given(chain: State) -> None:
    """Ten blocks of one TAO: what is not on the subnet's account has left both records of issuance again."""
    SubnetMovingPrice.put(chain, FIRST_SUBNET, I96F32.ONE)
    before = BalancesTotalIssuance.get(chain)
    run(chain, 10)
    held = SystemAccount.get(chain, account_of(FIRST_SUBNET)).data.free
    assert BalancesTotalIssuance.get(chain) - before == TotalIssuance.get(chain) - before == held
    assert 10 * BLOCK - 10 * 2 <= held <= 10 * BLOCK


def test_alpha_is_counted_wherever_it_goes(chain: State) -> None:
    """What is minted is in the pool or outside it."""
    before = SubnetAlphaIn.get(chain, FIRST_SUBNET) + SubnetAlphaOut.get(chain, FIRST_SUBNET)
    run(chain, 10)
    after = SubnetAlphaIn.get(chain, FIRST_SUBNET) + SubnetAlphaOut.get(chain, FIRST_SUBNET)
    assert after - before == TotalAlphaIssuance.get(chain, FIRST_SUBNET) > 10 * BLOCK // 2


def test_averages_and_records_follow_the_coinbase_that_read_them(chain: State) -> None:
    """In its first block a subnet's average is zero, so that its share is; its price counts from the second on."""
    run(chain, 1)
    assert SubnetTaoInEmission.get(chain, FIRST_SUBNET) == 0
    assert SubnetMovingPrice.get(chain, FIRST_SUBNET).bits == 0
    assert RootProp.get(chain, FIRST_SUBNET).bits > 0
    run(chain, 200)
    assert SubnetMovingPrice.get(chain, FIRST_SUBNET).bits > 0
    assert SubnetTaoInEmission.get(chain, FIRST_SUBNET) > 0
    assert SubnetAlphaInEmission.get(chain, FIRST_SUBNET) > 0


def test_the_first_epoch_comes_a_tempo_after_the_beginning(chain: State) -> None:
    """Amounts wait until block 100 and are gone then; the block of the step is that of the slot."""
    run(chain, 99)
    assert PendingServerEmission.get(chain, FIRST_SUBNET) > 0
    assert LastEpochBlock.get(chain, FIRST_SUBNET) == 0
    run(chain, 1)
    assert PendingServerEmission.get(chain, FIRST_SUBNET) == 0
    assert LastEpochBlock.get(chain, FIRST_SUBNET) == LastMechansimStepBlock.get(chain, FIRST_SUBNET) == 100


def test_what_claims_sold_is_forgotten_at_the_next_block(chain: State) -> None:
    """The counts are of one block."""
    SubnetRootSellTao.put(chain, FIRST_SUBNET, TaoBalance(5))
    run(chain, 1)
    assert SubnetRootSellTao.items(chain) == []


def test_a_subnet_that_does_not_take_part_has_epochs_all_the_same(chain: State) -> None:
    """Its epoch finds nothing to pay."""
    SubtokenEnabled.put(chain, FIRST_SUBNET, False)
    run(chain, 100)
    assert LastMechansimStepBlock.get(chain, FIRST_SUBNET) == 100
    assert SubnetAlphaOut.get(chain, FIRST_SUBNET) == BLOCK


def test_root_never_has_an_epoch(chain: State) -> None:
    """Its slot is not used however long its tempo has passed."""
    run(chain, 101)
    assert LastEpochBlock.keys(chain) == [FIRST_SUBNET]


def test_children_take_effect_only_where_a_slot_was_used(chain: State) -> None:
    """A subnet whose last slot is another block's keeps its waiting children."""
    Number.put(chain, BlockNumber(5))
    PendingChildKeys.put(chain, FIRST_SUBNET, account(3), ((), 0))
    LastEpochBlock.put(chain, FIRST_SUBNET, 4)
    try_set_pending_children(chain)
    assert PendingChildKeys.contains(chain, FIRST_SUBNET, account(3))
    LastEpochBlock.put(chain, FIRST_SUBNET, 5)
    try_set_pending_children(chain)
    assert not PendingChildKeys.contains(chain, FIRST_SUBNET, account(3))


def test_terms_are_worked_out_before_anything_moves(chain: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """The coinbase, too, is a list of steps."""
    called: list[str] = []
    for name in ("get_subnet_terms", "inject_and_maybe_swap", "emit_alpha", "drain_pending"):
        step = getattr(coinbase, name)

        def watched(*arguments: object, name: str = name, step: object = step) -> object:
            called.append(name)
            return step(*arguments)  # type: ignore[operator]

        monkeypatch.setattr(coinbase, name, watched)
    next_block(chain, PARENT)
    assert called == ["get_subnet_terms", "inject_and_maybe_swap", "emit_alpha", "drain_pending"]
