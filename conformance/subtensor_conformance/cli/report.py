"""``subtensor-spec report``: merge and render the reports of runs."""

from pathlib import Path

import click

from subtensor_conformance.cli.options import EXISTING_FILE, FILE_OR_DASH, FOLDER, NEW_FILE
from subtensor_conformance.reports.console import report_console
from subtensor_conformance.reports.encoding import read_report
from subtensor_conformance.reports.merge import merge
from subtensor_conformance.reports.terminal import print_report
from subtensor_conformance.reports.write import STANDARD_OUTPUT, write_reports


@click.group()
def command() -> None:
    """Merge and render the JSON reports that `conform --json` writes.

    \b
    subtensor-spec report merge shard-1.json shard-2.json --html report
    """


@command.command("merge")
@click.argument("reports", nargs=-1, required=True, type=EXISTING_FILE)
@click.option("-o", "--output", "--json", "output", type=FILE_OR_DASH, help="Write the merged report; - prints it.")
@click.option("--junit", type=NEW_FILE, help="Write it as JUnit XML.")
@click.option("--html", type=FOLDER, help="Write it as a page of rules and verdicts into this folder.")
@click.option("--markdown", type=NEW_FILE, help="Append it as a summary, as for a CI job page.")
@click.option("--check", is_flag=True, help="Exit with status 1 unless every run in it conforms.")
@click.pass_context
def merge_command(
    context: click.Context,
    reports: tuple[Path, ...],
    output: Path | None,
    junit: Path | None,
    html: Path | None,
    markdown: Path | None,
    check: bool,
) -> None:
    """Merge REPORTS into one.

    The shards of one implementation are joined; of two verdicts on one case the worse is kept. Different
    implementations, or versions of one, stand side by side. A single report may be given, to render it.

    \b
    subtensor-spec report merge report.json --markdown summary.md
    subtensor-spec report merge shard-1.json shard-2.json --check -o report.json
    """
    merged = merge([read_report(path) for path in reports])
    print_report(merged, report_console(stderr=output == STANDARD_OUTPUT))
    write_reports(merged, junit, html, markdown, output)
    context.exit(1 if check and not merged.ok else 0)
