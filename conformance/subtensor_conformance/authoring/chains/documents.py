"""Documents of calls and chains: what was observed, with the rules that run and the words that say what it is for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from types import FunctionType
from typing import Any, cast

from subtensor_conformance.authoring.chains import words
from subtensor_conformance.authoring.chains.steps import take, try_call
from subtensor_conformance.vectors.canonical import slug_of
from subtensor_conformance.vectors.documents import SINCE_R425
from subtensor_spec.blocks.block_step import next_block
from subtensor_spec.blocks.genesis import genesis
from subtensor_spec.blocks.registry import find_call
from subtensor_spec.chain.items.balances import Number, SystemAccount
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import BlockNumber
from subtensor_spec.rules import record, stated_by
from subtensor_spec.wire.plain import bytes_from_hex
from subtensor_spec.wire.state.typed import storage_from_typed

Document = dict[str, Any]

EVIDENCE = "observed-native"


@dataclass(frozen=True)
class ObservedCall:
    """A call that production executed on a state, with all that it left behind."""

    pre: str
    step: Document

    @property
    def slug(self) -> str:
        """The call's slug: it means this question and no other."""
        return slug_of([self.pre, *(self.step[name] for name in ("call", "origin", "args")), "ext" in self.step])


@dataclass(frozen=True)
class ObservedTrace:
    """A chain of steps that production took from a state."""

    pre: str
    steps: list[Document]


@dataclass
class Chains:
    """What was observed of calls and chains: states by id, calls by their question, chains by id."""

    states: dict[str, Document] = field(default_factory=dict)
    calls: dict[str, ObservedCall] = field(default_factory=dict)
    traces: dict[str, ObservedTrace] = field(default_factory=dict)

    def add_call(self, call: ObservedCall) -> bool:
        """Add a call and return whether it was new."""
        return self.calls.setdefault(call.slug, call) is call

    def read(self, document: Document) -> None:
        """Add what a published document says was observed."""
        if document["kind"] == "state":
            self.states[document["id"]] = document
        elif document["kind"] == "trace":
            if document["evidence"] != EVIDENCE:
                return
            self.traces[document["id"]] = ObservedTrace(document["pre"], document["steps"])
        else:
            for case in (case for group in document["groups"] for case in group["cases"]):
                asked = {name: value for name, value in case.items() if name not in ("slug", "pre")}
                self.add_call(ObservedCall(case["pre"], {"call": document["call"], **asked}))

    def state(self, name: str) -> State:
        """Return the state of that name, to work on."""
        document = self.states[f"states/{name}"]
        author = document["author"]
        return State(storage_from_typed(document["storage"]), None if author is None else bytes_from_hex(author))

    def called(self) -> list[str]:
        """Return the names of all calls that were observed, in order."""
        return sorted({call.step["call"] for call in self.calls.values()})


def op_id(call: str) -> str:
    """Return the id under which a call is published."""
    pallet, _, name = call.partition(".")
    return f"op/{words.kebab(pallet)}/{words.kebab(name)}"


def op_document(name: str, chains: Chains, complaints: list[str]) -> Document:
    """Return the document of one call: its cases in groups by outcome, those that go through first."""
    groups: dict[str, list[Document]] = {}
    rules: dict[str, set[str]] = {}
    for pre, calls in _by_state(call for call in chains.calls.values() if call.step["call"] == name):
        state = chains.state(pre)
        for call in calls:
            ran = try_call(state, call.step)
            if not ran.agrees:
                complaints.append(f"{op_id(name)}/{call.slug}: the exact path gives another answer")
            group = words.slug_of_outcome(call.step["outcome"])
            groups.setdefault(group, []).append(_case(call))
            rules.setdefault(group, set()).update(ran.rules)
    own = _own_rules(find_call(name).function)[:1]
    return {
        "kind": "op",
        "format": 1,
        "id": op_id(name),
        "call": name,
        "revisions": SINCE_R425,
        "groups": [_group(slug, groups[slug], own, rules[slug]) for slug in sorted(groups, key=words.order)],
    }


def _by_state(calls: Iterable[ObservedCall]) -> Iterator[tuple[str, list[ObservedCall]]]:
    found: dict[str, list[ObservedCall]] = {}
    for call in calls:
        found.setdefault(call.pre, []).append(call)
    for pre in sorted(found):
        yield pre, sorted(found[pre], key=lambda call: call.slug)


def _case(call: ObservedCall) -> Document:
    asked = {name: value for name, value in call.step.items() if name != "call"}
    return {"slug": call.slug, "pre": call.pre, **asked}


def _group(slug: str, cases: list[Document], own: tuple[str, ...], ran: set[str]) -> Document:
    why, catches = words.of_outcome(cases[0]["outcome"])
    return {
        "slug": slug,
        "rules": _ordered(own, ran) or list(own),
        "why": why,
        "catches": catches,
        "evidence": EVIDENCE,
        "tier": "core",
        "cases": cases,
    }


def _own_rules(function: Callable[..., Any]) -> tuple[str, ...]:
    return stated_by(cast(FunctionType, function))


def _ordered(first: tuple[str, ...], ran: set[str]) -> list[str]:
    """Return rules that ran, those that matter most first, the others in order."""
    return [*(rule for rule in first if rule in ran), *sorted(ran.difference(first))]


def trace_document(identifier: str, chains: Chains, complaints: list[str]) -> Document:
    """Return the document of one chain; it is taken to its end on the exact path."""
    trace = chains.traces[identifier]
    state = chains.state(trace.pre)
    with record() as ran:
        begin_anew(state)
        wrong = next((place for place, step in enumerate(trace.steps) if not take(state, step)), None)
    if wrong is not None:
        complaints.append(f"{identifier}: the exact path gives another answer at step {wrong + 1}")
    why, catches = words.of_trace(identifier)
    return {
        "kind": "trace",
        "format": 1,
        "id": identifier,
        "revisions": SINCE_R425,
        "rules": _ordered(_own_rules(next_block), ran),
        "why": why,
        "catches": catches,
        "evidence": EVIDENCE,
        "tier": _tier(len(trace.steps)),
        "pre": trace.pre,
        "steps": trace.steps,
    }


def begin_anew(state: State) -> bool:
    """Return whether a state is the first of a chain: what genesis makes of its accounts."""
    if Number.get(state) != FIRST_BLOCK:
        return False
    first = genesis({account: info.data.free for (account,), info in SystemAccount.entries(state)})
    Number.put(first, FIRST_BLOCK)
    return first.storage() == state.storage()


FIRST_BLOCK = BlockNumber(1)
"""The block that is open when a chain begins."""

QUICK, SHORT = 12, 100
"""Steps up to which a chain takes no time, or little."""


def _tier(steps: int) -> str:
    return "smoke" if steps <= QUICK else "core" if steps <= SHORT else "full"
