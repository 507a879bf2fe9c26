"""Named switches: a step of the chain that different revisions take differently, with its candidates side by side."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from subtensor_spec.chain.revisions import KNOWN, Revision
from subtensor_spec.chain.state import State
from subtensor_spec.errors import InvalidInput

F = TypeVar("F", bound=Callable[..., Any])


class Switch(Generic[F]):
    """One step: its candidates, each with the first revision that takes it; it is taken until the next one is.

    So exactly one candidate holds at every revision from the first on; before that the step is not specified.
    """

    def __init__(self, step: str, *candidates: tuple[str, F]) -> None:
        self.step, self.candidates = step, candidates
        self._taken: dict[str, F] = {}
        versions = {entry.name: entry.spec_version for entry in KNOWN}
        for entry in KNOWN:
            for since, candidate in candidates:
                if versions[since] <= entry.spec_version:
                    self._taken[entry.name] = candidate
        _SWITCHES[step] = self

    def at(self, state: State) -> F:
        """Return the candidate of a state's revision; :class:`InvalidInput` where the step is not specified there."""
        try:
            return self._taken[state.revision.name]
        except KeyError:
            raise InvalidInput("revision", f"{self.step} is not specified at {state.revision.name}") from None

    def taken_by(self, revision: Revision) -> F | None:
        """Return the candidate of a revision, nothing where the step is not specified there, or not yet taken."""
        return self._taken.get(revision.name)


_SWITCHES: dict[str, Switch[Any]] = {}


def declared_switches() -> dict[str, Switch[Any]]:
    """Return every switch by its step; import the chapters first."""
    return _SWITCHES
