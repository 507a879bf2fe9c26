"""The table of an epoch's input says what the reader accepts."""

from pathlib import Path
from typing import Any

import pytest

from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.epoch.example import example_json
from subtensor_spec.wire.epoch.parsing import parse_epoch_input

EXTENSION = Path(__file__).resolve().parents[2] / "docs" / "extension"

BOUNDS = {"u16": (0, 2**16 - 1), "u32": (0, 2**32 - 1), "u64": (0, 2**64 - 1), "i16": (-(2**15), 2**15 - 1)}


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module of the table."""
    pytest.importorskip("sphinx", reason="the site's own packages are not installed: pip install '.[docs]'")
    monkeypatch.syspath_prepend(str(EXTENSION))
    from subtensor_site import epoch_input

    return epoch_input


def accepted(**values: Any) -> bool:
    try:
        parse_epoch_input(example_json() | values)
    except InvalidInput:
        return False
    return True


def test_integers_have_the_ranges_that_the_table_says(table: Any) -> None:
    for name, field in table.FIELDS.items():
        if field.type in BOUNDS and name != "n":
            low, high = BOUNDS[field.type]
            assert [accepted(**{name: value}) for value in (low - 1, low, high, high + 1)] == [False, True, True, False]


def test_lists_have_the_lengths_and_ranges_that_the_table_says(table: Any) -> None:
    for name, field in table.FIELDS.items():
        if field.type == "list<u64>":
            assert accepted(**{name: [2**64 - 1] * 5})
            assert not accepted(**{name: [2**64] * 5})
            assert accepted(**{name: [0] * 6}) is (field.note != table.OF_N)


def test_the_reader_takes_exactly_the_fields_of_the_table(table: Any) -> None:
    assert set(table.FIELDS) == set(example_json())
    assert {field.type for field in table.FIELDS.values()} <= set(table.RANGES)
