"""The accounts that drawn chains are about: a few coldkeys with TAO, two hotkeys each, and keys not yet in use."""

from subtensor_spec.chain.types import AccountId


def _account(kind: int, number: int) -> AccountId:
    return AccountId(bytes([kind, number]) * 16)


COLDKEYS = tuple(_account(0xC0, number) for number in range(1, 5))
HOTKEYS = tuple(_account(0x40, number) for number in range(1, 9))
SPARE = tuple(_account(0x50, number) for number in range(1, 5))
AUTHOR = _account(0xA0, 1)


def hex_of(account: bytes) -> str:
    """Return an account as steps write it."""
    return "0x" + account.hex()


_OWNERS = {hex_of(hotkey): hex_of(COLDKEYS[place // 2]) for place, hotkey in enumerate(HOTKEYS)}


def owner_of(hotkey: str) -> str:
    """Return the coldkey that owns a hotkey at the beginning, the first one if nobody does; both in hex."""
    return _OWNERS.get(hotkey, hex_of(COLDKEYS[0]))
