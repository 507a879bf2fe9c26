"""Planned rows of later revisions: the gate at its limits, and pools in which something waits."""

from typing import Any

from subtensor_conformance.authoring.plans.questions import Planned

ONE = 1 << 64
_THREE = str(3 * ONE)
_POOL = 10**12
_EVEN, _TAO_HEAVY, _ALPHA_HEAVY, _OUTSIDE = 5 * 10**17, 99 * 10**16, 10**16, 995 * 10**15


def _shares(*percent: int) -> list[str]:
    return [str(ONE * each // 100) for each in percent]


def _pool(weight: int = _EVEN, tao_waiting: int = 0, alpha_waiting: int = 0, alpha: int = _POOL) -> list[str]:
    return [str(number) for number in (_POOL, alpha, weight, tao_waiting, alpha_waiting)]


def _texts(*numbers: int) -> list[str]:
    return [str(number) for number in numbers]


def _gate(block: int, bar: int, rank: int, *percent: int, quantile: int = 61) -> list[Any]:
    shares = [[netuid, share] for netuid, share in enumerate(_shares(*percent), start=1)]
    return [block, str(ONE * bar // 100), rank, str(ONE * quantile // 100), _THREE, shares]


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name."""
    return {**_of_gate(), **_of_pools(), **_of_liquid_alpha()}


def _of_gate() -> dict[str, Planned]:
    mixed = _shares(10, 40, 30, 20)
    return {
        "later.quantile_bar": [
            *((f"at-{quantile}", [mixed, _shares(quantile)[0]]) for quantile in (0, 40, 41, 69, 71)),
            ("out-of-reach", [_shares(10, 20), str(ONE)]),
            ("out-of-reach-zero", [_shares(10, 0, 20), str(ONE)]),
            ("no-shares", [[], str(ONE)]),
            ("sum-saturates", [[str(2**128 - 1), str(2**128 - 1), "1"], str(2**128 - 1)]),
        ],
        "later.rank_bar": [
            *((f"rank-{rank}", [_shares(0, 40, 0, 30, 20), rank]) for rank in (1, 2, 3, 4, 65_535)),
            ("equal-shares", [_shares(30, 30, 10), 2]),
            ("all-zero", [_shares(0, 0), 1]),
            ("no-shares", [[], 1]),
        ],
        "later.passed_by_gate": [
            ("at-the-bar", [*_shares(1, 1), _THREE]),
            ("twice-the-bar", [*_shares(2, 1), _THREE]),
            ("half-the-bar", [*_shares(1, 2), _THREE]),
            ("zero", [*_shares(0, 1), _THREE]),
            ("a-thousand-times-the-bar", [str(ONE), str(ONE // 1_000), _THREE]),
            ("too-great-for-its-power", [str(ONE), str(ONE // 1_100), _THREE]),
            ("too-small-for-its-power", ["1", str(ONE - 1), _THREE]),
            ("ratio-does-not-fit", ["1", str(ONE), _THREE]),
            ("exponent-zero", [*_shares(3, 1), "0"]),
            ("exponent-one", [*_shares(3, 1), str(ONE)]),
        ],
        "later.emission_gate": [
            ("set-at-360", _gate(360, 7, 2, 30, 50, 20)),
            ("kept-at-361", _gate(361, 7, 2, 30, 50, 20)),
            ("set-while-zero", _gate(361, 0, 2, 30, 50, 20)),
            ("by-quantile", _gate(360, 7, 0, 30, 50, 20)),
            ("fewer-than-the-rank", _gate(360, 7, 32, 30, 50, 20)),
            ("nothing-above-zero", _gate(360, 7, 32, 0, 0)),
            ("no-bar-at-all", _gate(360, 0, 32, 0, 0)),
            ("nothing-passes", [361, str(ONE - 1), 32, "0", _THREE, [[1, "1"], [2, "2"]]]),
            ("no-shares", [360, "5", 32, "0", _THREE, []]),
        ],
    }


def _of_liquid_alpha() -> dict[str, Planned]:
    found, stored = [str(2**31), str(2**30), str(2**30)], [1, 65_535, 0]
    modes = (("current", 0), ("previous", 1), ("auto", 2))
    return {
        "later.consensus_for_liquid_alpha": [
            *(
                (f"{name}-at-{penalty}", [mode, penalty, stored, found])
                for name, mode in modes
                for penalty in (0, 65_534, 65_535)
            ),
            *((f"{name}-nothing-stored", [mode, 65_535, [], found]) for name, mode in modes),
            ("shorter", [1, 0, [40_000], found]),
            ("longer", [1, 0, [1, 2, 32_767, 4], found]),
            ("stored-is-zero", [2, 65_535, [0, 0, 0], found]),
            ("no-neurons", [1, 0, [5], []]),
        ]
    }


def _of_pools() -> dict[str, Planned]:
    return {
        "later.adjust_protocol_liquidity": [
            ("all-fits", [_pool(), *_texts(10**6, 10**7)]),
            ("alpha-fits", [_pool(_TAO_HEAVY), *_texts(10**9, 10)]),
            ("tao-fits", [_pool(_ALPHA_HEAVY), *_texts(10, 10**9)]),
            ("nothing-fits", [_pool(_OUTSIDE), *_texts(1, 2)]),
            ("what-waits-goes-in", [_pool(tao_waiting=700, alpha_waiting=900), *_texts(300, 100)]),
            ("what-waits-waits-on", [_pool(_TAO_HEAVY, tao_waiting=10**9), *_texts(1, 10)]),
            ("nothing-to-put-in", [_pool(), *_texts(0, 0)]),
            ("sums-saturate", [_pool(_OUTSIDE, 2**64 - 1, 2**64 - 1), *_texts(1, 1)]),
        ],
        "later.inject": [
            ("purchase-first", [_pool(), *_texts(10**9, 10**6, 10**7, 10**8)]),
            ("no-purchase", [_pool(), *_texts(10**9, 10**6, 10**7, 0)]),
            ("tao-waits", [_pool(_TAO_HEAVY), *_texts(10**10, 10**9, 10, 0)]),
            ("alpha-waits", [_pool(_ALPHA_HEAVY), *_texts(10**10, 1_000, 10**9, 0)]),
            ("what-waited-goes-in", [_pool(tao_waiting=700, alpha_waiting=900), *_texts(10**9, 1_000, 100, 0)]),
            ("tao-not-paid", [_pool(), *_texts(1_000, 1_001, 50, 0)]),
            ("purchase-refused-and-refunded", [_pool(alpha=999_999), *_texts(10**9, 0, 0, 700)]),
            ("refund-pays-for-liquidity", [_pool(alpha=999_999), *_texts(1_000, 600, 10, 700)]),
            ("nothing", [_pool(), *_texts(0, 0, 0, 0)]),
        ],
        "later.alpha_issuance": [
            ("all-three", _texts(5, 7, 11)),
            ("none-waits", _texts(5, 7, 0)),
            ("saturates", _texts(2**64 - 1, 0, 1)),
        ],
        "later.block_emission_item": [
            ("stays", _texts(10**9, 11 * 10**15)),
            ("stays-at-the-end", _texts(7, 21 * 10**15)),
        ],
    }
