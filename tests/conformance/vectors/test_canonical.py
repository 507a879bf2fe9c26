"""The canonical text of a document says the same as the document, in lines that a reader wants."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_conformance.vectors.canonical import WIDTH, text_of

PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
JSON_VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)
)


@given(JSON_VALUES)
@settings(max_examples=150)
def test_the_text_reads_back_as_the_value(value: object) -> None:
    """Reading the canonical text gives the value, and writing that again gives the same text."""
    text = text_of(value)
    assert json.loads(text) == value
    assert text_of(json.loads(text)) == text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_row_is_one_line() -> None:
    """A list inside a list stands on one line, however long; a list of plain values does too."""
    rows = [["slug", "1" * 200, {"ok": "2"}], ["other", "3", {"none": True}]]
    lines = text_of({"rows": rows, "plain": ["4" * 200, "5"]}).splitlines()
    assert len(lines) == 7
    assert lines[2].strip() == json.dumps(rows[0]) + ","


def test_a_short_object_is_one_line() -> None:
    """What fits the width is not broken up."""
    assert text_of({"a": {"b": [1, 2]}}) == '{"a": {"b": [1, 2]}}\n'
    assert text_of({"a": "x" * WIDTH}).count("\n") == 3
