"""``subtensor-spec revision``: which rules held at a block of the main network, or under a runtime."""

import json
from typing import Any

import click

from subtensor_spec.catalogue import complete_registry
from subtensor_spec.chain.network_history import in_force, revision_of_runtime
from subtensor_spec.chain.revisions import KNOWN, Revision
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import Rule


@click.command()
@click.option("--block", type=click.IntRange(0), help="A block of the main network.")
@click.option("--spec-version", type=click.IntRange(0), help="A runtime.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def command(block: int | None, spec_version: int | None, as_json: bool) -> None:
    """Say which rules held at a block of the main network, or under a runtime, and how that is known.

    Without either, list the revisions that are known and what is specified of each.

    \b
    subtensor-spec revision --block 8766000
    subtensor-spec revision --spec-version 432
    """
    if block is not None and spec_version is not None:
        raise click.UsageError("give either --block or --spec-version")
    if block is None and spec_version is None:
        answer: Any = [_form(entry) for entry in KNOWN]
        lines = [_line(entry) for entry in KNOWN]
    elif block is not None:
        answer = at_block(block)
        lines = _at_block_lines(answer)
    else:
        answer = under_runtime(spec_version or 0)
        lines = _runtime_lines(answer)
    click.echo(json.dumps(answer, indent=1) if as_json else "\n".join(lines))


def at_block(block: int) -> dict[str, Any]:
    """Return what is known of a block: its runtime, the evidence, and the revision whose rules it follows."""
    known = in_force(block)
    form: dict[str, Any] = {
        "block": block,
        "spec_version": {"least": known.least, "greatest": known.greatest},
        "evidence": list(known.evidence),
    }
    found = {name for version in (known.least, known.greatest) if (name := _name_of(version)) is not None}
    sure = len(found) == 1 and known.greatest is not None and _name_of(known.least) == _name_of(known.greatest)
    return {**form, "revision": _form(_named(found.pop())) if sure else None}


def under_runtime(spec_version: int) -> dict[str, Any]:
    """Return the revision of a runtime and the rules that it is known to follow or not to follow."""
    entry = revision_of_runtime(spec_version)
    rules = complete_registry().values()
    return {
        "spec_version": spec_version,
        "revision": _form(entry),
        "not_yet": [rule.id for rule in rules if rule.since > entry.spec_version],
        "no_more": [rule.id for rule in rules if rule.until is not None and rule.until <= entry.spec_version],
        "new_since_r425": [rule.id for rule in rules if _is_new(rule, entry)],
    }


def _is_new(rule: Rule, entry: Revision) -> bool:
    ended = rule.until is not None and rule.until <= entry.spec_version
    return 425 < rule.since <= entry.spec_version and not ended


def _name_of(spec_version: int | None) -> str | None:
    try:
        return None if spec_version is None else revision_of_runtime(spec_version).name
    except InvalidInput:
        return None


def _named(name: str) -> Revision:
    return next(entry for entry in KNOWN if entry.name == name)


def _form(entry: Revision) -> dict[str, Any]:
    return {
        "name": entry.name,
        "spec_version": entry.spec_version,
        "source": f"{entry.repository}@{entry.commit}",
        "date": entry.date.isoformat(),
        "first_to_have": entry.first_to_have,
        "specified": "all" if entry.chapters is None and entry.name == "r425" else sorted(entry.chapters or ()),
        "not_specified": entry.unspecified,
    }


def _line(entry: Revision) -> str:
    form = _form(entry)
    return f"{entry.name}  {entry.date}  {form['source'][:31]}  {_specified(form)}: {entry.first_to_have}"


def _specified(form: dict[str, Any]) -> str:
    if form["specified"] == "all":
        return "specified"
    return f"specified in {', '.join(form['specified'])}" if form["specified"] else "not specified as a whole"


def _at_block_lines(answer: dict[str, Any]) -> list[str]:
    least, greatest = answer["spec_version"]["least"], answer["spec_version"]["greatest"]
    runtime = str(least) if least == greatest else f"{least or 'before all records'} to {greatest or 'unknown'}"
    lines = [f"block {answer['block']}: spec_version {runtime}", *(f"  {line}" for line in answer["evidence"])]
    if answer["revision"] is None:
        return [*lines, "its rules are not specified here"]
    return [*lines, *_revision_lines(answer["revision"])]


def _runtime_lines(answer: dict[str, Any]) -> list[str]:
    lines = [f"spec_version {answer['spec_version']}", *_revision_lines(answer["revision"])]
    if answer["new_since_r425"]:
        lines.append(f"rules that r425 has not: {', '.join(answer['new_since_r425'])}")
    return [*lines, f"rules that are followed no more: {', '.join(answer['no_more']) or 'none'}"]


def _revision_lines(form: dict[str, Any]) -> list[str]:
    lines = [f"rules of {form['name']}, {_specified(form)}: {form['first_to_have']}", f"  source: {form['source']}"]
    return [*lines, f"  not specified: {form['not_specified']}"] if form["not_specified"] else lines
