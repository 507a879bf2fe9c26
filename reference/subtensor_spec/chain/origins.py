"""Who sends a call: root, an account that signed it, or nobody."""

from dataclasses import dataclass

from subtensor_spec.chain.errors import BAD_ORIGIN, CallError
from subtensor_spec.chain.types import AccountId


@dataclass(frozen=True, slots=True)
class Signed:
    """An account signed the call."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class Root:
    """The chain's own authority sends the call."""


@dataclass(frozen=True, slots=True)
class Nobody:
    """Nobody signed the call."""


Origin = Signed | Root | Nobody


def ensure_signed(origin: Origin) -> AccountId:
    """Return the account that signed; ``BadOrigin`` for root and for nobody."""
    if not isinstance(origin, Signed):
        raise CallError(BAD_ORIGIN)
    return origin.account


def ensure_root(origin: Origin) -> None:
    """Refuse with ``BadOrigin`` whoever is not root."""
    if not isinstance(origin, Root):
        raise CallError(BAD_ORIGIN)


def ensure_none(origin: Origin) -> None:
    """Refuse with ``BadOrigin`` whoever is somebody."""
    if not isinstance(origin, Nobody):
        raise CallError(BAD_ORIGIN)
