"""``subtensor-spec diff``: what changed between two revisions."""

import json
import textwrap
from typing import Any

import click

from subtensor_spec.chain.revisions import revision
from subtensor_spec.explain.changes import Changes, StepChange, changes


@click.command()
@click.argument("first")
@click.argument("second")
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
def command(first: str, second: str, as_json: bool) -> None:
    """Say what changed from revision FIRST to SECOND, as far as both are specified.

    Each step that they take differently is shown with both rules, their prose and the difference of their code; then
    come the rules that went and the rules that came.

    \b
    subtensor-spec diff r425 r441
    """
    found = changes(revision(first), revision(second))
    click.echo(json.dumps(_form(found), indent=1) if as_json else _text(found))


def _form(found: Changes) -> dict[str, Any]:
    return {
        "from": found.first.name,
        "to": found.second.name,
        "steps": [_step_form(step) for step in found.steps],
        "gone": [rule.id for rule in found.gone],
        "new": [rule.id for rule in found.new],
        "not_specified": found.second.unspecified,
    }


def _step_form(step: StepChange) -> dict[str, Any]:
    return {
        "step": step.step,
        "before": {"rules": list(step.before), "prose": step.prose[0]},
        "after": {"rules": list(step.after), "prose": step.prose[1]},
        "code": step.code,
    }


def _text(found: Changes) -> str:
    parts = [f"{found.first.name} → {found.second.name}"]
    for step in found.steps:
        parts.append(f"## {step.step}: {_listed(step.before)} → {_listed(step.after)}")
        parts += [_wrapped("before", step.prose[0]), _wrapped("after", step.prose[1])]
        parts.append(textwrap.indent(step.code, "    "))
    parts.append("rules that went: " + (", ".join(rule.id for rule in found.gone) or "none"))
    parts.append("rules that came:")
    parts += [_wrapped(rule.id, rule.summary) for rule in found.new]
    parts.append(_wrapped("vectors", f"subtensor-spec vectors list --revision {found.second.name}"))
    if found.second.unspecified:
        parts.append(_wrapped("not specified", found.second.unspecified))
    return "\n".join(parts)


def _listed(identifiers: tuple[str, ...]) -> str:
    return ", ".join(identifiers) or "no rule"


def _wrapped(title: str, words: str) -> str:
    return textwrap.fill(f"{title}: {words}", width=110, initial_indent="  ", subsequent_indent="    ")
