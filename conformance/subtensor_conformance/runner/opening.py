"""A state that an adapter has open: opened before it is asked about, once for all calls on it."""

from dataclasses import dataclass
from typing import Any

from subtensor_conformance.adapters.session import PROTOCOL, AdapterFault, Session, refusal_text
from subtensor_conformance.protocol.check import is_refusal
from subtensor_conformance.runner.entries import storage_for
from subtensor_conformance.vectors.states import read_state


class Refused(Exception):  # noqa: N818 - it is the adapter that refuses
    """The adapter does not open a state; ``reply`` is what that means for all that was to be asked on it."""

    def __init__(self, response: dict[str, Any]) -> None:
        status = "unsupported" if "unsupported" in response else "error"
        self.reply = status, f"open is refused: {refusal_text(response)}"
        super().__init__(self.reply[1])


@dataclass(frozen=True, slots=True)
class Opening:
    """What to open: the name that the adapter is to use, and the file of the state."""

    name: str
    path: str
    revision: str
    form: str

    def ensure(self, session: Session, deadline: float) -> None:
        """Open the state unless it is open; what else is open is closed.

        Raises :class:`AdapterFault` for no usable answer, a wrong digest among them, :class:`Refused` for a refusal.
        """
        if session.opened == self.name:
            return
        close(session, deadline)
        state = read_state(self.path)
        request: dict[str, Any] = {
            "revision": self.revision,
            "trace": self.name,
            "author": state.author,
            "storage": storage_for(self.form, state.storage),
        }
        response = session.ask("open", request, deadline)
        if is_refusal(response):
            raise Refused(response)
        session.opened = self.name
        if response["digest"] != state.digest:
            raise AdapterFault(PROTOCOL, f"opened {state.name} and found its digest to be {response['digest']}")


def close(session: Session, deadline: float) -> None:
    """Close the state that is open, if one is."""
    if session.opened:
        name, session.opened = session.opened, ""
        session.ask("close", {"trace": name}, deadline)
