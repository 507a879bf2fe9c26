"""Laws of a whole epoch, stated in words, and the exact conditions under which each holds.

The laws about sums assume what every real subnet satisfies: all stake together is below 2**63 rao (all alpha and
TAO there can ever be is below 2**55), and the weights of a row sum to less than 2**31. Two tests show that
without it they fail.
"""

from dataclasses import replace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus import EpochInput, EpochResult, run_epoch
from subtensor_spec.chapters.consensus.epoch_input import Row
from subtensor_spec.chapters.consensus.matrix.shapes import ZERO

ONE = 1 << 32
U64_MAX = 2**64 - 1
RUNS = 60

U16 = st.integers(0, 65535)
PROPORTION = U16 | st.sampled_from([0, 1, 32767, 32768, 65535])
BLOCK = st.integers(0, 1000)
STAKE = st.integers(0, 2**53) | st.sampled_from([0, 0, 1, 1000])


@st.composite
def epochs(draw: st.DrawFn, max_n: int = 6) -> EpochInput:
    """Draw a whole epoch of a few neurons, with every switch and hyperparameter anywhere in its range."""
    n = draw(st.integers(1, max_n))

    def each(item: st.SearchStrategy[Any]) -> list[Any]:
        return draw(st.lists(item, min_size=n, max_size=n))

    rows = st.dictionaries(st.integers(0, n - 1), U16, max_size=n).map(lambda row: sorted(row.items()))
    commits = st.lists(st.tuples(st.integers(95, 101), BLOCK), max_size=2)
    return EpochInput(
        n=n,
        current_block=1000,
        tempo=draw(st.integers(0, 400)),
        activity_cutoff_factor_milli=draw(st.sampled_from([0, 500, 13889])),
        last_update=each(BLOCK),
        block_at_registration=each(st.just(0) | BLOCK),
        last_mechanism_step_block=draw(st.sampled_from([0, 500, 999])),
        alpha_stake=each(STAKE),
        tao_stake=each(STAKE),
        tao_weight=draw(st.sampled_from([0, 3320413933267719290, U64_MAX])),
        stake_threshold=draw(st.sampled_from([0, 1, 1000, 2**40])),
        validator_permit=each(st.booleans()),
        max_allowed_validators=draw(st.integers(0, n + 1)),
        owner_uid=draw(st.none() | st.integers(0, n)),
        weights=each(rows),
        bonds=each(rows),
        kappa=draw(PROPORTION),
        bonds_penalty=draw(PROPORTION),
        bonds_moving_average=draw(st.sampled_from([0, 1, 900_000, 1_000_000, 1_000_001, U64_MAX])),
        liquid_alpha=draw(st.booleans()),
        alpha_low=draw(PROPORTION),
        alpha_high=draw(PROPORTION),
        alpha_sigmoid_steepness=draw(st.integers(-32768, 32767)),
        yuma3=draw(st.booleans()),
        commit_reveal=draw(st.booleans()),
        reveal_period=draw(st.integers(0, 3)),
        epoch_index=100,
        epoch_due=draw(st.booleans()),
        weight_commits=[(uid, draw(commits)) for uid in range(n)],
        timelocked_commits=[(99, draw(st.lists(st.tuples(st.integers(0, n), BLOCK), max_size=2)))],
        rao_emission=draw(st.integers(0, U64_MAX)),
    )


def moved(epoch: EpochInput, order: list[int]) -> EpochInput:
    """Return the same subnet with uid ``order[i]`` of before as uid i, rows sorted again."""
    place = {old: new for new, old in enumerate(order)} | {epoch.n: epoch.n}

    def rows(stored: list[Row]) -> list[Row]:
        return [sorted((place[uid], value) for uid, value in stored[old]) for old in order]

    return replace(
        epoch,
        last_update=[epoch.last_update[old] for old in order],
        block_at_registration=[epoch.block_at_registration[old] for old in order],
        alpha_stake=[epoch.alpha_stake[old] for old in order],
        tao_stake=[epoch.tao_stake[old] for old in order],
        validator_permit=[epoch.validator_permit[old] for old in order],
        owner_uid=None if epoch.owner_uid is None else place[epoch.owner_uid],
        weights=rows(epoch.weights),
        bonds=rows(epoch.bonds),
        weight_commits=[(place[uid], commits) for uid, commits in epoch.weight_commits],
        timelocked_commits=[(e, [(place[uid], block) for uid, block in made]) for e, made in epoch.timelocked_commits],
    )


def a_tie_decides_a_permit(epoch: EpochInput, result: EpochResult) -> bool:
    """Whether the last permit granted by stake and the first refused fall on equal shares of stake."""
    ranked = sorted((share.bits for share in result.stages.stake), reverse=True)
    last = epoch.max_allowed_validators
    return 0 < last < epoch.n and ranked[last - 1] == ranked[last] != 0


