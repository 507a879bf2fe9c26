"""Laws of share pools and of the weighted pool."""

from itertools import pairwise

from subtensor_conformance.laws.law import Input, Law, Round, ask, ask_calls, integers, require

RESERVES = ("tao_reserve", "alpha_reserve")


def _keys_hold_at_most_the_pool(value: Input) -> Round:
    lives, keys = value["lives"], value["keys"]
    asked = [[*life, *(["get_value", key] for key in keys)] for life in lives]
    results = yield from ask("share_pool.run", *([operations] for operations in asked))
    for life, answers in zip(lives, results, strict=True):
        worth = sum(integers([answer["r"] for answer in answers[len(life) :]]))
        holds = int(answers[-1]["state"]["shared_value"])
        require(worth <= holds, f"keys are worth {worth} rao in a pool of {holds} after {life}")


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
        "keys-hold-at-most-the-pool",
        "After payments into a pool, and out of it of what a key holds, all keys together are worth at most the pool.",
        "lists of operations of share_pool.run, and the keys in them",
        ("SHR-value/of-key", "SHR-update/one"),
        _keys_hold_at_most_the_pool,
    ),
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
"""The laws of this module."""
