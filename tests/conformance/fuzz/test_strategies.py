"""Every published function and the epoch have a strategy, whose inputs are what the function takes."""

import warnings
from typing import Any

import pytest
from hypothesis import Phase, find, settings
from hypothesis.errors import NoSuchExample

from subtensor_conformance.functions import all_functions
from subtensor_conformance.functions.types import codec
from subtensor_conformance.fuzz.jury import Jury
from subtensor_conformance.fuzz.search import _random
from subtensor_conformance.fuzz.topics import EPOCH, Topic, cycle, topics
from subtensor_conformance.runner.asker import Limits
from subtensor_conformance.runner.target import Target
from subtensor_conformance.vectors.locations import published
from subtensor_conformance.vectors.schemas import validate
from subtensor_spec.errors import InvalidInput

EXAMPLES = 5
TOPICS = {topic.name: topic for topic in topics()}
FAMILIES = sorted({name.partition(".")[0] for name in TOPICS})


def drawn(topic: Topic, seed: int = 1, examples: int = EXAMPLES) -> list[Any]:
    """Return inputs of a topic."""
    found: list[Any] = []
    options = settings(max_examples=examples, phases=[Phase.generate], database=None, deadline=None)
    with warnings.catch_warnings(), pytest.raises(NoSuchExample):
        find(
            topic.examples,
            lambda example: bool(found.extend(example)),  # type: ignore[func-returns-value]
            settings=options,
            random=_random(seed, 0, topic),
        )
    return found


@pytest.mark.parametrize("family", FAMILIES)
def test_the_exact_path_takes_what_is_drawn(family: str) -> None:
    """No drawn input is refused, and its JSON is what a vector would hold."""
    jury = Jury(Target("exact"), Limits())
    for topic in (topic for name, topic in TOPICS.items() if name.partition(".")[0] == family):
        inputs = drawn(topic)
        answers = jury.expected(topic, inputs)
        assert all(answer is not None for answer in answers), topic.name
        if topic.kind == "arith":
            _is_canonical(topic, inputs)


def _is_canonical(topic: Topic, inputs: list[Any]) -> None:
    for (name, type_text), position in zip(all_functions()[topic.name].parameters, range(99), strict=False):
        if "json" not in type_text:
            form = codec(type_text, bits=True)
            for arguments in inputs:
                assert form.encode(form.decode(arguments[position])) == arguments[position], (topic.name, name)


def test_drawn_epochs_obey_the_schema() -> None:
    """A drawn epoch is an input as the schema of epochs has it."""
    for value in drawn(TOPICS[EPOCH], examples=40):
        document = Jury(Target("exact"), Limits()).expected(TOPICS[EPOCH], [value])[0]
        about = {"kind": "epoch", "format": 1, "id": "epoch/fuzz/drawn", "revisions": {"from": "r425", "until": None}}
        words = {"why": "Drawn at random, for a test.", "catches": "An invalid input.", "rules": ["YC-epoch/mechanism"]}
        rest = {"evidence": "reference-only", "tier": "full", "input": value, "laws": []}
        validate(about | words | rest | document, "epoch", published() / "schema", "drawn")


def test_drawn_epochs_are_lively_and_strange() -> None:
    """Among drawn epochs some pay incentive and dividends, and some have short lists, ties and disorder."""
    epochs = drawn(TOPICS[EPOCH], examples=600)
    outputs = [answer["output"]["terms"] for answer in Jury(Target("exact"), Limits()).expected(TOPICS[EPOCH], epochs)]
    assert sum(any(output["incentive"]) and any(output["dividend"]) for output in outputs) > 15
    assert any(len(epoch["last_update"]) != epoch["n"] for epoch in epochs)
    assert any(row != sorted(row) for epoch in epochs for row in epoch["weights"])
    assert any(uid >= epoch["n"] for epoch in epochs for row in epoch["weights"] for uid, _ in row)
    assert any(len({uid for uid, _ in row}) < len(row) for epoch in epochs for row in epoch["bonds"])
    assert any(epoch["n"] == 0 for epoch in epochs)
    assert any(int(stake) >= 2**63 for epoch in epochs for stake in epoch["alpha_stake"])


def test_the_same_seed_draws_the_same() -> None:
    """What is drawn depends on the seed, the round and the topic."""
    for name in ("i32f32.saturating_mul", "math.mat_ema_sparse", EPOCH, "coinbase.get_shares"):
        assert drawn(TOPICS[name], 5) == drawn(TOPICS[name], 5)
        assert drawn(TOPICS[name], 5) != drawn(TOPICS[name], 6)


def test_a_chapter_selects_its_functions() -> None:
    """A chapter has the functions that pin its rules; Yuma Consensus has the epoch as well."""
    assert {topic.name for topic in topics(["ISS"])} >= {"emission.block_emission_for_issuance", "tao.mint_tao"}
    names = {topic.name for topic in topics(["YC"])}
    assert EPOCH in names
    assert "math.weighted_median" in names
    assert "i32f32.saturating_mul" not in names


def test_patterns_select_and_leave_out() -> None:
    """Functions are selected and left out by name."""
    chosen = topics(wanted=["i32f32.*_mul"], unwanted=["*.wrapping*"])
    assert sorted(topic.name for topic in chosen) == ["i32f32.checked_mul", "i32f32.saturating_mul"]


@pytest.mark.parametrize("selection", [(["XX"], []), ([], ["no.such"])], ids=["chapter", "function"])
def test_an_empty_selection_is_refused(selection: tuple[list[str], list[str]]) -> None:
    """A chapter or name that matches nothing is said to do so."""
    with pytest.raises(InvalidInput):
        topics(*selection)


def test_epochs_come_round_often_and_everything_once() -> None:
    """In one cycle every function has a turn, in an order of the seed's own, and one turn in four is an epoch's."""
    chosen = topics(["YC"])
    order = cycle(chosen, 1)
    assert {topic.name for topic in order} == {topic.name for topic in chosen}
    assert sum(topic.kind == "epoch" for topic in order) >= len(order) // 4
    assert order != cycle(chosen, 2)
