"""What servers are paid, and what the owner's servers are not."""

from collections.abc import Mapping

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chain.event_kinds.subtensor_module import AutoStakeAdded
from subtensor_spec.chain.items.emission import MinerBurned, RecycleOrBurn
from subtensor_spec.chain.items.staking import AutoStakeDestination, Owner
from subtensor_spec.chain.items.subnets import SubnetOwner
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, RecycleOrBurnEnum, saturating_add
from subtensor_spec.chapters.distribution.owner import get_owner_hotkeys
from subtensor_spec.chapters.issuance.alpha_assets import burn_subnet_alpha, recycle_subnet_alpha
from subtensor_spec.chapters.staking.stakes import increase_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"


@rule("DIV-incentives/pay", SUBTENSOR(_RUN_COINBASE, "distribute_dividends_and_incentives"))
def pay_incentives(state: State, netuid: NetUid, incentives: Mapping[AccountId, AlphaBalance]) -> None:
    """Each hotkey is paid its incentive in the order given; that of the owner's hotkeys is withheld.

    The part of all incentives that was withheld is recorded, rounded down to 32 fraction bits, zero of none. The sums
    saturate.
    """
    owner_hotkeys = get_owner_hotkeys(state, netuid, SubnetOwner.get(state, netuid))
    total = withheld = AlphaBalance(0)
    for hotkey, incentive in incentives.items():
        total = saturating_add(total, incentive)
        if hotkey in owner_hotkeys:
            withheld = saturating_add(withheld, incentive)
            withhold(state, netuid, incentive)
        else:
            pay_incentive(state, netuid, hotkey, incentive)
    part = U96F32.saturating_from_num(withheld).safe_div(U96F32.saturating_from_num(total))
    MinerBurned.put(state, netuid, part)


@rule("DIV-incentives/withhold", SUBTENSOR(_RUN_COINBASE, "distribute_dividends_and_incentives"))
def withhold(state: State, netuid: NetUid, incentive: AlphaBalance) -> None:
    """An incentive of the owner's is recycled if the subnet chose that, and burned otherwise."""
    if RecycleOrBurn.get(state, netuid) is RecycleOrBurnEnum.Recycle:
        recycle_subnet_alpha(state, netuid, incentive)
    else:
        burn_subnet_alpha(state, netuid, incentive)


@rule("DIV-incentives/stake", SUBTENSOR(_RUN_COINBASE, "distribute_dividends_and_incentives"))
def pay_incentive(state: State, netuid: NetUid, hotkey: AccountId, incentive: AlphaBalance) -> None:
    """An incentive is staked for the hotkey's owner, on the hotkey or where the owner has it staked automatically.

    In the second case ``AutoStakeAdded`` is emitted first, for an incentive of zero too.
    """
    owner = Owner.get(state, hotkey)
    destination = AutoStakeDestination.get(state, owner, netuid)
    if destination is not None:
        state.emit(AutoStakeAdded(netuid, destination, hotkey, owner, incentive))
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, destination or hotkey, owner, netuid, incentive)
