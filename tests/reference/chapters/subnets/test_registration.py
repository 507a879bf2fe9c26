"""Creating a subnet: each check in its turn, what it begins with, and what makes room for it."""

from collections.abc import Callable

import pytest

from subtensor_spec.chain.event_kinds.subtensor_module import (
    ImmunityPeriodSet,
    MaxAllowedUidsSet,
    MaxAllowedValidatorsSet,
    MinAllowedWeightSet,
    NetworkAdded,
    NetworkRemoved,
    RegistrationAllowed,
    SubnetIdentitySet,
    SubnetOwnerHotkeySet,
)
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.consensus import ActivityCutoff, Kappa, Yuma3On
from subtensor_spec.chain.items.emission import SubnetEmissionEnabled
from subtensor_spec.chain.items.neurons import Burn, RAORecycledForRegistration, RegistrationsThisInterval
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetMechanism, SubnetTAO, SubtokenEnabled
from subtensor_spec.chain.items.rate_limits import LastRateLimitedBlock
from subtensor_spec.chain.items.schedule import LastEpochBlock, Tempo
from subtensor_spec.chain.items.staking import Owner, TotalStake
from subtensor_spec.chain.items.subnets import (
    NetworkImmunityPeriod,
    NetworkLastLockCost,
    NetworkMinLockCost,
    NetworkRegisteredAt,
    NetworkRegistrationStartBlock,
    RegisteredSubnetCounter,
    SubnetIdentitiesV3,
    SubnetLimit,
    SubnetLocked,
    SubnetOwner,
    SubnetOwnerHotkey,
    TokenSymbol,
    TotalNetworks,
)
from subtensor_spec.chain.origins import Nobody, Origin, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import (
    AccountId,
    NetUid,
    NetworkLastRegistered,
    SubnetIdentityV3,
    TaoBalance,
)
from subtensor_spec.chapters.balances.tao import get_coldkey_balance
from subtensor_spec.chapters.neurons.uids import get_uid_for_net_and_hotkey
from subtensor_spec.chapters.subnets.existence import account_of, if_subnet_exist
from subtensor_spec.chapters.subnets.initialisation import first_epoch_anchor, init_new_network
from subtensor_spec.chapters.subnets.registration import register_network, register_network_with_identity
from subtensor_spec.chapters.subnets.symbols import SYMBOLS

Refusal = Callable[[Callable[[], object]], str | None]
Fund = Callable[[State, AccountId, int], None]

NEW, STRANGER = (AccountId(bytes([number]) * 32) for number in (0xAA, 0xDD))
THIRD, BLOCK, TAO = NetUid(3), 2_000_000, 10**9


def identity(name: bytes = b"name") -> SubnetIdentityV3:
    return SubnetIdentityV3(name, b"", b"", b"", b"", b"", b"", b"")


def test_everything_is_wrong_and_put_right_check_by_check(
    chain: State, coldkey: AccountId, fund: Fund, refusal: Refusal
) -> None:
    def refused(hotkey: AccountId, origin: Origin | None = None) -> str | None:
        by = Signed(coldkey) if origin is None else origin
        return refusal(lambda: register_network(chain, by, hotkey))

    subnet_account = account_of(NetUid(9))
    NetworkRegistrationStartBlock.put(chain, BLOCK + 1)
    LastRateLimitedBlock.put(chain, NetworkLastRegistered(), BLOCK - 7_199)
    NetworkImmunityPeriod.put(chain, BLOCK)
    SubnetLimit.put(chain, 2)
    NetworkMinLockCost.put(chain, TaoBalance(5_000 * TAO + 1))
    for hotkey, owner in ((STRANGER, STRANGER), (subnet_account, STRANGER)):
        Owner.put(chain, hotkey, owner)
    assert refused(STRANGER, Nobody()) == "BadOrigin"
    assert refused(STRANGER) == "NonAssociatedColdKey"
    assert refused(subnet_account) == "NonAssociatedColdKey"
    Owner.remove(chain, subnet_account)
    assert refused(subnet_account) == "CannotUseSystemAccount"
    assert refused(NEW) == "SubNetRegistrationDisabled"
    NetworkRegistrationStartBlock.put(chain, BLOCK)
    assert refused(NEW) == "NetworkTxRateLimitExceeded"
    LastRateLimitedBlock.put(chain, NetworkLastRegistered(), BLOCK - 7_200)
    assert refused(NEW) == "SubnetLimitReached"
    NetworkImmunityPeriod.put(chain, BLOCK - 1)
    assert refused(NEW) == "CannotAffordLockCost"
    NetworkMinLockCost.put(chain, TaoBalance(1))
    assert refused(NEW) is None


