"""From what a run found to its report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from subtensor_conformance.reports.model import Entry, Run
from subtensor_conformance.runner.known import KnownFailures
from subtensor_conformance.runner.rules_at import rules_at
from subtensor_conformance.runner.run import Outcome
from subtensor_conformance.runner.target import Target
from subtensor_conformance.runner.verdict import FAILURES, NOT_RUN, Finding, Verdict
from subtensor_conformance.vectors.case import Case
from subtensor_spec import __version__

EVERYTHING = "all"


@dataclass(frozen=True)
class Context:
    """What a report needs to know beside the findings.

    ``required`` are patterns of ids, rules, kinds or functions that the implementation must support; ``all`` is all.
    """

    target: Target
    revision: str = "r425"
    known: KnownFailures = field(default_factory=KnownFailures)
    required: tuple[str, ...] = ()


def build_run(cases: Sequence[Case], outcome: Outcome, context: Context) -> Run:
    """Return the report of one implementation, its entries in the order of ``cases``."""
    about = outcome.implementation
    findings = outcome.findings
    return Run(
        name=about.name if about else context.target.title,
        version=about.version if about else "",
        language=about.language if about else "",
        source=about.source if about else "",
        command=f"subtensor-spec conform {context.target.option}",
        revision=context.revision,
        suite=__version__,
        seconds=outcome.seconds,
        incidents=outcome.incidents,
        unmet=[case.id for case in cases if is_unmet(case, findings[case.id], context.required)],
        entries=[_entry(case, findings[case.id], context) for case in cases],
    )


def is_unmet(case: Case, finding: Finding, required: Iterable[str]) -> bool:
    """Return whether a case had to be supported and was not."""
    if finding.verdict not in NOT_RUN:
        return False
    names = (case.id, case.kind, case.function, *case.rules)
    return any(pattern == EVERYTHING or any(fnmatchcase(name, pattern) for name in names) for pattern in required)


def _entry(case: Case, finding: Finding, context: Context) -> Entry:
    known = context.known.reason(case.id) if finding.verdict in FAILURES | {Verdict.PASS} else ""
    if finding.verdict is Verdict.PASS and not known:
        return Entry(case.id, case.kind, case.rules, finding.verdict)
    failed = finding.verdict in FAILURES
    return Entry(
        case.id,
        case.kind,
        rules_at(case, finding) if failed else case.rules,
        finding.verdict,
        detail=finding.detail,
        difference=finding.difference,
        why=case.why if failed else "",
        rerun=_rerun(case, context) if failed else "",
        known=known,
    )


def _rerun(case: Case, context: Context) -> str:
    revision = "" if context.revision == "r425" else f" --revision {context.revision}"
    return f"subtensor-spec conform {context.target.option}{revision} --tier {case.tier} --id {case.id}"
