"""The symbol of a subnet's token: one letter of a table that the chain has, which no other subnet may have."""

from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.subtensor_module import SymbolUpdated
from subtensor_spec.chain.items.subnets import TokenSymbol
from subtensor_spec.chain.origins import Origin
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.hyperparameters.origins import ensure_subnet_owner_or_root
from subtensor_spec.rules import SUBTENSOR, rule

_SYMBOLS = "pallets/subtensor/src/subnets/symbols.rs"
_DISPATCHES = "pallets/subtensor/src/macros/dispatches.rs"

_CODE_POINTS = (
    "03A4 03B1-03C1 03C3 0074 03C5-03C9",  # Greek
    "05D0-05EA",  # Hebrew
    "0627-0628 062A-063A 0641-0648 064A 0649",  # Arabic
    "16A0 16A2 16A6 16A8 16B1 16B3 042B 16C9 16D2",  # Runic, and a Cyrillic letter
    "1680-1685 169B",  # Ogham
    "10D0-10D5",  # Georgian
    "0531-0536 055E",  # Armenian
    "0400-0405 044A",  # Cyrillic
    "2C80-2C85",  # Coptic
    "11000-11003 11005",  # Brahmi
    "0DB1 0DB3-0DB7",  # Sinhala
    "2C00-2C20",  # Glagolitic
    "0E01-0E23 0E25 0E27-0E2E",  # Thai
    "3131 3134 3137 3139 3141-3142 3145 3147-3148 314A-3163",  # Hangul
    "12A0-12A7 12C8-12CE 12B0-12B6 1310-1312 1218 1314-1316",  # Ethiopic
    "0905-090B 090F-0910 0913-0928 092A-0930 0932 0935-0939",  # Devanagari
    # Katakana
    "30A2 30A4 30A6 30A8 30AA-30AB 30AD 30AF 30B1 30B3 30B5 30B7 30B9 30BB 30BD 30BF 30C1 30C4 30C6 30C8",
    "30CA-30CF 30D2 30D5 30D8 30DB 30DE-30E2 30E4 30E6 30E8-30ED 30EF 30F2-30F3",
    "2D30-2D53",  # Tifinagh
    "0D85-0D86 0D89-0D96 0D9A-0D9E 0DA0-0DA4 0DA7 0DA5-0DA6 0DA9 0DA8 0DAA-0DB0",  # Sinhala
)
"""The letters in order, as code points in hexadecimal: single ones, and ranges with both ends; a line a script."""


def _letters(code_points: str) -> list[bytes]:
    letters = []
    for part in code_points.split():
        first, _, last = part.partition("-")
        letters += [chr(code).encode() for code in range(int(first, 16), int(last or first, 16) + 1)]
    return letters


SYMBOLS = tuple(letter for script in _CODE_POINTS for letter in _letters(script))
"""Every symbol by its place, in UTF-8: the upper case tau at place 0 is root's, places 1 to 438 are the subnets'."""

DEFAULT_SYMBOL = SYMBOLS[0]
"""What a subnet gets when no symbol is left."""


@rule("NET-symbol/of-netuid", SUBTENSOR(_SYMBOLS, "get_symbol_for_subnet"))
def get_symbol_for_subnet(netuid: NetUid) -> bytes:
    """The symbol of a netuid is the one at that place in the table; beyond the table it is the default."""
    return SYMBOLS[netuid] if netuid < len(SYMBOLS) else DEFAULT_SYMBOL


@rule("NET-symbol/next", SUBTENSOR(_SYMBOLS, "get_next_available_symbol"))
def get_next_available_symbol(state: State, netuid: NetUid) -> bytes:
    """A new subnet gets the symbol of its netuid, or if that is in use the first from place 1 on that is not.

    It gets the default where all are in use. In use is what ``TokenSymbol`` has an entry of.
    """
    used = _used(state)
    own = get_symbol_for_subnet(netuid)
    if own not in used:
        return own
    return next((symbol for symbol in SYMBOLS[1:] if symbol not in used), DEFAULT_SYMBOL)


@call(SUBTENSOR_MODULE, 112)
@rule("NET-symbol/call", SUBTENSOR(_DISPATCHES, "update_symbol"))
def update_symbol(state: State, origin: Origin, netuid: NetUid, symbol: bytes) -> None:
    """The owner of a subnet or root chooses another symbol of the table.

    Refused are, in this order: anybody else (``BadOrigin``), what is not in the table from place 1 on
    (``SymbolDoesNotExist``), and what a subnet has already, itself included (``SymbolAlreadyInUse``). Nobody asks
    whether the subnet exists.
    """
    # CHECK
    ensure_subnet_owner_or_root(state, origin, netuid)
    if symbol not in SYMBOLS[1:]:
        raise CallError(SubtensorModule.SymbolDoesNotExist)
    if symbol in _used(state):
        raise CallError(SubtensorModule.SymbolAlreadyInUse)
    # ACT
    TokenSymbol.put(state, netuid, symbol)
    # EMIT
    state.emit(SymbolUpdated(netuid, symbol))


def _used(state: State) -> set[bytes]:
    return {symbol for _, symbol in TokenSymbol.items(state)}
