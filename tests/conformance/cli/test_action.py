"""The GitHub action hands its inputs on word by word, reports, and fails when it should."""

import os
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ACTION = Path(__file__).resolve().parents[3] / "conformance" / "action"
BASH = shutil.which("bash")

pytestmark = pytest.mark.skipif(BASH is None, reason="bash is not installed")

STUB = """#!/usr/bin/env bash
printf '%s\\n' "$@" > "$REPORT/arguments"
[[ $VERDICT == broken ]] || echo '{}' > "$REPORT/report.json"
[[ $VERDICT == pass ]]
"""


def run(folder: Path, verdict: str = "pass", **inputs: str) -> tuple[int, list[str], str]:
    """Run the action's script with a stub in the place of the command; return status, arguments and outputs."""
    stub = folder / "stub"
    stub.write_text(STUB)
    stub.chmod(stub.stat().st_mode | stat.S_IXUSR)
    environment = {
        "PATH": os.environ["PATH"],
        "SUBTENSOR_SPEC": str(stub),
        "REPORT": str(folder / "the report"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "GITHUB_OUTPUT": str(folder / "output"),
        "VERDICT": verdict,
        "ADAPTER": "./adapter --fast",
        "TIER": "core",
        **inputs,
    }
    done = subprocess.run([str(BASH), str(ACTION / "run.sh")], env=environment, capture_output=True, text=True)
    assert done.stderr == ""
    arguments = (folder / "the report" / "arguments").read_text().splitlines()
    return done.returncode, arguments, (folder / "output").read_text()


def test_inputs_become_options(tmp_path: Path) -> None:
    """The adapter stays one word, each line of a list becomes an option, the reports go where they are kept."""
    status, arguments, outputs = run(
        tmp_path, REQUIRE="i32f32.*\n\nall\n", SELECT="--rule YC-*\n--shard 2/4", KNOWN="my known.json"
    )
    assert status == 0
    folder = str(tmp_path / "the report")
    assert arguments == [
        *("conform", "--adapter", "./adapter --fast", "--tier", "core"),
        *("--known", "my known.json", "--require", "i32f32.*", "--require", "all", "--rule", "YC-*", "--shard", "2/4"),
        *("--json", f"{folder}/report.json", "--junit", f"{folder}/junit.xml", "--html", folder),
        *("--markdown", str(tmp_path / "summary.md")),
    ]
    assert outputs == f"conforms=true\nreport={folder}\n"


def test_inputs_are_never_run(tmp_path: Path) -> None:
    """What looks like a command in an input stays text."""
    _, arguments, _ = run(tmp_path, ADAPTER="$(touch hacked); `touch hacked`", SELECT="--id $(touch hacked)")
    assert "$(touch hacked); `touch hacked`" in arguments
    assert "$(touch hacked)" in arguments
    assert not Path("hacked").exists()


@pytest.mark.parametrize(
    ("verdict", "fail", "status", "conforms"),
    [
        ("pass", "true", 0, "true"),
        ("fail", "true", 1, "false"),
        ("fail", "false", 0, "false"),
        ("broken", "false", 1, "false"),
    ],
)
def test_the_step_fails_as_asked(tmp_path: Path, verdict: str, fail: str, status: int, conforms: str) -> None:
    """A verdict fails the step unless that is switched off; a run that left no report always does."""
    found, _, outputs = run(tmp_path, verdict, FAIL=fail)
    assert found == status
    assert f"conforms={conforms}\n" in outputs


def test_the_action_hands_over_every_input_by_name() -> None:
    """Each input of the script is set by the action, and no input is spliced into a script."""
    action = (ACTION / "action.yml").read_text()
    script = (ACTION / "run.sh").read_text()
    wanted = set(re.findall(r"\$\{?([A-Z]+)\b", script)) - {"GITHUB"}
    given = set(re.findall(r"^        ([A-Z_]+): ", action, re.MULTILINE))
    assert {name for name in wanted if not name.startswith("SUBTENSOR")} <= given
    for block in re.findall(r"run: (?:\|\n((?: {8}.*\n)+)|(.*)\n)", action):
        assert "${{" not in "".join(block)
