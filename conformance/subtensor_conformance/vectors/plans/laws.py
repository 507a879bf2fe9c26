"""Inputs of the laws: which law is tried on what."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from subtensor_conformance.laws.permutation import can_be_renamed, sums_below_wrap
from subtensor_conformance.vectors.plans import coinbase_rows, pool_rows
from subtensor_conformance.vectors.plans.epoch_base import BASE
from subtensor_conformance.vectors.plans.notation import sparse, vector
from subtensor_conformance.vectors.plans.values import fixed_point, integers
from subtensor_spec.arithmetic import FORMATS, FixedPoint

LARGEST_RENAMED = 16
"""Neurons up to which a published epoch is also asked with its neurons renamed."""

Input = dict[str, Any]


@dataclass(frozen=True)
class PlannedLaw:
    """Inputs of one law about one subject: why they are tried and what they catch."""

    slug: str
    law: str
    why: str
    catches: str
    tier: str
    inputs: list[tuple[str, Input]]


def laws_of_epoch(value: dict[str, Any]) -> list[str]:
    """Return the laws that a published epoch must obey."""
    laws = ["epoch-emission-monotone"] if value["n"] <= LARGEST_RENAMED else []
    if sums_below_wrap(value):
        laws += ["epoch-emission-conserved", "epoch-shares-at-most-one"]
    if value["n"] <= LARGEST_RENAMED and can_be_renamed(value):
        laws.append("epoch-uids-permuted")
    return laws


def planned_laws() -> Iterator[PlannedLaw]:
    """Yield every planned law file."""
    yield from _of_arithmetic()
    yield from _of_emission()
    yield from _of_vectors()
    yield from _of_epochs()
    yield from _of_distribution()
    yield from _of_pools()


def _bits(number: type[FixedPoint]) -> list[str]:
    return [str(value) for value in sorted({int(value) for value in fixed_point(number).values()})]


def _formats() -> Iterator[tuple[str, list[str]]]:
    for name, number in FORMATS.items():
        yield name.lower(), _bits(number)


def _of_arithmetic() -> Iterator[PlannedLaw]:
    pairs = [
        (f"{name}-{verb}", {"function": f"{name}.{verb}".replace("-", "_"), "rows": _paired(values)})
        for name, values in _formats()
        for verb in ("saturating-add", "saturating-mul", "wrapping-add", "wrapping-mul")
    ]
    yield PlannedLaw(
        "operands-swapped",
        "operands-commute",
        "Sums and products of values around zero, one and the limits of every format, with the operands swapped.",
        "An operation that treats its operands differently, by sign or by width.",
        "core",
        pairs,
    )
    yield PlannedLaw(
        "products-in-order",
        "never-falls",
        "Products with a positive factor, along the values of every format.",
        "A jump where an intermediate type overflows or the rounding changes direction.",
        "core",
        _rising_inputs("saturating_mul"),
    )
    yield PlannedLaw(
        "quotients-in-order",
        "never-falls",
        "Quotients by a positive divisor, along the values of every format.",
        "A jump where an intermediate type overflows or the rounding changes direction.",
        "core",
        _rising_inputs("saturating_div"),
    )
    yield from _of_inverses()


def _of_inverses() -> Iterator[PlannedLaw]:
    yield PlannedLaw(
        "sums-undone",
        "wrapping-undone",
        "Wrapping sums, overflowing and not, undone by the wrapping difference.",
        "Saturation in one of the two.",
        "core",
        [
            (name, {"function": f"{name}.wrapping_add", "inverse": f"{name}.wrapping_sub", "rows": _paired(values)})
            for name, values in _formats()
        ],
    )
    yield PlannedLaw(
        "quotients-mirrored",
        "quotient-mirrored",
        "Quotients of a dividend and of its negative, which rounding toward zero makes mirror images.",
        "Rounding down.",
        "core",
        [
            (name, {"function": f"{name}.checked_div", "rows": _by_three_bits(name, values)})
            for name, values in _formats()
            if name.startswith("i")
        ],
    )


def _by_three_bits(name: str, values: list[str]) -> list[list[str]]:
    """Return divisions by three bits of the values that can be divided so without overflow, negated or not."""
    number = FORMATS[name.upper()]
    return [[value, "3"] for value in values if abs(int(value)) << number.FRACTION_BITS < 3 * number.MAX_BITS]


def _paired(values: list[str]) -> list[list[str]]:
    return [[left, right] for index, left in enumerate(values[::3]) for right in values[index % 3 :: 4]]


def _rising_inputs(function: str) -> list[tuple[str, Input]]:
    """Return for each format its values in rising order, each with a second operand of two thirds."""
    inputs: list[tuple[str, Input]] = []
    for name, values in _formats():
        two_thirds = str(FORMATS[name.upper()].ONE.bits * 2 // 3)
        inputs.append((name, {"function": f"{name}.{function}", "rows": [[value, two_thirds] for value in values]}))
    return inputs


def _of_emission() -> Iterator[PlannedLaw]:
    issuances = sorted({int(value) for value in integers("u64").values()} | {n * 10**15 for n in range(22)})
    yield PlannedLaw(
        "emission-falls",
        "never-rises",
        "The emission of a block at rising issuances, through all halvings to the cap and beyond.",
        "An emission that comes back after the cap, or wraps.",
        "smoke",
        [
            (
                "block-emission",
                {
                    "function": "emission.block_emission_for_issuance",
                    "rows": [[str(issuance)] for issuance in issuances],
                },
            )
        ],
    )


_SHARES = ["1 1 1", "1 2 4", "1", "0 1 0", "bit bit bit", "1/3 1/7 1/11 1/13", "1000000 1 bit", "max"]
_MEDIANS = [
    [vector("1 2 3"), sparse("0:1 1:1/2 | 0:1/3 | 1:1/4 2:1"), 3, "2147450879"],
    [vector("1 1 1 1"), sparse("0:1 | 0:1/2 | 0:1/4 | 0:1/8"), 1, "2147483648"],
    [vector("5 1 1"), sparse("0:1/9 | 0:1 | 0:1"), 2, "858993459"],
]
_CLIPPED = [
    [sparse("0:1 1:1/2 | 0:1/3 2:0"), vector("1/2 1/3 1")],
    [sparse("0:-1 1:1 | 1:0"), vector("0 0")],
    [sparse("0:bit 1:max"), vector("bit -1")],
]


def _of_vectors() -> Iterator[PlannedLaw]:
    vectors = [vector(text) for text in _SHARES]
    functions = ("math.normalize", "math.inplace_normalize")
    for slug, law, why, catches in (
        (
            "shares",
            "shares-sum-to-one",
            "Shares of vectors that divide evenly, unevenly and hardly at all.",
            "Rounding to nearest, which makes shares sum to more than one.",
        ),
        (
            "shares-twice",
            "normalised-twice",
            "Shares of the same vectors, normalised a second time as production does in several places.",
            "A second normalisation that takes back what the first gave.",
        ),
    ):
        inputs = [
            (name.rpartition(".")[2].replace("_", "-"), {"function": name, "vectors": vectors}) for name in functions
        ]
        yield PlannedLaw(slug, law, why, catches, "core", inputs)
    yield PlannedLaw(
        "median",
        "median-is-a-score",
        "Weighted medians of scores that differ, tie and are missing.",
        "An interpolated median.",
        "core",
        [("scores", {"rows": _MEDIANS})],
    )
    yield PlannedLaw(
        "clipping",
        "clipping-only-lowers",
        "Weights above, at and below their column's threshold, and thresholds of zero and below.",
        "Raising an entry to its threshold.",
        "core",
        [("thresholds", {"rows": _CLIPPED})],
    )


def _of_epochs() -> Iterator[PlannedLaw]:
    kinds = {"yuma-2": {}, "yuma-3": {"yuma3": True}, "liquid-alpha": {"yuma3": True, "liquid_alpha": True}}
    yield PlannedLaw(
        "epoch-repeated",
        "epoch-repeatable",
        "One epoch asked twice with a different one in between, under each kind of bonds.",
        "State that leaks from one question to the next.",
        "smoke",
        [(slug, {"epoch": BASE | settings}) for slug, settings in kinds.items()],
    )
    orders = {"reversed": [4, 3, 2, 1, 0], "rotated": [1, 2, 3, 4, 0], "shuffled": [3, 0, 4, 1, 2]}
    yield PlannedLaw(
        "epoch-renamed",
        "epoch-uids-permuted",
        "One epoch with its neurons renamed in three ways, under each kind of bonds.",
        "An order of neurons that decides anything but ties of the permits.",
        "core",
        [
            (f"{slug}-{name}", {"epoch": BASE | settings, "permutation": order})
            for slug, settings in kinds.items()
            for name, order in orders.items()
        ],
    )


def _unsaturated(planned: coinbase_rows.Planned) -> list[Any]:
    """Return the arguments of rows whose price averages sum to less than the greatest U64F64."""
    return [
        arguments
        for _, arguments in planned
        if sum(max(int(subnet.get("moving_price", 0)), 0) for subnet in arguments[0].get("subnets", [])) < 2**96
    ]


def _charges_at_most_all(state: Input) -> bool:
    """Return whether the greatest childkey take and the burn rate are together at most one."""
    take = max((int(take) for _, take in state.get("childkey_take", [])), default=0)
    return take * (2**64 - 1) + int(state.get("ck_burn", 0)) * 65535 <= 65535 * (2**64 - 1)


def _of_distribution() -> Iterator[PlannedLaw]:
    rows = coinbase_rows.rows()
    splits = [
        arguments
        for _, arguments in rows["coinbase.get_parent_child_dividends_distribution"]
        if _charges_at_most_all(arguments[0])
    ]
    pending = [
        arguments
        for _, arguments in rows["coinbase.calculate_dividend_distribution"]
        if sum(int(dividend) for _, dividend in arguments[5]) < 2**128
    ]
    shares = [
        (name.replace("_", "-"), {"function": f"coinbase.{name}", "rows": _unsaturated(rows[f"coinbase.{name}"])})
        for name in ("get_shares", "get_shares_price_ema")
    ]
    yield PlannedLaw(
        "subnet-shares",
        "subnet-shares-at-most-one",
        "Shares of subnets by price and by price and burned part, at every edge that has a vector.",
        "Rounding to nearest, or shares that fall back without being normalised.",
        "core",
        shares,
    )
    yield PlannedLaw(
        "dividends",
        "dividends-at-most-pending",
        "Dividends of every mixture of stakes, parts and pending amounts that has a vector.",
        "Root dividends paid twice; a rounding that pays out more than there is.",
        "core",
        [("distribution", {"rows": pending})],
    )
    yield PlannedLaw(
        "splits",
        "split-at-most-dividends",
        "Splits between parents and child with take and burn of at most all.",
        "A take on the whole emission.",
        "core",
        [("split", {"rows": splits})],
    )


_LIVES: list[list[list[Any]]] = [
    [["update_value_for_one", 1, "1000"], ["update_value_for_one", 2, "1"], ["update_value_for_all", "7"]],
    [["update_value_for_one", key, "333"] for key in (1, 2, 3)] + [["update_value_for_all", "1"]],
    [
        ["update_value_for_one", 1, "21000000000000000"],
        ["update_value_for_one", 2, "1"],
        ["update_value_for_all", "1000000007"],
        ["update_value_for_one", 1, "-20999999999999999"],
    ],
    [["update_value_for_one", 1, "3"], ["update_value_for_one", 2, "3"], ["update_value_for_one", 1, "-3"]],
]


def _of_pools() -> Iterator[PlannedLaw]:
    yield PlannedLaw(
        "share-pool",
        "keys-hold-at-most-the-pool",
        "Payments into a pool by several keys and for all of them, and out of it again.",
        "Values rounded to nearest, or shares that lose the last digits.",
        "core",
        [("payments", {"lives": _LIVES, "keys": [1, 2, 3]})],
    )
    view = pool_rows.view(1_000 * pool_rows.TAO, 10_000 * pool_rows.TAO, 3 * 10**17)
    amounts = [1, 1985, 1986, 10**6, 10**9, 10**9 + 1, 10**11, 10**12]
    buys = [view + pool_rows.order(amount, pool_rows.NO_LIMIT_BUY) for amount in amounts]
    sales = [view + pool_rows.order(amount, pool_rows.NO_LIMIT_SELL) for amount in amounts]
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
