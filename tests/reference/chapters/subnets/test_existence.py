"""Which subnets there are, their accounts, and the next netuid."""

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, NetUid
from subtensor_spec.chapters.subnets.existence import (
    account_of,
    get_all_subnet_netuids,
    get_next_netuid,
    get_subnet_account_id,
    if_subnet_exist,
    is_subnet_account_id,
)

NETUIDS = st.builds(NetUid, st.integers(0, 2**16 - 1))


def test_an_entry_that_says_false_is_no_subnet_but_has_an_account_and_takes_a_netuid() -> None:
    state = State()
    NetworksAdded.put(state, NetUid(1), False)
    assert not if_subnet_exist(state, NetUid(1))
    assert get_all_subnet_netuids(state) == [1]
    assert get_subnet_account_id(state, NetUid(1)) == account_of(NetUid(1))
    assert get_next_netuid(state) == 2


def test_root_always_has_an_account_another_netuid_with_its_entry() -> None:
    assert get_subnet_account_id(State(), ROOT) == b"modlsubtensr" + bytes(20)
    assert get_subnet_account_id(State(), NetUid(1)) is None


def test_a_gap_among_netuids_is_filled() -> None:
    state = State()
    for netuid in (0, 1, 3):
        NetworksAdded.put(state, NetUid(netuid), True)
    assert get_next_netuid(state) == 2


@given(NETUIDS)
def test_an_account_tells_its_netuid(netuid: NetUid) -> None:
    assert is_subnet_account_id(account_of(netuid)) == netuid


@given(NETUIDS, st.integers(0, 31), st.integers(1, 255))
def test_an_account_with_another_byte_is_another_subnets_or_nobodys(netuid: NetUid, at: int, by: int) -> None:
    raw = bytearray(account_of(netuid))
    raw[at] ^= by
    found = is_subnet_account_id(AccountId(bytes(raw)))
    assert (found is not None and found != netuid) if at in (12, 13) else found is None
