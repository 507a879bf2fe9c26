"""Accounts live and die with the existential deposit; references keep them; dust leaves the issuance."""

from dataclasses import replace
from typing import Any

import pytest

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.balances import NO_ACCOUNT, NO_DATA, BalancesTotalIssuance, SystemAccount
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountData, AccountId, AccountInfo, TaoBalance
from subtensor_spec.chapters.balances.accounts import ensure_upgraded, free_balance, handle_dust, try_mutate_account
from subtensor_spec.chapters.balances.references import (
    can_dec_provider,
    dec_consumers,
    dec_providers,
    inc_consumers,
    inc_providers,
)

WHO = AccountId(b"\x07" * 32)


def holding(free: int = 0, reserved: int = 0, frozen: int = 0, **references: int) -> State:
    state = State()
    data = replace(NO_DATA, free=TaoBalance(free), reserved=TaoBalance(reserved), frozen=TaoBalance(frozen))
    counts = {"nonce": 0, "consumers": 0, "providers": 1, "sufficients": 0} | references
    SystemAccount.put(state, WHO, AccountInfo(**counts, data=data))
    return state


def set_free(state: State, rao: int) -> int:
    return try_mutate_account(state, WHO, lambda data: replace(data, free=TaoBalance(rao)))


def reserve(state: State, rao: int) -> None:
    try_mutate_account(state, WHO, lambda data: replace(data, reserved=TaoBalance(rao)))


def names(state: State) -> list[str]:
    found = [event.kind.name for event in state.events]
    state.forget()
    return found


def test_an_account_begins_and_ends_at_the_existential_deposit() -> None:
    state = State()
    assert set_free(state, 500) == 0
    assert (SystemAccount.get(state, WHO).providers, names(state)) == (1, ["NewAccount", "Endowed"])
    assert set_free(state, 10_000) == 0
    assert names(state) == []
    assert set_free(state, 499) == 499, "what is left is dust"
    assert (SystemAccount.contains(state, WHO), names(state)) == (False, ["KilledAccount", "DustLost"])


def test_too_little_to_begin_with_is_all_dust() -> None:
    state = State()
    assert set_free(state, 499) == 499
    assert (state.storage(), names(state)) == ({}, ["Endowed", "DustLost"])


def test_reserved_tao_keeps_an_account_and_its_dust() -> None:
    """Reserved TAO is a consumer; the free part may then be little, if another provider stays."""
    state = holding(10_000, reserved=700, providers=2, consumers=1)
    assert set_free(state, 3) == 0
    assert (free_balance(state, WHO), SystemAccount.get(state, WHO).providers) == (3, 1)


def test_a_consumer_holds_the_last_provider() -> None:
    state = holding(10_000, reserved=700, consumers=1)
    mark = state.mark()
    with pytest.raises(CallError, match="ConsumerRemaining"):
        set_free(state, 3)
    assert state.changes(mark) == {}


def test_reserving_consumes_and_freeing_does_not() -> None:
    state = holding(10_000)
    for reserved, consumers in ((700, 1), (900, 1), (0, 0)):
        reserve(state, reserved)
        assert SystemAccount.get(state, WHO).consumers == consumers


def test_consumers_from_elsewhere_are_left_alone() -> None:
    state = holding(10_000, consumers=1)
    set_free(state, 9_000)
    assert SystemAccount.get(state, WHO).consumers == 1
    reserve(state, 700)
    assert SystemAccount.get(state, WHO).consumers == 2


@pytest.mark.parametrize(("before", "after", "consumers"), [(700, 0, 2), (0, 700, 0)])
def test_a_refused_death_takes_the_count_of_consumers_back(before: int, after: int, consumers: int) -> None:
    state = holding(10_000, reserved=before, consumers=consumers)
    with pytest.raises(CallError, match="ConsumerRemaining"):
        try_mutate_account(state, WHO, lambda data: replace(data, free=TaoBalance(3), reserved=TaoBalance(after)))
    assert SystemAccount.get(state, WHO).consumers == consumers


def test_an_entry_without_references_goes_with_its_tao() -> None:
    state = holding(providers=0)
    assert set_free(state, 3) == 3
    assert not SystemAccount.contains(state, WHO)


def test_a_consumer_that_was_forgotten_is_counted() -> None:
    state = holding(10_000, frozen=700, consumers=0)
    set_free(state, 9_000)
    assert SystemAccount.get(state, WHO).consumers == 1


def test_references_are_counted_within_bounds() -> None:
    state = holding(providers=2**32 - 1)
    inc_providers(state, WHO)
    assert SystemAccount.get(state, WHO).providers == 2**32 - 1
    assert can_dec_provider(holding(consumers=1, providers=2), WHO)
    assert not can_dec_provider(holding(consumers=1), WHO)
    with pytest.raises(CallError, match="NoProviders"):
        inc_consumers(State(), WHO)
    full = holding(consumers=16)
    with pytest.raises(CallError, match="TooManyConsumers"):
        inc_consumers(full, WHO)
    none = holding()
    dec_consumers(none, WHO)
    assert SystemAccount.get(none, WHO).consumers == 0


def test_a_sufficient_account_outlives_its_providers() -> None:
    state = holding(sufficients=1)
    dec_providers(state, WHO)
    assert (SystemAccount.get(state, WHO).providers, names(state)) == (0, [])
    inc_providers(state, WHO)
    assert (SystemAccount.get(state, WHO).providers, names(state)) == (1, [])
    dec_providers(state, AccountId(bytes(32)))
    assert names(state) == [], "nothing to take"


@pytest.mark.parametrize(
    ("data", "consumers"),
    [({"free": 9}, 0), ({"free": 9, "reserved": 5}, 1), ({"free": 9, "reserved": 5, "frozen": 5}, 0)],
)
def test_an_old_account_is_upgraded_once(data: Any, consumers: int) -> None:
    state = State()
    old = AccountData(**{"reserved": TaoBalance(0), "frozen": TaoBalance(0), "flags": 0} | data)
    SystemAccount.put(state, WHO, replace(NO_ACCOUNT, providers=1, data=old))
    assert ensure_upgraded(state, WHO)
    assert SystemAccount.get(state, WHO) == replace(
        NO_ACCOUNT, providers=1, consumers=consumers, data=replace(NO_DATA, **data)
    )
    assert names(state) == ["Upgraded"]
    assert not ensure_upgraded(state, WHO)


def test_any_change_upgrades_an_old_account() -> None:
    state = holding(10_000)
    account = SystemAccount.get(state, WHO)
    SystemAccount.put(state, WHO, replace(account, data=replace(account.data, flags=0)))
    set_free(state, 9_000)
    assert names(state) == ["Upgraded"]
    assert SystemAccount.get(state, WHO).data.flags == NO_DATA.flags


def test_an_old_account_without_a_provider_is_given_its_deposit() -> None:
    state = State()
    old = AccountData(TaoBalance(9), TaoBalance(5), TaoBalance(0), 0)
    SystemAccount.put(state, WHO, replace(NO_ACCOUNT, data=old))
    ensure_upgraded(state, WHO)
    assert (free_balance(state, WHO), SystemAccount.get(state, WHO).providers) == (500, 1)


def test_dust_leaves_the_issuance_down_to_zero() -> None:
    state = State()
    BalancesTotalIssuance.put(state, TaoBalance(300))
    for _ in range(2):
        handle_dust(state, TaoBalance(200))
    assert BalancesTotalIssuance.get(state) == 0
