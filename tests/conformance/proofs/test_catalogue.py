"""Every quick proof still comes out as the published table says."""

from pathlib import Path

import pytest

from subtensor_conformance.proofs.catalogue import all_proofs
from subtensor_conformance.proofs.proof import Verdict
from subtensor_conformance.proofs.publish import differences, read_table
from subtensor_conformance.proofs.run import run_proofs
from subtensor_spec.rules import all_rules

PUBLISHED = Path(__file__).parents[3] / "docs" / "data" / "proofs.json"
SECONDS = 300
"""Far more than any of them needs, so that a busy machine does not leave one undecided."""

PROOFS = all_proofs()


def test_ids_are_unique_and_the_published_table_holds_exactly_these():
    ids = [proof.id for proof in PROOFS]
    assert len(set(ids)) == len(ids)
    assert [entry["id"] for entry in read_table(PUBLISHED)["proofs"]] == ids


def test_every_proof_is_about_rules_that_exist():
    known = all_rules()
    unknown = {(proof.id, rule) for proof in PROOFS for rule in proof.rules if rule not in known}
    assert unknown == set()
    assert all(proof.rules for proof in PROOFS)


def test_every_claim_is_shown_in_the_published_table():
    shown = {Verdict.PROVEN, Verdict.BOUNDED, Verdict.TESTED}
    assert {entry["verdict"] for entry in read_table(PUBLISHED)["proofs"]} == shown


def test_what_is_bounded_says_why_that_carries_over():
    bounded = [entry for entry in read_table(PUBLISHED)["proofs"] if entry["verdict"] == Verdict.BOUNDED]
    assert bounded
    assert all(entry["note"] for entry in bounded)


@pytest.mark.parametrize("proof", [proof for proof in PROOFS if proof.quick], ids=lambda proof: proof.id)
def test_a_quick_proof_comes_out_as_published(proof):
    assert differences(read_table(PUBLISHED), run_proofs([proof], SECONDS)) == []
