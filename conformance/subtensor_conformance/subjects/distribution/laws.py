"""Laws of distribution: what is handed out is at most what there is."""

from typing import Any

from subtensor_conformance.laws.law import Input, Law, Round, ask, integers, require
from subtensor_spec.arithmetic import U96F32

PART = U96F32.ONE.bits


def _amounts(pairs: list[list[Any]]) -> int:
    return sum(integers([amount for _, amount in pairs]))


def _pays_at_most_what_is_pending(value: Input) -> Round:
    rows = value["rows"]
    results = yield from ask("coinbase.calculate_dividend_distribution", *rows)
    for row, (alpha, root) in zip(rows, results, strict=True):
        for word, paid, pending in (("alpha", alpha, row[1]), ("root alpha", root, row[2])):
            total = _amounts(paid)
            require(total <= int(pending) * PART, f"{total} bits of {word} are paid out of {pending} rao pending")


def _splits_at_most_what_there_is(value: Input) -> Round:
    rows = value["rows"]
    results = yield from ask("coinbase.get_parent_child_dividends_distribution", *rows)
    for row, (paid, recycled) in zip(rows, results, strict=True):
        total = _amounts(paid) + sum(integers(recycled))
        require(total <= int(row[3]), f"{total} rao are paid and recycled out of {row[3]}")


LAWS = (
    Law(
        "dividends-at-most-pending",
        "No more alpha is paid as dividends than is pending, of either kind, unless the sum of all parts saturates.",
        "rows of arguments of coinbase.calculate_dividend_distribution, dividends summing to less than 2**96 rao",
        ("DIV-dividends/distribution", "DIV-dividends/share-out"),
        _pays_at_most_what_is_pending,
    ),
    Law(
        "split-at-most-dividends",
        "Parents and child are paid, and the chain recycles, at most the dividends that are split; take and burn of "
        "together more than all are the exception.",
        "rows of arguments of coinbase.get_parent_child_dividends_distribution, take and burn at most all",
        ("DIV-parents/split",),
        _splits_at_most_what_there_is,
    ),
)
