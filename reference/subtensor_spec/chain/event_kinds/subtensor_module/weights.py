"""Events: weights and their commits."""

from subtensor_spec.chain.events import DISPATCH_ERROR, EventKind
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, U16, U64, Compact, Vec
from subtensor_spec.chain.types import ACCOUNT_ID, HASH, NET_UID, NET_UID_STORAGE_INDEX

WeightsSet = EventKind(
    SUBTENSOR_MODULE,
    "WeightsSet",
    "A neuron's weights were set in a mechanism.",
    False,
    index=NET_UID_STORAGE_INDEX,
    uid=U16,
)
MaxWeightLimitSet = EventKind(
    SUBTENSOR_MODULE, "MaxWeightLimitSet", "The limit of one weight was set.", False, netuid=NET_UID, limit=U16
)
MinAllowedWeightSet = EventKind(
    SUBTENSOR_MODULE,
    "MinAllowedWeightSet",
    "The fewest weights of a subnet were set.",
    False,
    netuid=NET_UID,
    weights=U16,
)
WeightsSetRateLimitSet = EventKind(
    SUBTENSOR_MODULE,
    "WeightsSetRateLimitSet",
    "The blocks between two settings of weights were set.",
    False,
    netuid=NET_UID,
    blocks=U64,
)
WeightsVersionKeySet = EventKind(
    SUBTENSOR_MODULE,
    "WeightsVersionKeySet",
    "The least version key of a subnet was set.",
    False,
    netuid=NET_UID,
    version_key=U64,
)
CRV3WeightsCommitted = EventKind(
    SUBTENSOR_MODULE,
    "CRV3WeightsCommitted",
    "A timelocked commit of an older kind was made.",
    False,
    hotkey=ACCOUNT_ID,
    index=NET_UID_STORAGE_INDEX,
    commit_hash=HASH,
)
WeightsCommitted = EventKind(
    SUBTENSOR_MODULE,
    "WeightsCommitted",
    "A hash commit was made.",
    False,
    hotkey=ACCOUNT_ID,
    index=NET_UID_STORAGE_INDEX,
    commit_hash=HASH,
)
WeightsRevealed = EventKind(
    SUBTENSOR_MODULE,
    "WeightsRevealed",
    "A hash commit was revealed.",
    False,
    hotkey=ACCOUNT_ID,
    index=NET_UID_STORAGE_INDEX,
    commit_hash=HASH,
)
WeightsBatchRevealed = EventKind(
    SUBTENSOR_MODULE,
    "WeightsBatchRevealed",
    "Hash commits were revealed together.",
    False,
    hotkey=ACCOUNT_ID,
    netuid=NET_UID,
    commit_hashes=Vec(HASH),
)
BatchWeightsCompleted = EventKind(
    SUBTENSOR_MODULE,
    "BatchWeightsCompleted",
    "A batch of weights or commits was gone through.",
    False,
    netuids=Vec(Compact(U16)),
    hotkey=ACCOUNT_ID,
)
BatchCompletedWithErrors = EventKind(
    SUBTENSOR_MODULE, "BatchCompletedWithErrors", "At least one part of a batch was refused.", False
)
BatchWeightItemFailed = EventKind(
    SUBTENSOR_MODULE,
    "BatchWeightItemFailed",
    "A part of a batch was refused, and why.",
    False,
    netuid=NET_UID,
    error=DISPATCH_ERROR,
)
CRV3WeightsRevealed = EventKind(
    SUBTENSOR_MODULE,
    "CRV3WeightsRevealed",
    "A timelocked commit of an older kind was revealed.",
    False,
    netuid=NET_UID,
    hotkey=ACCOUNT_ID,
)
CommitRevealPeriodsSet = EventKind(
    SUBTENSOR_MODULE,
    "CommitRevealPeriodsSet",
    "The epochs from a commit to its reveal were set.",
    False,
    netuid=NET_UID,
    epochs=U64,
)
CommitRevealEnabled = EventKind(
    SUBTENSOR_MODULE,
    "CommitRevealEnabled",
    "Commits of weights were switched on or off.",
    False,
    netuid=NET_UID,
    enabled=BOOL,
)
CommitRevealVersionSet = EventKind(
    SUBTENSOR_MODULE, "CommitRevealVersionSet", "Root set the version of timelocked commits.", False, version=U16
)
TimelockedWeightsCommitted = EventKind(
    SUBTENSOR_MODULE,
    "TimelockedWeightsCommitted",
    "A timelocked commit was made; the hash is that of its bytes.",
    False,
    hotkey=ACCOUNT_ID,
    index=NET_UID_STORAGE_INDEX,
    commit_hash=HASH,
    reveal_round=U64,
)
TimelockedWeightsRevealed = EventKind(
    SUBTENSOR_MODULE,
    "TimelockedWeightsRevealed",
    "The chain revealed a timelocked commit.",
    False,
    index=NET_UID_STORAGE_INDEX,
    hotkey=ACCOUNT_ID,
)
