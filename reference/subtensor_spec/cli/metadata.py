"""``subtensor-spec metadata``: a runtime's metadata against this specification."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import click

from subtensor_spec.explain.affected import rules_by_item
from subtensor_spec.wire.metadata.compare import Finding, Status, compared
from subtensor_spec.wire.metadata.read import read_runtime

_ATTENTION = (Status.NEW, Status.CHANGED, Status.GONE)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--all", "everything", is_flag=True, help="List what is covered, unreachable or out of scope too.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(file: Path, everything: bool, as_json: bool) -> None:
    """Compare a runtime's storage items, calls, errors and events with this specification.

    FILE is SCALE metadata of version 14 as state_getMetadata answers it (bytes, hex, or the whole answer), or JSON
    metadata; plain, or compressed with gzip or xz. Exit status 1 if anything is new, changed or gone. Errors and
    events that the runtime declares and nothing produces are counted as unreachable; --all gives the reasons. Behind
    an item that changed or is gone stand the rules that use it: these are to be looked at again.

    \b
    subtensor-spec metadata metadata.scale
    """
    findings = compared(read_runtime(file))
    attention = [finding for finding in findings if finding.status in _ATTENTION]
    if as_json:
        listed = findings if everything else attention
        result = {"counts": _counts(findings), "findings": [_form(finding) for finding in listed]}
        click.echo(json.dumps(result, indent=1))
    else:
        _print(findings if everything else attention, findings)
    if attention:
        raise SystemExit(1)


def _print(listed: list[Finding], findings: list[Finding]) -> None:
    for finding in listed:
        detail = f": {finding.detail}" if finding.detail else ""
        click.echo(f"{finding.status.value:12} {finding.kind:8} {finding.name}{detail}")
        if rules := _to_look_at(finding):
            click.echo(f"{'':22}rules: {', '.join(rules)}")
    for kind, counts in _counts(findings).items():
        click.echo(f"{kind}: " + ", ".join(f"{count} {status}" for status, count in counts.items()))


def _counts(findings: list[Finding]) -> dict[str, dict[str, int]]:
    """Return for each kind how many findings there are of each status, in the order of :class:`Status`."""
    found = Counter((finding.kind, finding.status) for finding in findings)
    kinds = dict.fromkeys(finding.kind for finding in findings)
    return {kind: {s.value: found[kind, s] for s in Status if found[kind, s]} for kind in kinds}


def _to_look_at(finding: Finding) -> tuple[str, ...]:
    """Return the rules that use a storage item which is not as it was."""
    if finding.kind != "storage" or finding.status not in (Status.CHANGED, Status.GONE):
        return ()
    return rules_by_item().get(finding.name, ())


def _form(finding: Finding) -> dict[str, Any]:
    form: dict[str, Any] = {"kind": finding.kind, "name": finding.name, "status": finding.status.value}
    if rules := _to_look_at(finding):
        form["rules"] = list(rules)
    return {**form, "detail": finding.detail} if finding.detail else form
