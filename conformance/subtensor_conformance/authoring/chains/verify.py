"""Whether published calls and chains mean what they say: their states are there, the exact path gives their answers."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from subtensor_conformance.authoring.chains.documents import Chains, op_document, op_id, trace_document
from subtensor_conformance.authoring.chains.planned import EVIDENCE as PLANNED
from subtensor_conformance.authoring.chains.planned import planned_document, planned_situations
from subtensor_spec.blocks.registry import all_calls
from subtensor_spec.chain.state import State
from subtensor_spec.errors import SpecError
from subtensor_spec.wire.state.typed import storage_from_typed, typed_form

Document = dict[str, Any]
Progress = Callable[[str], None]


def chain_complaints(found: Mapping[str, Document], *, run_rules: bool, progress: Progress) -> Iterator[str]:
    """Yield a line for everything that is wrong with the calls, chains and states among some documents.

    ``run_rules`` takes every step again and makes the documents anew, rules and words included.
    """
    chains = Chains()
    documents = {name: document for name, document in found.items() if document["kind"] in ("op", "trace", "state")}
    for document in documents.values():
        chains.read(document)
    complaints = [line for document in documents.values() for line in _by_itself(document, chains)]
    yield from complaints
    if not run_rules or complaints:
        return
    for name, document in documents.items():
        if document["kind"] != "state":
            progress(name)
            yield from _made_anew(document, chains)


def _by_itself(document: Document, chains: Chains) -> Iterator[str]:
    name = document["id"]
    if document["kind"] == "state":
        yield from _of_state(document)
        return
    if document["kind"] == "op":
        if document["call"] not in all_calls() or op_id(document["call"]) != name:
            yield f"{name} asks {document['call']}, which is no call of that name"
        begun = {case["pre"] for group in document["groups"] for case in group["cases"]}
    else:
        begun = {document["pre"]}
    yield from (f"{name} begins on {pre}, which is no state" for pre in begun if f"states/{pre}" not in chains.states)


def _of_state(document: Document) -> Iterator[str]:
    try:
        storage = storage_from_typed(document["storage"])
    except SpecError as error:
        yield f"{document['id']} cannot be read: {error}"
        return
    if State(storage).digest() != document["digest"]:
        yield f"{document['id']} has another digest than its entries"
    if typed_form(storage) != document["storage"]:
        yield f"{document['id']} writes an entry in another form than the canonical one"


def _planned_anew(identifier: str, chains: Chains) -> Document:
    """Return a planned chain as its plan gives it; nothing of one that is planned no more."""
    plans = {situation.identifier: situation for situation in planned_situations()}
    return planned_document(plans[identifier], chains) if identifier in plans else {}


def _made_anew(document: Document, chains: Chains) -> Iterator[str]:
    complaints: list[str] = []
    if document["kind"] == "op":
        made = op_document(document["call"], chains, complaints)
    elif document["evidence"] == PLANNED:
        made = _planned_anew(document["id"], chains)
    else:
        made = trace_document(document["id"], chains, complaints)
    yield from complaints
    if not complaints and made != {name: value for name, value in document.items() if name != "footer"}:
        yield f"{document['id']} has other groups, rules or words than follow from its cases"
