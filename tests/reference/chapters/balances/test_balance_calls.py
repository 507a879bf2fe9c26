"""The calls of the pallet Balances: who may send them, and what they add to a transfer."""

from dataclasses import replace
from typing import Any

import pytest

from subtensor_spec.blocks.dispatch import dispatch
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.balances import NO_DATA, BalancesTotalIssuance, InactiveIssuance, SystemAccount
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.origins import Nobody, Origin, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AccountInfo, TaoBalance
from subtensor_spec.chapters.balances.accounts import free_balance
from subtensor_spec.chapters.balances.force_calls import AdjustmentDirection
from subtensor_spec.chapters.balances.lookup import MULTI_ADDRESS, Address20, Address32, Id, Index, Raw
from subtensor_spec.wire.values import from_json, to_json

WHO, OTHER = (AccountId(bytes([number]) * 32) for number in (7, 8))
ISSUED = 10**12


@pytest.fixture
def state() -> State:
    state = State()
    BalancesTotalIssuance.put(state, TaoBalance(ISSUED))
    TotalIssuance.put(state, TaoBalance(ISSUED))
    SystemAccount.put(state, WHO, AccountInfo(0, 0, 1, 0, replace(NO_DATA, free=TaoBalance(10_000))))
    return state


def send(state: State, name: str, origin: Origin, **arguments: Any) -> list[str]:
    """Dispatch a call; returns the names of its events."""
    before = len(state.events)
    dispatch(state, f"Balances.{name}", origin, arguments)
    return [event.kind.name for event in state.events[before:]]


def refusal(state: State, name: str, origin: Origin, **arguments: Any) -> str:
    with pytest.raises(CallError) as caught:
        send(state, name, origin, **arguments)
    return caught.value.code


def test_transfers_with_and_without_death(state: State) -> None:
    given = {"dest": Id(OTHER), "value": 9_600}
    assert refusal(state, "transfer_keep_alive", Signed(WHO), **given) == "Token.NotExpendable"
    send(state, "transfer_allow_death", Signed(WHO), **given)
    assert (free_balance(state, WHO), free_balance(state, OTHER)) == (0, 9_600)
    send(state, "transfer_all", Signed(OTHER), dest=Id(WHO), keep_alive=True)
    assert (free_balance(state, WHO), free_balance(state, OTHER)) == (9_100, 500)
    send(state, "transfer_all", Signed(OTHER), dest=Id(WHO), keep_alive=False)
    assert not SystemAccount.contains(state, OTHER)
    send(state, "force_transfer", Root(), source=Id(WHO), dest=Id(OTHER), value=9_600)
    assert free_balance(state, OTHER) == 9_600


@pytest.mark.parametrize(
    ("name", "wrong", "arguments"),
    [
        ("transfer_allow_death", Root(), {"dest": Id(OTHER), "value": 1}),
        ("transfer_keep_alive", Nobody(), {"dest": Id(OTHER), "value": 1}),
        ("transfer_all", Root(), {"dest": Id(OTHER), "keep_alive": True}),
        ("burn", Root(), {"value": 1, "keep_alive": True}),
        ("upgrade_accounts", Nobody(), {"who": ()}),
        ("force_transfer", Signed(WHO), {"source": Id(WHO), "dest": Id(OTHER), "value": 1}),
        ("force_set_balance", Signed(WHO), {"who": Id(WHO), "new_free": 1}),
        ("force_unreserve", Signed(WHO), {"who": Id(WHO), "amount": 1}),
        ("force_adjust_total_issuance", Signed(WHO), {"direction": AdjustmentDirection.Increase, "delta": 1}),
    ],
)
def test_who_may_send_a_call(state: State, name: str, wrong: Origin, arguments: Any) -> None:
    assert refusal(state, name, wrong, **arguments) == "BadOrigin"


@pytest.mark.parametrize("address", [Index(None), Raw(b"abc"), Address32(bytes(32)), Address20(bytes(20))])
def test_only_an_id_names_an_account(state: State, address: Any) -> None:
    assert refusal(state, "transfer_allow_death", Signed(WHO), dest=address, value=1) == "CannotLookup"
    assert MULTI_ADDRESS.decode(MULTI_ADDRESS.encode(address)) == address
    assert from_json(MULTI_ADDRESS, to_json(MULTI_ADDRESS, address)) == address


