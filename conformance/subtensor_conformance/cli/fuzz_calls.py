"""``subtensor-spec fuzz --calls``: look for chains of calls and blocks on which an implementation differs."""

import json
from fnmatch import fnmatchcase
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from subtensor_conformance.fuzz.chains.documents import write_state
from subtensor_conformance.fuzz.chains.search import ChainDifference, ChainJury, search
from subtensor_conformance.fuzz.hunt import Plan
from subtensor_conformance.reports.progress import progress_bar
from subtensor_conformance.vectors import documents
from subtensor_spec.blocks.registry import all_calls
from subtensor_spec.errors import InvalidInput

LINES = ".jsonl"


def fuzz_calls(plan: Plan, out: Path, as_json: bool) -> bool:
    """Look for a chain that differs, write it, say what was found, and return whether anything was."""
    only = _wanted(plan.wanted)
    with TemporaryDirectory() as folder:
        jury = ChainJury(plan.target, Path(folder), plan.limits)
        try:
            implementation = jury.greet()
            found = _search(plan, jury, only)
            title = f"{implementation.name} {implementation.version}".strip()
            told = None if found is None else _written(jury, found, title, out)
        finally:
            jury.close()
    summary: dict[str, Any] = {"implementation": title, "seed": plan.seed, "steps": jury.steps, "difference": told}
    click.echo(json.dumps(summary, indent=1) if as_json else _in_words(plan, summary))
    return found is not None


def _wanted(patterns: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(name for name in sorted(all_calls()) if any(fnmatchcase(name, pattern) for pattern in patterns))
    if patterns and not names:
        raise InvalidInput("--function", f"no call is called {' or '.join(patterns)}; names are such as Balances.burn")
    return names


def _search(plan: Plan, jury: ChainJury, only: tuple[str, ...]) -> ChainDifference | None:
    shown = 0
    with progress_bar(f"fuzz {plan.target.title}, seconds", round(plan.seconds)) as progress:

        def tick(seconds: float) -> None:
            nonlocal shown
            progress(range(int(seconds) - shown))
            shown = int(seconds)

        return search(jury, plan.seed, plan.seconds, only, tick)


def _written(jury: ChainJury, found: ChainDifference, title: str, out: Path) -> dict[str, Any]:
    """Write the chain as a trace, or its last call, and beside it the state to begin on; return what is said of it."""
    finding = found.finding
    what = ": ".join(filter(None, (finding.detail, str(finding.difference or ""))))
    why = f"Fuzzing found that {title} is not right here ({finding.verdict}): {what}"
    path = out if jury.by_call or LINES in out.suffixes else out.with_suffix(LINES)
    document = jury.document(found.chain, why)
    documents.write(path, documents.content_of(document))
    state = write_state(path.parent, jury.begins_on(found.chain))
    return {
        "verdict": str(finding.verdict),
        "what": what,
        "steps": len(found.chain.steps),
        "rules": document["groups"][0]["rules"] if jury.by_call else document["rules"],
        "file": str(path),
        "state": str(state),
    }


def _in_words(plan: Plan, summary: dict[str, Any]) -> str:
    found = summary["difference"]
    if found is None:
        return f"no difference in {summary['steps']:_} steps (seed {plan.seed})"
    return (
        f"{found['what']}\n"
        f"found in {summary['steps']:_} steps (seed {plan.seed}), cut down to {found['steps']}\n"
        f"written to {found['file']}, its state to {found['state']}; "
        f"to ask again: subtensor-spec conform --file {found['file']} {plan.target.option}"
    )
