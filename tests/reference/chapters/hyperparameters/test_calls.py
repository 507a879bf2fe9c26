"""Settings with checks of their own, set by root, and those that nobody can set."""

from collections.abc import Callable

import pytest

from subtensor_spec.chain.items.consensus import (
    AlphaValues,
    BondsResetOn,
    LiquidAlphaOn,
    MechanismCountCurrent,
    MechanismEmissionSplit,
)
from subtensor_spec.chain.items.neurons import MaxAllowedUids
from subtensor_spec.chain.items.staking import NominatorMinRequiredStake
from subtensor_spec.chain.items.subnets import SubnetOwnerHotkey
from subtensor_spec.chain.origins import Nobody, Root
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, MechId, NetUid, TaoBalance
from subtensor_spec.chapters.hyperparameters import calls

Refusal = Callable[[Callable[[], object]], str | None]

NETUID = NetUid(1)


def test_alpha_values_are_looked_at_from_the_high_one_on(subnet: State, refusal: Refusal) -> None:
    def setting(low: int, high: int) -> str | None:
        return refusal(lambda: calls.sudo_set_alpha_values(subnet, Root(), NETUID, low, high))

    assert setting(1_638, 1_638) == "LiquidAlphaDisabled"
    LiquidAlphaOn.put(subnet, NETUID, True)
    assert setting(0, 1_637) == "AlphaHighTooLow"
    assert setting(1_637, 1_638) == setting(1_639, 1_638) == "AlphaLowOutOfRange"
    assert setting(1_638, 1_638) is None
    assert AlphaValues.get(subnet, NETUID) == (1_638, 1_638)


def test_bonds_reset_is_switched(subnet: State) -> None:
    calls.sudo_set_bonds_reset_enabled(subnet, Root(), NETUID, True)
    assert BondsResetOn.get(subnet, NETUID)


def test_mechanisms_and_their_split(subnet: State, refusal: Refusal) -> None:
    MaxAllowedUids.put(subnet, NETUID, 128)
    calls.sudo_set_mechanism_count(subnet, Root(), NETUID, MechId(2))
    assert MechanismCountCurrent.get(subnet, NETUID) == 2
    calls.sudo_set_mechanism_emission_split(subnet, Root(), NETUID, (65_534, 1))
    assert MechanismEmissionSplit.get(subnet, NETUID) == (65_534, 1)
    for wrong in ((65_534, 2), (65_535, 0, 0)):
        assert refusal(lambda split=wrong: calls.sudo_set_mechanism_emission_split(subnet, Root(), NETUID, split))
    assert MechanismEmissionSplit.get(subnet, NETUID) == (65_534, 1)


def test_a_subnet_is_not_trimmed_below_the_least(subnet: State, refusal: Refusal) -> None:
    assert refusal(lambda: calls.sudo_trim_to_max_allowed_uids(subnet, Root(), NETUID, 0)) == "InvalidValue"


@pytest.mark.parametrize("call", [calls.sudo_set_sn_owner_hotkey, calls.sudo_set_subnet_owner_hotkey])
def test_the_owner_s_hotkey_is_set_by_both_names(subnet: State, call: Callable[..., None]) -> None:
    hotkey = AccountId(b"\2" * 32)
    call(subnet, Root(), NETUID, hotkey)
    assert SubnetOwnerHotkey.get(subnet, NETUID) == hotkey


def test_the_nominators_minimum_is_root_s(subnet: State, refusal: Refusal) -> None:
    assert refusal(lambda: calls.sudo_set_nominator_min_required_stake(subnet, Nobody(), 7)) == "BadOrigin"
    calls.sudo_set_nominator_min_required_stake(subnet, Root(), 7)
    assert NominatorMinRequiredStake.get(subnet) == 7


def test_what_nobody_can_set(subnet: State, refusal: Refusal) -> None:
    for origin in (Root(), Nobody()):
        assert refusal(lambda by=origin: calls.sudo_set_total_issuance(subnet, by, TaoBalance(1))) is not None
    assert refusal(lambda: calls.sudo_set_network_pow_registration_allowed(subnet, Root(), NETUID, True)) is not None
