"""Reports as JSON: ``vectors/schema/protocol/report.json`` says what they look like."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from subtensor_conformance.reports.model import Counts, Entry, Report, Run, count
from subtensor_conformance.runner.verdict import Difference, Incident, Shown, Verdict
from subtensor_conformance.vectors import documents, schemas
from subtensor_conformance.vectors.case import KINDS
from subtensor_conformance.vectors.locations import published

FORMAT = 1

_compact = json.JSONEncoder(ensure_ascii=False).encode

_ABOUT = ("name", "version", "language", "source")
_TEXTS = ("detail", "why", "rerun", "known")
_REQUIRED = frozenset({"id", "kind", "rules", "verdict"})
_PLAIN = _REQUIRED | set(_TEXTS)
_KINDS = frozenset({*KINDS, "trace"})
_VERDICTS = frozenset(verdict.value for verdict in Verdict)


def report_to_json(report: Report) -> dict[str, Any]:
    """Return a report as JSON."""
    return {"format": FORMAT, "ok": report.ok, "runs": [_run_to_json(run) for run in report.runs]}


def report_text(report: Report) -> str:
    """Return a report as JSON text, with one line a result."""
    document = report_to_json(report)
    runs = []
    for run in document["runs"]:
        fields = [f'"{name}": {_compact(value)}' for name, value in run.items() if name != "results"]
        results = ",\n    ".join(map(_compact, run["results"]))
        runs.append("\n   ".join([*(f"{field}," for field in fields), f'"results": [\n    {results}\n   ]']))
    joined = "\n  },\n  {\n   ".join(runs)
    opening = f'{{\n "format": {document["format"]},\n "ok": {_compact(document["ok"])},\n "runs": [\n  {{\n   '
    return f"{opening}{joined}\n  }}\n ]\n}}\n"


def _run_to_json(run: Run) -> dict[str, Any]:
    return {
        "implementation": {name: getattr(run, name) for name in _ABOUT},
        "command": run.command,
        "revision": run.revision,
        "suite": run.suite,
        "ok": run.ok,
        "summary": _counts_to_json(count(run.entries)),
        "milliseconds": round(run.seconds * 1000),
        "incidents": [asdict(incident) for incident in run.incidents],
        "unmet": run.unmet,
        "results": [_entry_to_json(entry) for entry in run.entries],
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
    schemas.validate(_without_plain_results(document), "protocol/report", published() / "schema", str(path))
    return Report([_run_from_json(run) for run in document["runs"]])


def _without_plain_results(document: Any) -> Any:
    """Return a document without the results that are seen at a glance to be right.

    A report may hold a hundred thousand of them, for which a schema validator takes a quarter of a minute.
    """
    try:
        runs = [run | {"results": [each for each in run["results"] if not _is_plain(each)]} for run in document["runs"]]
        return document | {"runs": runs}
    except (TypeError, KeyError):
        return document


def _is_plain(value: Any) -> bool:
    if type(value) is not dict or not value.keys() >= _REQUIRED or not value.keys() <= _PLAIN:
        return False
    texts = [text for name, text in value.items() if name != "rules"]
    return (
        all(type(text) is str for text in texts)
        and value["kind"] in _KINDS
        and value["verdict"] in _VERDICTS
        and type(value["rules"]) is list
        and all(type(rule) is str for rule in value["rules"])
    )


def _run_from_json(value: dict[str, Any]) -> Run:
    return Run(
        **{name: value["implementation"][name] for name in _ABOUT},
        command=value["command"],
        revision=value["revision"],
        suite=value["suite"],
        seconds=value["milliseconds"] / 1000,
        incidents=[Incident(**each) for each in value["incidents"]],
        unmet=value["unmet"],
        entries=[_entry_from_json(entry) for entry in value["results"]],
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
