"""The published vectors through the front door: both built-in paths, a template, and a list."""

import shlex
import sys
import time
from pathlib import Path

from click.testing import CliRunner, Result

from subtensor_conformance.cli import main
from subtensor_conformance.vectors import published

TEMPLATE = Path(__file__).resolve().parents[3] / "conformance" / "templates" / "python" / "adapter.py"
ADAPTER = shlex.join([sys.executable, "-S", str(TEMPLATE)])

SMOKE_WITHIN = 2.0
SLACK = 3
"""The machine that runs the tests may be slower than the one that the promise is for, and busy besides."""


def conform(*options: str) -> Result:
    return CliRunner().invoke(main, ["conform", *options])


def test_the_smoke_tier_passes_on_both_paths_and_is_quick() -> None:
    """Every vector of the smoke tier passes on the exact path, and on the numpy path where it has the function."""
    conform("--tier", "smoke", "--target", "numpy", "--id", "epoch/*")
    started = time.process_time()
    result = conform("--tier", "smoke")
    seconds = time.process_time() - started
    assert result.exit_code == 0, result.output
    assert result.stdout.count("ok     subtensor-spec") == 2
    assert seconds < SMOKE_WITHIN * SLACK


def test_a_template_passes_what_it_has_and_says_what_it_has_not() -> None:
    """The five functions of the Python template pass every vector up to tier core."""
    selected = ("--adapter", ADAPTER, "--tier", "core", "--id", "arith/i32f32/*", "--id", "arith/emission/*")
    result = conform(*selected, "--require", "emission.block_emission_for_issuance")
    assert result.exit_code == 0, result.output
    assert "unsupported" in result.stdout
    required = conform(*selected, "--require", "i32f32.*")
    assert required.exit_code == 1
    assert "required but not supported: arith/i32f32" in required.stdout


def test_a_published_list_selects_what_it_names() -> None:
    """The list of a tier and the tier itself are the same selection."""
    listed = conform("--tier", "stress", "--list", str(published() / "lists" / "smoke.txt"), "--print-ids")
    tier = conform("--tier", "smoke", "--print-ids")
    assert listed.exit_code == tier.exit_code == 0
    assert listed.stdout == tier.stdout
