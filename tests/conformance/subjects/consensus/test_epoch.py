"""The published functions of the epoch."""

import pytest

from subtensor_conformance.subjects.consensus.functions.epoch import EPOCHS, persist, sparse
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.epoch.example import example_json


def test_names_are_those_of_captured_answers() -> None:
    assert {function.raw_name for function in EPOCHS} == {"epoch.sparse", "epoch.persist", "epoch.alpha_sigmoid"}
    assert all(set(function.rules) <= complete_registry().keys() for function in EPOCHS)


def test_an_epoch_answers_terms_and_storage() -> None:
    assert sparse(example_json())["server_emission"][3] == "52379658884"
    assert persist(example_json())["returned"][3] == [3, "52379658884", "0"]


def test_bad_input_is_refused() -> None:
    with pytest.raises(InvalidInput, match="kappa: -1 is outside the range of u16"):
        sparse(example_json() | {"kappa": -1})
