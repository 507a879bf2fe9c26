"""Numbers that commands print can be typed back: thousands are set apart by underscores, everywhere."""

import re
from pathlib import Path

import pytest

import subtensor_conformance.cli
import subtensor_spec.cli
from subtensor_spec.chain.units import grouped, parse_amount

FILES = [
    file
    for package in (subtensor_spec.cli, subtensor_conformance.cli)
    for folder in package.__path__
    for file in Path(folder).rglob("*.py")
    if not file.stem.endswith("_picture")
]

OTHER_GROUPING = re.compile(r"""\{[^{}"']*:[^{}"']*,[.\w]*\}|replace\(",", " "\)""")
"""A format that sets thousands apart by commas, or makes spaces of them; pictures are not typed back."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_command_groups_digits_in_another_way(file: Path) -> None:
    lines = [line for line in file.read_text().splitlines() if line.lstrip().startswith(("f\"", "return f", "yield f"))]
    assert [line for line in lines if OTHER_GROUPING.search(line)] == []


def test_the_pattern_finds_what_it_looks_for() -> None:
    assert OTHER_GROUPING.search('return f"{rao:,}"')
    assert OTHER_GROUPING.search('return f"{rao / 2:,.1f}".replace(",", " ")')
    assert not OTHER_GROUPING.search('return f"{rao:_.1f}, {other}"')


def test_a_grouped_number_is_read_again() -> None:
    assert parse_amount(grouped(12_345_678)) == 12_345_678
