"""``subtensor-spec proofs``: run the formal checks of the arithmetic and print what they show."""

import sys
from collections import Counter
from fnmatch import fnmatchcase
from pathlib import Path

import click

from subtensor_conformance.cli.matching import require_matches
from subtensor_conformance.proofs.catalogue import all_proofs
from subtensor_conformance.proofs.proof import Proof, Verdict
from subtensor_conformance.proofs.publish import as_json, as_text, differences, read_table
from subtensor_conformance.proofs.run import Finding, run_proofs
from subtensor_spec.cli.kinds import Duration
from subtensor_spec.errors import InvalidInput

COLOURS = {Verdict.PROVEN: "green", Verdict.BOUNDED: "cyan", Verdict.TESTED: "yellow"}


@click.command()
@click.option("--only", "patterns", multiple=True, metavar="GLOB", help="Only proofs whose id matches; repeatable.")
@click.option("--quick", is_flag=True, help="Only those that the tests run.")
@click.option("--budget", type=Duration(1), default=1800, show_default=True, help="Seconds for all.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write the table as JSON to this file.")
@click.option(
    "--check", "published", type=click.Path(path_type=Path, dir_okay=False), help="Compare with a published table."
)
@click.option("--json", "print_json", is_flag=True, help="Print the table as JSON.")
@click.pass_context
def command(
    context: click.Context,
    patterns: tuple[str, ...],
    quick: bool,
    budget: float,
    out: Path | None,
    published: Path | None,
    print_json: bool,
) -> None:
    """Run the formal checks of the arithmetic, and print claim, verdict and time of each.

    A claim is proven (for all inputs), bounded (for all inputs at a smaller size, with the reason why that carries
    over) or tested (on random inputs). The exit status is 1 if one is refuted or undecided, or differs from the
    published table.

    \b
    subtensor-spec proofs --quick
    subtensor-spec proofs --only 'contract/*'
    """
    findings = run_proofs(select(patterns, quick=quick), budget, _announce)
    table = as_json(findings)
    if out is not None:
        out.write_text(as_text(table), encoding="utf-8")
    click.echo(as_text(table) if print_json else render(findings), nl=False)
    complaints = differences(read_table(published), findings) if published is not None else []
    for line in complaints:
        click.echo(line, err=True)
    shown = all(finding.outcome.verdict in COLOURS for finding in findings)
    context.exit(0 if shown and not complaints else 1)


def select(patterns: tuple[str, ...], *, quick: bool) -> list[Proof]:
    """Return the proofs that the options ask for; :class:`InvalidInput` if there are none."""
    proofs = [proof for proof in all_proofs() if proof.quick or not quick]
    if patterns:
        require_matches("--only", patterns, [proof.id for proof in proofs])
        proofs = [proof for proof in proofs if any(fnmatchcase(proof.id, pattern) for pattern in patterns)]
    if not proofs:
        raise InvalidInput("--quick", "leaves no proof")
    return proofs


def render(findings: list[Finding]) -> str:
    """Return the findings as a table for people, and the counts of each verdict."""
    width = max(len(finding.proof.id) for finding in findings)
    lines = []
    for finding in findings:
        verdict = finding.outcome.verdict
        shown = click.style(f"{verdict:<9}", fg=COLOURS.get(verdict, "red"))
        lines.append(f"{finding.proof.id:<{width}}  {shown}  {finding.seconds:7.2f} s  {finding.proof.claim}")
        if verdict not in COLOURS:
            lines.append(f"{'':<{width}}  {finding.outcome.detail}")
    counts = Counter(finding.outcome.verdict for finding in findings)
    total = sum(finding.seconds for finding in findings)
    summary = ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict])
    return "\n".join([*lines, "", f"{len(findings)} claims in {total:.0f} s: {summary}", ""])


def _announce(proof: Proof) -> None:
    """Show which proof runs, on a terminal only."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{proof.id}", end="", file=sys.stderr, flush=True)
