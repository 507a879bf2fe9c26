"""Functions of revisions after the current one: gate, reservoirs, injection with both, liquid alpha's choice."""

from collections.abc import Sequence

from subtensor_conformance.functions.function import Function, Namespace
from subtensor_spec.arithmetic import I32F32, U64F64, U96F32
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.items import consensus, emission, pools, revisions, subnets, swap
from subtensor_spec.chain.items.balances import BalancesTotalIssuance, Number
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.revisions import revision
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, Balancer, BlockNumber, ConsensusMode, NetUid, TaoBalance
from subtensor_spec.chapters.balances.accounts import free_balance
from subtensor_spec.chapters.emission.injection import inject_and_maybe_swap
from subtensor_spec.chapters.emission.subnet_terms import SubnetTerms
from subtensor_spec.chapters.issuance.block_emission import get_alpha_issuance, get_block_emission_for_issuance
from subtensor_spec.chapters.issuance.tao_supply import mint_tao
from subtensor_spec.chapters.revisions import gate, reservoirs
from subtensor_spec.chapters.revisions.liquid_consensus import PREVIOUS_CONSENSUS, as_consensus
from subtensor_spec.chapters.subnets.existence import account_of
from subtensor_spec.errors import InvalidInput

_NETUID = NetUid(1)

Shares = Sequence[tuple[int, U64F64]]
Pool = tuple[int, int, int, int, int]
"""TAO reserve, alpha reserve, quote weight, and what waits of each side."""


def _state(name: str, pool: Pool) -> State:
    state = State(revision=revision(name))
    tao, alpha, weight, tao_waiting, alpha_waiting = pool
    subnets.NetworksAdded.put(state, _NETUID, True)
    pools.SubnetMechanism.put(state, _NETUID, 1)
    pools.SubnetTAO.put(state, _NETUID, TaoBalance(tao))
    pools.SubnetAlphaIn.put(state, _NETUID, AlphaBalance(alpha))
    swap.PalSwapInitialized.put(state, _NETUID, True)
    swap.SwapBalancer.put(state, _NETUID, Balancer(Perquintill.from_parts(weight)))
    revisions.BalancerTaoReservoir.put(state, _NETUID, TaoBalance(tao_waiting))
    revisions.BalancerAlphaReservoir.put(state, _NETUID, AlphaBalance(alpha_waiting))
    return state


def _pool(state: State) -> Pool:
    return (
        pools.SubnetTAO.get(state, _NETUID),
        pools.SubnetAlphaIn.get(state, _NETUID),
        swap.SwapBalancer.get(state, _NETUID).quote.parts,
        revisions.BalancerTaoReservoir.get(state, _NETUID),
        revisions.BalancerAlphaReservoir.get(state, _NETUID),
    )


def _adjusted(pool: Pool, tao: int, alpha: int) -> tuple[Pool, int, int]:
    state = _state("r432", pool)
    into = reservoirs.adjust_with_reservoirs(state, _NETUID, TaoBalance(tao), AlphaBalance(alpha))
    return (_pool(state), *into)


def _injected(pool: Pool, credit: int, tao: int, alpha: int, excess: int) -> tuple[Pool, tuple[int, ...]]:
    """Return the pool, then recorded TAO, alpha and excess, the account's TAO, and both records of issuance."""
    state = _state("r432", pool)
    terms = SubnetTerms(*(U96F32.saturating_from_num(amount) for amount in (tao, alpha, 0, excess)))
    inject_and_maybe_swap(state, [_NETUID], {_NETUID: terms}, mint_tao(state, TaoBalance(credit)))
    records = (
        emission.SubnetTaoInEmission.get(state, _NETUID),
        emission.SubnetAlphaInEmission.get(state, _NETUID),
        emission.SubnetExcessTao.get(state, _NETUID),
        free_balance(state, account_of(_NETUID)),
        TotalIssuance.get(state),
        BalancesTotalIssuance.get(state),
    )
    return _pool(state), records


def _issued(alpha_in: int, alpha_out: int, waiting: int) -> int:
    state = _state("r432", (0, alpha_in, 5 * 10**17, 0, waiting))
    pools.SubnetAlphaOut.put(state, _NETUID, AlphaBalance(alpha_out))
    return get_alpha_issuance(state, _NETUID)