def test_what_a_creation_does(chain: State, coldkey: AccountId) -> None:
    register_network_with_identity(chain, Signed(coldkey), NEW, identity())
    assert get_coldkey_balance(chain, coldkey) == 4_000 * TAO
    assert get_coldkey_balance(chain, account_of(THIRD)) == 1_000 * TAO
    assert [NetworkLastLockCost.get(chain), SubnetLocked.get(chain, THIRD)] == [1_000 * TAO] * 2
    assert LastRateLimitedBlock.get(chain, NetworkLastRegistered()) == BLOCK
    assert [SubnetTAO.get(chain, THIRD), SubnetAlphaIn.get(chain, THIRD)] == [1_000 * TAO, 800 * TAO]
    assert TotalStake.get(chain) == 1_000 * TAO
    assert [SubnetOwner.get(chain, THIRD), SubnetOwnerHotkey.get(chain, THIRD)] == [coldkey, NEW]
    assert get_uid_for_net_and_hotkey(chain, THIRD, NEW) == 0
    assert [SubnetMechanism.get(chain, THIRD), TokenSymbol.get(chain, THIRD)] == [1, SYMBOLS[3]]
    assert [NetworkRegisteredAt.get(chain, THIRD), RegisteredSubnetCounter.get(chain, THIRD)] == [BLOCK, 1]
    assert [item.contains(chain, THIRD) for item in (SubnetAlphaOut, RAORecycledForRegistration)] == [True, True]
    assert not SubtokenEnabled.get(chain, THIRD)
    assert not SubnetEmissionEnabled.get(chain, THIRD)
    assert SubnetIdentitiesV3.get(chain, THIRD) == identity()


def test_the_events_of_a_creation_in_their_order(chain: State, coldkey: AccountId) -> None:
    register_network_with_identity(chain, Signed(coldkey), NEW, identity())
    assert [event for event in chain.events if event.kind.pallet == "SubtensorModule"] == [
        RegistrationAllowed(THIRD, True),
        MaxAllowedUidsSet(THIRD, 256),
        MaxAllowedValidatorsSet(THIRD, 64),
        MinAllowedWeightSet(THIRD, 1),
        ImmunityPeriodSet(THIRD, 5_000),
        SubnetOwnerHotkeySet(THIRD, NEW),
        SubnetIdentitySet(THIRD),
        NetworkAdded(THIRD, 1),
    ]


def test_a_bad_identity_is_refused_at_the_end(chain: State, coldkey: AccountId, refusal: Refusal) -> None:
    long = identity(b"x" * 257)
    assert refusal(lambda: register_network_with_identity(chain, Signed(coldkey), NEW, long)) == "InvalidIdentity"


def test_who_must_keep_the_existential_deposit_pays_less_than_the_pool_claims(chain: State, fund: Fund) -> None:
    fund(chain, STRANGER, 1_000 * TAO)
    register_network(chain, Signed(STRANGER), NEW)
    assert SubnetLocked.get(chain, THIRD) == NetworkLastLockCost.get(chain) == 1_000 * TAO - 500
    assert SubnetTAO.get(chain, THIRD) == TotalStake.get(chain) == 1_000 * TAO


def test_at_the_limit_the_cheapest_subnet_makes_room_and_leaves_its_netuid(chain: State, coldkey: AccountId) -> None:
    SubnetLimit.put(chain, 2)
    NetworkImmunityPeriod.put(chain, 1)
    NetworkRegisteredAt.put(chain, NetUid(1), 2)
    register_network(chain, Signed(coldkey), NEW)
    assert [if_subnet_exist(chain, NetUid(netuid)) for netuid in (1, 2, 3)] == [True, True, False]
    assert SubnetOwner.get(chain, NetUid(2)) == coldkey
    assert SubnetAlphaIn.get(chain, NetUid(2)) == 2_000 * TAO, "the median is that of subnet 1 alone"
    assert TotalNetworks.get(chain) == 3
    kinds = [event.kind for event in chain.events]
    assert kinds.index(NetworkRemoved) < kinds.index(RegistrationAllowed)


def test_settings_of_a_new_subnet() -> None:
    state = State()
    Number.put(state, Number.get(state))
    init_new_network(state, THIRD, 10)
    assert [Tempo.get(state, THIRD), Burn.get(state, THIRD), Yuma3On.get(state, THIRD)] == [10, TAO, True]
    assert [item.contains(state, THIRD) for item in (Kappa, ActivityCutoff, RegistrationsThisInterval)] == [True] * 3
    assert [LastEpochBlock.get(state, THIRD), TotalNetworks.get(state)] == [0, 1]
    assert SubnetEmissionEnabled.get(state, THIRD)


@pytest.mark.parametrize(
    ("netuid", "tempo", "block", "anchor"), [(3, 360, 100, 97), (365, 360, 100, 95), (3, 0, 100, 100), (7, 360, 2, 0)]
)
def test_first_epochs_are_staggered(netuid: int, tempo: int, block: int, anchor: int) -> None:
    assert first_epoch_anchor(NetUid(netuid), tempo, block) == anchor
