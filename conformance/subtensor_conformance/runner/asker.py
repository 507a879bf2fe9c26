"""Gets answers out of an adapter, however it behaves: deadlines, restarts, and bisection to the offending case."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from subtensor_conformance.adapters.session import AdapterFault, Channel, Implementation, Session, refusal_text
from subtensor_conformance.protocol.check import is_refusal
from subtensor_conformance.runner.batch import Batch, sort_results
from subtensor_conformance.runner.judge import Reply
from subtensor_conformance.runner.opening import Refused
from subtensor_conformance.runner.verdict import Incident

BUDGET = 10
"""Faults that a run bears: so many cases are found that kill, hang or garble the adapter, then it is given up."""

NOT_ASKED = "not asked, the adapter was given up"
"""How the text begins that is said of every case after the last fault that a run bears."""

FRESH = 2
"""Requests that an adapter has had when it is asked its first question: ``hello`` and that one; ``open`` between."""

LOG_SHOWN = 2000
"""Characters of an adapter's log that are kept with a fault."""


ALWAYS = 1.0
"""Seconds that any batch has, however small; less only if the limit itself is lower."""

FAREWELL = 2.0
"""Seconds that an adapter has to answer ``bye``."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds that an adapter has to start, and to answer a batch; and the most cases a batch may hold."""

    start: float = 30.0
    batch: float = 60.0
    batch_max: int = 512


@dataclass
class Budget:
    """The faults so far, counted over all processes of one run."""

    left: int = BUDGET
    incidents: list[Incident] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def spend(self, incident: Incident) -> None:
        """Take note of a fault that has been traced to a case, or could not be."""
        with self.lock:
            self.left -= 1
            self.incidents.append(incident)

    def exhaust(self, incident: Incident) -> None:
        """Take note of a fault after which there is no going on."""
        with self.lock:
            self.left = 0
            self.incidents.append(incident)

    @property
    def last(self) -> Incident | None:
        """The fault that used the budget up, if it is used up."""
        return self.incidents[-1] if self.left <= 0 else None


class Asker:
    """One adapter process at a time, started again after each fault."""

    def __init__(self, connect: Callable[[], Channel], limits: Limits, budget: Budget) -> None:
        self.connect = connect
        self.limits = limits
        self.budget = budget
        self.session: Session | None = None
        self.starting: Session | None = None
        self.log = ""
        self.implementation: Implementation | None = None

    def greet(self) -> Implementation:
        """Start the adapter if it is not running, and return what it says of itself.

        Raises :class:`AdapterFault` if it cannot say hello, or has been given up.
        """
        self.running()
        assert self.implementation is not None
        return self.implementation

    def running(self) -> Session:
        """Return the session with the adapter, started if need be; one that cannot say hello is given up at once.

        Raises :class:`AdapterFault`.
        """
        if self.session is not None:
            return self.session
        last = self.budget.last
        if last is not None:
            raise AdapterFault(last.verdict, f"{NOT_ASKED}: {last.what}")
        try:
            self.starting = session = Session(self.connect())
            self.implementation = session.hello(self.limits.start)
        except AdapterFault as fault:
            self.budget.exhaust(Incident(fault.verdict, f"at the start: {fault}", self.kill()))
            raise
        except BaseException:
            self.kill()
            raise
        self.session, self.starting = session, None
        return session

    def ask(self, batch: Batch) -> dict[str, Reply]:
        """Return the reply to every case of a batch."""
        return self._ask(batch, self.limits.batch)

    def _ask(self, batch: Batch, deadline: float) -> dict[str, Reply]:
        try:
            session = self.running()
            if batch.opening is not None:
                batch.opening.ensure(session, self.limits.batch)
            response = session.ask(batch.method, batch.request(), deadline)
        except Refused as refusal:
            return dict.fromkeys(batch.ids, refusal.reply)
        except AdapterFault as fault:
            return self._after_fault(batch, fault, deadline)
        if not is_refusal(response):
            return sort_results(batch, response["results"])
        if "unsupported" in response:
            return dict.fromkeys(batch.ids, ("unsupported", "the adapter does not have it"))
        if len(batch.ids) > 1:
            return self._ask_in_halves(batch, deadline)
        return {batch.ids[0]: ("error", refusal_text(response))}

    def _ask_in_halves(self, batch: Batch, deadline: float) -> dict[str, Reply]:
        """Ask a batch again as two; half a batch has half the time, down to a tenth of a whole batch's."""
        middle = len(batch.ids) // 2
        shorter = max(deadline / 2, self.limits.batch / 10, min(self.limits.batch, ALWAYS))
        return self._ask(batch.part(0, middle), shorter) | self._ask(batch.part(middle, len(batch.ids)), shorter)

    def _after_fault(self, batch: Batch, fault: AdapterFault, deadline: float) -> dict[str, Reply]:
        """End the adapter and find the case that it fails on.

        A case is blamed only if a fresh process fails on it alone.
        """
        fresh = FRESH + (batch.opening is not None)
        was_fresh = self.session is None or self.session.sequence <= fresh
        incident = Incident(fault.verdict, str(fault), self.kill())
        if self.budget.last is not None:
            return dict.fromkeys(batch.ids, (fault.verdict, str(fault)))
        if len(batch.ids) == 1 and was_fresh:
            self.budget.spend(replace(incident, case=batch.ids[0]))
            return {batch.ids[0]: (fault.verdict, str(fault))}
        spent = len(self.budget.incidents)
        replies = self._ask_in_halves(batch, deadline) if len(batch.ids) > 1 else self._ask(batch, deadline)
        if len(self.budget.incidents) == spent:
            self.budget.spend(replace(incident, what=f"{incident.what}; once, and not when the same was asked again"))
        return replies

    def kill(self) -> str:
        """End the adapter at once, though it may not have said hello, and return the end of its log."""
        session, self.session, self.starting = self.session or self.starting, None, None
        ended = _end_by_force(session)
        self.log = ended or self.log
        return ended

    def close(self) -> None:
        """End the adapter; the end of its log stays."""
        if self.session is not None:
            self.session.close(FAREWELL)
            self.log = self.session.channel.log[-LOG_SHOWN:] or self.log
            self.session = None


def _end_by_force(session: Session | None) -> str:
    """Kill an adapter and return the end of its log."""
    if session is None:
        return ""
    session.channel.kill()
    return session.channel.log[-LOG_SHOWN:]
