"""Inputs of the laws of the weighted pool."""

from collections.abc import Iterator

from subtensor_conformance.authoring.plans.laws import PlannedLaw
from subtensor_conformance.subjects.swap.plans import NO_LIMIT_BUY, NO_LIMIT_SELL, TAO, order, view


def planned_laws() -> Iterator[PlannedLaw]:
    """Yield the planned inputs of the laws."""
    pool = view(1_000 * TAO, 10_000 * TAO, 3 * 10**17)
    amounts = [1, 1985, 1986, 10**6, 10**9, 10**9 + 1, 10**11, 10**12]
    buys = [pool + order(amount, NO_LIMIT_BUY) for amount in amounts]
    sales = [pool + order(amount, NO_LIMIT_SELL) for amount in amounts]
    both = [("buy", {"function": "swap.buy", "rows": buys}), ("sell", {"function": "swap.sell", "rows": sales})]
    yield PlannedLaw(
        "orders-in-order",
        "larger-orders-get-more",
        "Orders from one rao to a whole reserve.",
        "A payout that falls where the fee steps up or the power loses digits.",
        "full",
        both,
    )
    yield PlannedLaw(
        "orders-with-fee",
        "fee-only-costs",
        "The same orders with and without their fee.",
        "A fee added to what is paid out.",
        "full",
        both,
    )
    yield PlannedLaw(
        "round-trips",
        "round-trip-never-gains",
        "Buying alpha of all these sizes and selling it again.",
        "Rounding in favour of the trader.",
        "full",
        [("buy-and-sell", {"rows": buys})],
    )
