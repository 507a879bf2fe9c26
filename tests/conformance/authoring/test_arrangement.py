"""Rows go to the first group that takes them; what each group says is worth saying."""

import pytest

from subtensor_conformance.authoring.arith_documents import arith_document, observed_groups
from subtensor_conformance.authoring.generate import EPOCH_FUNCTIONS
from subtensor_conformance.authoring.grouping.arrangement import GENERATED, Group, anything, arrange
from subtensor_conformance.authoring.grouping.catalogue import groups_for
from subtensor_conformance.authoring.rows import Row, reading_order
from subtensor_conformance.functions import all_functions, find
from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.consensus.epochs.captured import SIZES, epoch_id, purpose_of
from subtensor_conformance.subjects.consensus.epochs.planned import planned_epochs
from subtensor_conformance.subjects.consensus.epochs.regimes import REGIMES
from subtensor_conformance.vectors.canonical import slug_of
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.errors import InvalidInput

PUBLISHED = [
    function for function in all_functions().values() if function.rules and function.name not in EPOCH_FUNCTIONS
]


def function(name: str) -> Function:
    found = find(name)
    assert found is not None
    return found


MUL = function("i32f32.saturating_mul")


def row(left: int, right: int, product: int) -> Row:
    return Row(MUL, (str(left), str(right)), {"ok": str(product)})


def test_the_first_group_that_takes_a_row_has_it() -> None:
    """Groups are asked in order, and those without rows are left out."""
    first = Group("first", lambda row: row.values[0] > 0, "why it is there", "a mistake")
    second = Group("second", lambda row: row.values[0] > 5, "why it is there", "a mistake")
    last = Group("last", anything, "why it is there", "a mistake")
    rows = [row(9, 1, 0), row(-9, 1, -1)]
    assert [(group.slug, members) for group, members in arrange(rows, [first, second, last])] == [
        ("first", rows[:1]),
        ("last", rows[1:]),
    ]


def test_a_row_that_no_group_takes_is_refused() -> None:
    """A group that takes everything must come last; without it a row may have no place."""
    only = Group("only", lambda _row: False, "why it is there", "a mistake")
    with pytest.raises(InvalidInput, match="no group takes"):
        arrange([row(1, 1, 0)], [only])


@pytest.mark.parametrize(
    ("left", "right", "product", "slug"),
    [
        (1 << 62, 1 << 62, (1 << 63) - 1, "above-maximum"),
        (-(1 << 62), 1 << 62, -(1 << 63), "below-minimum"),
        (-1, 1, -1, "negative-inexact"),
        (1, 1, 0, "positive-inexact"),
        (-(1 << 63), 1 << 32, -(1 << 63), "at-a-limit"),
        (3 << 32, 1 << 31, 3 << 31, "exact"),
    ],
)
def test_products_are_grouped_by_what_rounding_and_overflow_do(left: int, right: int, product: int, slug: str) -> None:
    """The exact result alone decides what a row is good for."""
    assert [group.slug for group, _ in arrange([row(left, right, product)], groups_for(MUL))] == [slug]


def test_rows_are_sorted_by_value_and_named_by_digest() -> None:
    """Captured rows stand in order of their numbers; a slug is the digest of the arguments and of nothing else."""
    rows = [row(10, 1 << 32, 10), row(9, 1 << 32, 9), row(-1, 1 << 32, -1)]
    assert [entry.values[0] for entry in sorted(rows, key=reading_order)] == [-1, 9, 10]
    document = arith_document(MUL, observed_groups(rows, groups_for(MUL)))
    slugs = {entry[0] for group in document["groups"] for entry in group["rows"]}
    assert slugs == {slug_of(entry.arguments) for entry in rows}
    assert slug_of(rows[0].arguments) == slug_of(["10", str(1 << 32)])


def test_every_published_function_has_groups() -> None:
    """No function is published without words, no slug stands for two groups, none looks generated."""
    for entry in PUBLISHED:
        groups = groups_for(entry)
        slugs = [group.slug for group in groups]
        assert len(set(slugs)) == len(slugs), entry.name
        assert not any(slug.endswith(GENERATED) for slug in slugs), entry.name
        for group in groups:
            assert group.why.endswith("."), (entry.name, group.slug)
            assert group.catches.endswith("."), (entry.name, group.slug)


def test_epochs_aim_at_rules_that_exist() -> None:
    """Whatever an epoch is there to pin is a rule."""
    known = complete_registry()
    aims = {aim for purpose in REGIMES.values() for aim in purpose.aims}
    aims |= {aim for planned in planned_epochs() for aim in planned.purpose.aims}
    assert aims <= known.keys()


def test_planned_epochs_have_ids_of_their_own() -> None:
    """No planned epoch takes the id of a captured one or of another."""
    planned = [epoch.identifier for epoch in planned_epochs()]
    captured = {epoch_id(f"{regime.replace('-', '_')}/{index}") for regime in REGIMES for index in range(len(SIZES))}
    assert len(set(planned)) == len(planned)
    assert captured.isdisjoint(planned)


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("plain/0", "epoch/plain/n1"),
        ("yuma3_liquid/10", "epoch/yuma3-liquid/n64"),
        ("seq3-bonds_penalty/epoch7", "epoch/sequence-3-bonds-penalty/epoch-7"),
        ("big256-newly_registered", "epoch/large/newly-registered"),
    ],
)
def test_captured_epochs_get_ids(name: str, identifier: str) -> None:
    """The name of a captured epoch tells its id, and the id its purpose."""
    assert epoch_id(name) == identifier
    assert purpose_of(identifier).aims
