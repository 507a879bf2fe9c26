"""Events: swaps of keys."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import U32, U64
from subtensor_spec.chain.types import ACCOUNT_ID, H160, HASH, NET_UID

TxRateLimitSet = EventKind(
    SUBTENSOR_MODULE, "TxRateLimitSet", "Root set the blocks between two swaps of hotkeys.", False, blocks=U64
)
HotkeySwapped = EventKind(
    SUBTENSOR_MODULE,
    "HotkeySwapped",
    "A hotkey was replaced by another on all subnets.",
    True,
    coldkey=ACCOUNT_ID,
    old_hotkey=ACCOUNT_ID,
    new_hotkey=ACCOUNT_ID,
)
ColdkeySwapAnnounced = EventKind(
    SUBTENSOR_MODULE,
    "ColdkeySwapAnnounced",
    "A coldkey announced its swap, with the hash of the new one.",
    True,
    who=ACCOUNT_ID,
    new_coldkey_hash=HASH,
)
ColdkeySwapReset = EventKind(
    SUBTENSOR_MODULE, "ColdkeySwapReset", "Root ended a coldkey's announcement and dispute.", True, who=ACCOUNT_ID
)
ColdkeySwapped = EventKind(
    SUBTENSOR_MODULE,
    "ColdkeySwapped",
    "A coldkey was replaced by another.",
    True,
    old_coldkey=ACCOUNT_ID,
    new_coldkey=ACCOUNT_ID,
)
ColdkeySwapDisputed = EventKind(
    SUBTENSOR_MODULE, "ColdkeySwapDisputed", "A coldkey's announced swap was disputed.", True, coldkey=ACCOUNT_ID
)
ColdkeySwapAnnouncementDelaySet = EventKind(
    SUBTENSOR_MODULE,
    "ColdkeySwapAnnouncementDelaySet",
    "Root set the blocks from an announcement to the swap.",
    False,
    blocks=U32,
)
ColdkeySwapReannouncementDelaySet = EventKind(
    SUBTENSOR_MODULE,
    "ColdkeySwapReannouncementDelaySet",
    "Root set the blocks in which an announcement stands.",
    False,
    blocks=U32,
)
EvmKeyAssociated = EventKind(
    SUBTENSOR_MODULE,
    "EvmKeyAssociated",
    "A neuron was given an EVM key.",
    True,
    netuid=NET_UID,
    hotkey=ACCOUNT_ID,
    evm_key=H160,
    block_associated=U64,
)
HotkeySwappedOnSubnet = EventKind(
    SUBTENSOR_MODULE,
    "HotkeySwappedOnSubnet",
    "A hotkey was replaced by another on one subnet.",
    True,
    coldkey=ACCOUNT_ID,
    old_hotkey=ACCOUNT_ID,
    new_hotkey=ACCOUNT_ID,
    netuid=NET_UID,
)
ColdkeySwapCleared = EventKind(
    SUBTENSOR_MODULE, "ColdkeySwapCleared", "A coldkey took back its announcement.", True, who=ACCOUNT_ID
)
