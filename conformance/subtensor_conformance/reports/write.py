"""Writes a report in the forms that were asked for."""

from pathlib import Path

import click

from subtensor_conformance.reports.model import Report
from subtensor_spec.errors import InvalidInput

STANDARD_OUTPUT = Path("-")


def write_reports(
    report: Report,
    junit: Path | None = None,
    html: Path | None = None,
    markdown: Path | None = None,
    json_file: Path | None = None,
) -> None:
    """Write JUnit XML, a folder with an HTML page, a Markdown summary (appended), and JSON."""
    try:
        if junit:
            from subtensor_conformance.reports.junit import junit_xml

            _write(junit, junit_xml(report))
        if html:
            from subtensor_conformance.reports.html import html_page

            _write(html / "index.html", html_page(report))
        if markdown:
            from subtensor_conformance.reports.markdown import markdown_summary

            markdown.parent.mkdir(parents=True, exist_ok=True)
            with markdown.open("a", encoding="utf-8") as file:
                file.write(markdown_summary(report))
        if json_file:
            _write_json(json_file, report)
    except OSError as error:
        raise InvalidInput(str(error.filename or ""), f"cannot be written: {error.strerror}") from None


def _write_json(path: Path, report: Report) -> None:
    from subtensor_conformance.reports.encoding import report_text

    text = report_text(report)
    if path == STANDARD_OUTPUT:
        click.echo(text, nl=False)
    else:
        _write(path, text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
