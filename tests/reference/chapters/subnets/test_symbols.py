"""Symbols: the table, who gets which, and how one is changed."""

from collections.abc import Callable

from subtensor_spec.chain.event_kinds.subtensor_module import SymbolUpdated
from subtensor_spec.chain.items.subnets import TokenSymbol
from subtensor_spec.chain.origins import Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.subnets.symbols import (
    DEFAULT_SYMBOL,
    SYMBOLS,
    get_next_available_symbol,
    get_symbol_for_subnet,
    update_symbol,
)

Refusal = Callable[[Callable[[], object]], str | None]

STRANGER = AccountId(b"\xdd" * 32)


def test_the_table_has_439_letters_each_of_them_once() -> None:
    assert len(SYMBOLS) == len(set(SYMBOLS)) == 439
    assert all(len(symbol.decode()) == 1 for symbol in SYMBOLS)


def test_places_of_the_table() -> None:
    places = {0: "Τ", 1: "α", 19: "t", 25: "א", 81: "ᚠ", 87: "Ы", 271: "መ", 319: "ア", 427: "ට", 438: "ධ"}
    assert {place: SYMBOLS[place].decode() for place in places} == places
    assert [get_symbol_for_subnet(NetUid(netuid)) for netuid in (438, 439)] == [SYMBOLS[438], DEFAULT_SYMBOL]


def test_a_new_subnet_has_its_own_symbol_or_the_first_that_is_free() -> None:
    state = State()
    assert get_next_available_symbol(state, NetUid(3)) == SYMBOLS[3]
    for netuid, place in ((1, 3), (2, 1)):
        TokenSymbol.put(state, NetUid(netuid), SYMBOLS[place])
    assert get_next_available_symbol(state, NetUid(3)) == SYMBOLS[2]


def test_beyond_the_table_roots_symbol_is_given_until_it_is_taken_and_when_all_are() -> None:
    state = State()
    assert get_next_available_symbol(state, NetUid(500)) == DEFAULT_SYMBOL
    TokenSymbol.put(state, NetUid(0), DEFAULT_SYMBOL)
    assert get_next_available_symbol(state, NetUid(500)) == SYMBOLS[1]
    for place, symbol in enumerate(SYMBOLS):
        TokenSymbol.put(state, NetUid(place), symbol)
    assert get_next_available_symbol(state, NetUid(500)) == DEFAULT_SYMBOL


def test_everything_is_wrong_and_put_right_check_by_check(chain: State, coldkey: AccountId, refusal: Refusal) -> None:
    def refused(account: AccountId, symbol: bytes) -> str | None:
        return refusal(lambda: update_symbol(chain, Signed(account), NetUid(1), symbol))

    TokenSymbol.put(chain, NetUid(1), SYMBOLS[1])
    assert refused(STRANGER, b"") == "BadOrigin"
    assert [refused(coldkey, symbol) for symbol in (b"", DEFAULT_SYMBOL)] == ["SymbolDoesNotExist"] * 2
    assert refused(coldkey, SYMBOLS[1]) == "SymbolAlreadyInUse"
    assert refused(coldkey, SYMBOLS[5]) is None
    assert chain.events == [SymbolUpdated(NetUid(1), SYMBOLS[5])]


def test_root_gives_a_symbol_to_a_netuid_without_a_subnet(chain: State) -> None:
    update_symbol(chain, Root(), NetUid(99), SYMBOLS[7])
    assert TokenSymbol.get(chain, NetUid(99)) == SYMBOLS[7]
