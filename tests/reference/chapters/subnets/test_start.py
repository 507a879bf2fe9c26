"""Starting a subnet, and its owner's hotkey."""

from collections.abc import Callable

from subtensor_spec.chain.event_kinds.subtensor_module import FirstEmissionBlockNumberSet, SubnetOwnerHotkeySet
from subtensor_spec.chain.items.emission import FirstEmissionBlockNumber
from subtensor_spec.chain.items.pools import SubtokenEnabled
from subtensor_spec.chain.items.rate_limits import LastRateLimitedBlock
from subtensor_spec.chain.items.subnets import NetworkRegisteredAt, StartCallDelay, SubnetOwnerHotkey
from subtensor_spec.chain.origins import Nobody, Origin, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid, SetSNOwnerHotkey
from subtensor_spec.chapters.subnets.existence import account_of
from subtensor_spec.chapters.subnets.owner_hotkey import do_set_sn_owner_hotkey
from subtensor_spec.chapters.subnets.start import start_call

Refusal = Callable[[Callable[[], object]], str | None]

FIRST, NOWHERE, BLOCK = NetUid(1), NetUid(9), 2_000_000
HOTKEY, STRANGER = (AccountId(bytes([number]) * 32) for number in (0xAA, 0xDD))


def test_everything_is_wrong_and_put_right_check_by_check(chain: State, coldkey: AccountId, refusal: Refusal) -> None:
    def refused(origin: Origin, netuid: NetUid = FIRST) -> str | None:
        return refusal(lambda: start_call(chain, origin, netuid))

    FirstEmissionBlockNumber.put(chain, FIRST, 7)
    StartCallDelay.put(chain, 100)
    NetworkRegisteredAt.put(chain, FIRST, BLOCK - 99)
    assert refused(Root(), NOWHERE) == "SubnetNotExists"
    assert [refused(origin) for origin in (Root(), Signed(STRANGER))] == ["BadOrigin"] * 2
    assert refused(Signed(coldkey)) == "FirstEmissionBlockNumberAlreadySet"
    FirstEmissionBlockNumber.remove(chain, FIRST)
    assert refused(Signed(coldkey)) == "NeedWaitingMoreBlocksToStarCall"
    StartCallDelay.put(chain, 99)
    assert refused(Signed(coldkey)) is None
    assert [FirstEmissionBlockNumber.get(chain, FIRST), SubtokenEnabled.get(chain, FIRST)] == [BLOCK + 1, True]
    assert chain.events == [FirstEmissionBlockNumberSet(FIRST, BLOCK + 1)]


def test_the_owners_hotkey_is_set_once_a_week_by_root_too(chain: State, coldkey: AccountId, refusal: Refusal) -> None:
    def refused(origin: Origin, hotkey: AccountId = HOTKEY, netuid: NetUid = FIRST) -> str | None:
        return refusal(lambda: do_set_sn_owner_hotkey(chain, origin, netuid, hotkey))

    LastRateLimitedBlock.put(chain, SetSNOwnerHotkey(FIRST), BLOCK - 50_399)
    assert [refused(origin) for origin in (Nobody(), Signed(STRANGER))] == ["BadOrigin"] * 2
    assert refused(Root(), netuid=NOWHERE) == "SubnetNotExists"
    assert refused(Root()) == "TxRateLimitExceeded"
    LastRateLimitedBlock.put(chain, SetSNOwnerHotkey(FIRST), BLOCK - 50_400)
    with chain.layer():
        assert refused(Root(), account_of(NOWHERE)) == "CannotUseSystemAccount"
    LastRateLimitedBlock.remove(chain, SetSNOwnerHotkey(FIRST))
    assert refused(Signed(coldkey)) is None
    assert SubnetOwnerHotkey.get(chain, FIRST) == HOTKEY
    assert chain.events == [SubnetOwnerHotkeySet(FIRST, HOTKEY)]
    assert refused(Root()) == "TxRateLimitExceeded"
