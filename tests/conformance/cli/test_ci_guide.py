"""The recipes for CI can be pasted: no placeholder is in them, and every option is there."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from subtensor_conformance.cli import conform, report

ROOT = Path(__file__).resolve().parents[3]
GUIDE = (ROOT / "docs" / "guides" / "ci.md").read_text()
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", GUIDE, re.DOTALL)
CALL = re.compile(r"(?:subtensor-spec|run\.py) (conform|report merge) ((?:[^\n\\]|\\\n|\n +(?:--|'))*)")


def options_of(command: str) -> set[str]:
    found = conform.command if command == "conform" else report.merge_command
    return {option for parameter in found.params for option in parameter.opts}


def test_there_are_recipes_for_shell_github_and_gitlab() -> None:
    """Each is whole: it gets the project at a tag, and runs it."""
    assert [language for language, _ in BLOCKS].count("yaml") >= 4
    for word in ("## In any shell", "## On GitHub", "## On GitLab"):
        assert word in GUIDE
    gitlab = next(text for _, text in BLOCKS if "before_script" in text)
    assert "junit: junit.xml" in gitlab
    assert "conform --adapter" in gitlab


@pytest.mark.parametrize("block", [text for _, text in BLOCKS])
def test_nothing_is_to_be_replaced_before_it_can_be_pasted(block: str) -> None:
    """What differs from place to place is a variable of the CI system, and nobody's name stands for another."""
    assert not re.search(r"OWNER|YOUR|<[a-z-]+>|example\.(org|com)|github\.com", block)


def test_every_option_of_the_recipes_exists() -> None:
    """A recipe that asks for an option that is gone would fail at its first use."""
    calls = CALL.findall(GUIDE)
    assert len(calls) >= 5
    for command, rest in calls:
        given = set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest.split("```")[0]))
        assert given <= options_of(command), given - options_of(command)


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_the_plain_recipe_is_shell() -> None:
    """It is read by sh without complaint, and the script that it calls is there."""
    text = next(text for language, text in BLOCKS if language == "sh")
    assert subprocess.run(["sh", "-n"], input=text, text=True).returncode == 0
    assert (ROOT / "run.py").is_file()
    assert (ROOT / "conformance" / "action" / "action.yml").is_file()
