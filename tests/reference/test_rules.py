"""The registry: ids are well formed and unique, decorating changes nothing, and a recorder sees what ran."""

import pytest

from subtensor_spec import rules
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.chain.items.pools import SubnetTAO
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.issuance.schedule import steps
from subtensor_spec.rules import SUBTENSOR, Rule, record, rule

SOURCE = SUBTENSOR("pallets/subtensor/src/epoch/math.rs", "sum")


@pytest.fixture
def empty_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "_RULES", {})
    monkeypatch.setattr(rules, "_BY_CODE", {})


@pytest.mark.usefixtures("empty_registry")
def test_a_decorated_function_is_registered_and_unchanged() -> None:
    def double(x: int) -> int:
        """Twice a number.

        More words.
        """
        return 2 * x

    assert rule("XX-double/plain", SOURCE)(double) is double
    registered = rules.all_rules()["XX-double/plain"]
    assert registered == Rule("XX-double/plain", double, (SOURCE,), ("r425",))
    assert (registered.chapter, registered.summary) == ("XX", "Twice a number.")


@pytest.mark.usefixtures("empty_registry")
@pytest.mark.parametrize(
    "identifier", ["", "double", "X-double/plain", "XX-Double/plain", "XX-double", "XX-double/", "XX-a/b/c"]
)
def test_an_ill_formed_id_is_refused(identifier: str) -> None:
    with pytest.raises(ValueError, match="not a rule id"):
        rule(identifier, SOURCE)


@pytest.mark.usefixtures("empty_registry")
def test_a_rule_is_stated_once_and_names_a_source() -> None:
    rule("XX-double/plain", SOURCE)(lambda x: 2 * x)
    with pytest.raises(ValueError, match="stated twice"):
        rule("XX-double/plain", SOURCE)(lambda x: x + x)
    with pytest.raises(ValueError, match="no production source"):
        rule("XX-double/other")


@pytest.mark.usefixtures("empty_registry")
def test_a_function_may_state_a_further_rule_with_a_sentence_of_its_own() -> None:
    @rule("XX-double/again", SOURCE, sentence="Income is doubled.")
    @rule("XX-double/plain", SOURCE)
    def double(x: int) -> int:
        """Twice a number."""
        return 2 * x

    summaries = {identifier: stated.summary for identifier, stated in rules.all_rules().items()}
    assert summaries == {"XX-double/again": "Income is doubled.", "XX-double/plain": "Twice a number."}
    assert rules.stated_by(rules.all_rules()["XX-double/plain"].function) == ("XX-double/plain", "XX-double/again")
    with record() as ran:
        double(1)
    assert ran == {"XX-double/again", "XX-double/plain"}
    with pytest.raises(ValueError, match="sentence of its own"):
        rule("XX-double/third", SOURCE)(double)
    with pytest.raises(ValueError, match="sentence of its own"):
        rule("XX-double/third", SOURCE, sentence="No other rule is there.")(lambda x: x)


@pytest.mark.usefixtures("empty_registry")
def test_the_recorder_sees_exactly_the_rules_that_ran() -> None:
    @rule("XX-a/one", SOURCE)
    def one() -> int:
        return 1

    @rule("XX-a/two", SOURCE)
    def two() -> int:
        return one() + 1

    with record() as ran:
        one()
    assert ran == {"XX-a/one"}
    with record() as ran:
        two()
    assert ran == {"XX-a/one", "XX-a/two"}
    assert two() == 2
    assert ran == {"XX-a/one", "XX-a/two"}


def test_every_rule_has_a_summary_and_a_pinned_commit() -> None:
    for identifier, stated in complete_registry().items():
        assert stated.summary, f"{identifier} has no docstring"
        assert all(len(source.commit) == 40 for source in stated.sources)


def test_what_was_remembered_before_hides_no_rule() -> None:
    """Raw keys, steps of the halving and factors of decay are remembered; a recorder sees their rules all the same."""
    for _ in range(2):
        with record() as ran:
            SubnetTAO.raw_key((NetUid(1),))
            steps()
        assert {"ST-key/hashers", "ISS-steps/threshold"} <= ran
