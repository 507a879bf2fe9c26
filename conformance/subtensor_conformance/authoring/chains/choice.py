"""Which observed calls are published: enough that whatever any of them shows is shown more than once."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from subtensor_conformance.authoring.chains.documents import Chains, ObservedCall
from subtensor_conformance.authoring.chains.steps import try_call
from subtensor_conformance.vectors.canonical import compact
from subtensor_spec.errors import InvalidInput

Document = dict[str, Any]

ENOUGH = 3
"""How often everything that a call shows is to be shown, as far as there are calls."""


class Choice:
    """Takes calls one after another, each that shows something not yet shown often enough."""

    def __init__(self, chains: Chains) -> None:
        self.chains = chains
        self.seen: Counter[tuple[str, ...]] = Counter()
        self.left = 0

    def offer(self, pre: str, steps: list[Document]) -> int:
        """Add those calls on a state that are wanted, and return how many. Raises :class:`InvalidInput`.

        Every call is executed, and must give what was observed.
        """
        state = self.chains.state(pre)
        taken = 0
        for step in steps:
            ran = try_call(state, step)
            if not ran.agrees:
                raise InvalidInput(f"{step['call']} on {pre}", "the exact path gives another answer than was observed")
            shown = set(_shown(step, ran.rules))
            wanted = any(self.seen[feature] < ENOUGH for feature in shown)
            if wanted and self.chains.add_call(ObservedCall(pre, step)):
                self.seen.update(shown)
                taken += 1
        self.left += len(steps) - taken
        return taken


def _shown(step: Document, rules: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Yield what a call shows: its outcome, rules, events and items, each of this call."""
    call = step["call"]
    yield call, "outcome", compact(step["outcome"]), "ext" if "ext" in step else "", _signer(step["origin"])
    yield from ((call, "rule", rule) for rule in rules)
    yield from ((call, "event", event["pallet"], event["name"]) for event in step["events"])
    for item, rows in step["changes"].items():
        yield call, "item", item, str(min(len(rows), 3))
        yield from ((call, "item", item, "gone") for row in rows if len(row) == 1)


def _signer(origin: str) -> str:
    return "account" if origin.startswith("0x") else origin
