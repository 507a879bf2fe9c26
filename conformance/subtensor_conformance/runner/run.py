"""A run: every selected case asked of one implementation, by one or several processes of its adapter."""

import queue
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from subtensor_conformance.adapters.session import AdapterFault, Channel, Implementation
from subtensor_conformance.runner.asker import Asker, Budget, Limits
from subtensor_conformance.runner.batch import Batch, arith_batch, epoch_batch, op_batch
from subtensor_conformance.runner.chains import Follower
from subtensor_conformance.runner.epoch_stages import located
from subtensor_conformance.runner.judge import Reply, in_doubt, judge
from subtensor_conformance.runner.laws import hear
from subtensor_conformance.runner.opening import Opening
from subtensor_conformance.runner.task import Task
from subtensor_conformance.runner.verdict import Finding, Incident, Verdict
from subtensor_conformance.vectors.case import Case
from subtensor_conformance.vectors.states import name_of

Progress = Callable[[Sequence[Finding]], None]


@dataclass(frozen=True)
class Outcome:
    """What a run found. ``implementation`` is missing if the adapter never said hello; then there are no findings."""

    implementation: Implementation | None
    findings: dict[str, Finding]
    incidents: list[Incident]
    seconds: float
    log: str = ""
    """The end of what the adapter wrote to standard error."""


class Worker:
    """Does tasks with one adapter process."""

    def __init__(self, asker: Asker, revision: str) -> None:
        self.asker = asker
        self.revision = revision

    def do(self, task: Task) -> list[Finding]:
        """Return what became of a task's cases."""
        try:
            implementation = self.asker.greet()
        except AdapterFault as fault:
            return [Finding(case.id, Verdict(fault.verdict), str(fault)) for case in task.cases]
        if task.kind == "law":
            return hear(task.cases, self.revision, self._ask, partial(self._offers, implementation))
        offered = [case for case in task.cases if self._offers(implementation, task.kind, case.function)]
        findings = {case.id: _unsupported(case) for case in task.cases}
        if task.kind == "trace":
            followers = [Follower(case, self.asker, self.revision, implementation) for case in offered]
            findings |= {follower.case.id: in_doubt(follower.case, follower.follow()) for follower in followers}
        elif offered:
            replies = self._ask(self._batch(replace(task, cases=offered), implementation))
            findings |= {case.id: judge(case, replies[case.id]) for case in offered}
            if task.kind == "epoch":
                located(offered, replies, findings, partial(self._with_stages, implementation))
        return [findings[case.id] for case in task.cases]

    def _offers(self, implementation: Implementation, kind: str, function: str) -> bool:
        return implementation.offers(kind, function, self.revision)

    def _batch(self, task: Task, implementation: Implementation) -> Batch:
        ids, inputs = [case.id for case in task.cases], [case.input for case in task.cases]
        if task.kind == "arith":
            return arith_batch(self.revision, task.function, ids, inputs)
        if task.kind == "op":
            state = task.cases[0].state
            return op_batch(Opening(name_of(state), state, self.revision, implementation.storage), ids, inputs)
        stages = implementation.stages and any("stages" in case.expected for case in task.cases)
        return epoch_batch(self.revision, stages, ids, inputs)

    def _with_stages(self, implementation: Implementation, cases: Sequence[Case]) -> dict[str, Reply]:
        """Ask epochs with their stages, if the adapter has stages."""
        if not implementation.stages:
            return {}
        ids, inputs = [case.id for case in cases], [case.input for case in cases]
        return self._ask(epoch_batch(self.revision, True, ids, inputs))

    def _ask(self, batch: Batch) -> dict[str, Reply]:
        """Ask a batch in pieces as large as the adapter takes; it has offered what it is asked here."""
        implementation = self.asker.implementation
        size = min(self.asker.limits.batch_max, implementation.batch_max if implementation else 1)
        replies: dict[str, Reply] = {}
        for start in range(0, len(batch.ids), size):
            replies |= self.asker.ask(batch.part(start, start + size))
        lie: Reply = ("protocol", "hello offers it, the answer is unsupported")
        return {name: lie if reply[0] == "unsupported" else reply for name, reply in replies.items()}


def _unsupported(case: Case) -> Finding:
    return Finding(case.id, Verdict.UNSUPPORTED, f"the adapter does not offer {case.function or case.kind}")


def run(
    tasks: Sequence[Task],
    connect: Callable[[], Channel],
    *,
    revision: str = "r425",
    jobs: int = 1,
    limits: Limits | None = None,
    progress: Progress = lambda _findings: None,
) -> Outcome:
    """Do all tasks with ``jobs`` processes of one adapter and return what was found."""
    started = time.monotonic()
    budget = Budget()
    askers = [Asker(connect, limits or Limits(), budget) for _ in range(max(1, min(jobs, len(tasks))))]
    findings: dict[str, Finding] = {}

    def note(found: Sequence[Finding]) -> None:
        findings.update((finding.id, finding) for finding in found)
        progress(found)

    def stop() -> None:
        budget.exhaust(Incident(Verdict.CRASH, "the run was stopped"))
        for asker in askers:
            asker.kill()

    if _starts(askers[0]):
        _share(tasks, [Worker(asker, revision) for asker in askers], note, stop)
    for asker in askers:
        asker.close()
    implementation = next((asker.implementation for asker in askers if asker.implementation), None)
    log = next((asker.log for asker in askers if asker.log), "")
    return Outcome(implementation, findings, budget.incidents, time.monotonic() - started, log)


def _starts(asker: Asker) -> bool:
    """Return whether the adapter says hello; one that does not is a single fault and not one of every case."""
    try:
        asker.greet()
    except AdapterFault:
        return False
    return True


def _share(tasks: Sequence[Task], workers: Sequence[Worker], note: Progress, stop: Callable[[], None]) -> None:
    """Let the workers take one task after another until none is left; ``stop`` them all if one meets an exception."""
    todo: queue.SimpleQueue[Task] = queue.SimpleQueue()
    for task in tasks:
        todo.put(task)

    def work(worker: Worker) -> None:
        with suppress(queue.Empty):
            while True:
                note(worker.do(todo.get_nowait()))

    with ThreadPoolExecutor(len(workers)) as pool:
        futures = [pool.submit(work, worker) for worker in workers]
        try:
            for future in futures:
                future.result()
        except BaseException:
            with suppress(queue.Empty):
                while True:
                    todo.get_nowait()
            stop()
            raise
