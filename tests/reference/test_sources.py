"""Digests of production functions: blind to moving and indenting, awake to any edit."""

from pathlib import Path

import pytest

from subtensor_spec import sources
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import SAFE_BIGMATH, SUBSTRATE_FIXED, SUBTENSOR, Rule

RUST = '''
// fn add() { not code }
pub fn add(a: u32, b: u32) -> u32 {
    let brace = '{'; let text = "}"; /* } */
    if a > b { a } else { b }
}

macro_rules! twice { ($x:expr) => { $x + $x }; }
trait Shape { fn area(&self) -> u32; }
impl Shape for Square { fn area(&self) -> u32 { self.side } }
'''


def test_moving_and_indenting_is_no_change() -> None:
    moved = "// a new line\n" + "\n".join("    " + line for line in RUST.splitlines())
    for name in ("add", "twice", "area"):
        assert sources.digest(RUST, name) == sources.digest(moved, name) is not None


@pytest.mark.parametrize(("old", "new"), [("a > b", "a >= b"), ('"}"', '"{"'), ("else { b }", "else { a }")])
def test_any_edit_of_the_body_is_a_change(old: str, new: str) -> None:
    assert sources.digest(RUST, "add") != sources.digest(RUST.replace(old, new), "add")


def test_braces_in_text_and_comments_do_not_end_a_function() -> None:
    edited_after = RUST.replace("macro_rules! twice", "macro_rules! thrice")
    assert sources.digest(RUST, "add") == sources.digest(edited_after, "add")


def test_a_missing_function_has_no_digest() -> None:
    assert sources.digest(RUST, "subtract") is None


def test_stale_rules_are_those_whose_source_changed_or_is_gone(tmp_path: Path) -> None:
    def stated() -> None:
        """A rule."""

    (tmp_path / "math.rs").write_text(RUST)
    rule = Rule("XX-a/b", stated, (SUBTENSOR("math.rs", "add"), SUBTENSOR("math.rs", "gone")), ("r425",))
    measured = sources.measure([rule], {SUBTENSOR.name: tmp_path})
    pinned = {"opentensor/subtensor:math.rs:add": measured["opentensor/subtensor:math.rs:add"] or ""}
    found = [(item.source.function, item.why) for item in sources.stale([rule], measured, pinned)]
    assert found == [("gone", "not found")]
    (tmp_path / "math.rs").write_text(RUST.replace("a > b", "a < b"))
    measured = sources.measure([rule], {SUBTENSOR.name: tmp_path})
    assert [item.why for item in sources.stale([rule], measured, pinned)] == ["changed", "not found"]


def test_a_checkout_that_is_no_folder_is_one_clear_complaint(tmp_path: Path) -> None:
    rule = Rule("XX-a/b", lambda: None, (SUBTENSOR("math.rs", "add"),), ("r425",))
    with pytest.raises(InvalidInput, match="is not a folder"):
        sources.measure([rule], {SUBTENSOR.name: tmp_path / "absent"})


def test_every_cited_production_function_is_pinned() -> None:
    pinned = sources.pinned_digests()
    cited = {source for rule in complete_registry().values() for source in rule.sources if sources.is_digested(source)}
    assert {sources.key(source) for source in cited} == pinned.keys()
    assert {SUBTENSOR.name, SUBSTRATE_FIXED.name, SAFE_BIGMATH.name} == {source.repository for source in cited}


def test_constants_and_types_are_definitions_too() -> None:
    text = "pub const Deposit: u64 = 500;\ntype Filter = (Calls<{ 1 }>, Other);\nfn filter() {}"
    assert sources.digest(text, "Deposit") != sources.digest(text.replace("500", "501"), "Deposit") is not None
    assert sources.digest(text, "Filter") != sources.digest(text.replace("Other", "Another"), "Filter") is not None
