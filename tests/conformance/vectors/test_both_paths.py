"""Every published vector, up to the tier ``full``, passes on both built-in paths."""

import json

import pytest
from click.testing import CliRunner

from subtensor_conformance.cli import main

PARTS = {
    "fixed-point": ("--id", "arith/i*", "--id", "arith/u*"),
    "other-functions": ("--kind", "arith", "--id", "arith/[!iu]*"),
    "epochs-and-laws": ("--kind", "epoch", "--kind", "law"),
}


@pytest.mark.parametrize("path", ["exact", "numpy"])
@pytest.mark.parametrize("part", PARTS)
def test_every_vector_passes(part: str, path: str) -> None:
    """No vector fails; what the numpy path does not have is the only thing that is not run."""
    result = CliRunner().invoke(main, ["conform", "--target", path, "--tier", "full", "--json", "-", *PARTS[part]])
    assert result.exit_code == 0, result.output[-2000:]
    (run,) = json.loads(result.stdout)["runs"]
    counts = run["summary"]
    assert counts["pass"] == counts["run"] == counts["supported"] > 500
    if path == "exact":
        assert counts["run"] == counts["selected"]
