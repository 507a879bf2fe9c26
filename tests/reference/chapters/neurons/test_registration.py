"""Registering for TAO: each check in its turn, what is paid, and what the calls have in common."""

from collections.abc import Callable

import pytest

from subtensor_spec.chain.event_kinds.subtensor_module import NeuronRegistered, RAORecycledForRegistrationSet
from subtensor_spec.chain.items.neurons import (
    Burn,
    BurnIncreaseMult,
    MaxAllowedUids,
    MinNonImmuneUids,
    NetworkRegistrationAllowed,
    RAORecycledForRegistration,
    RegistrationsThisBlock,
)
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetTAO, SubnetTaoFlow
from subtensor_spec.chain.items.staking import OwnedHotkeys, Owner
from subtensor_spec.chain.origins import Nobody, Origin, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, NetUid, TaoBalance, Uid
from subtensor_spec.chapters.balances.tao import get_coldkey_balance
from subtensor_spec.chapters.neurons.registration import burned_register, register, register_limit
from subtensor_spec.chapters.neurons.uids import get_uid_for_net_and_hotkey
from subtensor_spec.chapters.subnets.existence import account_of

Refusal = Callable[[Callable[[], object]], str | None]

NETUID, NOWHERE = NetUid(1), NetUid(7)
NEW, TAKEN, STRANGER = (AccountId(bytes([number]) * 32) for number in (0xAA, 1, 0xDD))
PRICE = 10**9


@pytest.fixture
def priced(market: State) -> State:
    Burn.put(market, NETUID, TaoBalance(PRICE))
    return market


def test_everything_is_wrong_and_put_right_check_by_check(priced: State, coldkey: AccountId, refusal: Refusal) -> None:
    NetworkRegistrationAllowed.put(priced, NETUID, False)
    MaxAllowedUids.put(priced, NETUID, 0)
    Owner.put(priced, TAKEN, STRANGER)
    call = {"netuid": ROOT, "hotkey": TAKEN}
    account = account_of(NETUID)

    def refused(origin: Origin | None = None, **changed: object) -> str | None:
        call.update(changed)  # type: ignore[arg-type]
        with_origin = Signed(coldkey) if origin is None else origin
        return refusal(lambda: burned_register(priced, with_origin, **call))  # type: ignore[arg-type]

    assert refused(origin=Nobody()) == "BadOrigin"
    assert refused() == "RegistrationNotPermittedOnRootSubnet"
    assert refused(netuid=NOWHERE) == "SubnetNotExists"
    assert refused(netuid=NETUID) == "SubNetRegistrationDisabled"
    NetworkRegistrationAllowed.put(priced, NETUID, True)
    assert refused() == "HotKeyAlreadyRegisteredInSubNet"
    Burn.put(priced, NETUID, TaoBalance(10 * PRICE + 1))
    assert refused(hotkey=account) == "NotEnoughBalanceToStake"
    Burn.put(priced, NETUID, TaoBalance(PRICE))
    assert refused() == "CannotUseSystemAccount"
    Owner.put(priced, NEW, STRANGER)
    assert refused(hotkey=NEW) == "NonAssociatedColdKey"
    Owner.remove(priced, NEW)
    assert refused() == "NoNeuronIdAvailable"
    MaxAllowedUids.put(priced, NETUID, 3)
    MinNonImmuneUids.put(priced, NETUID, 3)
    assert refused() == "NoNeuronIdAvailable"
    MinNonImmuneUids.put(priced, NETUID, 2)
    assert refused() is None


def test_what_a_registration_does(priced: State, coldkey: AccountId) -> None:
    outside, flow = SubnetAlphaOut.get(priced, NETUID), SubnetTaoFlow.get(priced, NETUID)
    burned_register(priced, Signed(coldkey), NETUID, NEW)
    assert get_coldkey_balance(priced, coldkey) == 9 * PRICE
    assert get_coldkey_balance(priced, account_of(NETUID)) == PRICE
    assert SubnetTAO.get(priced, NETUID) > 10**12
    assert SubnetAlphaIn.get(priced, NETUID) < 10**12
    assert SubnetAlphaOut.get(priced, NETUID) == outside
    assert SubnetTaoFlow.get(priced, NETUID) == flow + PRICE
    assert get_uid_for_net_and_hotkey(priced, NETUID, NEW) == 3
    assert RegistrationsThisBlock.get(priced, NETUID) == 1
    assert RAORecycledForRegistration.get(priced, NETUID) == PRICE
    assert Burn.get(priced, NETUID) == int(BurnIncreaseMult.get(priced, NETUID).bits) * PRICE >> 64
    assert OwnedHotkeys.get(priced, coldkey) == (NEW,)
    ours = [event for event in priced.events if event.kind.pallet == "SubtensorModule"]
    assert ours[-2:] == [RAORecycledForRegistrationSet(NETUID, PRICE), NeuronRegistered(NETUID, Uid(3), NEW)]


def test_who_must_keep_the_existential_deposit_pays_less_but_the_price_is_counted(
    priced: State, coldkey: AccountId
) -> None:
    Burn.put(priced, NETUID, TaoBalance(10 * PRICE))
    burned_register(priced, Signed(coldkey), NETUID, NEW)
    assert get_coldkey_balance(priced, account_of(NETUID)) == 10 * PRICE - 500
    assert SubnetTaoFlow.get(priced, NETUID) == 10 * PRICE - 500
    assert RAORecycledForRegistration.get(priced, NETUID) == 10 * PRICE


def test_work_and_coldkey_of_the_older_call_are_not_looked_at(priced: State, coldkey: AccountId) -> None:
    register(priced, Signed(coldkey), NETUID, 0, 0, b"", NEW, STRANGER)
    assert Owner.get(priced, NEW) == coldkey


def test_a_limit_is_asked_before_the_rest_and_may_equal_the_price(
    priced: State, coldkey: AccountId, refusal: Refusal
) -> None:
    def refused(netuid: NetUid, limit: int, origin: Origin | None = None) -> str | None:
        by = Signed(coldkey) if origin is None else origin
        return refusal(lambda: register_limit(priced, by, netuid, NEW, limit))

    NetworkRegistrationAllowed.put(priced, NETUID, False)
    assert refused(ROOT, 0, Root()) == "BadOrigin"
    assert refused(ROOT, 0) == "RegistrationNotPermittedOnRootSubnet"
    assert refused(NOWHERE, 0) == "SubnetNotExists"
    assert refused(NETUID, PRICE - 1) == "RegistrationPriceLimitExceeded"
    assert refused(NETUID, PRICE) == "SubNetRegistrationDisabled"
    NetworkRegistrationAllowed.put(priced, NETUID, True)
    assert refused(NETUID, PRICE) is None
