"""The chain's own purchases: TAO that does not fit into a subnet's pool as liquidity buys alpha from it."""

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.emission import SubnetExcessTao
from subtensor_spec.chain.items.pools import SubnetProtocolAlpha
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, TaoBalance, saturating_add
from subtensor_spec.chapters.balances.fungible import Credit
from subtensor_spec.chapters.emission.flows import record_protocol_inflow
from subtensor_spec.chapters.issuance.tao_supply import spend_tao
from subtensor_spec.chapters.revisions.refunds import FAILED_PURCHASE
from subtensor_spec.chapters.staking.stake_utils import swap_tao_for_alpha
from subtensor_spec.chapters.swap.liquidity import max_price
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"


@rule("EMI-inject/buy", SUBTENSOR(_RUN_COINBASE, "inject_and_maybe_swap"))
def buy_alpha(state: State, netuid: NetUid, account: AccountId, excess_tao: TaoBalance, credit: Credit) -> Credit:
    """Excess TAO is paid to the subnet's account and buys alpha without a fee and without a limit of price.

    The alpha bought belongs to nobody: it is counted in ``SubnetProtocolAlpha``. The TAO that the pool took is the
    block's excess and a protocol inflow. A purchase that fails counts nowhere; what becomes of its TAO depends on the
    revision. Where the TAO cannot be paid, it stays in the credit. Returns what is left of the credit.
    """
    if not excess_tao:
        return credit
    credit, paid = spend_tao(state, account, credit, excess_tao)
    if not paid:
        return credit
    try:
        bought = swap_tao_for_alpha(state, netuid, excess_tao, max_price(), drop_fees=True)
    except CallError:
        return FAILED_PURCHASE.at(state)(state, account, excess_tao, credit)
    alpha = AlphaBalance(bought.amount_paid_out)
    SubnetProtocolAlpha.put(state, netuid, saturating_add(SubnetProtocolAlpha.get(state, netuid), alpha))
    SubnetExcessTao.put(state, netuid, TaoBalance(bought.amount_paid_in))
    record_protocol_inflow(state, netuid, TaoBalance(bought.amount_paid_in))
    return credit