@settings(max_examples=RUNS, deadline=None)
@given(epochs(), st.data())
def test_permuting_uids_permutes_the_outputs_unless_a_tie_decides_a_permit(
    epoch: EpochInput, data: st.DataObject
) -> None:
    """Only the choice of new permits looks at a uid's number: among equal shares the higher wins.

    Everything else is sums, which come out the same in any order, and a median that depends on no order.
    """
    order = data.draw(st.permutations(range(epoch.n)))
    before, after = run_epoch(epoch), run_epoch(moved(epoch, list(order)))
    place = {old: new for new, old in enumerate(order)}
    tie = a_tie_decides_a_permit(epoch, before)
    for old, terms in enumerate(before.output):
        bond = sorted((place[uid], value) for uid, value in terms.bond)
        expected = replace(terms, uid=place[old], bond=bond)
        found = after.output[place[old]]
        if tie:
            expected = replace(expected, new_validator_permit=found.new_validator_permit, bond=found.bond)
        assert found == expected


def test_a_tie_for_the_last_permit_goes_to_the_higher_uid_wherever_that_is() -> None:
    """So the law above needs its exception: swapping two equal neurons swaps nothing."""
    epoch = replace(tiny(), alpha_stake=[5, 5, 9], max_allowed_validators=2)
    permits = [terms.new_validator_permit for terms in run_epoch(epoch).output]
    swapped = [terms.new_validator_permit for terms in run_epoch(moved(epoch, [1, 0, 2])).output]
    assert permits == swapped == [False, True, True]


@settings(max_examples=RUNS, deadline=None)
@given(epochs())
def test_what_is_paid_never_exceeds_the_emission_and_falls_short_by_a_bounded_rounding(epoch: EpochInput) -> None:
    """With k scores above zero, less than k rao and k parts in 2**32 of the emission stay unpaid.

    A neuron's incentive and its dividend are two scores; where there are none, stake is paid, and each share of
    it counts twice, since it has been cut twice. Without any stake nothing is paid.
    """
    result = run_epoch(epoch)
    stages, emission = result.stages, epoch.rao_emission
    paid = sum(terms.server_emission + terms.validator_emission for terms in result.output)
    assert paid <= emission
    assert sum(terms.emission for terms in result.output) <= emission
    scores = sum(1 for value in (*stages.incentive, *stages.dividends) if value)
    if not scores and not any(stages.stake):
        assert paid == 0
    else:
        terms = scores or 2 * epoch.n
        assert (emission - paid) * ONE <= terms * (emission + ONE)


@settings(max_examples=RUNS, deadline=None)
@given(epochs())
def test_normalised_values_are_shares_and_sum_to_at_most_one(epoch: EpochInput) -> None:
    """Stake, active stake, incentive, dividends and emission over neurons; weights in each row; bonds in each server.

    Bonds in a server are the exception where a moving average beyond a million makes them so large that their sum
    saturates: then each is still at most one, but not their sum.
    """
    stages = run_epoch(epoch).stages
    for name in ("stake", "active_stake", "incentive", "dividends", "normalised_combined_emission"):
        assert all(value >= ZERO for value in getattr(stages, name))
        assert sum(value.bits for value in getattr(stages, name)) <= ONE
    for row in stages.weights:
        assert sum(value.bits for _, value in row) <= ONE
    columns = [0] * epoch.n
    for row in stages.ema_bonds_normalised:
        for column, value in row:
            assert ZERO <= value <= I32F32.ONE
            columns[column] += value.bits
    assert max(columns) <= ONE or epoch.bonds_moving_average > 10**6


@settings(max_examples=RUNS, deadline=None)
@given(epochs())
def test_clipping_never_raises_a_weight_nor_leaves_one_above_consensus(epoch: EpochInput) -> None:
    """So a validator's trust is at most one, and consensus on a neuron is zero or one of the weights on it."""
    stages = run_epoch(epoch).stages
    consensus = stages.consensus
    for full, clipped in zip(stages.weights, stages.clipped_weights, strict=True):
        assert dict(clipped).keys() <= dict(full).keys()
        assert all(weight <= min(dict(full)[column], consensus[column]) for column, weight in clipped)
    for column, agreed in enumerate(consensus):
        given_weights = {dict(row).get(column, ZERO) for row in stages.weights}
        assert agreed in given_weights | {ZERO}
    assert all(ZERO <= trust <= I32F32.ONE for trust in stages.validator_trust)


