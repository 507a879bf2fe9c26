"""Setting weights: each check in its turn, and what is stored."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import (
    BatchCompletedWithErrors,
    BatchWeightItemFailed,
    BatchWeightsCompleted,
    WeightsSet,
)
from subtensor_spec.chain.items.consensus import LastUpdate, MechanismCountCurrent, ValidatorPermit, Weights
from subtensor_spec.chain.items.staking import StakeThreshold
from subtensor_spec.chain.items.weights import (
    CommitRevealWeightsEnabled,
    MaxWeightsLimit,
    MinAllowedWeights,
    WeightsSetRateLimit,
    WeightsVersionKey,
)
from subtensor_spec.chain.origins import Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, MechId, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.consensus.matrix.max_upscale import vec_u16_max_upscale_to_u16
from subtensor_spec.chapters.weights.calls import batch_set_weights, set_mechanism_weights, set_weights
from subtensor_spec.chapters.weights.setting import internal_set_weights

Refusal = Callable[[Callable[[], object]], str | None]

NETUID, INDEX, MAIN = NetUid(1), NetUidStorageIndex(1), MechId(0)
SECOND, STRANGER = (AccountId(bytes([number]) * 32) for number in (2, 9))
CHECKS = [
    "CanNotSetRootNetworkWeights",
    "WeightVecNotEqualSize",
    "MechanismDoesNotExist",
    "UidsLengthExceedUidsInSubNet",
    "HotKeyNotRegisteredInSubNet",
    "NotEnoughStakeToSetWeights",
    "IncorrectWeightVersionKey",
    "SettingWeightsTooFast",
    "NeuronNoValidatorPermit",
    "DuplicateUids",
    "UidVecContainInvalidOne",
    "WeightVecLengthIsLow",
]
"""In the order in which they are asked."""


def uids(*numbers: int) -> tuple[Uid, ...]:
    return tuple(map(Uid, numbers))


def openly(state: State) -> State:
    CommitRevealWeightsEnabled.put(state, NETUID, False)
    return state


def test_everything_is_wrong_and_put_right_check_by_check(subnet: State, refusal: Refusal) -> None:
    """Each refusal is answered while all later ones would be due as well."""
    openly(subnet)
    StakeThreshold.put(subnet, 10)
    WeightsVersionKey.put(subnet, NETUID, 5)
    WeightsSetRateLimit.put(subnet, NETUID, 101)
    ValidatorPermit.put(subnet, NETUID, (True, False, True))
    MinAllowedWeights.put(subnet, NETUID, 2)
    call = {"netuid": ROOT, "mecid": 1, "uids": uids(3, 3, 8, 9), "values": (1,), "hotkey": STRANGER, "version": 4}
    seen = []

    def attempt() -> None:
        arguments = (call["netuid"], call["mecid"], call["uids"], call["values"], call["version"])
        internal_set_weights(subnet, Signed(call["hotkey"]), *arguments)

    repairs: list[Callable[[], object]] = [
        lambda: call.update(netuid=NETUID),
        lambda: call.update(values=(1, 1, 1, 1)),
        lambda: call.update(mecid=0),
        lambda: call.update(uids=uids(3, 3), values=(1, 1)),
        lambda: call.update(hotkey=SECOND),
        lambda: StakeThreshold.put(subnet, 0),
        lambda: call.update(version=5),
        lambda: WeightsSetRateLimit.put(subnet, NETUID, 100),
        lambda: ValidatorPermit.put(subnet, NETUID, (False, True, False)),
        lambda: call.update(uids=uids(3), values=(1,)),
        lambda: call.update(uids=uids(2)),
        lambda: MinAllowedWeights.put(subnet, NETUID, 1),
    ]
    before = subnet.storage()
    for repair in repairs:
        seen.append(refusal(attempt))
        assert subnet.storage() == before
        assert not subnet.events
        repair()
        before = subnet.storage()
    assert seen == CHECKS
    assert refusal(attempt) is None
    assert Weights.get(subnet, INDEX, Uid(1)) == ((2, 65535),)


def test_an_account_must_sign_before_all(subnet: State, refusal: Refusal) -> None:
    assert refusal(lambda: internal_set_weights(subnet, Root(), ROOT, MAIN, (), (), 0)) == "BadOrigin"


def test_the_row_is_replaced_in_the_order_given_and_the_block_is_kept(subnet: State) -> None:
    openly(subnet)
    set_weights(subnet, Signed(SECOND), NETUID, uids(0, 1, 2), (1, 1, 1), 0)
    WeightsSetRateLimit.put(subnet, NETUID, 0)
    set_weights(subnet, Signed(SECOND), NETUID, uids(2, 0), (30_000, 0), 0)
    assert Weights.get(subnet, INDEX, Uid(1)) == ((2, 65535), (0, 0))
    assert LastUpdate.get(subnet, INDEX) == (900, 1000, 900)
    assert subnet.events == [WeightsSet(INDEX, 1)] * 2


def test_values_of_zero_only_are_stored_as_zeros(subnet: State) -> None:
    set_weights(openly(subnet), Signed(SECOND), NETUID, uids(0, 2), (0, 0), 0)
    assert Weights.get(subnet, INDEX, Uid(1)) == ((0, 0), (2, 0))


def test_the_limit_of_the_greatest_weight_is_not_read(subnet: State) -> None:
    MaxWeightsLimit.put(openly(subnet), NETUID, 1)
    set_weights(subnet, Signed(SECOND), NETUID, uids(0, 2), (1, 65535), 0)
    assert Weights.get(subnet, INDEX, Uid(1)) == ((0, 1), (2, 65535))


def test_where_weights_are_committed_first_neither_rate_nor_last_update_is_touched(subnet: State) -> None:
    WeightsSetRateLimit.put(subnet, NETUID, 10**6)
    before = LastUpdate.get(subnet, INDEX)
    internal_set_weights(subnet, Signed(SECOND), NETUID, MAIN, uids(0), (7,), 0)
    assert LastUpdate.get(subnet, INDEX) == before
    assert Weights.get(subnet, INDEX, Uid(1)) == ((0, 65535),)


def test_a_second_mechanism_has_rows_and_times_of_its_own(subnet: State, refusal: Refusal) -> None:
    MechanismCountCurrent.put(openly(subnet), NETUID, MechId(2))
    WeightsSetRateLimit.put(subnet, NETUID, 101)
    second = NetUidStorageIndex(4097)
    assert refusal(lambda: set_weights(subnet, Signed(SECOND), NETUID, uids(0), (1,), 0)) == "SettingWeightsTooFast"
    set_mechanism_weights(subnet, Signed(SECOND), NETUID, MechId(1), uids(0), (1,), 0)
    assert Weights.get(subnet, second, Uid(1)) == ((0, 65535),)
    assert not Weights.contains(subnet, INDEX, Uid(1))
    assert LastUpdate.get(subnet, second) == (0, 1000, 0)


@pytest.mark.parametrize("origin", [Root(), Signed(STRANGER)])
def test_open_calls_are_refused_where_weights_are_committed_first(
    subnet: State, refusal: Refusal, origin: Root | Signed
) -> None:
    for netuid in (ROOT, NETUID, NetUid(7)):
        assert refusal(lambda to=netuid: set_weights(subnet, origin, to, (), (1,), 0)) == "CommitRevealEnabled"


def test_a_batch_goes_on_after_a_failure_and_tells_at_the_end(subnet: State) -> None:
    openly(subnet)
    netuids = (NetUid(7), NETUID, NetUid(8))
    CommitRevealWeightsEnabled.put(subnet, NetUid(8), False)
    batch_set_weights(subnet, Signed(SECOND), netuids, (((Uid(0), 1),),) * 3, (0, 0, 0))
    names = [event.kind for event in subnet.events]
    failed = [BatchWeightItemFailed] * 2
    assert names == [WeightsSet, BatchCompletedWithErrors, *failed, BatchWeightsCompleted]
    codes = [(event.values[0], event.values[1].error) for event in subnet.events[2:4]]
    assert codes == [(7, SubtensorModule.CommitRevealEnabled), (8, SubtensorModule.MechanismDoesNotExist)]
    assert subnet.events[-1].values == (netuids, SECOND)


def test_a_batch_without_failures_tells_of_none(subnet: State) -> None:
    batch_set_weights(openly(subnet), Signed(SECOND), (NETUID,), (((Uid(0), 1), (Uid(2), 3)),), (0,))
    assert Weights.get(subnet, INDEX, Uid(1)) == ((0, 21845), (2, 65535))
    assert [event.kind for event in subnet.events] == [WeightsSet, BatchWeightsCompleted]


@pytest.mark.parametrize(("rows", "keys"), [(1, 2), (2, 1), (3, 2)])
def test_the_lists_of_a_batch_are_equally_long(subnet: State, refusal: Refusal, rows: int, keys: int) -> None:
    batch = ((NETUID,) * 2, ((),) * rows, (0,) * keys)
    assert refusal(lambda: batch_set_weights(subnet, Signed(SECOND), *batch)) == "InputLengthsUnequal"
    assert refusal(lambda: batch_set_weights(subnet, Root(), *batch)) == "BadOrigin"


@given(st.lists(st.integers(0, 65535), min_size=1, max_size=6))
def test_the_greatest_value_becomes_the_whole_and_order_stays(values: list[int]) -> None:
    scaled = vec_u16_max_upscale_to_u16(values)
    assert max(scaled) == (65535 if any(values) else 0)
    for left, scaled_left in zip(values, scaled, strict=True):
        for right, scaled_right in zip(values, scaled, strict=True):
            assert left > right or scaled_left <= scaled_right


def test_a_refusal_is_a_call_error(subnet: State) -> None:
    with pytest.raises(CallError, match="MechanismDoesNotExist"):
        internal_set_weights(subnet, Signed(SECOND), NetUid(7), MAIN, (), (), 0)
