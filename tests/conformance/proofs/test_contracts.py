"""CrossHair's verdicts on contracts that hold, that do not, and that ask for nothing possible."""

from subtensor_conformance.proofs import crosshair
from subtensor_conformance.proofs.proof import Verdict
from subtensor_spec.arithmetic.fixed_point.multiplication import floored_product


def holds(left: int, right: int) -> int:
    """Hold.

    pre: -2**63 <= left < 2**63
    pre: -2**63 <= right < 2**63
    post: _ * 2**32 <= left * right
    """
    return floored_product(left, right, 32)


def rounds_toward_zero(left: int, right: int) -> int:
    """Claim the wrong rounding.

    pre: -2**63 <= left < 2**63
    pre: -2**63 <= right < 2**63
    post: abs(_) * 2**32 <= abs(left * right)
    """
    return floored_product(left, right, 32)


def asks_for_the_impossible(left: int) -> int:
    """Claim anything of no number at all.

    pre: left > left + 1
    post: _ == 0
    """
    return left


def test_a_contract_that_holds_is_proven():
    assert crosshair.check(holds, 60).verdict is Verdict.PROVEN


def test_a_contract_that_does_not_hold_is_refuted_with_a_call():
    outcome = crosshair.check(rounds_toward_zero, 60)
    assert outcome.verdict is Verdict.REFUTED
    assert "rounds_toward_zero(" in outcome.detail


def test_a_contract_that_no_call_meets_is_not_proven():
    assert crosshair.check(asks_for_the_impossible, 20).verdict is not Verdict.PROVEN
