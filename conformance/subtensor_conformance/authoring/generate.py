"""Generation: from what production answered and what the plans ask, to the published files.

What was observed cannot be recomputed, so the vector files themselves keep it. Everything else is derived here: groups
and their words, generated rows and epochs, the laws' inputs, registries, manifest and lists. Nothing is written unless
both built-in paths give every answer, and the observed one where there is one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import partial
from typing import Any

from subtensor_conformance.authoring.arith_documents import arith_document, arith_id, generated_groups, observed_groups
from subtensor_conformance.authoring.chains.documents import op_document, op_id, trace_document
from subtensor_conformance.authoring.chains.planned import planned_document, planned_situations
from subtensor_conformance.authoring.epoch_documents import (
    Epoch,
    PlannedEpoch,
    epoch_disagreements,
    epoch_document,
    epoch_plans,
    output_of,
)
from subtensor_conformance.authoring.grouping.catalogue import groups_for
from subtensor_conformance.authoring.law_documents import law_document
from subtensor_conformance.authoring.observations import Observations
from subtensor_conformance.authoring.on_chain import chain_groups
from subtensor_conformance.authoring.paths import Paths
from subtensor_conformance.authoring.plans.laws import planned_laws
from subtensor_conformance.authoring.plans.rows import planned_rows
from subtensor_conformance.functions import all_functions
from subtensor_conformance.functions.function import Function
from subtensor_conformance.vectors import documents
from subtensor_spec.errors import SpecError

EPOCH_FUNCTIONS = ("epoch.sparse", "epoch.persist")
"""Functions that are published as kind ``epoch``, not ``arith``."""

Document = dict[str, Any]
Progress = Callable[[str], None]


class Disagreement(SpecError):  # noqa: N818 - it says what is wrong with the answers
    """Some answers are not the same on both paths, or not those that were observed; the text lists them."""


@dataclass
class Generation:
    """Documents by id, as far as they are wanted, and what stands against publishing them."""

    observations: Observations
    wanted: tuple[str, ...] = ()
    progress: Progress = lambda _identifier: None
    paths: Paths = field(default_factory=Paths)
    complaints: list[str] = field(default_factory=list)

    def documents(self) -> dict[str, Document]:
        """Return every wanted document. Raises :class:`Disagreement` if any answer is in doubt."""
        found = {}
        for identifier, make in self._makers():
            if not self.wanted or any(fnmatchcase(identifier, pattern) for pattern in self.wanted):
                self.progress(identifier)
                document = make()
                if document is not None:
                    found[identifier] = document
        if self.complaints:
            raise Disagreement("\n".join(self.complaints))
        return found

    def _makers(self) -> Iterator[tuple[str, Callable[[], Document | None]]]:
        for function in all_functions().values():
            if function.rules and function.name not in EPOCH_FUNCTIONS:
                yield arith_id(function), partial(self._arith, function)
        for identifier in self.observations.epochs:
            yield identifier, partial(self._observed_epoch, identifier)
        for planned in epoch_plans().planned_epochs():
            yield planned.identifier, partial(self._planned_epoch, planned)
        for law in planned_laws():
            yield f"law/{law.law}/{law.slug}", partial(law_document, law, self.paths)
        yield from self._chain_makers()

    def _chain_makers(self) -> Iterator[tuple[str, Callable[[], Document | None]]]:
        chains = self.observations.chains
        for identifier, state in chains.states.items():
            yield identifier, partial(dict, state)
        for call in chains.called():
            yield op_id(call), partial(op_document, call, chains, self.complaints)
        for identifier in chains.traces:
            yield identifier, partial(trace_document, identifier, chains, self.complaints)
        for situation in planned_situations():
            yield situation.identifier, partial(planned_document, situation, chains)

    def _arith(self, function: Function) -> Document | None:
        observed = self.observations.rows.get(function.name, {})
        groups = groups_for(function)
        chain = chain_groups(function)
        on_chain = [row for _, members, _ in chain for row in members.values()]
        known = frozenset((*observed, *(row.key for row in on_chain)))
        planned = planned_rows(function, groups, self.paths, known)
        rows = [*observed.values(), *on_chain, *(row for _, row in planned)]
        self.complaints += self.paths.disagreements(function, rows)
        blocks = [
            *chain,
            *observed_groups(observed.values(), groups),
            *generated_groups(planned, groups, self.paths),
        ]
        return arith_document(function, blocks) if blocks else None

    def _observed_epoch(self, identifier: str) -> Document:
        seen = self.observations.epochs[identifier]
        epoch = Epoch(
            identifier,
            epoch_plans().purpose_of(identifier),
            "observed-native",
            epoch_plans().tier_of(seen.input["n"]),
            seen.input,
            seen.output,
            seen.stages,
            epoch_plans().laws_of_epoch(seen.input),
        )
        self.complaints += epoch_disagreements(epoch)
        return epoch_document(epoch)

    def _planned_epoch(self, planned: PlannedEpoch) -> Document:
        epoch = Epoch(
            planned.identifier,
            planned.purpose,
            "two-paths",
            planned.tier,
            planned.input,
            output_of("exact", planned.input),
            None,
            epoch_plans().laws_of_epoch(planned.input),
        )
        self.complaints += epoch_disagreements(epoch)
        return epoch_document(epoch)


def files_of(found: dict[str, Document]) -> dict[str, tuple[Document, bytes]]:
    """Return documents with their canonical content, by the path at which each is published."""
    files = {}
    for identifier, document in found.items():
        content = documents.content_of(document)
        files[documents.relative_path(identifier, content)] = (document, content)
    return files
