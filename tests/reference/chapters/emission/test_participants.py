"""The alpha that a subnet emits, and who takes part at all."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reference.hand_made import Root, Subnet, state_of

from subtensor_spec.arithmetic import I96F32, U96F32
from subtensor_spec.chain.items.emission import (
    FirstEmissionBlockNumber,
    OwnerCutEnabled,
    PendingOwnerCut,
    PendingRootAlphaDivs,
    PendingServerEmission,
    PendingValidatorEmission,
    RootProp,
    SubnetAlphaOutEmission,
    SubnetMovingPrice,
    SubnetOwnerCut,
)
from subtensor_spec.chain.items.neurons import NetworkRegistrationAllowed
from subtensor_spec.chain.items.pools import SubnetAlphaOut, SubnetTAO, SubtokenEnabled
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.items.swap import AlphaRecycled, TotalAlphaIssuance
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.emission.eligibility import get_subnets_to_emit_to
from subtensor_spec.chapters.emission.participants import emit_alpha, get_float_subnet_owner_cut, parts_of_alpha
from subtensor_spec.chapters.emission.price import update_moving_prices
from subtensor_spec.chapters.emission.root_proportion import update_root_prop
from subtensor_spec.chapters.emission.subnet_terms import SubnetTerms

NETUID = NetUid(3)
ALPHA = 10**9
PENDING = (PendingServerEmission, PendingValidatorEmission, PendingRootAlphaDivs, PendingOwnerCut)


def emit(state: State, *, root_is_paid: bool = True, alpha: int = ALPHA) -> list[AlphaBalance]:
    """Emit the alpha of one block and return what is pending."""
    nothing = U96F32.ZERO
    terms = SubnetTerms(nothing, nothing, U96F32.saturating_from_num(alpha), nothing)
    emit_alpha(state, [NETUID], {NETUID: terms}, root_is_paid)
    return [pending.get(state, NETUID) for pending in PENDING]


def subnet_beside_root() -> State:
    """A subnet beside which root is a quarter once its alpha is minted."""
    return state_of([Subnet(NETUID, alpha_out=2 * ALPHA)], root=Root(ALPHA, 2**64 - 1))


@given(st.integers(0, 2**96 - 1), st.integers(0, 2**32))
@settings(deadline=None)
def test_parts_are_the_whole(alpha: int, proportion: int) -> None:
    """No fraction is lost before the parts are rounded to whole rao."""
    parts = parts_of_alpha(U96F32.from_bits(alpha), U96F32.from_bits(proportion))
    assert parts.server.bits + parts.validator.bits + parts.root.bits == alpha
    assert parts.server.bits == alpha // 2


def test_the_owners_cut_comes_first() -> None:
    """At a cut of all nothing is left for others; without it the alpha is divided whole."""
    state = subnet_beside_root()
    SubnetOwnerCut.put(state, 65_535)
    assert get_float_subnet_owner_cut(state) == U96F32.ONE
    assert emit(state) == [0, 0, 0, ALPHA]
    OwnerCutEnabled.put(state, NETUID, False)
    assert sum(emit(state)) in range(2 * ALPHA - 2, 2 * ALPHA + 1)


def test_roots_proportion_counts_the_alpha_of_this_block() -> None:
    """One TAO on root beside two alpha and the one just minted: a quarter of the validators' half."""
    state = subnet_beside_root()
    OwnerCutEnabled.put(state, NETUID, False)
    assert emit(state) == [ALPHA // 2, 3 * ALPHA // 8, ALPHA // 8, 0]


def test_roots_part_is_recycled_while_root_is_not_paid() -> None:
    """It leaves the outstanding alpha and the issuance."""
    state = subnet_beside_root()
    OwnerCutEnabled.put(state, NETUID, False)
    assert emit(state, root_is_paid=False) == [ALPHA // 2, 3 * ALPHA // 8, 0, 0]
    assert AlphaRecycled.get(state, NETUID) == ALPHA // 8
    assert SubnetAlphaOut.get(state, NETUID) == 3 * ALPHA - ALPHA // 8
    assert TotalAlphaIssuance.get(state, NETUID) == ALPHA - ALPHA // 8


def test_alpha_is_minted_outside_the_pool_and_waits() -> None:
    """Amounts add up over blocks; a rao that is divided is lost to all."""
    state = state_of([Subnet(NETUID)])
    for _ in range(2):
        emit(state, alpha=ALPHA)
    assert SubnetAlphaOut.get(state, NETUID) == TotalAlphaIssuance.get(state, NETUID) == 2 * ALPHA
    assert SubnetAlphaOutEmission.get(state, NETUID) == ALPHA
    waiting = sum(pending.get(state, NETUID) for pending in PENDING)
    assert 2 * ALPHA - 6 <= waiting < 2 * ALPHA
    assert emit(state, alpha=1) == [pending.get(state, NETUID) for pending in PENDING]


def test_only_those_who_take_part_have_averages_and_records() -> None:
    """A subnet beside them keeps its price average and has no record of root's proportion."""
    state = state_of([Subnet(number, alpha_in=ALPHA) for number in (1, 2)], moving_alpha=I96F32.ONE, block=10**9)
    for netuid in (NetUid(1), NetUid(2)):
        NetworksAdded.put(state, netuid, True)
        SubnetTAO.put(state, netuid, TaoBalance(ALPHA // 2))
        SubtokenEnabled.put(state, netuid, True)
        NetworkRegistrationAllowed.put(state, netuid, True)
    FirstEmissionBlockNumber.put(state, NetUid(2), 1)
    update_moving_prices(state)
    update_root_prop(state)
    assert SubnetMovingPrice.get(state, NetUid(1)) == I96F32.ZERO
    assert SubnetMovingPrice.get(state, NetUid(2)) > I96F32.ZERO
    assert RootProp.keys(state) == [2]


def test_who_takes_part() -> None:
    """Started, with its token on, open to registration, and not root; the order stays."""
    state = State()
    netuids = [NetUid(number) for number in (5, 0, 1, 2, 3, 4)]
    for netuid in netuids:
        FirstEmissionBlockNumber.put(state, netuid, 10**9)
        SubtokenEnabled.put(state, netuid, True)
        NetworkRegistrationAllowed.put(state, netuid, True)
    FirstEmissionBlockNumber.remove(state, NetUid(1))
    SubtokenEnabled.put(state, NetUid(2), False)
    NetworkRegistrationAllowed.put(state, NetUid(3), False)
    assert ROOT in netuids
    assert get_subnets_to_emit_to(state, netuids) == [5, 4]
