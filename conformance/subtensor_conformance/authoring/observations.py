"""What production answered: it cannot be recomputed, and so is the source that generation starts from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from subtensor_conformance.authoring.chains.documents import Chains
from subtensor_conformance.authoring.rows import Row
from subtensor_conformance.functions import find
from subtensor_conformance.functions.function import Function
from subtensor_spec.errors import InvalidInput

OBSERVED = ("observed-on-chain", "observed-native")


@dataclass(frozen=True)
class ObservedEpoch:
    """An epoch that production ran; ``stages`` are there if its intermediate values were recorded."""

    input: dict[str, Any]
    output: dict[str, Any]
    stages: dict[str, Any] | None = None


@dataclass
class Observations:
    """Rows by published function name, in order of arrival, epochs by vector id, calls and chains."""

    rows: dict[str, dict[str, Row]] = field(default_factory=dict)
    epochs: dict[str, ObservedEpoch] = field(default_factory=dict)
    chains: Chains = field(default_factory=Chains)

    def add_row(self, row: Row) -> bool:
        """Add a row and return whether it was new. Raises :class:`InvalidInput` if it contradicts an earlier one."""
        known = self.rows.setdefault(row.function.name, {})
        earlier = known.setdefault(row.key, row)
        if earlier.outcome != row.outcome:
            asked = f"{row.function.name} of {row.key[:120]}"
            raise InvalidInput(asked, f"was observed to give {earlier.outcome} and {row.outcome}")
        return earlier is row

    def add_epoch(self, identifier: str, epoch: ObservedEpoch) -> bool:
        """Add an epoch and return whether it was new. Raises :class:`InvalidInput` if it contradicts an earlier one."""
        earlier = self.epochs.setdefault(identifier, epoch)
        if (earlier.input, earlier.output) != (epoch.input, epoch.output):
            raise InvalidInput(identifier, "was observed before with another input or output")
        if epoch.stages is not None:
            self.epochs[identifier] = epoch
        return earlier is epoch

    def read_documents(self, documents: Iterable[dict[str, Any]]) -> None:
        """Add what published documents say was observed."""
        for document in documents:
            if document["kind"] == "arith":
                self._read_arith(document)
            elif document["kind"] == "epoch" and document["evidence"] in OBSERVED:
                epoch = ObservedEpoch(document["input"], document["output"], document.get("stages"))
                self.add_epoch(document["id"], epoch)
            elif document["kind"] in ("op", "trace", "state"):
                self.chains.read(document)

    def _read_arith(self, document: dict[str, Any]) -> None:
        function = known_function(document["function"], document["id"])
        for group in document["groups"]:
            if group["evidence"] == "observed-native":
                for _slug, *arguments, outcome in group["rows"]:
                    self.add_row(Row(function, tuple(arguments), outcome))


def known_function(name: str, where: str) -> Function:
    """Return a published function. Raises :class:`InvalidInput` if the reference has none of that name."""
    function = find(name)
    if function is None:
        raise InvalidInput(where, f"function {name} is unknown")
    return function
