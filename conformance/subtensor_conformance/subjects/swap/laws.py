"""Laws of the weighted pool."""

from itertools import pairwise

from subtensor_conformance.laws.law import Input, Law, Round, ask_calls, require

RESERVES = ("tao_reserve", "alpha_reserve")


def _larger_orders_get_more(value: Input) -> Round:
    function, rows = value["function"], value["rows"]
    results = yield from ask_calls(function, *rows)
    done = [(row[6], int(result["paid_out"])) for row, result in zip(rows, results, strict=True) if result]
    for (amount, paid), (larger, more) in pairwise(done):
        require(paid <= more, f"{function} pays {paid} for {amount} and {more} for {larger}")


def _round_trip(value: Input) -> Round:
    rows = value["rows"]
    bought = yield from ask_calls("swap.buy", *rows)
    trips = [(row, result) for row, result in zip(rows, bought, strict=True) if result]
    sales = [
        [*(result[name] for name in RESERVES), *row[2:6], result["paid_out"], "0", *row[8:]] for row, result in trips
    ]
    sold = yield from ask_calls("swap.sell", *sales)
    for (row, buy), sale in zip(trips, sold, strict=True):
        spent = int(buy["paid_in"]) + int(buy["fee"])
        gained = int(sale["paid_out"]) if sale else 0
        require(gained <= spent, f"buying for {spent} rao and selling again gives {gained}: {row}")


def _fee_costs(value: Input) -> Round:
    function, rows = value["function"], value["rows"]
    with_fee = yield from ask_calls(function, *rows)
    without = yield from ask_calls(function, *([*row[:8], True, row[9]] for row in rows))
    for row, less, more in zip(rows, with_fee, without, strict=True):
        if less and more:
            paid, free = int(less["paid_out"]), int(more["paid_out"])
            require(paid <= free, f"{function} pays {paid} with a fee and {free} without: {row}")


LAWS = (
    Law(
        "larger-orders-get-more",
        "A larger order never gets less, up to what its price limit lets through.",
        "swap.buy or swap.sell and rows of its arguments in rising order of the amount",
        ("AMM-buy/paid-out", "AMM-sell/paid-out"),
        _larger_orders_get_more,
    ),
    Law(
        "round-trip-never-gains",
        "Buying alpha and selling it again never gives more than was spent.",
        "rows of arguments of swap.buy",
        ("AMM-buy/paid-out", "AMM-sell/paid-out", "AMM-fee/of-amount"),
        _round_trip,
    ),
    Law(
        "fee-only-costs",
        "An order pays no more out with a fee than without.",
        "swap.buy or swap.sell and rows of its arguments",
        ("AMM-fee/of-amount",),
        _fee_costs,
    ),
)
