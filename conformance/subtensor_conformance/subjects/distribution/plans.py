"""Planned rows of distribution: the edges, and the inputs of bugs that were fixed."""

from subtensor_conformance.authoring.plans.questions import Planned
from subtensor_conformance.subjects.common.plans import ALL, FAMILIES, ONE, SUPPLY, edges_of, joined

_STAKES = {
    "alpha-and-tao": [["1", "1000", "500"], ["2", "3000", "0"]],
    "great": [["1", SUPPLY, SUPPLY], ["2", SUPPLY, "0"]],
    "no-stake": [["1", "0", "0"], ["2", "0", "0"]],
    "tao-only": [["1", "0", "500"], ["2", "0", "700"]],
    "one-without-entry": [["1", "1000", "500"]],
}


def _in_fixed(*amounts: int) -> list[list[str]]:
    return [[str(hotkey), str(amount << 32)] for hotkey, amount in enumerate(amounts, start=1)]


_DIVIDENDS = {
    "equal": _in_fixed(1000, 1000),
    "uneven": _in_fixed(1, 10**15),
    "great": _in_fixed(21 * 10**15, 21 * 10**15),
    "zero": _in_fixed(0, 0),
    "none": [],
}


_PENDING = {
    "both": ("1000000", "500000"),
    "supply": (SUPPLY, SUPPLY),
    "nothing": ("0", "0"),
    "greatest": (ALL, ALL),
}


_NEAR_MISSES: dict[str, Planned] = {
    "coinbase.calculate_dividends_and_incentives": [
        ("incentives-beyond-u64", [{}, 1, [["1", ALL, "0"], ["1", ALL, "0"]]]),
    ],
}
"""Rows that tell a rule from what is nearly the rule."""


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name: those above, and the edges in the file beside."""
    emission = [["1", "70", "1000"], ["2", "0", "500"], ["1", "5", "0"]]
    planned: dict[str, Planned] = {
        "coinbase.get_parent_child_dividends_distribution": [
            (slug, [state, "1", 1, dividends]) for slug, (state, dividends) in FAMILIES.items()
        ],
        "coinbase.calculate_dividends_and_incentives": [
            (slug, [state, 1, emission]) for slug, (state, _) in FAMILIES.items()
        ],
        "coinbase.calculate_dividend_and_incentive_distribution": [
            (slug, [state, 1, "100000", "900000", emission, str(1 << 31)]) for slug, (state, _) in FAMILIES.items()
        ],
        "coinbase.calculate_dividend_distribution": [
            (f"{pending}-{stakes}-{dividends}", [{}, *amounts, str(ONE // 5), holders, parts])
            for pending, amounts in _PENDING.items()
            for stakes, holders in _STAKES.items()
            for dividends, parts in _DIVIDENDS.items()
        ],
    }
    return joined(planned, edges_of("distribution"), _NEAR_MISSES)
