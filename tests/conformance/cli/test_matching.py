"""What an option names must be there; the command that a report tells can be pasted."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.cli import main
from subtensor_conformance.cli.called import VARIABLE, program_name

ROW = "arith/i32f32/saturating-mul"
RUN = Path(__file__).resolve().parents[3] / "run.py"


def call(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--rule", "FX-mul/flor"), "--rule: FX-mul/flor matches nothing; near it"),
        (("--rule", "FX-mul/floor", "--rule", "QQ-*"), "--rule: QQ-* matches nothing"),
        (("--id", "arith/i32f32/saturating-mull"), "--id: arith/i32f32/saturating-mull matches no vector; near it"),
        (("--id", f"{ROW}/*", "--id", "epoch/nothing/*"), "--id: epoch/nothing/* matches no vector"),
        (("--id", f"{ROW}/*", "--kind", "arith", "--kind", "epoch"), "--kind: epoch has no vector in tier full"),
        (("--id", f"{ROW}/*", "--require", "i32f32.saturating_mull"), "is no id, rule, kind or function; near it"),
        (("--id", f"{ROW}/*", "--require", "all", "--require", "YC-stake/share"), "; near it"),
    ],
)
def test_what_matches_nothing_is_refused_with_the_nearest(options: tuple[str, ...], complaint: str) -> None:
    """Each pattern of each option must take something, however much the others take."""
    result = call("conform", *options, "--print-ids")
    assert result.exit_code == 1
    assert complaint in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_what_is_there_and_not_selected_is_told_apart() -> None:
    """A rule of another tier exists; it has no vector in this one."""
    tiers = json.loads(call("vectors", "list", "--id", f"{ROW}/*", "--json").stdout)
    slow = next(each for each in tiers if each["tier"] != "smoke")
    result = call("conform", "--id", slow["id"], "--tier", "smoke", "--print-ids")
    assert f"{slow['id']} has no vector in tier smoke" in result.stderr


def test_what_must_be_supported_need_not_be_selected() -> None:
    """A shard or a quick tier may hold nothing of it."""
    options = ("--require", "YC-*", "--require", "epoch", "--require", "i64f64.*")
    assert call("conform", "--id", f"{ROW}/*", *options, "--print-ids").exit_code == 0


def test_each_line_of_a_list_is_there(tmp_path: Path) -> None:
    """A line that stands for nothing any more is told, with its nearest; one that only this tier lacks is not."""
    path = tmp_path / "list.txt"
    path.write_text(f"{ROW}\n{ROW}/no-such-group\n")
    result = call("conform", "--list", str(path), "--print-ids")
    assert result.exit_code == 1
    assert f"--list: {ROW}/no-such-group is no vector and begins none" in result.stderr
    path.write_text(f"{ROW}\nepoch/large\n")
    assert call("conform", "--list", str(path), "--tier", "smoke", "--print-ids").exit_code == 0


def test_each_known_failure_is_of_a_vector(tmp_path: Path) -> None:
    """A pattern of an id that is not there excuses nothing."""
    path = tmp_path / "known.json"
    for pattern, status in ((f"{ROW}/*", 0), ("epoch/plain/*", 0), ("arith/i32f32/saturating-mil/*", 1)):
        path.write_text(json.dumps({"format": 1, "known": [{"id": pattern, "reason": "issue 12"}]}))
        result = call("conform", "--id", f"{ROW}/*", "--target", "exact", "--known", str(path))
        assert result.exit_code == status, result.output
    assert "arith/i32f32/saturating-mil/* matches no vector; near it" in result.stderr


def test_the_command_to_ask_again_can_be_pasted(tmp_path: Path) -> None:
    """It keeps the file, the manner of asking and the name by which the program was called."""
    path = tmp_path / "a file.json"
    row = ["half", "1", "4294967296", {"ok": "2"}]
    group = {
        "slug": "wrong",
        "rules": ["FX-mul/floor"],
        "why": "It is wrong on purpose, to be told.",
        "catches": "Everything.",
    }
    document = {
        "kind": "arith",
        "format": 1,
        "id": "arith/test/wrong",
        "function": "i32f32.saturating_mul",
        "signature": {"in": [["a", "I32F32"], ["b", "I32F32"]], "out": "I32F32"},
        "revisions": {"from": "r425", "until": None},
        "groups": [{**group, "evidence": "two-paths", "tier": "core", "rows": [row]}],
    }
    path.write_text(json.dumps(document))
    words = [sys.executable, "-m", "subtensor_conformance", "conform", "--target", "exact", "--file", str(path)]
    first = subprocess.run([*words, "--deadline", "7"], capture_output=True, text=True, timeout=60)
    assert first.returncode == 1, first.stdout + first.stderr
    (line,) = [line for line in first.stdout.splitlines() if line.startswith("  again")]
    again = shlex.split(line.removeprefix("  again"))
    assert again[3:] == [
        *("conform", "--target", "exact", "--file", str(path), "--deadline", "7"),
        *("--tier", "core", "--id", "arith/test/wrong/wrong/half"),
    ]
    assert again[1:3] == ["-m", "subtensor_conformance"]
    second = subprocess.run(again, capture_output=True, text=True, timeout=60)
    assert (second.returncode, "1 failure; selected 1" in second.stdout) == (1, True)


def test_the_program_is_named_as_it_was_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a script on the path, as a script elsewhere, or by the program that runs it."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(sys, "argv", ["/some where/subtensor-spec", "conform"])
    assert program_name() == "'/some where/subtensor-spec'"
    monkeypatch.setattr(sys, "argv", ["pytest"])
    assert program_name() == "subtensor-spec"
    monkeypatch.setenv(VARIABLE, "python3 run.py")
    assert program_name() == "python3 run.py"
    assert VARIABLE in RUN.read_text()
