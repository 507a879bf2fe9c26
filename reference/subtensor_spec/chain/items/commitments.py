"""Storage items: what the pallet Commitments keeps and the end of a subnet changes."""

from typing import cast

from subtensor_spec.chain.pallets import COMMITMENTS
from subtensor_spec.chain.scale import Codec, Tuple, Vec
from subtensor_spec.chain.storage import Value
from subtensor_spec.chain.types import ACCOUNT_ID, NET_UID, AccountId, NetUid

_PLACE = cast(Codec[tuple[NetUid, AccountId]], Tuple(NET_UID, ACCOUNT_ID))

TimelockedIndex = Value[tuple[tuple[NetUid, AccountId], ...]](
    COMMITMENTS,
    "TimelockedIndex",
    Vec(_PLACE),
    (),
    "The accounts with a timelocked commitment by subnet, in ascending order.",
)
