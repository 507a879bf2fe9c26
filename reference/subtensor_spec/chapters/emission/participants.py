"""The alpha that a subnet emits to its participants: the owner's cut, and what waits for the next epoch."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from subtensor_spec.arithmetic import U16, U64, U96F32
from subtensor_spec.chain.items.emission import (
    OwnerCutEnabled,
    PendingOwnerCut,
    PendingRootAlphaDivs,
    PendingServerEmission,
    PendingValidatorEmission,
    SubnetAlphaOutEmission,
    SubnetOwnerCut,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Map
from subtensor_spec.chain.types import AlphaBalance, NetUid, saturating_add
from subtensor_spec.chapters.emission.root_proportion import root_proportion
from subtensor_spec.chapters.emission.subnet_terms import SubnetTerms
from subtensor_spec.chapters.issuance.alpha_assets import mint_alpha, recycle_subnet_alpha, resolve_to_alpha_out
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"

_HALF = U96F32.from_bits(1 << 31)
_ALL = U96F32.saturating_from_num(U16.MAX)


@dataclass(frozen=True)
class AlphaParts:
    """What becomes of the alpha that a subnet emits in a block after the owner's cut, in rao with 32 fraction bits."""

    server: U96F32
    validator: U96F32
    root: U96F32


@rule("EMI-alpha/owner-cut", SUBTENSOR("pallets/subtensor/src/utils/misc.rs", "get_float_subnet_owner_cut"))
def get_float_subnet_owner_cut(state: State) -> U96F32:
    """The owner's cut is the stored 16-bit part over 65535, rounded down to 32 fraction bits."""
    return U96F32.saturating_from_num(SubnetOwnerCut.get(state)).safe_div(_ALL)


@rule("EMI-alpha/parts", SUBTENSOR(_RUN_COINBASE, "emit_to_subnets"))
def parts_of_alpha(alpha_out: U96F32, of_root: U96F32) -> AlphaParts:
    """Half of the alpha is for servers; of the other half root's proportion is for root and the rest for validators.

    Root's part is the proportion times the alpha, then times a half; each product is rounded down to 32 fraction bits.
    """
    root = of_root.saturating_mul(alpha_out).saturating_mul(_HALF)
    server = alpha_out.saturating_mul(_HALF)
    return AlphaParts(server, alpha_out.saturating_sub(server).saturating_sub(root), root)


@rule("EMI-alpha/subnets", SUBTENSOR(_RUN_COINBASE, "emit_to_subnets"))
def emit_alpha(
    state: State, subnets: Iterable[NetUid], terms: Mapping[NetUid, SubnetTerms], root_sell_flag: bool
) -> None:
    """Each subnet's alpha is minted outside the pool, in whole rao, and then divided, the fractions of a rao included.

    The owner's cut, if it is enabled, comes first and waits with the rest for the subnet's next epoch. Root's
    proportion is that of the issuance with the alpha just minted.
    """
    cut = get_float_subnet_owner_cut(state)
    for netuid in subnets:
        alpha_out = terms[netuid].alpha_out
        created = AlphaBalance(alpha_out.saturating_to_num(U64))
        SubnetAlphaOutEmission.put(state, netuid, created)
        resolve_to_alpha_out(state, mint_alpha(state, netuid, created))
        if OwnerCutEnabled.get(state, netuid):
            owner_cut = alpha_out.saturating_mul(cut)
            alpha_out = alpha_out.saturating_sub(owner_cut)
            _add(state, PendingOwnerCut, netuid, owner_cut)
        parts = parts_of_alpha(alpha_out, root_proportion(state, netuid))
        keep_pending(state, netuid, parts, root_sell_flag)


@rule("EMI-alpha/pending", SUBTENSOR(_RUN_COINBASE, "emit_to_subnets"))
def keep_pending(state: State, netuid: NetUid, parts: AlphaParts, root_sell_flag: bool) -> None:
    """Each part is added to its pending amount in whole rao, rounded down; the sums saturate.

    Root's part is recycled instead if root is not paid in this block. A part of no rao is stored as well.
    """
    _add(state, PendingServerEmission, netuid, parts.server)
    _add(state, PendingValidatorEmission, netuid, parts.validator)
    if root_sell_flag:
        _add(state, PendingRootAlphaDivs, netuid, parts.root)
    else:
        recycle_subnet_alpha(state, netuid, AlphaBalance(parts.root.saturating_to_num(U64)))


def _add(state: State, pending: Map[NetUid, AlphaBalance], netuid: NetUid, part: U96F32) -> None:
    pending.put(state, netuid, saturating_add(pending.get(state, netuid), AlphaBalance(part.saturating_to_num(U64))))
