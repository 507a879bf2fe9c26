"""Rate limits: how many blocks must pass before the same kind of transaction may come again.

Limits and blocks are numbers of blocks, u64. A block of zero means that there was no such transaction yet.
"""

from enum import Enum

from subtensor_spec.chain import types
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.rate_limits import (
    LastRateLimitedBlock,
    OwnerHyperparamRateLimit,
    TransactionKeyLastBlock,
    TxRateLimit,
)
from subtensor_spec.chain.items.schedule import Tempo
from subtensor_spec.chain.items.stake_weight import TxChildkeyTakeRateLimit, TxDelegateTakeRateLimit
from subtensor_spec.chain.items.subnets import NetworkRateLimit
from subtensor_spec.chain.items.weights import WeightsVersionKeyRateLimit
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import (
    ROOT,
    U64_MAX,
    AccountId,
    Hyperparameter,
    NetUid,
    NetworkLastRegistered,
    OwnerHyperparamUpdate,
    RateLimitKey,
)
from subtensor_spec.rules import SUBTENSOR, rule

_RATE_LIMITING = "pallets/subtensor/src/utils/rate_limiting.rs"
_ROOT = "pallets/subtensor/src/coinbase/root.rs"

SET_CHILDREN_RATE_LIMIT = 150
"""Blocks between two changes of a hotkey's children on one subnet, half an hour."""
MECHANISM_COUNT_SET_RATE_LIMIT = 7_200
"""Blocks between two changes of a subnet's number of mechanisms, a day."""
MECHANISM_EMISSION_RATE_LIMIT = 7_200
"""Blocks between two changes of the split of emission among a subnet's mechanisms, a day."""
MAX_UIDS_TRIMMING_RATE_LIMIT = 216_000
"""Blocks between two trimmings of a subnet to fewer neurons, thirty days."""
SET_SN_OWNER_HOTKEY_RATE_LIMIT = 50_400
"""Blocks between two changes of a subnet's owner hotkey, a week."""
MIN_TEMPO = 360
"""The shortest period between epochs that an owner may set, in blocks; also what must pass between two such changes."""


class TransactionType(Enum):
    """A kind of transaction that is limited in rate; its value is its number in ``TransactionKeyLastBlock``.

    An owner's change of a setting is one more kind for each setting: it is named by its :class:`Hyperparameter`.
    """

    SetChildren = 0
    SetChildkeyTake = 1
    Unknown = 2
    RegisterNetwork = 3
    SetWeightsVersionKey = 4
    SetSNOwnerHotkey = 5
    MechanismCountUpdate = 7
    MechanismEmission = 8
    MaxUidsTrimming = 9
    AddStakeBurn = 10
    TempoUpdate = 11


LimitedTransaction = TransactionType | Hyperparameter
"""Whatever is limited in rate."""


@rule("HYP-rate/limit", SUBTENSOR(_RATE_LIMITING, "rate_limit"))
def rate_limit(state: State, transaction: LimitedTransaction) -> int:
    """The limit of a kind that no subnet sets is a constant, or stored for the chain, and zero for every other kind.

    Constants: children 150, number of mechanisms and their emission 7 200, trimming 216 000. Stored: a child's take
    (``TxChildkeyTakeRateLimit``), a new subnet (``NetworkRateLimit``).
    """
    match transaction:
        case TransactionType.SetChildren:
            return SET_CHILDREN_RATE_LIMIT
        case TransactionType.SetChildkeyTake:
            return TxChildkeyTakeRateLimit.get(state)
        case TransactionType.RegisterNetwork:
            return NetworkRateLimit.get(state)
        case TransactionType.MechanismCountUpdate:
            return MECHANISM_COUNT_SET_RATE_LIMIT
        case TransactionType.MechanismEmission:
            return MECHANISM_EMISSION_RATE_LIMIT
        case TransactionType.MaxUidsTrimming:
            return MAX_UIDS_TRIMMING_RATE_LIMIT
        case _:
            return 0


@rule("HYP-rate/limit-on-subnet", SUBTENSOR(_RATE_LIMITING, "rate_limit_on_subnet"))
def rate_limit_on_subnet(state: State, transaction: LimitedTransaction, netuid: NetUid) -> int:
    """On a subnet, some limits are in tempos: tempo times a stored number of them, at most ``2**64 - 1`` blocks.

    The version key waits ``WeightsVersionKeyRateLimit`` tempos, a setting ``OwnerHyperparamRateLimit``, burned stake
    one. The owner's hotkey waits 50 400 blocks and the tempo itself 360; every other kind has its limit of the chain.
    """
    match transaction:
        case TransactionType.SetWeightsVersionKey:
            return min(Tempo.get(state, netuid) * WeightsVersionKeyRateLimit.get(state), U64_MAX)
        case Hyperparameter():
            return Tempo.get(state, netuid) * OwnerHyperparamRateLimit.get(state)
        case TransactionType.SetSNOwnerHotkey:
            return SET_SN_OWNER_HOTKEY_RATE_LIMIT
        case TransactionType.AddStakeBurn:
            return Tempo.get(state, netuid)
        case TransactionType.TempoUpdate:
            return MIN_TEMPO
        case _:
            return rate_limit(state, transaction)


@rule("HYP-rate/check", SUBTENSOR(_RATE_LIMITING, "check_passes_rate_limit"))
def check_passes_rate_limit(limit: int, block: int, last_block: int) -> bool:
    """A transaction passes if there was none before, or if at least the limit's blocks have gone by since.

    A last block that lies in the future counts as zero blocks ago.
    """
    return last_block == 0 or max(block - last_block, 0) >= limit