def _item(stored: int, issuance: int) -> int:
    state = State(revision=revision("r432"))
    emission.BlockEmission.put(state, stored)
    get_block_emission_for_issuance(state, issuance)
    return emission.BlockEmission.get(state)


def _gated(block: int, bar: U64F64, rank: int, quantile: U64F64, exponent: U64F64, shares: Shares) -> object:
    state = State(revision=revision("r441"))
    Number.put(state, BlockNumber(block))
    revisions.EmissionGateBar.put(state, bar)
    revisions.EmissionBarRank.put(state, rank)
    revisions.EmissionBarQuantile.put(state, quantile)
    revisions.EmissionGateExponent.put(state, exponent)
    after = gate.gated(state, {NetUid(netuid): share for netuid, share in sorted(shares)})
    return revisions.EmissionGateBar.get(state), list(after.items())


def _liquid(mode: int, bonds_penalty: int, stored: Sequence[int], found: Sequence[I32F32]) -> Sequence[I32F32]:
    if mode > ConsensusMode.Auto.value:
        raise InvalidInput("mode", f"{mode} is none of 0, 1 and 2")
    state = State(revision=revision("r446"))
    revisions.LiquidAlphaConsensusMode.put(state, _NETUID, ConsensusMode(mode))
    consensus.BondsPenalty.put(state, _NETUID, bonds_penalty)
    consensus.Consensus.put(state, _NETUID, tuple(stored))
    previous = PREVIOUS_CONSENSUS.at(state)(state, _NETUID)
    return found if previous is None else as_consensus(previous, len(found))


_POOL = "tuple<u64,u64,u64,u64,u64>"
_RECORDS = "tuple<u64,u64,u64,u64,u64,u64>"
_r432 = Namespace("later", "later", slow=True, since="r432")
_r440 = Namespace("later", "later", slow=True, since="r440")
_r441 = Namespace("later", "later", slow=True, since="r441")
_r446 = Namespace("later", "later", slow=True, since="r446")

FUNCTIONS: list[Function] = [
    _r432(
        "adjust_protocol_liquidity",
        f"pool: {_POOL}, tao: u64, alpha: u64 -> tuple<{_POOL},u64,u64>",
        _adjusted,
        *("REV-pool/protocol-liquidity", "REV-pool/fitting"),
    ),
    _r432(
        "inject",
        f"pool: {_POOL}, credit: u64, tao: u64, alpha: u64, excess: u64 -> tuple<{_POOL},{_RECORDS}>",
        _injected,
        *("REV-inject/subnet", "REV-inject/reserves", "REV-refund/block", "REV-refund/withdraw"),
    ),
    _r432("alpha_issuance", "alpha_in: u64, alpha_out: u64, waiting: u64 -> u64", _issued, "REV-pool/issued"),
    _r432("block_emission_item", "stored: u64, issuance: u64 -> u64", _item, "REV-emission/not-kept"),
    _r440.plain(gate.quantile_bar, "shares: list<U64F64>, quantile: U64F64 -> U64F64"),
    _r440.plain(gate.passed_by_gate, "share: U64F64, bar: U64F64, exponent: U64F64 -> U64F64"),
    _r441.plain(gate.rank_bar, "shares: list<U64F64>, rank: u16 -> U64F64"),
    _r441(
        "emission_gate",
        "block: u32, bar: U64F64, rank: u16, quantile: U64F64, exponent: U64F64, shares: list<tuple<u16,U64F64>>"
        " -> tuple<U64F64,list<tuple<u16,U64F64>>>",
        _gated,
        *("REV-gate/block", "REV-gate/update", "REV-gate/bar-of-rank", "REV-gate/apply"),
    ),
    _r446(
        "consensus_for_liquid_alpha",
        "mode: u8, bonds_penalty: u16, stored: list<u16>, found: list<I32F32> -> list<I32F32>",
        _liquid,
        *("REV-liquid/mode", "REV-liquid/choice", "REV-liquid/previous"),
        raw="compute_consensus_for_liquid_alpha",
    ),
]
"""Functions that hold from a later revision on."""
