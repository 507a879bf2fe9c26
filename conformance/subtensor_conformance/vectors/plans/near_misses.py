"""Planned rows that tell a rule from what is nearly the rule: each kills a mutant that no other vector noticed."""

from typing import Any

Planned = list[tuple[str, list[Any]]]

TAO = 10**9
HALF = str(5 * 10**17)
ONE_PRICE = 1 << 64
ALL = str(2**64 - 1)
LEAST_EXPONENT = -(2**31)

_TEXT: Planned = [
    ("no-digit-before-the-point", [".5"]),
    ("minus-and-no-digit-before-the-point", ["-.5"]),
    # 1.5 bits are 3.49245965480804443359375e-10: these 28 digits agree with that, and stop short of it.
    ("stops-short-of-a-tie", ["0.0000000003492459654808044433"]),
]

_POWERS: dict[str, Planned] = {
    "i32f32.pow": [("zero-to-zero", ["0", "0"]), ("zero-to-minus-one", ["0", str(-(1 << 32))])],
    "i64f64.pow": [("zero-to-zero", ["0", "0"])],
    "i32f32.powi": [
        ("zero-to-zero", ["0", 0]),
        ("zero-to-minus-one", ["0", -1]),
        ("least-exponent", [str(3 << 31), LEAST_EXPONENT]),
        ("zero-to-the-least-exponent", ["0", LEAST_EXPONENT]),
    ],
    "i32f32.safe_math_checked_pow": [("zero-to-zero", ["0", "0"]), ("zero-to-minus-one", ["0", "-1"])],
    "bigmath.pow_ratio_scaled": [
        ("zero-to-zero", ["0", "1", "0", "1", 32, str(10**18)]),
        ("guard-bits-of-one-half", ["2", "1", "1589358089813", str(2**64), 32, "16777215"]),
        ("guard-bits-rounded-off-first", ["23", "1", "2363", "4357", 32, "10397637"]),
        ("series-ends-before-its-terms", ["411", "1", "4229", "2907", 32, "12247496"]),
    ],
}


def _pool(tao: int, alpha: int) -> list[Any]:
    return [str(tao), str(alpha), HALF, True, 33, 1]


def _order(amount: int) -> list[Any]:
    return [str(amount), ALL, False, False]


_POOLS: dict[str, Planned] = {
    "balancer.calculate_quote_delta_in": [
        ("beyond-the-greatest-power", [HALF, str(ONE_PRICE), str(400 * ONE_PRICE), str(TAO)]),
    ],
    "swap.buy": [
        ("fee-of-a-whole-number-of-rao", [*_pool(1_000 * TAO, 10_000 * TAO), *_order(65_535_000)]),
        ("thousand-times-the-reserve-after-the-fee", [*_pool(TAO, TAO), *_order(1_000 * TAO + TAO // 2)]),
        ("too-much-from-too-low-a-reserve", [*_pool(1, 999_999), *_order(10_000)]),
    ],
}

_PRICES = ("4294967296", "8253820974", "4294967296", "3992782892", "4294967296", "2013868026", "4294967296")


def _subnets(*subnets: dict[str, Any], **items: Any) -> dict[str, Any]:
    return {"subnets": list(subnets)} | items


def _priced(netuid: int, average: str, **items: Any) -> dict[str, Any]:
    return {"netuid": netuid, "moving_price": average} | items


_COINBASE: dict[str, Planned] = {
    "coinbase.get_moving_alpha_price": [
        ("dynamic-root", [_subnets(_priced(0, str(1 << 31))), 0]),
        ("stable-subnet", [_subnets(_priced(1, str(1 << 31), mechanism=0)), 1]),
    ],
    "coinbase.update_moving_price": [
        (
            "weight-above-one",
            [
                _subnets(
                    _priced(
                        1, str(1 << 30), price=str(1 << 63), first_emission_block="1", ema_price_halving_blocks="1"
                    ),
                    block="100",
                    moving_alpha=str(2 << 32),
                ),
                1,
            ],
        ),
    ],
    "coinbase.get_shares": [
        (
            "burned-beyond-u64",
            [_subnets(_priced(1, str(1 << 32), miner_burned=str(1 << 96)), _priced(2, str(1 << 32))), [1, 2]],
        ),
    ],
    "coinbase.get_subnet_block_emissions": [
        (
            "none-disabled-of-eight",
            [
                _subnets(*(_priced(netuid, average) for netuid, average in enumerate((*_PRICES, _PRICES[0]), start=1))),
                list(range(1, 9)),
                str(2**95),
            ],
        ),
    ],
    "coinbase.calculate_dividends_and_incentives": [
        ("incentives-beyond-u64", [{}, 1, [["1", ALL, "0"], ["1", ALL, "0"]]]),
    ],
}


def rows() -> dict[str, Planned]:
    """Return the rows by published name."""
    return {"i32f32.from_str": _TEXT} | _POWERS | _POOLS | _COINBASE
