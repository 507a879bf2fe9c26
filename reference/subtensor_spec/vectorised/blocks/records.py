"""What epochs store and only the next epoch, or somebody who looks, reads."""

from dataclasses import dataclass, field

from subtensor_spec.chain.items.consensus import (
    Active,
    Bonds,
    Consensus,
    Dividends,
    Emission,
    Incentive,
    StakeWeight,
    ValidatorPermit,
    ValidatorTrust,
)
from subtensor_spec.chain.items.emission import AlphaDividendsPerSubnet, RootAlphaDividendsPerSubnet
from subtensor_spec.chain.items.staking import TotalHotkeyAlphaLastEpoch
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, NetUidStorageIndex
from subtensor_spec.vectorised.blocks.rows import write_rows
from subtensor_spec.vectorised.consensus.outcome import EpochOutcome

Amounts = dict[AccountId, int]


@dataclass
class Record:
    """One subnet's last epoch as the state does not have it yet."""

    outcome: EpochOutcome | None = None
    alpha_dividends: Amounts = field(default_factory=dict)
    root_dividends: Amounts = field(default_factory=dict)
    stakes: Amounts = field(default_factory=dict)
    """Stake on each hotkey after it was paid; kept for hotkeys that a later epoch does not pay."""


class Records:
    """The records of all subnets that had an epoch since the state was written."""

    def __init__(self) -> None:
        self._records: dict[NetUid, Record] = {}

    def of(self, netuid: NetUid) -> Record:
        """Return a subnet's record to write into."""
        return self._records.setdefault(netuid, Record())

    def settle(self, state: State) -> None:
        """Write all records."""
        for netuid, record in sorted(self._records.items()):
            _write(state, netuid, record)
        self._records.clear()


def _write(state: State, netuid: NetUid, record: Record) -> None:
    if record.outcome is not None:
        _write_outcome(state, netuid, record.outcome)
    for item, amounts in (
        (AlphaDividendsPerSubnet, record.alpha_dividends),
        (RootAlphaDividendsPerSubnet, record.root_dividends),
    ):
        for hotkey in item.prefix_keys(state, netuid):
            if hotkey not in amounts:
                item.remove(state, netuid, hotkey)
        for hotkey, amount in amounts.items():
            item.put(state, netuid, hotkey, AlphaBalance(amount))
    for hotkey, amount in record.stakes.items():
        TotalHotkeyAlphaLastEpoch.put(state, hotkey, netuid, AlphaBalance(amount))


def _write_outcome(state: State, netuid: NetUid, outcome: EpochOutcome) -> None:
    """Store an epoch's lists and bonds (YC-state/mechanism, YC-state/subnet)."""
    index = NetUidStorageIndex(netuid)
    Incentive.put(state, index, tuple(outcome.incentive.tolist()))
    write_rows(state, Bonds, index, outcome.bond)
    Active.put(state, netuid, tuple(outcome.active.tolist()))
    Emission.put(state, netuid, tuple(outcome.emission.tolist()))
    Consensus.put(state, netuid, tuple(outcome.consensus.tolist()))
    Dividends.put(state, netuid, tuple(outcome.dividend.tolist()))
    ValidatorTrust.put(state, netuid, tuple(outcome.validator_trust.tolist()))
    ValidatorPermit.put(state, netuid, tuple(outcome.new_validator_permit.tolist()))
    StakeWeight.put(state, netuid, tuple(outcome.stake_weight.tolist()))
