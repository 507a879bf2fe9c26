"""Every argument and result is explained, by its type or by a meaning; no meaning is for nothing."""

from fnmatch import fnmatchcase

from subtensor_conformance import subjects
from subtensor_conformance.functions import functions_by_subject
from subtensor_conformance.functions.meanings import RESULT, unexplained
from subtensor_conformance.functions.types import codec
from subtensor_conformance.subjects.common.state import SUBNET_TYPES, parse_state
from subtensor_conformance.subjects.common.state_members import STATE, SUBNET


def test_what_a_type_does_not_say_is_written_down() -> None:
    missing = {
        function.name: names
        for word, own in functions_by_subject().items()
        for function in own.values()
        if (names := unexplained(word, function))
    }
    assert missing == {}


def test_a_meaning_belongs_to_a_function_and_to_an_argument_of_it() -> None:
    for word, part in subjects.parts("meanings"):
        for pattern, meanings in part.MEANINGS.items():
            matching = [one for name, one in functions_by_subject()[word].items() if fnmatchcase(name, pattern)]
            names = {RESULT, *(name for function in matching for name, _ in function.parameters)}
            assert matching, pattern
            assert set(meanings) <= names, pattern


def test_an_absent_member_of_a_state_counts_as_its_default() -> None:
    """A state that writes every default out reads as one that leaves all out."""
    spelled = {
        name: codec(member.type).encode(member.default) for name, member in STATE.items() if name != "subnets"
    }
    subnet = {
        name: codec(SUBNET_TYPES[name]).encode(member.default) for name, member in SUBNET.items() if name != "netuid"
    }
    full = parse_state({**spelled, "subnets": [{"netuid": 3, **subnet}]})
    empty = parse_state({})
    assert full.on(3).digest() == empty.on(3).digest()
    assert (full.price(3), full.flow(3, "tao")) == (empty.price(3), empty.flow(3, "tao"))
    assert (full.flow_cutoff, full.flow_smoothing) == (empty.flow_cutoff, empty.flow_smoothing)
