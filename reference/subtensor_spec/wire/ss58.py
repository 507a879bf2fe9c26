"""Accounts as people write them: SS58 text with prefix 42, or ``0x`` and 64 hex digits."""

from hashlib import blake2b

from subtensor_spec.chain.types import AccountId
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.plain import bytes_from_hex

_DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
PREFIX = 42
"""The network's number in SS58: Bittensor uses the general one."""
_LENGTH = 35
"""A byte of prefix, 32 of account, two of checksum."""


def parse_account(text: str) -> AccountId:
    """Return the account that SS58 text or hex states; :class:`InvalidInput` for anything else."""
    if text.startswith("0x"):
        account = bytes_from_hex(text)
        if len(account) != 32:
            raise InvalidInput("", f"{text} is {len(account)} bytes, an account has 32")
        return AccountId(account)
    data = _decode(text)
    if len(data) != _LENGTH or data[0] != PREFIX or _checksum(data[:-2]) != data[-2:]:
        raise InvalidInput("", f"{text!r} is no account: neither SS58 with prefix {PREFIX} nor 0x and 64 hex digits")
    return AccountId(data[1:-2])


def show_account(account: bytes) -> str:
    """Return an account as SS58 text."""
    data = bytes([PREFIX]) + account
    return _encode(data + _checksum(data))


def _checksum(data: bytes) -> bytes:
    return blake2b(b"SS58PRE" + data).digest()[:2]


def _decode(text: str) -> bytes:
    number = 0
    for letter in text:
        digit = _DIGITS.find(letter)
        if digit < 0 or len(text) > 2 * _LENGTH:
            return b""
        number = number * 58 + digit
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def _encode(data: bytes) -> str:
    number, letters = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        letters = _DIGITS[digit] + letters
    return letters
