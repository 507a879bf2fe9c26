"""The two orders, buying alpha with TAO and selling it: each rule of one beside its mirror image."""

from dataclasses import dataclass
from typing import Protocol

from subtensor_spec.arithmetic import U64, U64F64
from subtensor_spec.chain.types import AlphaBalance, TaoBalance
from subtensor_spec.chapters.swap.curve import (
    alpha_to_reach_price,
    power_of_alpha_sold,
    power_of_tao_paid,
    price_of_reserves,
    share_of,
    tao_to_reach_price,
)
from subtensor_spec.chapters.swap.pool import Pool
from subtensor_spec.rules import SUBTENSOR, rule

_STEP = "pallets/swap/src/pallet/swap_step.rs"
_ORDER = "primitives/swap-interface/src/order.rs"
_IMPLS = "pallets/swap/src/pallet/impls.rs"


class Order(Protocol):
    """What a swap needs to know of an order; amounts are rao of the currency concerned, a price is TAO for an alpha."""

    @property
    def amount_in(self) -> int:
        """Return what the trader offers."""

    @property
    def default_limit(self) -> int:
        """Return the price limit of an order without one, in rao of TAO for an alpha."""

    def reserve_in(self, pool: Pool) -> int:
        """Return the reserve of the currency paid in."""

    def reserve_out(self, pool: Pool) -> int:
        """Return the reserve of the currency paid out."""

    def may_trade(self, price: U64F64, limit: U64F64) -> bool:
        """Tell whether the limit leaves the price any room."""

    def within_limit(self, price: U64F64, limit: U64F64) -> bool:
        """Tell whether a price reached does not overstep the limit."""

    def paid_out(self, pool: Pool, paid_in: int) -> int:
        """Return what the pool pays for an amount."""

    def price_after(self, pool: Pool, paid_in: int, paid_out: int) -> U64F64:
        """Return the price that paying an amount and getting another leads to."""

    def paid_in_to_reach(self, pool: Pool, price: U64F64, limit: U64F64) -> int:
        """Return the amount that moves a price to a limit."""


@dataclass(frozen=True, slots=True)
class Buy:
    """An order for alpha, paid in TAO."""

    amount: TaoBalance

    @property
    def amount_in(self) -> int:
        """Return the TAO offered, in rao."""
        return self.amount

    @property
    @rule("AMM-buy/default-limit", SUBTENSOR(_IMPLS, "max_price_inner"))
    def default_limit(self) -> int:
        """Without a limit of its own a buy stops at a price of a million TAO."""
        return 10**15

    def reserve_in(self, pool: Pool) -> int:
        """Return the pool's TAO in rao."""
        return pool.tao

    def reserve_out(self, pool: Pool) -> int:
        """Return the pool's alpha in rao."""
        return pool.alpha

    @rule("AMM-buy/may-trade", SUBTENSOR(_ORDER, "is_beyond_price_limit"))
    def may_trade(self, price: U64F64, limit: U64F64) -> bool:
        """A buy needs a limit above the price; a limit equal to it is already exceeded."""
        return price < limit

    @rule("AMM-buy/within-limit", SUBTENSOR(_STEP, "price_is_closer"))
    def within_limit(self, price: U64F64, limit: U64F64) -> bool:
        """A buy may lead to a price up to its limit."""
        return price <= limit

    @rule("AMM-buy/paid-out", SUBTENSOR(_STEP, "convert_deltas"))
    def paid_out(self, pool: Pool, paid_in: int) -> int:
        """A buy takes ``x · (1 - (y / (y + paid)) ** (q / b))`` alpha, rounded down.

        Where the power comes out as zero the pool pays its whole reserve.
        """
        left = power_of_tao_paid(pool.weights, pool.tao, paid_in)
        return share_of(pool.alpha, U64F64.ONE.saturating_sub(left))

    @rule("AMM-buy/price-after", SUBTENSOR(_STEP, "price_target"))
    def price_after(self, pool: Pool, paid_in: int, paid_out: int) -> U64F64:
        """A buy leads to the price of the reserves with the TAO added and the alpha taken.

        A buy that takes the whole reserve leads to a price of zero.
        """
        alpha_left = U64.saturated(pool.alpha - paid_out)
        return price_of_reserves(pool.weights, alpha_left, U64.saturated(pool.tao + paid_in))

    @rule("AMM-buy/to-limit", SUBTENSOR(_STEP, "delta_in"))
    def paid_in_to_reach(self, pool: Pool, price: U64F64, limit: U64F64) -> int:
        """A buy that would overstep its limit pays the TAO that brings the price there."""
        return tao_to_reach_price(pool.weights, price, limit, pool.tao)


@dataclass(frozen=True, slots=True)
class Sell:
    """An order for TAO, paid in alpha."""

    amount: AlphaBalance

    @property
    def amount_in(self) -> int:
        """Return the alpha offered, in rao."""
        return self.amount

    @property
    @rule("AMM-sell/default-limit", SUBTENSOR(_IMPLS, "min_price_inner"))
    def default_limit(self) -> int:
        """Without a limit of its own a sale stops at a price of a millionth of a TAO, and fails below it."""
        return 1_000

    def reserve_in(self, pool: Pool) -> int:
        """Return the pool's alpha in rao."""
        return pool.alpha

    def reserve_out(self, pool: Pool) -> int:
        """Return the pool's TAO in rao."""
        return pool.tao

    @rule("AMM-sell/may-trade", SUBTENSOR(_ORDER, "is_beyond_price_limit"))
    def may_trade(self, price: U64F64, limit: U64F64) -> bool:
        """A sale needs a limit below the price; a limit equal to it is already exceeded."""
        return price > limit

    @rule("AMM-sell/within-limit", SUBTENSOR(_STEP, "price_is_closer"))
    def within_limit(self, price: U64F64, limit: U64F64) -> bool:
        """A sale may lead to a price down to its limit."""
        return price >= limit

    @rule("AMM-sell/paid-out", SUBTENSOR(_STEP, "convert_deltas"))
    def paid_out(self, pool: Pool, paid_in: int) -> int:
        """A sale takes ``y · (1 - (x / (x + sold)) ** (b / q))`` TAO, rounded down.

        Where the power comes out as zero the pool pays its whole reserve.
        """
        left = power_of_alpha_sold(pool.weights, pool.alpha, paid_in)
        return share_of(pool.tao, U64F64.ONE.saturating_sub(left))

    @rule("AMM-sell/price-after", SUBTENSOR(_STEP, "price_target"))
    def price_after(self, pool: Pool, paid_in: int, paid_out: int) -> U64F64:
        """A sale leads to the price of the reserves with the alpha added and the TAO taken."""
        tao_left = U64.saturated(pool.tao - paid_out)
        return price_of_reserves(pool.weights, U64.saturated(pool.alpha + paid_in), tao_left)

    @rule("AMM-sell/to-limit", SUBTENSOR(_STEP, "delta_in"))
    def paid_in_to_reach(self, pool: Pool, price: U64F64, limit: U64F64) -> int:
        """A sale that would overstep its limit pays the alpha that brings the price there."""
        return alpha_to_reach_price(pool.weights, price, limit, pool.alpha)
