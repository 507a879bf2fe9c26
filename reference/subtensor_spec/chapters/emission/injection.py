"""What reaches a subnet's pool in a block: alpha bought with the excess TAO, then liquidity on both sides."""

from collections.abc import Callable, Iterable, Mapping

from subtensor_spec.arithmetic import U64
from subtensor_spec.chain.items.emission import SubnetAlphaInEmission, SubnetExcessTao, SubnetTaoInEmission
from subtensor_spec.chain.items.pools import SubnetTAO
from subtensor_spec.chain.items.staking import TotalStake
from subtensor_spec.chain.state import State
from subtensor_spec.chain.switches import Switch
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, TaoBalance, saturating_add
from subtensor_spec.chapters.balances.fungible import Credit
from subtensor_spec.chapters.emission.flows import record_protocol_inflow
from subtensor_spec.chapters.emission.purchase import buy_alpha
from subtensor_spec.chapters.emission.subnet_terms import SubnetTerms
from subtensor_spec.chapters.issuance.alpha_assets import mint_alpha, resolve_to_alpha_in
from subtensor_spec.chapters.issuance.tao_supply import recycle_credit, spend_tao
from subtensor_spec.chapters.revisions.injection import inject_after_purchase
from subtensor_spec.chapters.subnets.existence import get_subnet_account_id
from subtensor_spec.chapters.swap.liquidity import adjust_protocol_liquidity
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"


@rule("EMI-inject/block", SUBTENSOR(_RUN_COINBASE, "inject_and_maybe_swap"))
def inject_and_maybe_swap(
    state: State, subnets: Iterable[NetUid], terms: Mapping[NetUid, SubnetTerms], credit: Credit
) -> None:
    """The block's TAO is spent subnet by subnet in the order given; what is left at the end is recycled.

    A subnet without an account is passed over.
    """
    for netuid in subnets:
        account = get_subnet_account_id(state, netuid)
        if account is not None:
            credit = INJECT.at(state)(state, netuid, account, terms[netuid], credit)
    if credit:
        recycle_credit(state, credit)


@rule("EMI-inject/subnet", SUBTENSOR(_RUN_COINBASE, "inject_and_maybe_swap"), until=432)
def inject_into_subnet(state: State, netuid: NetUid, account: AccountId, terms: SubnetTerms, credit: Credit) -> Credit:
    """First the pool's weights are set for the liquidity to come, then excess TAO buys alpha, then liquidity goes in.

    The terms count in whole rao, rounded down. Where the pool takes no liquidity, none goes in. The records of this
    block's excess TAO and TAO liquidity are zero until the TAO was spent. Returns what is left of the credit.
    """
    tao_in, alpha_in = adjust_protocol_liquidity(
        state,
        netuid,
        TaoBalance(terms.tao_in.saturating_to_num(U64)),
        AlphaBalance(terms.alpha_in.saturating_to_num(U64)),
    )
    SubnetExcessTao.put(state, netuid, TaoBalance(0))
    SubnetTaoInEmission.put(state, netuid, TaoBalance(0))
    credit = buy_alpha(state, netuid, account, TaoBalance(terms.excess_tao.saturating_to_num(U64)), credit)
    SubnetAlphaInEmission.put(state, netuid, alpha_in)
    resolve_to_alpha_in(state, mint_alpha(state, netuid, alpha_in))
    return put_tao_in(state, netuid, account, tao_in, credit)


@rule("EMI-inject/tao", SUBTENSOR(_RUN_COINBASE, "inject_and_maybe_swap"), until=432)
def put_tao_in(state: State, netuid: NetUid, account: AccountId, tao_in: TaoBalance, credit: Credit) -> Credit:
    """TAO liquidity is paid to the subnet's account and raises the reserve, the total stake and the protocol inflow.

    Where it cannot be paid, it stays in the credit, and the alpha is in the pool without it. Returns what is left of
    the credit.
    """
    if not tao_in:
        return credit
    credit, paid = spend_tao(state, account, credit, tao_in)
    if paid:
        SubnetTaoInEmission.put(state, netuid, tao_in)
        SubnetTAO.put(state, netuid, saturating_add(SubnetTAO.get(state, netuid), tao_in))
        TotalStake.put(state, saturating_add(TotalStake.get(state), tao_in))
        record_protocol_inflow(state, netuid, tao_in)
    return credit


INJECT = Switch[Callable[[State, NetUid, AccountId, SubnetTerms, Credit], Credit]](
    "injection into a subnet", ("r425", inject_into_subnet), ("r432", inject_after_purchase)
)
"""How a subnet's part of the block's TAO is spent; returns what is left of the credit."""
