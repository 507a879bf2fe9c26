"""Round after round until time is over or a difference is found, by one process or several."""

import multiprocessing
import queue
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from subtensor_conformance.adapters.session import Implementation
from subtensor_conformance.fuzz.jury import Jury, stage_alone
from subtensor_conformance.fuzz.search import PATIENCE, Difference, Round, search
from subtensor_conformance.fuzz.topics import Topic, cycle, topics
from subtensor_conformance.runner.asker import Limits
from subtensor_conformance.runner.target import Target
from subtensor_spec.errors import InvalidInput, SpecError

GRACE = 30.0
"""Seconds that a process has beyond the time given and the patience for one difference; then it is ended."""

FAREWELL = 5.0
"""Seconds that a process has to end its implementation; then it is told to."""

TICK = 0.2
"""Seconds between two looks at the processes."""

Tick = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to fuzz, from which round of which seed on, and for how long."""

    target: Target
    seed: int
    seconds: float
    first: int = 0
    workers: int = 1
    chapters: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    patience: float = PATIENCE

    def chosen(self) -> list[Topic]:
        """Return what may be asked. Raises :class:`InvalidInput` if that is nothing."""
        return topics(self.chapters, self.wanted, self.unwanted)


@dataclass
class Outcome:
    """What came of a hunt. The rounds before ``following`` are done; to go on, begin with that one."""

    implementation: Implementation
    following: int
    rounds: int = 0
    questions: int = 0
    asked: set[str] = field(default_factory=set)
    difference: Difference | None = None
    stages: dict[str, Difference] = field(default_factory=dict)
    """The first epoch of each stage that differs though the output is right: no reason to stop."""

    @property
    def found(self) -> list[Difference]:
        """All differences, the one that ended the hunt first."""
        return [*([self.difference] if self.difference else []), *self.stages.values()]

    def note(self, done: Round) -> None:
        """Count a round."""
        self.rounds += 1
        self.questions += done.questions
        self.asked.add(done.topic.name)
        stage = stage_alone(done.difference.finding) if done.difference else ""
        if done.difference and stage:
            self.stages.setdefault(stage, done.difference)
        else:
            self.difference = self.difference or done.difference


def hunt(plan: Plan, tick: Tick = lambda _seconds: None) -> Outcome:
    """Carry a plan out; ``tick`` is told now and then how many seconds have passed.

    Raises :class:`InvalidInput` if the implementation cannot be asked, or offers nothing of what is wanted.
    """
    jury = Jury(plan.target, plan.limits)
    try:
        outcome = Outcome(jury.greet(), plan.first)
        if not any(jury.offers(topic) for topic in plan.chosen()):
            raise InvalidInput(plan.target.title, "offers nothing of what is to be asked")
        if plan.workers == 1:
            _alone(plan, jury, outcome, tick)
            return outcome
    finally:
        jury.close()
    _together(plan, outcome, tick)
    return outcome


def _alone(plan: Plan, jury: Jury, outcome: Outcome, tick: Tick) -> None:
    started = time.monotonic()
    for done in _rounds(plan, 0, jury, lambda: outcome.difference is not None):
        outcome.note(done)
        if done.finished:
            outcome.following = done.number + 1
        tick(time.monotonic() - started)


def _rounds(plan: Plan, worker: int, jury: Jury, stopped: Callable[[], bool]) -> Iterator[Round]:
    """Do every round of one worker, whose numbers are ``workers`` apart; time counts once everything is running."""
    order = cycle(plan.chosen(), plan.seed)
    jury.greet()
    deadline = time.monotonic() + plan.seconds
    number = plan.first + worker
    while time.monotonic() < deadline and not stopped():
        topic = order[number % len(order)]
        if jury.offers(topic):
            done = search(topic, plan.seed, number, jury, deadline, plan.patience)
            if done.difference:
                jury.passed_over.add(stage_alone(done.difference.finding))
                jury.passed_over.discard("")
            yield done
        number += plan.workers


def _work(plan: Plan, worker: int, rounds: Any, stop: Any) -> None:
    """Be one process of several: put every round into a queue, then nothing, or what went wrong.

    However it ends, by itself, by the user's hand or by being told to, the implementation ends with it.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    jury = Jury(plan.target, plan.limits)
    try:
        for done in _rounds(plan, worker, jury, stop.is_set):
            rounds.put((worker, done))
        rounds.put((worker, None))
    except SpecError as error:
        rounds.put((worker, InvalidInput("", str(error))))
    except KeyboardInterrupt:
        jury.asker.kill()
    finally:
        jury.close()


def _together(plan: Plan, outcome: Outcome, tick: Tick) -> None:
    context = multiprocessing.get_context("spawn")
    rounds: Any = context.Queue()
    stop = context.Event()
    processes = [
        context.Process(target=_work, args=(plan, worker, rounds, stop), daemon=True) for worker in range(plan.workers)
    ]
    started = time.monotonic()
    for process in processes:
        process.start()
    try:
        following = _collect(plan, outcome, rounds, stop, lambda: tick(time.monotonic() - started))
        outcome.following = min(following.values())
    finally:
        stop.set()
        for process in processes:
            process.join(FAREWELL)
            if process.is_alive():
                process.terminate()


def _collect(plan: Plan, outcome: Outcome, rounds: Any, stop: Any, tick: Callable[[], None]) -> dict[int, int]:
    """Take rounds from the queue until every worker has ended; return the first round that each has not done."""
    following = {worker: plan.first + worker for worker in range(plan.workers)}
    running = set(following)
    end = time.monotonic() + plan.seconds + plan.patience + GRACE
    while running and time.monotonic() < end:
        tick()
        try:
            worker, done = rounds.get(timeout=TICK)
        except queue.Empty:
            continue
        if isinstance(done, Exception):
            raise done
        if done is None:
            running.discard(worker)
            continue
        outcome.note(done)
        if done.finished:
            following[worker] = done.number + plan.workers
        if outcome.difference is not None:
            stop.set()
    return following
