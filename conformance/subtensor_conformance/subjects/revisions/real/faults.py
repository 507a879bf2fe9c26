"""What real blocks can tell apart: each fault is planted in the rules, and the audits of the real blocks are run again.

``python -m subtensor_conformance.subjects.revisions.real.faults FILE`` writes the table.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from subtensor_conformance.mutants.catalogue import all_mutants
from subtensor_conformance.mutants.mutant import Mutant
from subtensor_conformance.mutants.planting import Unplantable, planted
from subtensor_conformance.subjects.revisions.real import BLOCK_475, blocks_441
from subtensor_conformance.subjects.revisions.real.planted import FAULTS
from subtensor_conformance.vectors import canonical
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.chain.revisions import revision
from subtensor_spec.explain.audit import Audit, audit_answers, audit_blocks
from subtensor_spec.rules import record
from subtensor_spec.wire.state.snapshots import read_snapshots

REVISION = "r441"
ARITHMETIC = ("FX", "TF", "DR")
"""Chapters whose faults have vectors by the thousand; what blocks say of them adds nothing."""

FAILED = "the audit ends in an error"


def audits() -> list[Audit]:
    """Return the audits of all real blocks whose revision is specified."""
    before, after = blocks_441()
    (alone,) = read_snapshots(BLOCK_475)
    rules = revision(REVISION)
    return [audit_blocks(before, after, rules), audit_answers(alone, rules)]


def outcome() -> dict[str, Any]:
    """Return what the audits find unequal, by rule and item; a fault may make them end in any error."""
    try:
        found = [check for audit in audits() for check in audit.checks]
    except Exception:
        return {FAILED: 0}
    return {f"{check.rule} {check.item}": [entry.form() for entry in check.unequal] for check in found}


def table(mutants: Iterable[Mutant]) -> list[dict[str, Any]]:
    """Return a row for each fault in a rule that the audits run: the checks that notice it, perhaps none."""
    with record() as ran:
        expected = outcome()
    rows = []
    for mutant in mutants:
        if mutant.rule not in ran or mutant.chapter in ARITHMETIC:
            continue
        try:
            with planted(mutant):
                found = outcome()
        except Unplantable:
            continue
        noticed = sorted(check for check in found.keys() | expected.keys() if found.get(check) != expected.get(check))
        about = {"name": mutant.name, "rule": mutant.rule, "description": mutant.description}
        rows.append({**about, "noticed_by": noticed if FAILED not in found else [FAILED]})
    return rows


def main(path: Path) -> None:
    """Write the table of all faults as JSON."""
    complete_registry()
    path.write_text(
        canonical.text_of({"format": 1, "revision": REVISION, "faults": table([*all_mutants().values(), *FAULTS])})
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
