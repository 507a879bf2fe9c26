"""The revisions are in order, pinned in full, and the current one is the one that rules cite."""

import pytest

from subtensor_spec.catalogue import complete_registry
from subtensor_spec.chain.revisions import CURRENT, KNOWN, LATER, REVISIONS, revision
from subtensor_spec.chain.state import State
from subtensor_spec.chain.switches import Switch, declared_switches
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import SUBTENSOR, stated_by

REGISTRY = complete_registry()


def test_revisions_are_in_order_of_date_and_of_spec_version() -> None:
    assert [entry.date for entry in KNOWN] == sorted(entry.date for entry in KNOWN)
    assert [f"r{entry.spec_version}" for entry in KNOWN] == [entry.name for entry in KNOWN]
    assert all(len(entry.commit) == 40 for entry in KNOWN)
    assert (*REVISIONS, *LATER) == KNOWN


def test_rules_cite_the_current_revision() -> None:
    assert SUBTENSOR.commit == CURRENT.commit == revision("r425").commit
    assert State().revision is CURRENT


def test_only_what_comes_after_the_current_revision_is_specified_in_part() -> None:
    assert all(entry.chapters is None for entry in REVISIONS)
    assert all(entry.chapters and entry.unspecified and entry.spec_version > CURRENT.spec_version for entry in LATER)


def test_an_unknown_revision_is_one_clear_complaint() -> None:
    known = "r257, r273, r362, r401, r425, r432, r440, r441, r446"
    with pytest.raises(InvalidInput, match=f"'r1' is unknown; known are {known}"):
        revision("r1")


@pytest.mark.parametrize("step", sorted(declared_switches()))
def test_exactly_one_candidate_holds_at_every_revision_and_the_rules_say_the_same(step: str) -> None:
    """A candidate that states a rule is taken in the rule's own interval."""
    switch = declared_switches()[step]
    firsts = [revision(since).spec_version for since, _ in switch.candidates]
    assert firsts == sorted(set(firsts))
    for entry in KNOWN:
        if entry.spec_version < firsts[0]:
            with pytest.raises(InvalidInput, match=f"{step} is not specified at {entry.name}"):
                switch.at(State(revision=entry))
            continue
        taken = switch.at(State(revision=entry))
        assert (
            taken
            is max(
                switch.candidates,
                key=lambda pair: (revision(pair[0]).spec_version <= entry.spec_version, revision(pair[0]).spec_version),
            )[1]
        )
        for identifier in stated_by(taken):
            stated = REGISTRY[identifier]
            assert stated.since <= entry.spec_version
            assert stated.until is None or entry.spec_version < stated.until


def test_rules_of_revisions_have_the_interval_that_their_sources_give() -> None:
    for identifier, stated in REGISTRY.items():
        assert stated.until is None or stated.since < stated.until, identifier
        later = any(
            source.commit != SUBTENSOR.commit and "subtensor" in source.repository
            for source in stated.sources
            if source.repository.endswith("/subtensor")
        )
        assert later == (stated.since > CURRENT.spec_version), identifier


def test_a_switch_takes_a_candidate_until_the_next() -> None:
    def old() -> str:
        return "old"

    def new() -> str:
        return "new"

    switch = Switch("a step of a test", ("r425", old), ("r440", new))
    del declared_switches()["a step of a test"]
    taken = [switch.at(State(revision=revision(name)))() for name in ("r425", "r432", "r440", "r441")]
    assert taken == ["old", "old", "new", "new"]