@settings(max_examples=RUNS, deadline=None)
@given(epochs(), st.data())
def test_weights_without_a_permit_change_nothing(epoch: EpochInput, data: st.DataObject) -> None:
    outsiders = [uid for uid in range(epoch.n) if not epoch.validator_permit[uid] and uid != epoch.owner_uid]
    assume(outsiders)
    uid = data.draw(st.sampled_from(outsiders))
    weights = list(epoch.weights)
    weights[uid] = [(other, 65535) for other in range(epoch.n)]
    assert run_epoch(replace(epoch, weights=weights)).output == run_epoch(epoch).output


@settings(max_examples=RUNS, deadline=None)
@given(epochs(), st.data())
def test_inactive_stake_has_no_vote(epoch: EpochInput, data: st.DataObject) -> None:
    """The weights of an inactive validator change neither consensus nor incentive, only its own trust and bonds."""
    inactive = [uid for uid, idle in enumerate(run_epoch(epoch).stages.inactive) if idle]
    assume(inactive)
    weights = list(epoch.weights)
    weights[data.draw(st.sampled_from(inactive))] = []
    stages, without = run_epoch(epoch).stages, run_epoch(replace(epoch, weights=weights)).stages
    assert without.consensus == stages.consensus
    assert without.incentive == stages.incentive


@settings(max_examples=RUNS, deadline=None)
@given(epochs(), PROPORTION)
def test_a_greater_kappa_never_raises_consensus_or_trust(epoch: EpochInput, kappa: int) -> None:
    low, high = sorted((epoch.kappa, kappa))
    generous, strict = (run_epoch(replace(epoch, kappa=value)).stages for value in (low, high))
    assert all(b <= a for a, b in zip(generous.consensus, strict.consensus, strict=True))
    assert all(b <= a for a, b in zip(generous.validator_trust, strict.validator_trust, strict=True))


@settings(max_examples=RUNS, deadline=None)
@given(epochs(), st.integers(0, U64_MAX))
def test_more_emission_pays_nobody_less_and_changes_nothing_else(epoch: EpochInput, emission: int) -> None:
    low, high = sorted((epoch.rao_emission, emission))
    poor, rich = (run_epoch(replace(epoch, rao_emission=value)).output for value in (low, high))
    for a, b in zip(poor, rich, strict=True):
        assert a.server_emission <= b.server_emission
        assert a.validator_emission <= b.validator_emission
        same = {"server_emission": 0, "validator_emission": 0, "emission": 0}
        assert replace(a, **same) == replace(b, **same)


def tiny() -> EpochInput:
    """Return a subnet of three validators without weights or bonds."""
    return EpochInput(
        n=3,
        current_block=1000,
        tempo=100,
        activity_cutoff_factor_milli=1000,
        last_update=[0, 0, 0],
        block_at_registration=[0, 0, 0],
        last_mechanism_step_block=900,
        alpha_stake=[1, 1, 1],
        tao_stake=[0, 0, 0],
        tao_weight=0,
        stake_threshold=0,
        validator_permit=[True, True, True],
        max_allowed_validators=3,
        owner_uid=None,
        weights=[[], [], []],
        bonds=[[], [], []],
        kappa=32767,
        bonds_penalty=65535,
        bonds_moving_average=900_000,
        liquid_alpha=False,
        alpha_low=0,
        alpha_high=0,
        alpha_sigmoid_steepness=0,
        yuma3=True,
        commit_reveal=False,
        reveal_period=1,
        epoch_index=0,
        epoch_due=False,
        weight_commits=[],
        timelocked_commits=[],
        rao_emission=1000,
    )


def test_stake_beyond_two_to_the_63_can_pay_more_than_the_emission() -> None:
    """The counterexample: three stakes whose sum wraps to one rao, so that each share is the stake itself."""
    result = run_epoch(replace(tiny(), alpha_stake=[2**63 - 1, 2**63 - 1, 3]))
    paid = sum(terms.validator_emission for terms in result.output)
    assert result.stages.stake == [I32F32.MAX, I32F32.MAX, I32F32.from_bits(3 * ONE)]
    assert paid > 1000


def test_a_row_of_weights_beyond_two_to_the_31_is_not_normalised() -> None:
    """The counterexample: 32 769 greatest weights sum to more than I32F32 holds, wrap negative, and stay as stored.

    No subnet has so many neurons; a stored row could only reach it by naming one many times.
    """
    row = [(1, 65535)] * 32769
    epoch = replace(tiny(), last_update=[950, 0, 0], weights=[row, [], []])
    stages = run_epoch(epoch).stages
    assert stages.weights[0][0] == (1, I32F32.saturating_from_num(65535))
    assert stages.consensus[1] == I32F32.saturating_from_num(65535)
