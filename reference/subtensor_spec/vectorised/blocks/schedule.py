"""Registration prices at a block's beginning, and which epochs run in it (REG-price, SCH-block)."""

from functools import lru_cache

from subtensor_spec.arithmetic.decimals.q32 import decay_factor, multiply
from subtensor_spec.chain.items.neurons import RegistrationsThisInterval
from subtensor_spec.chain.items.schedule import MaxEpochsPerBlock
from subtensor_spec.chain.types import ROOT, U64_MAX, AlphaBalance
from subtensor_spec.chapters.locks.owner import change_subnet_owner_if_needed, may_change_owner
from subtensor_spec.chapters.schedule.drain import Pending, is_epoch_input_state_consistent
from subtensor_spec.chapters.schedule.due import MAX_TEMPO
from subtensor_spec.vectorised.blocks.network import Network

_decay_factor = lru_cache(decay_factor)


def update_registration_prices(network: Network) -> None:
    """Every subnet's price decays within its bounds; its registrations are counted from zero (REG-price/block)."""
    columns, block = network.columns, network.block
    price, least, greatest = columns.price.values, columns.least_price.values, columns.greatest_price.values
    half_life, registrations = columns.half_life.values, columns.registrations.values
    columns.registrations.touched.update(range(len(network.netuids)))
    for at, before in enumerate(price):
        registrations[at] = 0
        after = multiply(before, _decay_factor(half_life[at])) if half_life[at] and block > 1 else before
        price[at] = min(max(after, least[at]), greatest[at])
    if ROOT in network.at and is_due(network, network.at[ROOT]):
        RegistrationsThisInterval.put(network.state, ROOT, 0)


def is_due(network: Network, at: int) -> bool:
    """Return whether a subnet's epoch is due (SCH-epoch/due)."""
    columns, block = network.columns, network.block
    tempo = columns.tempo.values[at]
    if tempo == 0:
        return False
    if 0 < columns.pending_epoch.values[at] <= block or columns.since_last_step.values[at] > MAX_TEMPO:
        return True
    return block - min(columns.last_epoch.values[at], block) >= tempo


def drain_pending(network: Network, subnets: list[int]) -> dict[int, Pending]:
    """Count the blocks since the last epochs and take what waits for those that run (SCH-block/drain).

    Returns it by place, in order of netuid.
    """
    columns, cap = network.columns, MaxEpochsPerBlock.get(network.state)
    since = columns.since_last_step.values
    columns.since_last_step.touched.update(subnets)
    drained: dict[int, Pending] = {}
    for at in subnets:
        since[at] = min(since[at] + 1, U64_MAX)
        if not is_due(network, at):
            continue
        if len(drained) >= cap:
            columns.pending_epoch.values[at] = min(network.block + 1, U64_MAX)
            columns.pending_epoch.touched.add(at)
            continue
        if network.facts(network.netuids[at]) or is_epoch_input_state_consistent(network.state, network.netuids[at]):
            since[at] = 0
            drained[at] = _take(network, at)
            _change_owner(network, at)
        _use_slot(network, at)
    return dict(sorted(drained.items(), key=lambda place: network.netuids[place[0]]))


def _take(network: Network, at: int) -> Pending:
    columns = network.columns
    taken = []
    for column in (columns.pending_server, columns.pending_validator, columns.pending_root, columns.pending_owner):
        taken.append(AlphaBalance(column.values[at]))
        column.values[at] = 0
        column.touched.add(at)
    return Pending(*taken)


def _change_owner(network: Network, at: int) -> None:
    """Conviction may hand the subnet to another owner, through the exact path (LCK-owner/change)."""
    netuid = network.netuids[at]
    network.columns.alpha_out.settle(network.state)
    if may_change_owner(network.state, netuid):
        with network.exactly() as state:
            change_subnet_owner_if_needed(state, netuid)


def _use_slot(network: Network, at: int) -> None:
    columns = network.columns
    columns.last_epoch.values[at] = network.block
    columns.pending_epoch.values[at] = 0
    columns.epoch_index.values[at] = min(columns.epoch_index.values[at] + 1, U64_MAX)
    for column in (columns.last_epoch, columns.pending_epoch, columns.epoch_index):
        column.touched.add(at)
