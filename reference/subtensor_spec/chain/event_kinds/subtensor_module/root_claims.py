"""Events: root claims."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.types import ACCOUNT_ID, ROOT_CLAIM_TYPE

RootClaimed = EventKind(
    SUBTENSOR_MODULE, "RootClaimed", "A coldkey's root dividends were claimed.", True, coldkey=ACCOUNT_ID
)
RootClaimTypeSet = EventKind(
    SUBTENSOR_MODULE,
    "RootClaimTypeSet",
    "A coldkey said what becomes of its root dividends.",
    True,
    coldkey=ACCOUNT_ID,
    root_claim_type=ROOT_CLAIM_TYPE,
)
