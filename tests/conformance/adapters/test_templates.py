"""Each template is a working adapter: the runner finds nothing wrong with it, where its language is installed."""

import itertools
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.adapters.paths import ExactPath
from subtensor_conformance.adapters.program import Program
from subtensor_conformance.cli import main
from subtensor_conformance.functions import find
from subtensor_conformance.protocol.lines import decode_line, encode_line
from subtensor_conformance.runner.run import run
from subtensor_conformance.runner.task import plan
from subtensor_conformance.runner.verdict import Verdict
from subtensor_conformance.vectors.case import Case

TEMPLATES = Path(__file__).resolve().parents[3] / "conformance" / "templates"

EDGES = [0, 1, -1, 2, -3, 2**31, 2**32, 2**32 + 1, -(2**32), -(2**33) - 1, 3 * 2**61, 2**63 - 1, -(2**63)]
THRESHOLDS = [21 * 10**15 - 21 * 10**15 // 2**halvings for halvings in range(34)]
ISSUANCES = sorted({min(max(0, point + step), 2**64 - 1) for point in [*THRESHOLDS, 2**64] for step in (-1, 0, 1)})
PAIRS = list(itertools.product(EDGES, repeat=2))
SWAPPED = ("UidsLengthExceedUidsInSubNet", "NeuronNoValidatorPermit")
QUESTIONS = {
    "i32f32.saturating_add": PAIRS,
    "i32f32.saturating_mul": PAIRS,
    "i32f32.saturating_div": PAIRS,
    "i32f32.safe_div": PAIRS,
    "emission.block_emission_for_issuance": [(issuance,) for issuance in ISSUANCES],
    "i32f32.saturating_sub": PAIRS[:3],
}


def cases() -> list[Case]:
    """Return the questions with the exact path's outcomes."""
    found = []
    for name, questions in QUESTIONS.items():
        function = find(name)
        assert function is not None
        rows = [[str(number) for number in question] for question in questions]
        for place, (row, answer) in enumerate(zip(rows, ExactPath().evaluate(function, rows, raw=False), strict=True)):
            slug = f"arith/template/{name.replace('.', '-')}/row-{place}"
            found.append(Case("arith", slug, "core", (), "", "", "", ("r425",), row, dict([answer]), name, laws=()))
    return found


def python_template(_folder: Path) -> list[str]:
    return [sys.executable, str(TEMPLATES / "python" / "adapter.py")]


def rust_template(folder: Path) -> list[str]:
    if not shutil.which("cargo"):
        pytest.skip("cargo is not installed")
    source = folder / "rust"
    shutil.copytree(TEMPLATES / "rust", source, ignore=shutil.ignore_patterns("target"))
    subprocess.run(["cargo", "build", "--release", "--offline", "--quiet"], cwd=source, check=True)
    return [str(source / "target" / "release" / "adapter")]


def typescript_template(folder: Path) -> list[str]:
    node = shutil.which("node")
    if not node:
        pytest.skip("Node.js is not installed")
    source = TEMPLATES / "typescript" / "adapter.ts"
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    numbers = [int(part) for part in re.findall(r"\d+", version)[:2]]
    if numbers >= [22, 18]:
        return [node, str(source)]
    compiler = shutil.which("tsc")
    if not compiler:
        pytest.skip(f"Node.js {version.strip()} does not run TypeScript, and tsc is not installed")
    options = ["--target", "es2022", "--module", "nodenext", "--noCheck", "--outDir", str(folder)]
    (folder / "package.json").write_text('{"type": "module"}')
    shutil.copy(source, folder)
    subprocess.run([compiler, *options, str(folder / "adapter.ts")], cwd=folder, capture_output=True)
    return [node, str(folder / "adapter.js")]


@pytest.fixture(params=[python_template, rust_template, typescript_template], ids=["python", "rust", "typescript"])
def command(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """The command of each template, built if need be."""
    return list(request.param(tmp_path))


def test_the_template_conforms(command: list[str]) -> None:
    """Every answer at the edges of the five functions is right, and what the template does not have is unsupported."""
    questions = cases()
    outcome = run(plan(questions), lambda: Program(command))
    assert outcome.implementation is not None
    assert outcome.implementation.name == "template"
    assert outcome.incidents == []
    for case in questions:
        expected = Verdict.UNSUPPORTED if case.function == "i32f32.saturating_sub" else Verdict.PASS
        assert outcome.findings[case.id].verdict is expected, outcome.findings[case.id]


def test_the_template_keeps_its_manners(command: list[str]) -> None:
    """Unknown methods and functions are unsupported, unknown fields ignored, odd ids returned as they came."""
    odd = 'a "quoted" \\ id\n with é, \U0001f600 and \x01'
    requests = [
        {"seq": 0, "method": "dance", "steps": [1, {"a": [None, True, False]}]},
        {"seq": 1, "method": "arith", "revision": "r425", "function": "no.such", "rows": [], "note": {"x": [-1]}},
        {"seq": 2, "method": "arith", "revision": "r425", "function": "i32f32.safe_div", "rows": [[odd, ["6", "3"]]]},
        {"seq": 3, "method": "arith", "revision": "r425", "function": "i32f32.safe_div", "rows": [["bad", ["x", "3"]]]},
        {"seq": 4, "method": "bye"},
    ]
    done = subprocess.run(command, input=b"".join(map(encode_line, requests)), capture_output=True, check=True)
    dance, unknown, known, bad, bye = [decode_line(line) for line in done.stdout.splitlines()]
    assert dance == {"seq": 0, "unsupported": True}
    assert unknown == {"seq": 1, "unsupported": True}
    assert known == {"seq": 2, "results": [[odd, {"ok": str(2**33)}]]}
    assert "error" in bad["results"][0][1]
    assert bye == {"seq": 4}


@pytest.fixture(scope="module")
def go_template(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command of the template in Go, which answers one call."""
    if not shutil.which("go"):
        pytest.skip("Go is not installed")
    built = tmp_path_factory.mktemp("go") / "adapter"
    subprocess.run(["go", "build", "-o", str(built)], cwd=TEMPLATES / "go", check=True)
    return [str(built)]


def conform(command: list[str], *arguments: str) -> Result:
    arguments = ("conform", "--adapter", shlex.join(command), "--kind", "op", *arguments)
    return CliRunner().invoke(main, list(arguments))


def test_the_call_in_go_passes_every_vector_of_it_and_offers_no_other(go_template: list[str]) -> None:
    result = conform(go_template, "--id", "op/subtensor-module/set-weights/*", "--require", "all")
    assert result.exit_code == 0, result.output
    passed = re.search(r"selected (\d+) / supported (\d+) / run (\d+) / pass (\d+)", result.output)
    assert passed is not None
    assert len(set(passed.groups())) == 1
    assert int(passed[1]) > 20
    other = conform(go_template, "--id", "op/subtensor-module/start-call/*", "--require", "all")
    assert other.exit_code != 0
    assert "supported 0" in other.output


def test_a_fault_in_the_call_in_go_is_noticed(tmp_path: Path, go_template: list[str]) -> None:
    """The vectors are not passed by chance: with two checks in the other order they fail."""
    source = tmp_path / "go"
    shutil.copytree(TEMPLATES / "go", source)
    checks = source / "weights.go"
    lines = checks.read_text().splitlines(keepends=True)
    sizes, permit = (next(n for n, line in enumerate(lines) if f".{error}" in line) for error in SWAPPED)
    lines[sizes], lines[permit] = lines[permit], lines[sizes]
    checks.write_text("".join(lines))
    subprocess.run(["go", "build", "-o", "adapter"], cwd=source, check=True)
    assert go_template
    assert conform([str(source / "adapter")], "--id", "op/subtensor-module/set-weights/*").exit_code == 1


FILES = sorted({*TEMPLATES.rglob("*.[prt][yst]*"), *TEMPLATES.rglob("*.go")})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_template_can_be_read_at_a_sitting(path: Path) -> None:
    """No file of a template is longer than a few screens."""
    assert len(path.read_text().splitlines()) <= 200
