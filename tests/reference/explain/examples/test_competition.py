"""The competition: what its page says of it holds."""

from subtensor_spec.chain.units import RAO_PER_TAO
from subtensor_spec.explain.examples.competition import Round, tell
from subtensor_spec.explain.examples.competition.cast import MINERS, OWNER, STAKER, VALIDATORS
from subtensor_spec.explain.examples.competition.script import BLOCKS_OF_A_ROUND, DISSENT, ROUNDS, record
from subtensor_spec.explain.examples.competition.summary import GROUPS, accounts, average_pay

STORY = tell()
FOUGHT = STORY.rounds[1:]
"""All rounds but the first, in which nobody may judge yet."""


def paid_miners(entry: Round) -> set[str]:
    return {miner.name for miner in MINERS if entry.paid[miner.name]}


def test_nothing_that_people_do_is_refused() -> None:
    assert STORY.refused == ()
    assert STORY.calls > ROUNDS * len(VALIDATORS)
    assert [entry.block for entry in STORY.rounds] == [BLOCKS_OF_A_ROUND * (n + 1) for n in range(ROUNDS)]


def test_all_that_miners_earn_goes_to_the_holder_of_the_record() -> None:
    assert record(1) is None
    assert paid_miners(STORY.rounds[0]) == set()
    for entry in FOUGHT:
        holder = record(entry.number)
        assert holder is not None
        assert paid_miners(entry) == {holder[0]} == {entry.holder}
    assert len({entry.holder for entry in FOUGHT}) > 2


def test_before_anybody_judges_validators_share_what_miners_would_have() -> None:
    first, second = STORY.rounds[:2]
    for validator in VALIDATORS:
        assert first.paid[validator.name] > 2 * second.paid[validator.name] > 0


def test_a_vote_against_the_majority_moves_nothing_and_costs_dividends() -> None:
    for number, favourite in DISSENT.items():
        entry, loyal = STORY.rounds[number - 1], STORY.rounds[min(DISSENT) - 2]
        assert entry.dissent == favourite != entry.holder
        assert entry.paid[favourite] == 0
        assert entry.paid["Vesna"] < loyal.paid["Vesna"]
        assert entry.paid["Vera"] > loyal.paid["Vera"]


def test_everybody_who_works_or_stakes_is_paid_and_a_staker_pays_a_take() -> None:
    for person in (OWNER, STAKER, *VALIDATORS):
        assert all(entry.paid[person.name] for entry in STORY.rounds)
    by_name = {entry.person.name: entry for entry in accounts(STORY)}
    gains = {name: by_name[name].paid / (by_name[name].holds - by_name[name].paid) for name in ("Nina", "Vera")}
    assert 0 < gains["Nina"] < gains["Vera"]
    assert by_name["Eli"].paid == by_name["Eli"].sold == 0


def test_the_halving_halves_tao_and_not_alpha() -> None:
    before, after = STORY.before_halving(), STORY.after_halving()
    assert before
    assert after
    assert {round(entry.minted / RAO_PER_TAO, 6) for entry in before} == {BLOCKS_OF_A_ROUND}
    assert {round(entry.minted / RAO_PER_TAO, 6) for entry in after} == {BLOCKS_OF_A_ROUND / 2}
    assert {entry.emitted for entry in (*before, *after)} == {BLOCKS_OF_A_ROUND * RAO_PER_TAO}


def test_the_winner_is_paid_more_alpha_after_the_halving_and_it_is_worth_less() -> None:
    before, after = average_pay(STORY.before_halving())["winner"], average_pay(STORY.after_halving())["winner"]
    assert after.alpha > before.alpha
    assert after.worth < before.worth
    assert STORY.rounds[-1].price.bits < min(entry.price.bits for entry in STORY.before_halving())


def test_groups_share_a_round_without_a_rest() -> None:
    for entry in STORY.rounds:
        assert sum(amount(entry) for amount in GROUPS.values()) == entry.emitted


def test_what_is_sold_is_sold_by_winner_and_owner() -> None:
    for entry in FOUGHT:
        assert set(entry.proceeds) == {entry.holder, OWNER.name}
    assert all(amount > 0 for entry in STORY.rounds for amount in entry.proceeds.values())


def test_where_root_is_not_paid_miners_miss_half_of_its_part_and_nobody_has_it() -> None:
    """But for what whole rao lose: four roundings in a block, and some in an epoch."""
    assert STORY.rounds[0].unowned < 10 * BLOCKS_OF_A_ROUND
    for entry in FOUGHT:
        assert 0 <= entry.unowned - entry.recycled / 2 < 10 * BLOCKS_OF_A_ROUND
        assert entry.recycled > RAO_PER_TAO


def test_of_two_who_won_equally_often_the_later_is_paid_more_alpha_and_the_earlier_sells_it_for_more() -> None:
    ada, bo = (next(entry for entry in accounts(STORY) if entry.person.name == name) for name in ("Ada", "Bo"))
    assert ada.won == bo.won
    assert bo.paid > ada.paid
    assert ada.sold > bo.sold
