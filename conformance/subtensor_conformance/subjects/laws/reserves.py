"""Laws of subnets' TAO: the reserves, the total of all stake, and the accounts behind the reserves."""

from collections.abc import Iterator

from subtensor_conformance.laws.chain_law import BLOCK, Happened, StateLaw, StepLaw
from subtensor_conformance.subjects.laws.kept import appeared, kept
from subtensor_spec.chain.items.balances import SystemAccount
from subtensor_spec.chain.items.pools import SubnetTAO
from subtensor_spec.chain.items.staking import TotalHotkeyAlpha, TotalStake
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, NetUid
from subtensor_spec.chapters.subnets.existence import account_of

FEE = 5
"""Where the event of a purchase has its fee, in rao of TAO."""


def surplus(state: State, netuid: NetUid) -> int:
    """Return what a subnet's account holds beyond the reserve, in rao of TAO; less than nothing if it holds less."""
    return SystemAccount.get(state, account_of(netuid)).data.free - SubnetTAO.get(state, netuid)


def dust(step: Happened, netuid: NetUid) -> int:
    """Return what a subnet's account lost because it fell below the existential deposit, in rao."""
    account = "0x" + account_of(netuid).hex()
    lost = (event.fields for event in step.events_of("Balances.DustLost"))
    return sum(int(fields["amount"]) for fields in lost if fields["account"] == account)


def reserves(state: State) -> int:
    """Return all reserves together, in rao of TAO."""
    return sum(reserve for _, reserve in SubnetTAO.items(state))


def _total_stake(before: State, step: Happened, after: State) -> Iterator[str]:
    moved = reserves(after) - reserves(before)
    expected = 0
    if step.kind != BLOCK and not step.call.startswith("Balances."):
        stayed = kept(before, after)
        expected = sum(surplus(after, netuid) - surplus(before, netuid) + dust(step, netuid) for netuid in stayed)
        expected += sum(int(event.fields["fee"]) for event in step.events_of("SubtensorModule.StakeAdded"))
    old, new = TotalStake.get(before), TotalStake.get(after)
    if new != max(old + moved + expected, 0):
        yield f"{TotalStake} grows by {new - old} rao, the reserves by {moved}, and {expected} are fees or left over"


def _behind(before: State, step: Happened, after: State) -> Iterator[str]:
    if step.call.startswith("Balances."):
        return
    for netuid in kept(before, after):
        fall = surplus(before, netuid) - surplus(after, netuid)
        if fall > dust(step, netuid):
            yield f"the account of subnet {netuid} loses {fall} rao against the reserve"
    for netuid in appeared(before, after):
        if surplus(after, netuid) < 0:
            yield f"the account of the new subnet {netuid} lacks {-surplus(after, netuid)} rao of the reserve"


def _root(state: State) -> Iterator[str]:
    staked = sum(stake for (_, netuid), stake in TotalHotkeyAlpha.entries(state) if netuid == ROOT)
    if staked != SubnetTAO.get(state, ROOT):
        yield f"{staked} rao are staked on root, {SubnetTAO.get(state, ROOT)} are in its reserve"


LAWS: tuple[StateLaw | StepLaw, ...] = (
    StepLaw(
        "reserves/total-stake",
        "TotalStake less all reserves grows in a call by the fees of purchases that the event StakeAdded tells, and "
        "by what stays on subnets' accounts beyond their reserves: the fees of registrations, and what a price "
        "limit left over. It does not move in a block, in a call of the pallet Balances, or by a subnet's beginning "
        "or end. TotalStake does not fall below zero, though the reserve of the first subnet was never counted.",
        ("STK-swap/buy", "STK-swap/sell", "NET-register/pool", "NET-refund/steps", "EMI-inject/tao"),
        _total_stake,
    ),
    StepLaw(
        "reserves/account-behind",
        "What the account of a subnet holds less the reserve does not fall, but for the dust that an account loses, "
        "and for calls of the pallet Balances. It is not negative when a subnet begins.",
        ("STK-swap/buy", "STK-swap/sell", "NET-register/pool"),
        _behind,
    ),
    StateLaw(
        "reserves/root",
        "The reserve of root is what is staked there with all hotkeys.",
        ("STK-swap/buy", "RC-claim/swap"),
        _root,
    ),
)
