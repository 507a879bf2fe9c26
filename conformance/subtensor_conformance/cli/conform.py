"""``subtensor-spec conform``: hold an implementation against the published vectors."""

import os
from dataclasses import replace
from typing import Any

import click

from subtensor_conformance.cli.called import program_name
from subtensor_conformance.cli.matching import Universe
from subtensor_conformance.cli.options import manner_options, output_options, selection_options, target_options
from subtensor_conformance.reports.build import EVERYTHING, Context, build_run
from subtensor_conformance.reports.console import report_console
from subtensor_conformance.reports.model import Report, Run
from subtensor_conformance.reports.progress import progress_bar
from subtensor_conformance.reports.terminal import print_report
from subtensor_conformance.reports.write import STANDARD_OUTPUT, write_reports
from subtensor_conformance.runner.asker import Limits
from subtensor_conformance.runner.known import KnownFailures, read_known
from subtensor_conformance.runner.run import run
from subtensor_conformance.runner.target import BUILT_IN, Target, program
from subtensor_conformance.runner.task import plan
from subtensor_conformance.vectors.case import Case, Selection
from subtensor_conformance.vectors.load import iter_cases, load_file, read_list
from subtensor_spec.errors import InvalidInput

QUICK = 20_000
"""With fewer cases than this, further processes of an adapter cost more than they bring."""

Options = dict[str, Any]


@click.command()
@target_options
@selection_options
@manner_options
@output_options
@click.pass_context
def command(context: click.Context, /, **options: Any) -> None:
    """Hold an implementation against the published vectors.

    The implementation is an adapter program, or a built-in path; without either, both built-in paths are held
    against the vectors. The exit status is 0 only if nothing failed and what was required was supported.

    \b
    subtensor-spec conform
    subtensor-spec conform --adapter './my-adapter --fast' --rule 'YC-*'
    subtensor-spec conform --adapter ./my-adapter --tier smoke --junit report.xml
    """
    cases = select(options)
    if options["print_ids"]:
        click.echo("\n".join(case.id for case in cases))
        return
    targets = targets_of(options)
    about = Context(
        targets[0],
        options["revision"],
        known_failures(options, cases),
        program=program_name(),
        files=tuple(map(str, options["files"])),
        manner=manner_of(context),
    )
    report = Report([run_target(replace(about, target=target), cases, options) for target in targets])
    print_report(report, report_console(stderr=options["json_file"] == STANDARD_OUTPUT))
    write_reports(report, options["junit"], options["html"], options["markdown"], options["json_file"])
    context.exit(0 if report.ok else 1)


def select(options: Options) -> list[Case]:
    """Return the cases that the options ask for, in the order of the manifest; what takes nothing is refused."""
    selection = Selection(
        tier=options["tier"],
        kinds=options["kinds"],
        rules=options["rules"],
        ids=options["ids"],
        revision=options["revision"],
        listed=read_list(options["listed"]) if options["listed"] else None,
    )
    loaded = [case for path in options["files"] for case in load_file(path)] if options["files"] else None
    cases = list(iter_cases(selection)) if loaded is None else list(filter(selection.takes, loaded))
    universe = Universe(options["revision"], loaded)
    universe.require_selected(selection, cases)
    universe.require_supported("--require", options["required"], cases)
    if options["shard"]:
        part, parts = options["shard"]
        cases = cases[part - 1 :: parts]
    if not cases:
        raise InvalidInput("", "no vector matches this selection")
    return cases


def known_failures(options: Options, cases: list[Case]) -> KnownFailures:
    """Return the failures that are known; each must be of some vector, though it need not be selected."""
    if not options["known"]:
        return KnownFailures()
    known = read_known(options["known"])
    loaded = [case for path in options["files"] for case in load_file(path)] if options["files"] else None
    Universe(options["revision"], loaded).require_known(str(options["known"]), known, cases)
    return known


def manner_of(context: click.Context) -> str:
    """Return the options that change how a case is asked, as far as they were given."""
    given = [name for name in ("deadline", "start_deadline", "batch") if is_given(context, name)]
    return "".join(f" --{name.replace('_', '-')} {context.params[name]:g}" for name in given)


def is_given(context: click.Context, name: str) -> bool:
    """Return whether an option stands on the command line."""
    return context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE


def targets_of(options: Options) -> list[Target]:
    """Return what to run: an adapter, a built-in path, or both of these paths."""
    if options["adapter"] and options["target"]:
        raise click.UsageError("--adapter and --target exclude each other")
    if options["adapter"] is not None:
        return [program(options["adapter"])]
    return [Target(name) for name in ([options["target"]] if options["target"] else BUILT_IN)]


def run_target(about: Context, cases: list[Case], options: Options) -> Run:
    """Run all cases against one target, with a progress bar, and return its report."""
    target = about.target
    jobs = options["jobs"] or (1 if len(cases) < QUICK else os.cpu_count() or 1)
    limits = Limits(start=options["start_deadline"], batch=options["deadline"], batch_max=options["batch"])
    required = options["required"] or ((EVERYTHING,) if target.name == "exact" else ())
    with progress_bar(target.title, len(cases)) as progress:
        outcome = run(
            plan(cases, options["shuffle"]),
            target.connect if jobs == 1 else target.connect_apart,
            revision=options["revision"],
            jobs=jobs,
            limits=limits,
            progress=progress,
        )
    return build_run(cases, outcome, replace(about, required=required))
