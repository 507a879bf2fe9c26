"""``conform`` from the outside: what is selected, what is printed and written, and with which exit status it ends."""

import json
import shlex
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.cli import main

TEMPLATE = Path(__file__).resolve().parents[3] / "conformance" / "templates" / "python" / "adapter.py"
ADAPTER = shlex.join([sys.executable, "-S", str(TEMPLATE)])

ONE = 2**32


def group(slug: str, rule: str, tier: str, *rows: list[Any], **more: Any) -> dict[str, Any]:
    return {
        "slug": slug,
        "rules": [rule],
        "why": "A product between two representable numbers goes to the lower one.",
        "catches": "Rounding toward zero or to the nearest.",
        "evidence": "two-paths",
        "tier": tier,
        "rows": list(rows),
        **more,
    }


def document(function: str, *groups: dict[str, Any]) -> dict[str, Any]:
    return {
        "kind": "arith",
        "format": 1,
        "id": f"arith/test/{function.replace('.', '-').replace('_', '-')}",
        "function": function,
        "signature": {"in": [["a", "I32F32"], ["b", "I32F32"]], "out": "I32F32"},
        "revisions": {"from": "r425", "until": None},
        "groups": list(groups),
    }


MUL = document(
    "i32f32.saturating_mul",
    group("floor", "FX-mul/floor", "smoke", ["minus-one", "-1", "1", {"ok": "-1"}], ["one", "1", "1", {"ok": "0"}]),
    group("limits", "FX-overflow/saturate", "core", ["top", str(2**62), str(2**62), {"ok": str(2**63 - 1)}]),
)
SUB = document("i32f32.saturating_sub", group("small", "FX-sub/exact", "full", ["one", "3", "2", {"ok": "1"}]))
WRONG = document("i32f32.saturating_mul", group("wrong", "FX-mul/floor", "smoke", ["half", "1", str(ONE), {"ok": "2"}]))


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Options that name two vector files of four rows."""
    options = []
    for number, content in enumerate((MUL, SUB)):
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(content))
        options += ["--file", str(path)]
    return options


@pytest.fixture
def wrong(tmp_path: Path) -> list[str]:
    """Options that name a file with one row that expects what is not so."""
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(WRONG))
    return ["--file", str(path)]


def conform(*options: str) -> Result:
    return CliRunner().invoke(main, ["conform", *options])


def ids(*options: str) -> list[str]:
    result = conform(*options, "--print-ids")
    assert result.exit_code == 0, result.output
    return [line.removeprefix("arith/test/i32f32-saturating-") for line in result.stdout.split()]


ALL = ["mul/floor/minus-one", "mul/floor/one", "mul/limits/top", "sub/small/one"]


@pytest.mark.parametrize(
    ("options", "selected"),
    [
        ([], ALL),
        (["--tier", "smoke"], ALL[:2]),
        (["--tier", "core"], ALL[:3]),
        (["--kind", "arith"], ALL),
        (["--rule", "FX-overflow/*"], ALL[2:3]),
        (["--rule", "FX-overflow/*", "--rule", "FX-sub/exact"], ALL[2:]),
        (["--id", "*/one"], [ALL[1], ALL[3]]),
        (["--id", "arith/test/i32f32-saturating-mul/limits/top"], ALL[2:3]),
        (["--rule", "FX-mul/floor", "--id", "*/one"], ALL[1:2]),
        (["--shard", "1/2"], [ALL[0], ALL[2]]),
        (["--shard", "2/2"], [ALL[1], ALL[3]]),
        (["--shard", "4/4"], ALL[3:]),
    ],
)
def test_selection(files: list[str], options: list[str], selected: list[str]) -> None:
    """Tier, kind, rule, id and shard each narrow what is taken; patterns of one option widen it."""
    assert ids(*files, *options) == selected


def test_shards_share_everything_out(files: list[str]) -> None:
    """Every case lies in exactly one shard."""
    parts = [ids(*files, "--shard", f"{part}/3") for part in (1, 2, 3)]
    assert sorted(case for part in parts for case in part) == sorted(ALL)


def test_a_list_takes_ids_and_what_lies_below_them(files: list[str], tmp_path: Path) -> None:
    """A line of a list is an id or the beginning of several; comments and blank lines are none."""
    path = tmp_path / "list.txt"
    prefix = "arith/test/i32f32-saturating-"
    path.write_text(f"# chosen\n{prefix}mul/floor\n\n{prefix}sub/small/one # yes\n")
    assert ids(*files, "--list", str(path)) == [*ALL[:2], ALL[3]]


def test_printed_ids_are_a_list(files: list[str], tmp_path: Path) -> None:
    """What --print-ids writes selects the same again."""
    path = tmp_path / "list.txt"
    path.write_text(conform(*files, "--tier", "core", "--print-ids").stdout)
    assert ids(*files, "--list", str(path)) == ALL[:3]


def test_both_built_in_paths_are_the_default(files: list[str]) -> None:
    """Without a target both are run, and the summary counts for each."""
    result = conform(*files)
    assert result.exit_code == 0, result.output
    for path in ("exact", "numpy"):
        assert f"subtensor-spec {path} 0.1.0: selected 4 / supported 4 / run 4 / pass 4" in result.stdout


@pytest.mark.parametrize("options", [["--jobs", "2"], ["--shuffle", "5"], ["--batch", "1"], []])
def test_an_adapter_is_run(files: list[str], options: list[str]) -> None:
    """An adapter answers what it has; the rest is unsupported and no failure, however it is asked."""
    result = conform(*files, "--adapter", ADAPTER, *options)
    assert result.exit_code == 0, result.output
    assert "ok     template 1: selected 4 / supported 3 / run 3 / pass 3" in result.stdout


@pytest.mark.parametrize("pattern", ["all", "FX-sub/*", "i32f32.saturating_sub", "arith", "arith/test/*"])
def test_what_is_required_must_be_supported(files: list[str], pattern: str) -> None:
    """A required case that is not offered makes the run fail; one that is offered does not."""
    result = conform(*files, "--adapter", ADAPTER, "--require", pattern)
    assert result.exit_code == 1
    assert "required but not supported: arith/test/i32f32-saturating-sub/small/one" in result.stdout
    assert conform(*files, "--adapter", ADAPTER, "--require", "FX-mul/*").exit_code == 0


def test_a_failure_tells_everything(wrong: list[str]) -> None:
    """Id, rule, why, both values in bits and decimals, and a command that repeats the case."""
    result = conform(*wrong, "--target", "exact")
    assert result.exit_code == 1
    for part in (
        "fail arith/test/i32f32-saturating-mul/wrong/half",
        "rule   FX-mul/floor",
        "why    A product between two representable numbers",
        "expect 2 (0.0000000005)",
        "got    1 (0.0000000002)",
        f"again  subtensor-spec conform --target exact {' '.join(wrong)} --tier smoke "
        "--id arith/test/i32f32-saturating-mul/wrong/half",
        "selected 1 / supported 1 / run 1 / pass 0",
    ):
        assert part in result.stdout, part


def known(folder: Path, *patterns: str) -> list[str]:
    path = folder / "known.json"
    path.write_text(json.dumps({"format": 1, "known": [{"id": each, "reason": "issue 12"} for each in patterns]}))
    return ["--known", str(path)]


def test_known_failures_do_not_count_and_unexpected_passes_are_told(
    files: list[str], wrong: list[str], tmp_path: Path
) -> None:
    """A failure on the list is reported and excused; a pass on the list is reported too."""
    result = conform(*files, *wrong, "--target", "exact", *known(tmp_path, "arith/test/*/wrong/*", "arith/test/*/one"))
    assert result.exit_code == 0, result.output
    assert "known failures: 1" in result.stdout
    assert "unexpected pass: arith/test/i32f32-saturating-mul/floor/one (known: issue 12)" in result.stdout
    assert conform(*wrong, "--target", "exact", *known(tmp_path, "arith/other/*")).exit_code == 1


def test_reports_are_written(files: list[str], wrong: list[str], tmp_path: Path) -> None:
    """Every form of report is written where it is asked for, and tells the same."""
    folder = tmp_path / "reports"
    result = conform(
        *files, *wrong, "--target", "numpy", "--junit", str(folder / "j.xml"), "--html", str(folder / "site"),
        "--markdown", str(folder / "s.md"), "--json", str(folder / "r.json"),
    )  # fmt: skip
    assert result.exit_code == 1
    (run,) = json.loads((folder / "r.json").read_text())["runs"]
    assert run["summary"] == {"selected": 5, "supported": 5, "run": 5, "pass": 4}
    assert ElementTree.parse(folder / "j.xml").find("testsuite/testcase/failure") is not None
    assert "does not conform" in (folder / "site" / "index.html").read_text()
    assert "### ❌ subtensor-spec numpy" in (folder / "s.md").read_text()


def test_json_on_standard_output_stands_alone(files: list[str]) -> None:
    """With --json - the report is all that standard output holds."""
    result = conform(*files, "--target", "exact", "--json", "-")
    assert json.loads(result.stdout)["ok"] is True
    assert "selected 4" in result.stderr


def test_reports_of_shards_merge(files: list[str], tmp_path: Path) -> None:
    """Two shards merged are the whole run; --check makes of a failure in one of them an exit status."""
    paths = [str(tmp_path / f"shard-{part}.json") for part in (1, 2)]
    for part, path in enumerate(paths, 1):
        assert conform(*files, "--target", "exact", "--shard", f"{part}/2", "--json", path).exit_code == 0
    result = CliRunner().invoke(main, ["report", "merge", *paths, "-o", str(tmp_path / "all.json"), "--check"])
    assert result.exit_code == 0, result.output
    assert "selected 4 / supported 4 / run 4 / pass 4" in result.stdout
    (run,) = json.loads((tmp_path / "all.json").read_text())["runs"]
    assert [len(names) for group in run["folded"] for names in group["ids"].values()] == [2, 1, 1]


def test_check_fails_on_a_report_that_does_not_conform(wrong: list[str], tmp_path: Path) -> None:
    """Without --check merging succeeds whatever was found."""
    path = str(tmp_path / "r.json")
    conform(*wrong, "--target", "exact", "--json", path)
    assert CliRunner().invoke(main, ["report", "merge", path]).exit_code == 0
    assert CliRunner().invoke(main, ["report", "merge", path, "--check"]).exit_code == 1


@pytest.mark.parametrize(
    ("options", "status", "text"),
    [
        (["--id", "no/such"], 1, "--id: no/such matches no vector"),
        (["--rule", "FX-no/such"], 1, "--rule: FX-no/such matches nothing"),
        (["--adapter", "'open"], 1, "cannot be split into words"),
        (["--adapter", " "], 1, "names no program"),
        (["--adapter", "x", "--target", "exact"], 2, "exclude each other"),
        (["--shard", "5/4"], 2, "is not i/n"),
        (["--shard", "0/4"], 2, "is not i/n"),
        (["--tier", "huge"], 2, "huge"),
        (["--kind", "dance"], 2, "dance"),
        (["--list", "no-such-file"], 2, "does not exist"),
        (["--known", "no-such-file"], 2, "does not exist"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(files: list[str], options: list[str], status: int, text: str) -> None:
    """A wrong selection or option ends with a line that says so, and no traceback."""
    result = conform(*files, *options)
    assert result.exit_code == status
    assert text in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("{", "is not JSON"),
        ("[]", "has kind null"),
        (json.dumps({**MUL, "colour": 1}), "colour"),
        (json.dumps({**MUL, "kind": "dance"}), 'has kind "dance"'),
        (json.dumps(MUL).replace('"-1"', "1.5"), "1.5"),
    ],
)
def test_a_bad_vector_file_is_one_clear_line(tmp_path: Path, content: str, text: str) -> None:
    """A file that is no vector is refused with its name and what is wrong."""
    path = tmp_path / "bad.json"
    path.write_text(content)
    result = conform("--file", str(path))
    assert result.exit_code == 1
    assert text in result.stderr
    assert str(path) in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_bad_list_of_known_failures_is_one_clear_line(files: list[str], tmp_path: Path) -> None:
    """A known failure needs a reason."""
    path = tmp_path / "known.json"
    path.write_text('{"format": 1, "known": [{"id": "a"}]}')
    result = conform(*files, "--known", str(path))
    assert result.exit_code == 1
    assert "'reason' is a required property" in result.stderr


def test_an_unknown_revision_of_the_published_vectors_is_refused() -> None:
    """The vectors say which revisions they know."""
    result = conform("--revision", "r1")
    assert result.exit_code == 1
    assert "r1 is unknown" in result.stderr


def test_an_adapter_that_is_not_there_is_one_line(files: list[str]) -> None:
    """Nothing is passed silently when nothing could be asked, and no case is blamed."""
    result = conform(*files, "--adapter", "no-such-adapter-anywhere")
    assert result.exit_code == 1
    assert "cannot start no-such-adapter-anywhere" in result.stdout
    assert "it did not start: none of 4 was asked" in result.stdout
    assert len(result.stdout.strip().splitlines()) == 3
