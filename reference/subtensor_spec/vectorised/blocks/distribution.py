"""What was drained reaches hotkeys: epochs, then incentives and dividends on share pools (chapter on distribution)."""

from collections.abc import Mapping

from subtensor_spec.chain.items.stake_weight import TaoWeight
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.distribution.epoch import calculate_dividend_and_incentive_distribution
from subtensor_spec.chapters.distribution.incentives import pay_incentives as pay_incentives_exactly
from subtensor_spec.chapters.distribution.owner import pay_owner_cut
from subtensor_spec.chapters.distribution.payment import pay_alpha_dividends, pay_root_dividends
from subtensor_spec.chapters.distribution.subnet import validator_alpha
from subtensor_spec.chapters.issuance.alpha_assets import recycle_subnet_alpha
from subtensor_spec.chapters.mechanisms.epochs import epoch_with_mechanisms
from subtensor_spec.chapters.schedule.drain import Pending
from subtensor_spec.chapters.stake_weight.inherited import get_tao_weight
from subtensor_spec.vectorised.blocks.alpha import recycle
from subtensor_spec.vectorised.blocks.dividends import Dividends, share_out
from subtensor_spec.vectorised.blocks.epochs import Stakes, epoch_of, run_on_arrays
from subtensor_spec.vectorised.blocks.facts import Facts, Neuron
from subtensor_spec.vectorised.blocks.limits import proportion_of_64_bits, saturated
from subtensor_spec.vectorised.blocks.network import Network
from subtensor_spec.vectorised.blocks.pools import Pool


def distribute(network: Network, pending: Mapping[int, Pending]) -> None:
    """Distribute what was drained subnet by subnet (DIV-subnets/all)."""
    for at, amounts in pending.items():
        facts = network.facts(network.netuids[at])
        if facts is None:
            _distribute_exactly(network, network.netuids[at], amounts)
        else:
            _distribute(network, at, facts, amounts)
        network.columns.last_step.values[at] = network.block
        network.columns.last_step.touched.add(at)


def _distribute_exactly(network: Network, netuid: NetUid, pending: Pending) -> None:
    """Distribute on the state as the exact path does, but for the epochs themselves (DIV-subnets/one)."""
    with network.exactly() as state:
        emission = epoch_with_mechanisms(state, netuid, _whole(pending), run_on_arrays)
        paid = calculate_dividend_and_incentive_distribution(
            state, netuid, pending.root, validator_alpha(pending, emission), emission, get_tao_weight(state)
        )
        for amount in paid.recycled:
            recycle_subnet_alpha(state, netuid, amount)
        pay_owner_cut(state, netuid, pending.owner_cut)
        pay_incentives_exactly(state, netuid, paid.incentives)
        pay_alpha_dividends(state, netuid, paid.dividends.alpha)
        pay_root_dividends(state, netuid, paid.dividends.root)


def _whole(pending: Pending) -> AlphaBalance:
    return AlphaBalance(saturated(saturated(pending.server + pending.validator) + pending.root))


def _distribute(network: Network, at: int, facts: Facts, pending: Pending) -> None:
    """Distribute on columns and pools (DIV-subnets/one); without families every dividend stays with its hotkey."""
    netuid = network.netuids[at]
    stakes = Stakes(network, netuid, facts)
    outcome = epoch_of(network, at, facts, stakes, _whole(pending))
    incentives, dividends = outcome.server_emission.tolist(), outcome.validator_emission.tolist()
    validators = pending.validator if any(incentives) else saturated(pending.validator + pending.server)
    weight = proportion_of_64_bits(TaoWeight.get(network.state))
    shared = share_out(dividends, stakes.of_alpha, stakes.of_tao, weight, validators, pending.root)
    if facts.owner is not None:
        network.pools.pay(netuid, *facts.owner, pending.owner_cut)
    _pay_incentives(network, at, facts, incentives)
    _pay_alpha(network, netuid, facts, shared)
    _pay_root(network, netuid, facts, shared)


def _pay_incentives(network: Network, at: int, facts: Facts, incentives: list[int]) -> None:
    """Pay what servers earned, withhold what the owner's did (DIV-incentives/pay)."""
    columns, netuid, pay = network.columns, network.netuids[at], network.pools.pay
    here = network.pools_of(netuid, facts).here
    total = withheld = 0
    for neuron in facts.neurons:
        incentive = incentives[neuron.uid]
        total += incentive
        if not neuron.is_owners:
            if incentive or neuron.destination != neuron.hotkey or not _counts(here[neuron.uid], neuron):
                pay(netuid, neuron.destination, neuron.owner, incentive)
        elif incentive:
            withheld += incentive
            if facts.recycles:
                recycle(network, at, incentive)
            else:
                columns.burned.values[at] = saturated(columns.burned.values[at] + incentive)
    total, withheld = saturated(total), saturated(withheld)
    columns.miner_burned.values[at] = (withheld << 32) // total if total else 0
    columns.miner_burned.touched.add(at)


def _counts(pool: Pool | None, neuron: Neuron) -> bool:
    """Return whether a hotkey's pool is an ordinary one with a share of its owner's: paying nothing changes nothing."""
    return pool is not None and neuron.owner in pool.shares


def _pay_take(network: Network, netuid: NetUid, neuron: Neuron, dividend: int) -> int:
    """Stake a hotkey's take for its owner; return the rest in whole rao (DIV-pay/take)."""
    take = neuron.take * dividend >> 32
    network.pools.pay(netuid, neuron.hotkey, neuron.owner, take >> 32)
    return max(dividend - take, 0) >> 32


def _pay_alpha(network: Network, netuid: NetUid, facts: Facts, shared: Dividends) -> None:
    """Pay dividends for stake in the subnet (DIV-pay/alpha)."""
    pools, record = network.pools, network.records.of(netuid)
    kept = network.pools_of(netuid, facts)
    paid: dict[AccountId, int] = {}
    for neuron in facts.neurons:
        dividend, pool = shared.alpha[neuron.uid], kept.here[neuron.uid]
        if dividend or not _counts(pool, neuron):
            rest = _pay_take(network, netuid, neuron, dividend)
            pools.pay_all(netuid, neuron.hotkey, rest)
            paid[neuron.hotkey] = rest
            pool = None
        else:
            paid[neuron.hotkey] = 0
        is_good = pool is not None and kept.version == pools.version
        record.stakes[neuron.hotkey] = pool.value if pool and is_good else pools.value(netuid, neuron.hotkey)
    record.alpha_dividends = paid


def _pay_root(network: Network, netuid: NetUid, facts: Facts, shared: Dividends) -> None:
    """Make dividends for stake on root claimable (DIV-pay/root, RC-rate/increase)."""
    pools, record = network.pools, network.records.of(netuid)
    here = network.pools_of(netuid, facts).here
    paid: dict[AccountId, int] = {}
    for neuron in facts.neurons:
        dividend, hotkey = shared.root[neuron.uid], neuron.hotkey
        if not dividend and _counts(here[neuron.uid], neuron):
            network.rates.raise_rate(hotkey, netuid, 0)
            paid[hotkey] = 0
            continue
        rest = paid[hotkey] = _pay_take(network, netuid, neuron, dividend)
        total = pools.value(ROOT, hotkey)
        if rest > total:
            pools.pay(netuid, hotkey, neuron.owner, rest)
        else:
            network.rates.raise_rate(hotkey, netuid, (rest << 32) // total if total else 0)
    record.root_dividends = paid
