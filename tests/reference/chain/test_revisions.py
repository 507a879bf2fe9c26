"""The revisions are in order, pinned in full, and the last one is the one that rules cite."""

import pytest

from subtensor_spec.chain.revisions import CURRENT, REVISIONS, revision
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import SUBTENSOR


def test_revisions_are_in_order_of_date_and_of_spec_version() -> None:
    assert [entry.date for entry in REVISIONS] == sorted(entry.date for entry in REVISIONS)
    assert [f"r{entry.spec_version}" for entry in REVISIONS] == [entry.name for entry in REVISIONS]
    assert all(len(entry.commit) == 40 for entry in REVISIONS)


def test_rules_cite_the_current_revision() -> None:
    assert SUBTENSOR.commit == CURRENT.commit == revision("r425").commit


def test_an_unknown_revision_is_one_clear_complaint() -> None:
    with pytest.raises(InvalidInput, match="'r1' is unknown; known are r257, r273, r362, r401, r425"):
        revision("r1")
