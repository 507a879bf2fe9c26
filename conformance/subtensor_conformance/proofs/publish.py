"""The published table of proofs: verdicts, which any machine must reproduce, and apart from them its times."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from subtensor_conformance.proofs.run import Finding
from subtensor_spec.errors import InvalidInput

FORMAT = 1


def as_json(findings: Iterable[Finding]) -> dict[str, Any]:
    """Return the table as JSON: ``proofs`` is what is compared, ``seconds`` (by id) is not."""
    every = list(findings)
    return {
        "format": FORMAT,
        "proofs": [_entry(finding) for finding in every],
        "seconds": {finding.proof.id: round(finding.seconds, 2) for finding in every},
    }


def as_text(table: dict[str, Any]) -> str:
    """Return the table as the text of its file."""
    return json.dumps(table, indent=1, ensure_ascii=False) + "\n"


def read_table(path: Path) -> dict[str, Any]:
    """Return a published table; :class:`InvalidInput` if the file is none."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InvalidInput(str(path), f"cannot be read as a table of proofs: {error}") from None
    if not isinstance(table, dict) or table.get("format") != FORMAT or not isinstance(table.get("proofs"), list):
        raise InvalidInput(str(path), f"is not a table of proofs of format {FORMAT}")
    return table


def differences(published: dict[str, Any], findings: Iterable[Finding]) -> list[str]:
    """Return one line for each proof whose entry is not the published one."""
    entries = {entry["id"]: entry for entry in published["proofs"]}
    lines = []
    for finding in findings:
        found, known = _entry(finding), entries.get(finding.proof.id)
        if known is None:
            lines.append(f"{finding.proof.id} is not in the published table")
        elif known != found:
            changed = ", ".join(key for key in found if found[key] != known.get(key))
            lines.append(f"{finding.proof.id} differs from the published table in {changed}")
    return lines


def _entry(finding: Finding) -> dict[str, Any]:
    proof, outcome = finding.proof, finding.outcome
    return {
        "id": proof.id,
        "claim": proof.claim,
        "scope": proof.scope,
        "method": proof.method,
        "rules": list(proof.rules),
        "verdict": str(outcome.verdict),
        "note": outcome.detail,
    }
