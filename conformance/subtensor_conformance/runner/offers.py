"""What an adapter offers that nobody asks: names that are not published, and revisions that are not this one."""

from collections.abc import Collection, Iterator

from subtensor_conformance.adapters.session import Implementation
from subtensor_conformance.functions import all_functions
from subtensor_conformance.protocol.capabilities import takes
from subtensor_conformance.protocol.nearest import near
from subtensor_spec.blocks.registry import all_calls
from subtensor_spec.chain.revisions import KNOWN

MOST = 10
"""Names of a sort that are told one by one."""


def doubts(implementation: Implementation, revision: str) -> list[str]:
    """Return, a line each, what in an adapter's ``hello`` cannot be meant: nothing is ever asked of it."""
    known = [each.name for each in KNOWN]
    lines = [
        f"hello offers revision {each}, which is unknown{near(each, known)}"
        for each in implementation.revisions
        if each not in known
    ]
    if revision not in implementation.revisions:
        offered = ", ".join(implementation.revisions) or "none"
        lines.append(f"hello offers revisions {offered}; {revision} is asked, so that nothing is supported")
    lines += _unknown("function", implementation.functions, list(all_functions()))
    if implementation.calls:
        lines += _unknown("call", implementation.calls, list(all_calls()))
    if "arith" in implementation.kinds and not implementation.functions:
        lines.append("hello offers kind arith and no functions, so that none is asked")
    if "op" in implementation.kinds and not implementation.calls:
        lines.append("hello offers kind op and no calls, so that none is asked")
    return lines


def _unknown(sort: str, patterns: Collection[str], known: list[str]) -> Iterator[str]:
    foreign = sorted(each for each in patterns if not any(takes((each,), name) for name in known))
    for name in foreign[:MOST]:
        yield f"hello offers {sort} {name}, which is not published{near(name, known)}"
    if len(foreign) > MOST:
        yield f"and {len(foreign) - MOST} more {sort}s that are not published"
