"""Who may change settings, and when they are frozen."""

from collections.abc import Callable

import pytest

from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.rate_limits import LastRateLimitedBlock, OwnerHyperparamRateLimit
from subtensor_spec.chain.items.schedule import AdminFreezeWindow, LastEpochBlock, PendingEpochAt, Tempo
from subtensor_spec.chain.items.subnets import SubnetOwner
from subtensor_spec.chain.origins import Nobody, Origin, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import (
    ZERO_ACCOUNT,
    AccountId,
    BlockNumber,
    Hyperparameter,
    NetUid,
    OwnerHyperparamUpdate,
)
from subtensor_spec.chapters.hyperparameters.origins import (
    ensure_admin_window_open,
    ensure_sn_owner_or_root_with_limits,
    ensure_subnet_owner,
    ensure_subnet_owner_or_root,
    is_in_admin_freeze_window,
    record_owner_rl,
)

Refusal = Callable[[Callable[[], object]], str | None]

NETUID = NetUid(1)
OWNER, STRANGER = (AccountId(bytes([number]) * 32) for number in (8, 9))
LIMITS = (Hyperparameter.Kappa, Hyperparameter.MinBurn)


@pytest.fixture
def owned(subnet: State) -> State:
    """A subnet whose owner changed one setting 719 blocks ago, where two tempos of 360 blocks must pass."""
    SubnetOwner.put(subnet, NETUID, OWNER)
    LastRateLimitedBlock.put(subnet, OwnerHyperparamUpdate(NETUID, Hyperparameter.MinBurn), 281)
    return subnet


@pytest.mark.parametrize("origin", [Signed(STRANGER), Signed(ZERO_ACCOUNT), Nobody()])
def test_nobody_else_passes(owned: State, refusal: Refusal, origin: Origin) -> None:
    for check in (ensure_subnet_owner, ensure_subnet_owner_or_root):
        assert refusal(lambda ask=check: ask(owned, origin, NETUID)) == "BadOrigin"
    assert refusal(lambda: ensure_sn_owner_or_root_with_limits(owned, origin, NETUID, LIMITS)) == "BadOrigin"


def test_root_passes_only_where_it_may(owned: State, refusal: Refusal) -> None:
    assert refusal(lambda: ensure_subnet_owner(owned, Root(), NETUID)) == "BadOrigin"
    assert ensure_subnet_owner_or_root(owned, Root(), NETUID) is None
    assert ensure_sn_owner_or_root_with_limits(owned, Root(), NETUID, LIMITS) is None


def test_the_owner_passes_within_its_limits(owned: State, refusal: Refusal) -> None:
    owner = Signed(OWNER)
    assert ensure_subnet_owner(owned, owner, NETUID) == ensure_subnet_owner_or_root(owned, owner, NETUID) == OWNER
    assert ensure_sn_owner_or_root_with_limits(owned, owner, NETUID, LIMITS[:1]) == OWNER
    assert refusal(lambda: ensure_sn_owner_or_root_with_limits(owned, owner, NETUID, LIMITS)) == "TxRateLimitExceeded"
    Number.put(owned, BlockNumber(1001))
    assert ensure_sn_owner_or_root_with_limits(owned, owner, NETUID, LIMITS) == OWNER
    OwnerHyperparamRateLimit.put(owned, 3)
    assert refusal(lambda: ensure_sn_owner_or_root_with_limits(owned, owner, NETUID, LIMITS)) == "TxRateLimitExceeded"


def test_changes_of_the_owner_are_recorded_and_those_of_root_are_not(owned: State) -> None:
    record_owner_rl(owned, None, NETUID, LIMITS)
    assert len(LastRateLimitedBlock.items(owned)) == 1
    record_owner_rl(owned, OWNER, NETUID, LIMITS)
    blocks = dict(LastRateLimitedBlock.items(owned))
    assert blocks == {OwnerHyperparamUpdate(NETUID, setting): 1000 for setting in LIMITS}


@pytest.mark.parametrize(
    ("block", "frozen"),
    [(1249, False), (1250, False), (1251, True), (1260, True), (1300, True)],
)
def test_settings_are_frozen_in_the_last_blocks_before_an_epoch(owned: State, block: int, frozen: bool) -> None:
    """The last epoch was at 900, the tempo is 360, the window ten blocks, the last of which is the epoch's own."""
    AdminFreezeWindow.put(owned, 10)
    assert is_in_admin_freeze_window(owned, NETUID, block) is frozen


def test_a_pending_epoch_freezes_until_it_comes(owned: State) -> None:
    PendingEpochAt.put(owned, NETUID, 1100)
    LastEpochBlock.put(owned, NETUID, 1000)
    assert [is_in_admin_freeze_window(owned, NETUID, block) for block in (1000, 1099, 1100)] == [True, True, False]


def test_without_a_tempo_or_a_window_nothing_is_frozen(owned: State, refusal: Refusal) -> None:
    AdminFreezeWindow.put(owned, 0)
    assert not is_in_admin_freeze_window(owned, NETUID, 1260)
    AdminFreezeWindow.put(owned, 400)
    code = "AdminActionProhibitedDuringWeightsWindow"
    assert refusal(lambda: ensure_admin_window_open(owned, NETUID)) == code
    PendingEpochAt.put(owned, NETUID, 1100)
    Tempo.put(owned, NETUID, 0)
    assert refusal(lambda: ensure_admin_window_open(owned, NETUID)) is None
