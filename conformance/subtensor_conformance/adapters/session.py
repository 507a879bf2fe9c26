"""A conversation with one adapter: the runner's side of the protocol, whatever answers it."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from subtensor_conformance.protocol.capabilities import takes
from subtensor_conformance.protocol.check import envelope_problem, is_refusal
from subtensor_conformance.protocol.lines import VERSION
from subtensor_spec import __version__
from subtensor_spec.errors import SpecError

CRASH = "crash"
TIMEOUT = "timeout"
PROTOCOL = "protocol"


class AdapterFault(SpecError):  # noqa: N818 - the fault is the adapter's
    """The adapter gave no usable answer to a request; ``verdict`` is ``crash``, ``timeout`` or ``protocol``."""

    def __init__(self, verdict: str, what: str) -> None:
        self.verdict = verdict
        super().__init__(what)


@dataclass(frozen=True)
class Implementation:
    """What an adapter says of itself in ``hello``."""

    name: str
    version: str
    language: str = ""
    source: str = ""
    kinds: tuple[str, ...] = ()
    functions: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()
    storage: str = "raw"
    revisions: tuple[str, ...] = ()
    stages: bool = False
    batch_max: int = 256

    def offers(self, kind: str, function: str, revision: str) -> bool:
        """Return whether the adapter said that it answers questions of this kind."""
        if kind not in self.kinds or revision not in self.revisions:
            return False
        if kind == "op":
            return takes(self.calls, function)
        return kind != "arith" or takes(self.functions, function)


def implementation_of(message: dict[str, Any]) -> Implementation:
    """Return what a valid answer to ``hello`` says."""
    about, offered = message["implementation"], message["capabilities"]
    return Implementation(
        **{name: about[name] for name in ("name", "version", "language", "source") if name in about},
        kinds=tuple(offered["kinds"]),
        functions=frozenset(offered["functions"]),
        calls=frozenset(offered.get("calls", ())),
        revisions=tuple(offered["revisions"]),
        **{name: offered[name] for name in ("storage", "stages", "batch_max") if name in offered},
    )


class Channel(Protocol):
    """Carries one request to an adapter and brings its response back."""

    @property
    def log(self) -> str:
        """The end of what the adapter wrote to its log."""

    def exchange(self, request: dict[str, Any], deadline: float) -> Any:
        """Return the response, a JSON value; :class:`AdapterFault` if none comes within ``deadline`` seconds."""

    def close(self) -> None:
        """End the conversation, by force if need be."""

    def kill(self) -> None:
        """End the adapter at once."""


@dataclass
class Session:
    """Numbers requests, validates responses, and knows what the adapter offers."""

    channel: Channel
    sequence: int = field(default=0, init=False)
    opened: str = field(default="", init=False)
    """The name of the state that the adapter has open, if it has one."""

    def hello(self, deadline: float) -> Implementation:
        """Greet the adapter and return what it says of itself."""
        response = self.ask("hello", {"protocol": [VERSION], "suite": __version__}, deadline)
        if is_refusal(response):
            raise AdapterFault(PROTOCOL, f"hello is refused: {refusal_text(response)}")
        return implementation_of(response)

    def ask(self, method: str, fields: dict[str, Any], deadline: float) -> dict[str, Any]:
        """Send one request and return its response, valid apart from its results one by one."""
        sequence = self.sequence
        self.sequence += 1
        response = self.channel.exchange({"seq": sequence, "method": method, **fields}, deadline)
        problem = envelope_problem(method, response)
        if problem:
            raise AdapterFault(PROTOCOL, problem)
        if response["seq"] != sequence:
            raise AdapterFault(PROTOCOL, f"answered with seq {response['seq']} instead of {sequence}")
        return dict(response)

    def close(self, deadline: float) -> None:
        """Say ``bye`` and end; an adapter that does not answer any more is ended all the same."""
        try:
            self.ask("bye", {}, deadline)
        except AdapterFault:
            pass
        finally:
            self.channel.close()


def refusal_text(response: dict[str, Any]) -> str:
    """Return in words why a request was refused."""
    if "unsupported" in response:
        return "unsupported"
    error = response["error"]
    return ": ".join(filter(None, (error.get("where", ""), error["what"])))