def test_an_address_is_written_as_the_chain_writes_it() -> None:
    assert MULTI_ADDRESS.encode(Id(WHO)) == b"\x00" + b"\x07" * 32
    assert to_json(MULTI_ADDRESS, Id(WHO)) == {"Id": "0x" + "07" * 32}
    assert MULTI_ADDRESS.encode(Index(None)) == b"\x01"


def test_burning_lowers_the_record_of_balances_alone(state: State) -> None:
    assert send(state, "burn", Signed(WHO), value=9_000, keep_alive=True) == ["Burned"]
    assert (BalancesTotalIssuance.get(state), TotalIssuance.get(state)) == (ISSUED - 9_000, ISSUED)
    assert refusal(state, "burn", Signed(WHO), value=501, keep_alive=True) == "Token.FundsUnavailable"


@pytest.mark.parametrize(
    ("new_free", "held", "events"),
    [
        (12_000, 12_000, ["Issued", "BalanceSet"]),
        (9_000, 9_000, ["Rescinded", "BalanceSet"]),
        (10_000, 10_000, ["BalanceSet"]),
        (500, 500, ["Rescinded", "BalanceSet"]),
        (499, 0, ["KilledAccount", "Rescinded", "BalanceSet"]),
    ],
)
def test_a_balance_is_set_and_the_issuance_follows(state: State, new_free: int, held: int, events: list[str]) -> None:
    assert send(state, "force_set_balance", Root(), who=Id(WHO), new_free=new_free) == events
    assert (free_balance(state, WHO), BalancesTotalIssuance.get(state)) == (held, ISSUED + held - 10_000)
    assert state.events[-1].values == (WHO, held)
    moved = [event.values[0] for event in state.events if event.kind.name in ("Issued", "Rescinded")]
    assert moved == [abs(held - 10_000)] * (held != 10_000)


def test_reserved_tao_is_freed(state: State) -> None:
    data = replace(NO_DATA, free=TaoBalance(600), reserved=TaoBalance(900))
    SystemAccount.put(state, OTHER, AccountInfo(0, 1, 1, 0, data))
    assert send(state, "force_unreserve", Root(), who=Id(OTHER), amount=0) == []
    assert send(state, "force_unreserve", Root(), who=Id(OTHER), amount=400) == ["Unreserved"]
    assert send(state, "force_unreserve", Root(), who=Id(OTHER), amount=9_999) == ["Unreserved"]
    assert state.events[-1].values == (OTHER, 500)
    account = SystemAccount.get(state, OTHER)
    assert (account.data.free, account.data.reserved, account.consumers) == (1_500, 0, 0)
    assert send(state, "force_unreserve", Root(), who=Id(AccountId(bytes(32))), amount=1) == []
    only_reserved = AccountInfo(0, 1, 1, 0, replace(NO_DATA, reserved=TaoBalance(900)))
    SystemAccount.put(state, OTHER, only_reserved)
    assert "Unreserved" in send(state, "force_unreserve", Root(), who=Id(OTHER), amount=900)


def test_the_issuance_is_corrected_but_not_below_what_is_inactive(state: State) -> None:
    def corrected(direction: AdjustmentDirection, delta: int) -> int:
        send(state, "force_adjust_total_issuance", Root(), direction=direction, delta=delta)
        return BalancesTotalIssuance.get(state)

    up, down = AdjustmentDirection.Increase, AdjustmentDirection.Decrease
    assert corrected(up, 7) == ISSUED + 7
    assert corrected(down, 10) == ISSUED - 3
    assert state.events[-1].values == (ISSUED + 7, ISSUED - 3)
    given = {"direction": down, "delta": 0}
    assert refusal(state, "force_adjust_total_issuance", Root(), **given) == "Balances.DeltaZero"
    InactiveIssuance.put(state, TaoBalance(ISSUED - 5))
    given["delta"] = 3
    assert refusal(state, "force_adjust_total_issuance", Root(), **given) == "Balances.IssuanceDeactivated"
    assert corrected(down, 2) == ISSUED - 5


def test_accounts_are_upgraded_in_the_order_named(state: State) -> None:
    for who in (WHO, OTHER):
        account = SystemAccount.get(state, who)
        SystemAccount.put(state, who, replace(account, providers=1, data=replace(account.data, flags=0)))
    assert send(state, "upgrade_accounts", Signed(WHO), who=(OTHER, WHO, OTHER)) == ["Upgraded", "Upgraded"]
    assert [event.values for event in state.events[-2:]] == [(OTHER,), (WHO,)]
