"""From what a run found to its report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from shlex import quote

from subtensor_conformance.reports.model import Entry, Run
from subtensor_conformance.runner.asked import asked, due
from subtensor_conformance.runner.asker import NOT_ASKED
from subtensor_conformance.runner.known import KnownFailures
from subtensor_conformance.runner.offers import doubts
from subtensor_conformance.runner.rules_at import rules_at
from subtensor_conformance.runner.run import Outcome
from subtensor_conformance.runner.target import Target
from subtensor_conformance.runner.verdict import FAILURES, NOT_RUN, Finding, Verdict
from subtensor_conformance.vectors.case import Case
from subtensor_spec import __version__

EVERYTHING = "all"

PROGRAM = "subtensor-spec"


@dataclass(frozen=True)
class Context:
    """What a report needs to know beside the findings.

    ``required`` are patterns of ids, rules, kinds or functions that the implementation must support; ``all`` is all.
    ``program`` is how the user calls the program, ``files`` what is read instead of the published vectors, ``manner``
    further options that a case must be asked with again.
    """

    target: Target
    revision: str = "r425"
    known: KnownFailures = field(default_factory=KnownFailures)
    required: tuple[str, ...] = ()
    program: str = PROGRAM
    files: tuple[str, ...] = ()
    manner: str = ""

    @property
    def command(self) -> str:
        """The command that asks all of it again, apart from what is selected."""
        revision = "" if self.revision == "r425" else f" --revision {self.revision}"
        files = "".join(f" --file {quote(path)}" for path in self.files)
        return f"{self.program} conform {self.target.option}{revision}{files}{self.manner}"


def build_run(cases: Sequence[Case], outcome: Outcome, context: Context) -> Run:
    """Return the report of one implementation, its entries in the order of ``cases``; none if it never said hello."""
    about = outcome.implementation
    findings = outcome.findings
    taken = cases if about else ()
    logs = {incident.case: incident.log for incident in outcome.incidents if incident.case}
    return Run(
        name=about.name if about else context.target.title,
        version=about.version if about else "",
        language=about.language if about else "",
        source=about.source if about else "",
        command=context.command,
        revision=context.revision,
        suite=__version__,
        seconds=outcome.seconds,
        incidents=outcome.incidents,
        unmet=[case.id for case in taken if is_unmet(case, findings[case.id], context.required)],
        notes=doubts(about, context.revision) if about else [f"it did not start: none of {len(cases)} was asked"],
        log=outcome.log,
        entries=[_entry(case, findings[case.id], context, logs.get(case.id, "")) for case in taken],
    )


def is_unmet(case: Case, finding: Finding, required: Iterable[str]) -> bool:
    """Return whether a case had to be supported and was not."""
    if finding.verdict not in NOT_RUN:
        return False
    names = (case.id, case.kind, case.function, *case.rules)
    return any(pattern == EVERYTHING or any(fnmatchcase(name, pattern) for name in names) for pattern in required)


def _entry(case: Case, finding: Finding, context: Context, log: str) -> Entry:
    known = context.known.reason(case.id) if finding.verdict in FAILURES | {Verdict.PASS} else ""
    if finding.verdict is Verdict.PASS and not known:
        return Entry(case.id, case.kind, case.rules, finding.verdict)
    told = finding.verdict in FAILURES and not finding.detail.startswith(NOT_ASKED)
    unanswered = told and finding.difference is None and case.kind != "law"
    return Entry(
        case.id,
        case.kind,
        rules_at(case, finding) if told else case.rules,
        finding.verdict,
        detail=finding.detail,
        difference=finding.difference,
        why=case.why if told else "",
        rerun=f"{context.command} --tier {case.tier} --id {case.id}" if told else "",
        known=known,
        asked=asked(case) if unanswered else "",
        due=due(case) if unanswered else "",
        log=log if told else "",
    )
