"""What reaches a subnet's pool from ``r432`` on: the purchase comes first, and what does not fit waits."""

from subtensor_spec.arithmetic import U64
from subtensor_spec.chain.items.emission import SubnetAlphaInEmission, SubnetExcessTao, SubnetTaoInEmission
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetTAO
from subtensor_spec.chain.items.staking import TotalStake
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, TaoBalance, saturating_add
from subtensor_spec.chapters.balances.fungible import Credit
from subtensor_spec.chapters.emission.flows import record_protocol_inflow
from subtensor_spec.chapters.emission.purchase import buy_alpha
from subtensor_spec.chapters.emission.subnet_terms import SubnetTerms
from subtensor_spec.chapters.issuance.alpha_assets import mint_alpha
from subtensor_spec.chapters.issuance.tao_supply import spend_tao
from subtensor_spec.chapters.revisions.reservoirs import adjust_with_reservoirs
from subtensor_spec.rules import SUBTENSOR_RESERVOIRS, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"


@rule("REV-inject/subnet", SUBTENSOR_RESERVOIRS(_RUN_COINBASE, "inject_and_maybe_swap"), since=432)
def inject_after_purchase(
    state: State, netuid: NetUid, account: AccountId, terms: SubnetTerms, credit: Credit
) -> Credit:
    """First excess TAO buys alpha, then the TAO liquidity is paid, and then both sides go in as far as they fit.

    The terms count in whole rao, rounded down. All of this block's alpha is minted. Where the TAO cannot be paid, it
    stays in the credit, and the pool is offered none of it. What goes in may hold what waited since earlier blocks;
    the records of this block's liquidity are of what went in. Returns what is left of the credit.
    """
    alpha_in = AlphaBalance(terms.alpha_in.saturating_to_num(U64))
    SubnetExcessTao.put(state, netuid, TaoBalance(0))
    SubnetTaoInEmission.put(state, netuid, TaoBalance(0))
    credit = buy_alpha(state, netuid, account, TaoBalance(terms.excess_tao.saturating_to_num(U64)), credit)
    tao_in = TaoBalance(terms.tao_in.saturating_to_num(U64))
    if tao_in:
        credit, paid = spend_tao(state, account, credit, tao_in)
        tao_in = tao_in if paid else TaoBalance(0)
    mint_alpha(state, netuid, alpha_in)
    raise_reserves(state, netuid, *adjust_with_reservoirs(state, netuid, tao_in, alpha_in))
    return credit


@rule("REV-inject/reserves", SUBTENSOR_RESERVOIRS(_RUN_COINBASE, "inject_and_maybe_swap"), since=432)
def raise_reserves(state: State, netuid: NetUid, tao: TaoBalance, alpha: AlphaBalance) -> None:
    """The liquidity that goes in raises the reserves and is recorded as this block's; the sums saturate.

    The TAO raises the total stake and the protocol inflow too. Of no alpha zero is recorded, of no TAO nothing.
    """
    SubnetAlphaInEmission.put(state, netuid, alpha)
    if alpha:
        SubnetAlphaIn.put(state, netuid, saturating_add(SubnetAlphaIn.get(state, netuid), alpha))
    if tao:
        SubnetTaoInEmission.put(state, netuid, tao)
        SubnetTAO.put(state, netuid, saturating_add(SubnetTAO.get(state, netuid), tao))
        TotalStake.put(state, saturating_add(TotalStake.get(state), tao))
        record_protocol_inflow(state, netuid, tao)
