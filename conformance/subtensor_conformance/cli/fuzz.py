"""``subtensor-spec fuzz``: look for inputs on which an implementation differs from the exact path."""

import json
import os
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from shlex import quote
from typing import Any

import click

from subtensor_conformance.cli.called import program_name
from subtensor_conformance.cli.fuzz_calls import fuzz_calls
from subtensor_conformance.cli.options import NEW_FILE, SECONDS, target_options
from subtensor_conformance.fuzz.bug_report import bug_report, in_words, rules_of
from subtensor_conformance.fuzz.hunt import Outcome, Plan, hunt
from subtensor_conformance.fuzz.search import Difference
from subtensor_conformance.reports.progress import progress_bar
from subtensor_conformance.runner.asker import Limits
from subtensor_conformance.runner.target import Target, program
from subtensor_conformance.vectors import documents
from subtensor_spec import __version__
from subtensor_spec.cli.kinds import Duration

MOST_MINUTES = 60 * 24 * 7

RULES_NAMED = 8
"""The most rules that the one line names; the vector names all."""


@click.command()
@target_options
@click.option("--minutes", type=Duration(0.01, MOST_MINUTES), default=1.0, show_default=True, help="How long.")
@click.option("--seed", type=click.IntRange(0), help="Which inputs; the same seed draws the same.  [default: by time]")
@click.option("--from", "first", type=click.IntRange(0), default=0, metavar="ROUND", help="Go on with this round.")
@click.option("--chapter", "chapters", multiple=True, metavar="NAME", help="Only this chapter: YC. Repeatable.")
@click.option("--calls", is_flag=True, help="Chains of calls and blocks, not functions; --function names calls then.")
@click.option("--function", "wanted", multiple=True, metavar="GLOB", help="Only such: 'i32f32.*', epoch. Repeatable.")
@click.option("--except", "unwanted", multiple=True, metavar="GLOB", help="Leave such out. Repeatable.")
@click.option("--workers", type=click.IntRange(1, 256), metavar="N", help="Processes.  [default: all cores]")
@click.option("--deadline", type=SECONDS, metavar="SECONDS", default=20.0, show_default=True, help="For an answer.")
@click.option("--out", type=NEW_FILE, default=Path("difference.json"), show_default=True, help="Where a vector goes.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_context
def command(context: click.Context, /, as_json: bool, out: Path, **options: Any) -> None:
    """Look for inputs on which an implementation differs from the exact path.

    Inputs are drawn at random, heavy on edges, ties and limits. The first that the implementation answers wrongly is
    made as small as it gets and written to a file as a vector, ready for a bug report; a file that is there stays. An
    epoch of which only a stage differs is written too, and the search goes on. The implementation is an adapter
    program, or the built-in numpy path. The exit status is 1 if a difference was found.

    With --calls, states and sequences of calls and blocks are drawn. What differs is cut down to the steps that it
    takes and written as a trace, with the state that it begins on beside it in the folder states. An adapter that
    takes no chains is asked for the calls that it offers, on the states that such chains lead to.

    \b
    subtensor-spec fuzz --adapter ./my-adapter --minutes 5
    subtensor-spec fuzz --adapter ./my-adapter --function 'i32f32.*' --seed 7
    subtensor-spec fuzz --adapter ./my-adapter --calls --function '*.add_stake' --function '*.remove_stake'
    """
    plan = plan_of(options)
    if options["calls"]:
        context.exit(1 if fuzz_calls(plan, out, as_json) else 0)
    started, shown = time.monotonic(), 0

    with progress_bar(f"fuzz {plan.target.title}, seconds", round(plan.seconds)) as progress:

        def tick(seconds: float) -> None:
            nonlocal shown
            progress(range(int(seconds) - shown))
            shown = int(seconds)

        outcome = hunt(plan, tick)
    summary = _summary(plan, outcome, time.monotonic() - started)
    for difference, told in zip(outcome.found, summary["differences"], strict=True):
        told["file"] = str(_written(out, bug_report(difference, outcome.implementation)))
    click.echo(json.dumps(summary, indent=1) if as_json else _in_words(plan, summary))
    context.exit(1 if outcome.found else 0)


def _written(out: Path, document: dict[str, Any]) -> Path:
    """Write a vector to a file of its own: where one is, a number is added to the name."""
    out.parent.mkdir(parents=True, exist_ok=True)
    path = next(path for path in _free(out) if not path.exists())
    path.write_bytes(documents.content_of(document))
    return path


def _free(out: Path) -> Iterator[Path]:
    yield out
    yield from (out.with_stem(f"{out.stem}-{number}") for number in count(2))


def plan_of(options: dict[str, Any]) -> Plan:
    """Return what the options ask for."""
    if options["adapter"] and options["target"]:
        raise click.UsageError("--adapter and --target exclude each other")
    if options["target"] == "exact":
        raise click.UsageError("the exact path is what answers are held against; use --target numpy")
    return Plan(
        target=program(options["adapter"]) if options["adapter"] is not None else Target("numpy"),
        seed=int(time.time()) if options["seed"] is None else options["seed"],
        seconds=options["minutes"] * 60,
        first=options["first"],
        workers=options["workers"] or os.cpu_count() or 1,
        chapters=options["chapters"],
        wanted=options["wanted"],
        unwanted=options["unwanted"],
        limits=Limits(batch=options["deadline"]),
    )


def _summary(plan: Plan, outcome: Outcome, seconds: float) -> dict[str, Any]:
    return {
        "implementation": {"name": outcome.implementation.name, "version": outcome.implementation.version},
        "suite": __version__,
        "seed": plan.seed,
        "from": plan.first,
        "following": outcome.following,
        "rounds": outcome.rounds,
        "questions": outcome.questions,
        "subjects": len(outcome.asked),
        "seconds": round(seconds, 1),
        "differences": [_told(found) for found in outcome.found],
    }


def _told(found: Difference) -> dict[str, Any]:
    return {
        "subject": found.topic.name,
        "verdict": str(found.finding.verdict),
        "what": in_words(found),
        "rules": rules_of(found),
    }


def _in_words(plan: Plan, summary: dict[str, Any]) -> str:
    asked = f"{summary['questions']:_} questions about {summary['subjects']} functions in {summary['seconds']} s"
    if not summary["differences"]:
        return f"no difference in {asked}; to go on: --seed {plan.seed} --from {summary['following']}"
    lines = [f"found in {asked} (seed {plan.seed}), with subtensor-spec {summary['suite']}"]
    for found in summary["differences"]:
        rules = found["rules"]
        more = f" and {len(rules) - RULES_NAMED} more" if rules[RULES_NAMED:] else ""
        again = f"{program_name()} conform --file {quote(found['file'])} {plan.target.option}"
        lines += [
            f"{found['subject']}: {found['verdict']}, {found['what']}",
            f"rules to look at: {', '.join(rules[:RULES_NAMED])}{more}",
            f"written to {found['file']}; to ask again: {again}",
        ]
    return "\n".join(lines)
