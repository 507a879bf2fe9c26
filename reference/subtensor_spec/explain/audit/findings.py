"""What an audit finds: checks by rule and item, and what it could not check."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from subtensor_spec.chain.revisions import Revision
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Item, Map, Value
from subtensor_spec.chain.types import NetUid
from subtensor_spec.wire.values import to_json

V = TypeVar("V")
Explain = Callable[[NetUid], str]


@dataclass(frozen=True)
class Unequal:
    """One stored value that is not what the rule gives."""

    key: list[Any]
    chain: Any
    computed: Any
    explanation: str = ""
    """What a call did to it, where that could be found out."""

    def form(self) -> dict[str, Any]:
        """Return it as JSON."""
        form = {"key": self.key, "chain": self.chain, "computed": self.computed}
        return {**form, "explanation": self.explanation} if self.explanation else form


@dataclass
class Check:
    """All values of an item that a rule determines."""

    rule: str
    item: str
    equal: int = 0
    unequal: list[Unequal] = field(default_factory=list)

    def compare(self, key: list[Any], chain: Any, computed: Any, explanation: str = "") -> None:
        """Count one value."""
        if chain == computed:
            self.equal += 1
        else:
            self.unequal.append(Unequal(key, chain, computed, explanation))

    def form(self) -> dict[str, Any]:
        """Return the check as JSON."""
        unequal = [entry.form() for entry in self.unequal]
        return {"rule": self.rule, "item": self.item, "equal": self.equal, "unequal": unequal}


@dataclass
class Audit:
    """The findings of an audit."""

    revision: Revision
    checks: list[Check] = field(default_factory=list)
    not_checked: list[str] = field(default_factory=list)
    answers: dict[str, Any] = field(default_factory=dict)
    """What the rules say of a single block, where there is nothing to hold it against."""

    @property
    def is_equal(self) -> bool:
        """Whether every value is what the rules give."""
        return not any(check.unequal for check in self.checks)

    def check(self, rule: str, item: str) -> Check:
        """Begin a check; one without a value is left out of the report."""
        self.checks.append(Check(rule, item))
        return self.checks[-1]

    def compare_map(
        self,
        rule: str,
        item: Map[NetUid, V],
        netuids: Iterable[NetUid],
        chain: State,
        computed: State,
        explain: Explain = lambda _netuid: "",
    ) -> None:
        """Compare what two states hold of an item of some subnets."""
        check = self.check(rule, item.full_name)
        for netuid in netuids:
            theirs, ours = item.get(chain, netuid), item.get(computed, netuid)
            explanation = "" if theirs == ours else explain(netuid)
            check.compare([netuid], _form(item, theirs), _form(item, ours), explanation)

    def compare_value(self, rule: str, item: Value[V], chain: State, computed: State, explanation: str = "") -> None:
        """Compare what two states hold of an item without keys."""
        theirs, ours = _form(item, item.get(chain)), _form(item, item.get(computed))
        self.check(rule, item.full_name).compare([], theirs, ours, explanation)

    def form(self) -> dict[str, Any]:
        """Return the findings as JSON."""
        form: dict[str, Any] = {
            "revision": self.revision.name,
            "checks": [check.form() for check in self.checks if check.equal or check.unequal],
            "not_checked": self.not_checked,
        }
        return {**form, "answers": self.answers} if self.answers else form


def _form(item: Item[Any], value: Any) -> Any:
    return None if value is None else to_json(item.value, value)
