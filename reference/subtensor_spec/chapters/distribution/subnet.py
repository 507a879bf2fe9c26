"""One subnet's epoch from the pending amounts to the last rao paid."""

from collections.abc import Mapping, Sequence

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.schedule import LastMechansimStepBlock
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, NetUid, saturating_add
from subtensor_spec.chapters.distribution.epoch import HotkeyEmission, calculate_dividend_and_incentive_distribution
from subtensor_spec.chapters.distribution.incentives import pay_incentives
from subtensor_spec.chapters.distribution.owner import pay_owner_cut
from subtensor_spec.chapters.distribution.payment import pay_alpha_dividends, pay_root_dividends
from subtensor_spec.chapters.issuance.alpha_assets import recycle_subnet_alpha
from subtensor_spec.chapters.mechanisms.epochs import epoch_with_mechanisms
from subtensor_spec.chapters.schedule.drain import Pending
from subtensor_spec.chapters.stake_weight.inherited import get_tao_weight
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"


@rule("DIV-subnets/all", SUBTENSOR(_RUN_COINBASE, "distribute_emissions_to_subnets"))
def distribute_emissions_to_subnets(state: State, pending: Mapping[NetUid, Pending]) -> None:
    """What was drained is distributed subnet by subnet, and only then does the block become that of its last step."""
    for netuid, amounts in pending.items():
        distribute_emission(state, netuid, amounts)
        LastMechansimStepBlock.put(state, netuid, current_block(state))


@rule("DIV-subnets/one", SUBTENSOR(_RUN_COINBASE, "distribute_emission"))
def distribute_emission(state: State, netuid: NetUid, pending: Pending) -> None:
    """The epoch runs on what waits for servers, validators and root together; then all is paid in a fixed order.

    What is recycled of foreign parents' portions, the owner's cut, incentives, dividends in the subnet, dividends on
    root. The epoch's emission decides incentives; dividends share out what waits for validators and for root.
    """
    whole = saturating_add(saturating_add(pending.server, pending.validator), pending.root)
    emission = epoch_with_mechanisms(state, netuid, whole)
    paid = calculate_dividend_and_incentive_distribution(
        state, netuid, pending.root, validator_alpha(pending, emission), emission, get_tao_weight(state)
    )
    for amount in paid.recycled:
        recycle_subnet_alpha(state, netuid, amount)
    pay_owner_cut(state, netuid, pending.owner_cut)
    pay_incentives(state, netuid, paid.incentives)
    pay_alpha_dividends(state, netuid, paid.dividends.alpha)
    pay_root_dividends(state, netuid, paid.dividends.root)


@rule("DIV-subnets/validators", SUBTENSOR(_RUN_COINBASE, "distribute_emission"))
def validator_alpha(pending: Pending, emission: Sequence[HotkeyEmission]) -> AlphaBalance:
    """Where no hotkey has an incentive, validators are paid what waits for servers besides what waits for them."""
    if any(entry.incentive for entry in emission):
        return pending.validator
    return saturating_add(pending.validator, pending.server)