@rule("HYP-rate/passes", SUBTENSOR(_RATE_LIMITING, "passes_rate_limit"))
def passes_rate_limit(state: State, transaction: LimitedTransaction, key: AccountId) -> bool:
    """A transaction passes the chain's limit if it does so by its last block and the limit that no subnet sets."""
    limit, last = rate_limit(state, transaction), last_block(state, transaction, key)
    return check_passes_rate_limit(limit, current_block(state), last)


@rule("HYP-rate/passes-on-subnet", SUBTENSOR(_RATE_LIMITING, "passes_rate_limit_on_subnet"))
def passes_rate_limit_on_subnet(
    state: State, transaction: LimitedTransaction, hotkey: AccountId, netuid: NetUid
) -> bool:
    """A transaction passes a subnet's limit if it does so by its last block and its limit on that subnet."""
    limit = rate_limit_on_subnet(state, transaction, netuid)
    last = last_block_on_subnet(state, transaction, hotkey, netuid)
    return check_passes_rate_limit(limit, current_block(state), last)


@rule("HYP-rate/last", SUBTENSOR(_RATE_LIMITING, "last_block"))
def last_block(state: State, transaction: LimitedTransaction, key: AccountId) -> int:
    """Without a subnet, a transaction's last block is the one that is kept for it on root."""
    return last_block_on_subnet(state, transaction, key, ROOT)


@rule("HYP-rate/last-on-subnet", SUBTENSOR(_RATE_LIMITING, "last_block_on_subnet"))
def last_block_on_subnet(state: State, transaction: LimitedTransaction, hotkey: AccountId, netuid: NetUid) -> int:
    """The last block is kept for the chain, for a subnet, or for a key on a subnet, according to the kind.

    New subnets have one for the whole chain; the owner's hotkey one for each subnet and each setting one for each
    subnet, whoever is owner, all in ``LastRateLimitedBlock``. Every other kind has one for each key and subnet in
    ``TransactionKeyLastBlock``.
    """
    shared = _shared_key(transaction, netuid)
    if shared is not None:
        return get_rate_limited_last_block(state, shared)
    return TransactionKeyLastBlock.get(state, hotkey, netuid, transaction.value)


@rule("HYP-rate/record", SUBTENSOR(_RATE_LIMITING, "set_last_block_on_subnet"))
def set_last_block_on_subnet(
    state: State, transaction: LimitedTransaction, key: AccountId, netuid: NetUid, block: int
) -> None:
    """A transaction's last block is written where it is read from."""
    shared = _shared_key(transaction, netuid)
    if shared is not None:
        set_rate_limited_last_block(state, shared, block)
    else:
        TransactionKeyLastBlock.put(state, key, netuid, transaction.value, block)


def _shared_key(transaction: LimitedTransaction, netuid: NetUid) -> RateLimitKey | None:
    """Return the key of a last block that all accounts share; ``None`` where each has its own."""
    match transaction:
        case TransactionType.RegisterNetwork:
            return NetworkLastRegistered()
        case TransactionType.SetSNOwnerHotkey:
            return types.SetSNOwnerHotkey(netuid)
        case Hyperparameter():
            return OwnerHyperparamUpdate(netuid, transaction)
        case _:
            return None


@rule("HYP-rate/exceeds", SUBTENSOR(_RATE_LIMITING, "exceeds_tx_rate_limit"))
def exceeds_tx_rate_limit(state: State, previous_block: int, block: int) -> bool:
    """Swaps of keys come too fast if no more than ``TxRateLimit`` blocks have gone by since the previous one.

    Never with a limit of zero or without a previous one. Exactly the limit is still too fast, unlike elsewhere.
    """
    return _exceeds(TxRateLimit.get(state), previous_block, block)


@rule("HYP-rate/exceeds-delegate-take", SUBTENSOR(_RATE_LIMITING, "exceeds_tx_delegate_take_rate_limit"))
def exceeds_tx_delegate_take_rate_limit(state: State, previous_block: int, block: int) -> bool:
    """Rises of a delegate's take come too fast within ``TxDelegateTakeRateLimit`` blocks, that number included.

    Never with a limit of zero or without a previous one.
    """
    return _exceeds(TxDelegateTakeRateLimit.get(state), previous_block, block)


def _exceeds(limit: int, previous_block: int, block: int) -> bool:
    return limit != 0 and previous_block != 0 and max(block - previous_block, 0) <= limit


@rule("HYP-rate/last-limited", SUBTENSOR(_ROOT, "get_rate_limited_last_block"))
def get_rate_limited_last_block(state: State, key: RateLimitKey) -> int:
    """What a rate limit's key was last used at is what ``LastRateLimitedBlock`` holds for it, zero if nothing."""
    return LastRateLimitedBlock.get(state, key)


@rule("HYP-rate/record-limited", SUBTENSOR(_ROOT, "set_rate_limited_last_block"))
def set_rate_limited_last_block(state: State, key: RateLimitKey, block: int) -> None:
    """A block is stored for a rate limit's key even if it is zero."""
    LastRateLimitedBlock.put(state, key, block)


@rule("HYP-rate/forget-limited", SUBTENSOR(_ROOT, "remove_rate_limited_last_block"))
def remove_rate_limited_last_block(state: State, key: RateLimitKey) -> None:
    """A rate limit's key is forgotten: its entry is removed."""
    LastRateLimitedBlock.remove(state, key)
