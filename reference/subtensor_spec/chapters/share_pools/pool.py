"""Share pools: one value owned in shares, so that paying every owner is one addition.

A pool holds a value (rao, u64), a denominator and a share for each key; a key's value is
``value · share / denominator``. On chain a pool is a hotkey on a subnet, its keys are coldkeys.
"""

from collections.abc import Hashable, MutableMapping
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from subtensor_spec.arithmetic import I64, U64
from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import SUBTENSOR, rule

Key = TypeVar("Key", bound=Hashable)
Owner = TypeVar("Owner", bound=Hashable, contravariant=True)

_PATH = "primitives/share-pool/src/lib.rs"


class ShareStore(Protocol[Owner]):
    """Where a pool lives: what a chain state must provide for one."""

    def get_shared_value(self) -> int:
        """Return the pool's value in rao."""

    def set_shared_value(self, value: int) -> None:
        """Store the pool's value in rao."""

    def get_share(self, key: Owner) -> SafeFloat:
        """Return a key's share, zero for an unknown key."""

    def find_share(self, key: Owner) -> SafeFloat | None:
        """Return a key's share, nothing for an unknown key."""

    def set_share(self, key: Owner, share: SafeFloat) -> None:
        """Store a key's share."""

    def get_denominator(self) -> SafeFloat:
        """Return what the shares are measured against, zero for a pool that was never used."""

    def set_denominator(self, denominator: SafeFloat) -> None:
        """Store what the shares are measured against."""


@dataclass
class SharesInMemory(Generic[Key]):
    """A pool that lives in plain values; an empty one by default."""

    shared_value: int = 0
    denominator: SafeFloat = field(default_factory=SafeFloat)
    shares: MutableMapping[Key, SafeFloat] = field(default_factory=dict)

    def get_shared_value(self) -> int:
        """Return the pool's value in rao."""
        return self.shared_value

    def set_shared_value(self, value: int) -> None:
        """Store the pool's value in rao."""
        self.shared_value = value

    def get_share(self, key: Key) -> SafeFloat:
        """Return a key's share, zero for an unknown key."""
        return self.shares.get(key, SafeFloat())

    def find_share(self, key: Key) -> SafeFloat | None:
        """Return a key's share, nothing for an unknown key."""
        return self.shares.get(key)

    def set_share(self, key: Key, share: SafeFloat) -> None:
        """Store a key's share."""
        self.shares[key] = share

    def get_denominator(self) -> SafeFloat:
        """Return what the shares are measured against."""
        return self.denominator

    def set_denominator(self, denominator: SafeFloat) -> None:
        """Store what the shares are measured against."""
        self.denominator = denominator


@rule("SHR-value/of-key", SUBTENSOR(_PATH, "get_value"))
def value_of(pool: ShareStore[Key], key: Key) -> int:
    """A key is worth the pool's value times its share over the denominator, rounded down to a rao.

    It is worth nothing if the denominator is zero, and at most the greatest u64.
    """
    return value_of_share(pool, pool.get_share(key))


@rule("SHR-value/of-share", SUBTENSOR(_PATH, "get_value_from_shares"))
def value_of_share(pool: ShareStore[Key], share: SafeFloat) -> int:
    """A share is worth what a key that holds it would be: the product has 21 digits, then is rounded down to a rao."""
    value = SafeFloat.from_u64(pool.get_shared_value()).mul_div(share, pool.get_denominator())
    return 0 if value is None else value.to_u64()


@rule("SHR-value/known-key", SUBTENSOR(_PATH, "try_get_value"))
def value_of_known(pool: ShareStore[Key], key: Key) -> int | None:
    """A key without a stored share has no value at all, rather than the value zero."""
    return None if pool.find_share(key) is None else value_of(pool, key)


@rule("SHR-update/all", SUBTENSOR(_PATH, "update_value_for_all"))
def update_value_for_all(pool: ShareStore[Key], update: int) -> None:
    """Paying into (or out of) the pool for everybody changes its value and no share; the value saturates in u64.

    ``update`` is rao, an i64.
    """
    pool.set_shared_value(U64.saturated(pool.get_shared_value() + _signed(update)))


@rule("SHR-update/shares", SUBTENSOR(_PATH, "get_shares_per_update"))
def shares_for_update(pool: ShareStore[Key], update: int) -> SafeFloat:
    """An amount is worth ``|update| · denominator / value`` shares, and none in a pool without value."""
    amount = SafeFloat.from_u64(abs(_signed(update)))
    shares = amount.mul_div(pool.get_denominator(), SafeFloat.from_u64(pool.get_shared_value()))
    return SafeFloat() if shares is None else shares


@rule("SHR-update/simulate", SUBTENSOR(_PATH, "sim_update_value_for_one"))
def update_would_count(pool: ShareStore[Key], update: int) -> bool:
    """An update would show if it is worth any share; on a pool whose denominator is zero it always would."""
    return pool.get_denominator().is_zero or not shares_for_update(pool, update).is_zero


@rule("SHR-update/one", SUBTENSOR(_PATH, "update_value_for_one"))
def update_value_for_one(pool: ShareStore[Key], key: Key, update: int) -> None:
    """Paying in (or out) for one key changes its share, the denominator and the pool's value, ``update`` rao (i64).

    On a pool whose denominator is zero the first key takes the whole pool. Zero and negative updates take the path of
    subtraction. The value changes by the update even where the shares could not follow.
    """
    if pool.get_denominator().is_zero:
        first_update(pool, key, update)
    else:
        shares = shares_for_update(pool, update)
        pool.set_share(key, moved_share(pool.get_share(key), shares, update))
        pool.set_denominator(moved_share(pool.get_denominator(), shares, update))
    update_value_for_all(pool, update)


@rule("SHR-update/first", SUBTENSOR(_PATH, "update_value_for_one"))
def first_update(pool: ShareStore[Key], key: Key, update: int) -> None:
    """On a pool whose denominator is zero, share and denominator become ``|update|``, even for a negative update.

    Shares that other keys may still hold are not looked at.
    """
    amount = SafeFloat.from_u64(abs(_signed(update)))
    pool.set_denominator(amount)
    pool.set_share(key, amount)


@rule("SHR-update/moved", SUBTENSOR(_PATH, "update_value_for_one"))
def moved_share(number: SafeFloat, shares: SafeFloat, update: int) -> SafeFloat:
    """A share or denominator is raised by the shares of a positive update and lowered by those of any other.

    One that would fall below zero becomes zero, one that is zero stays so, and one whose exponent would leave i64
    stays as it was; share and denominator can part ways in each of these cases.
    """
    moved = number.add(shares) if update > 0 else number.sub(shares)
    return number if moved is None else moved


def _signed(update: int) -> int:
    if not I64.holds(update):
        raise InvalidInput("update", f"{update} is outside the range of i64")
    return update
