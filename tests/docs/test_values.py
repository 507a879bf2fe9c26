"""Values of vectors for readers: decimals, words, and bits where they differ from what is shown."""

from pathlib import Path
from typing import Any

import pytest

EXTENSION = Path(__file__).resolve().parents[2] / "docs" / "extension"


@pytest.fixture
def values(monkeypatch: pytest.MonkeyPatch) -> Any:
    pytest.importorskip("sphinx", reason="the site's own packages are not installed: pip install '.[docs]'")
    monkeypatch.syspath_prepend(str(EXTENSION))
    from subtensor_site import values

    return values


@pytest.mark.parametrize(
    ("type_text", "value", "shown", "bits"),
    [
        ("I32F32", "6442450944", "1.5", "6442450944"),
        ("u16", 65535, "65 535", ""),
        ("u64", "9999", "9999", ""),
        ("i64", "-10000", "-10 000", ""),
        ("bool", True, "yes", ""),
        ("text", "0.50", "0.50", ""),
        ("f64", str(0x7FF0 << 48), "inf", str(0x7FF0 << 48)),
        ("f32", str(0x3FC00000), "1.5", str(0x3FC00000)),
        ("option<I32F32>", None, "none", ""),
        ("option<I32F32>", "1", "0.0000000002", "1"),
        ("list<U64F64>", ["18446744073709551616", "0"], "[1, 0]", "[18446744073709551616, 0]"),
        ("sparse<I32F32>", [[], [[3, "4294967296"]]], "[[], [(3, 1)]]", "[[], [[3, 4294967296]]]"),
        ("tuple<bool,u64>", [False, "12345"], "(no, 12 345)", ""),
    ],
)
def test_a_value_is_shown_as_a_reader_would_write_it(
    values: Any, type_text: str, value: Any, shown: str, bits: str
) -> None:
    assert values.decimal(type_text, value).replace(values.NARROW_SPACE, " ") == shown
    assert values.bits(type_text, value) == bits


def test_a_state_is_shown_item_by_item_and_what_is_nothing_is_left_out(values: Any) -> None:
    state = {"block": "7", "root_tao": "0", "parents": [], "subnets": [{"netuid": 4, "price": "9223372036854775808"}]}
    assert list(values.rows_of("state", "json", state)) == [
        ["block", "7", ""],
        ["subnet 4: price", "0.5", "9223372036854775808"],
    ]


def test_answers_without_a_type_are_shown_part_by_part(values: Any) -> None:
    assert list(values.rows_of("answer", "json", {"paid_in": "5", "cut": False})) == [
        ["answer: paid_in", "5", ""],
        ["answer: cut", "no", ""],
    ]
    steps = [{"r": None, "state": {"shares": [[1, ["5", "-1"]]]}}]
    assert list(values.rows_of("answer", "json", steps)) == [["answer 1", "r none, state shares [[1, [5, -1]]]", ""]]
