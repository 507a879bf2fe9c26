"""Reports as JSON: ``vectors/schema/protocol/report.json`` says what they look like.

Failures stand first, and results of which nothing is to be told are folded.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from subtensor_conformance.reports.causes import causes
from subtensor_conformance.reports.fold import fold, is_plain, unfold
from subtensor_conformance.reports.model import Counts, Entry, Report, Run, count
from subtensor_conformance.runner.verdict import Difference, Incident, Shown, Verdict
from subtensor_conformance.vectors import documents, schemas
from subtensor_conformance.vectors.locations import published

FORMAT = 2

_compact = json.JSONEncoder(ensure_ascii=False).encode

_ABOUT = ("name", "version", "language", "source")
_TEXTS = ("detail", "why", "rerun", "known", "asked", "due", "log")
_LISTS = ("results", "folded")


def report_to_json(report: Report) -> dict[str, Any]:
    """Return a report as JSON."""
    return {"format": FORMAT, "ok": report.ok, "runs": [_run_to_json(run) for run in report.runs]}


def report_text(report: Report) -> str:
    """Return a report as JSON text, with one line a result."""
    document = report_to_json(report)
    runs = []
    for run in document["runs"]:
        fields = [f'"{name}": {_compact(value)}' for name, value in run.items() if name not in _LISTS]
        lists = [f'"{name}": {_lines(run[name])}' for name in _LISTS]
        runs.append(",\n   ".join([*fields, *lists]))
    joined = "\n  },\n  {\n   ".join(runs)
    opening = f'{{\n "format": {document["format"]},\n "ok": {_compact(document["ok"])},\n "runs": [\n  {{\n   '
    return f"{opening}{joined}\n  }}\n ]\n}}\n"


def _lines(values: list[Any]) -> str:
    """Return a list as JSON text with a line for each of its values."""
    return "[\n    " + ",\n    ".join(map(_compact, values)) + "\n   ]" if values else "[]"


def _run_to_json(run: Run) -> dict[str, Any]:
    failures = [entry for cause in causes(run.entries) for entry in cause.entries]
    told = [entry for entry in failures if not is_plain(entry)]
    shown = {entry.id for entry in told}
    told += [entry for entry in run.entries if entry.id not in shown and not is_plain(entry)]
    return {
        "implementation": {name: getattr(run, name) for name in _ABOUT},
        "command": run.command,
        "revision": run.revision,
        "suite": run.suite,
        "ok": run.ok,
        "failed": len(failures),
        "summary": _counts_to_json(count(run.entries)),
        "milliseconds": round(run.seconds * 1000),
        "incidents": [asdict(incident) for incident in run.incidents],
        "unmet": run.unmet,
        "notes": run.notes,
        "log": run.log,
        "causes": [
            {"cause": cause.title, "failed": len(cause.entries), "of": cause.of} for cause in causes(run.entries)
        ],
        "results": [_entry_to_json(entry) for entry in told],
        "folded": fold(filter(is_plain, run.entries)),
    }


def _counts_to_json(counts: Counts) -> dict[str, int]:
    return {"selected": counts.selected, "supported": counts.supported, "run": counts.run, "pass": counts.passed}


def _entry_to_json(entry: Entry) -> dict[str, Any]:
    result: dict[str, Any] = {
        "id": entry.id,
        "kind": entry.kind,
        "rules": list(entry.rules),
        "verdict": entry.verdict.value,
    }
    result |= {name: getattr(entry, name) for name in _TEXTS if getattr(entry, name)}
    if entry.difference is not None:
        result["difference"] = {
            "stage": entry.difference.stage,
            "path": entry.difference.path,
            "expected": _shown_to_json(entry.difference.expected),
            "actual": _shown_to_json(entry.difference.actual),
        }
    return result


def _shown_to_json(value: Shown) -> dict[str, Any]:
    return {"bits": value.bits, "decimal": value.decimal}


def read_report(path: Path) -> Report:
    """Return the report in a file. Raises :class:`InvalidInput` if it is none."""
    document = documents.read(path)
    schemas.validate(document, "protocol/report", published() / "schema", str(path))
    return Report([_run_from_json(run) for run in document["runs"]])


def _run_from_json(value: dict[str, Any]) -> Run:
    return Run(
        **{name: value["implementation"][name] for name in _ABOUT},
        command=value["command"],
        revision=value["revision"],
        suite=value["suite"],
        seconds=value["milliseconds"] / 1000,
        incidents=[Incident(**each) for each in value["incidents"]],
        unmet=value["unmet"],
        notes=value["notes"],
        log=value["log"],
        entries=[*map(_entry_from_json, value["results"]), *unfold(value["folded"])],
    )


def _entry_from_json(value: dict[str, Any]) -> Entry:
    difference = value.get("difference")
    return Entry(
        id=value["id"],
        kind=value["kind"],
        rules=tuple(value["rules"]),
        verdict=Verdict(value["verdict"]),
        difference=difference and _difference_from_json(difference),
        **{name: value[name] for name in _TEXTS if name in value},
    )


def _difference_from_json(value: dict[str, Any]) -> Difference:
    expected, actual = (Shown(value[side]["bits"], value[side]["decimal"]) for side in ("expected", "actual"))
    return Difference(value["stage"], value["path"], expected, actual)
